#include "hub/api/event_intake.h"

#include <set>

#include "core/base/id.h"
#include "core/wire/event_json.h"

namespace yc::hub::api {
namespace {

using wire::PushResult;
using wire::PushStatus;

/// Whether the error is about the event; otherwise the whole batch fails.
bool is_refusal(const base::Error& error) {
    return error.code.starts_with("case.") || error.code.starts_with("event.") ||
           error.code.starts_with("wire.");
}

PushResult answer(const domain::CaseEvent& event, PushStatus status) {
    return {.id = event.id, .status = status, .seq = event.seq, .arrived_at = event.arrived_at};
}

PushResult answer(const domain::CaseEvent& event, PushStatus status, base::Error error) {
    return {.id = event.id, .status = status, .error = std::move(error)};
}

}  // namespace

base::Result<KnownActors> EventIntake::actors_of(const store::SessionRecord& session,
                                                 const std::vector<domain::CaseEvent>& events) {
    KnownActors actors;
    for (const auto& event : events) {
        const std::string& id = event.actor.user;
        if (actors.contains(id)) continue;
        YC_TRY(const auto record, store_.user(id));
        if (!record) continue;
        KnownActor known{.user = record->user};
        YC_TRY(known.of_device, store_.was_on_device(id, session.device));
        YC_TRY(known.authority, store_.granted_authority(id));
        actors.emplace(id, std::move(known));
    }
    return actors;
}

base::Result<void> EventIntake::check_pages(const domain::CaseState& state, const domain::CaseEvent& event) {
    if (!judges_papers(event)) return {};
    YC_TRY(const auto missing, store_.missing_pages(store::pages_of(state)));
    if (missing.empty()) return {};
    return base::fail("case.pages_pending", "pages of the case are not uploaded yet",
                      {{"count", std::to_string(missing.size())}});
}

base::Result<domain::CaseEvent> EventIntake::admit(const Batch& batch, const domain::CaseEvent& event) {
    if (!base::is_uuid(event.id)) return base::fail("wire.invalid", "not a UUID", {{"field", "id"}});
    if (!base::is_uuid(event.case_id)) return base::fail("wire.invalid", "not a UUID", {{"field", "case"}});
    YC_CHECK(check_actor(batch.session, event, batch.actors));
    YC_CHECK(check_registration(event, batch.publication));
    store::CaseLedger ledger(batch.writer, rules_, fields_of_, *event.arrived_at);
    YC_TRY(const auto state, ledger.state_of(event.case_id));
    YC_CHECK(check_pages(state, event));
    YC_TRY(const auto admission, domain::admit(state, event, rules_, *event.arrived_at));
    return ledger.commit(admission, event);
}

base::Result<PushResult> EventIntake::take_one(const Batch& batch, domain::CaseEvent event) {
    event.seq.reset();
    event.arrived_at.reset();
    YC_TRY(const auto known, batch.writer.event(event.id));
    if (known && !known->event)  // of a forgotten person: nothing is left to compare with
        return PushResult{.id = event.id, .status = PushStatus::duplicate, .seq = known->seq};
    if (known && wire::claim_text(*known->event) == wire::claim_text(event))
        return answer(*known->event, PushStatus::duplicate);
    if (known)
        return answer(event, PushStatus::refused,
                      base::fail("event.id_taken", "the same id with other content"));
    event.arrived_at = clock_.now();
    auto accepted = admit(batch, event);
    if (accepted) return answer(*accepted, PushStatus::accepted);
    if (!is_refusal(accepted.error())) return accepted.error();
    return answer(event, PushStatus::refused, accepted.error());
}

base::Result<std::vector<PushResult>> EventIntake::take(const store::SessionRecord& session,
                                                        const Publication& publication,
                                                        const std::vector<domain::CaseEvent>& events) {
    if (events.size() > kLargestBatch)
        return base::fail("event.too_many", "too many events in one batch",
                          {{"limit", std::to_string(kLargestBatch)}});
    YC_TRY(const auto actors, actors_of(session, events));
    std::vector<PushResult> results;
    YC_CHECK(store_.write([&](store::CaseWriter& writer) -> base::Result<void> {
        const Batch batch{session, publication, actors, writer};
        std::set<std::string> held;
        for (const auto& event : events) {
            if (held.contains(event.case_id)) {
                results.push_back(
                    answer(event, PushStatus::held,
                           base::fail("event.held", "an earlier event of the case was refused")));
                continue;
            }
            YC_TRY(auto result, take_one(batch, event));
            if (result.status == PushStatus::refused) held.insert(event.case_id);
            results.push_back(std::move(result));
        }
        return {};
    }));
    return results;
}

}  // namespace yc::hub::api
