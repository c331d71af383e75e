#include "hub/api/event_intake.h"

#include <algorithm>

#include "core/base/id.h"
#include "core/wire/event_json.h"

namespace yc::hub::api {
namespace {

using domain::EventKind;
using domain::Role;
using wire::PushResult;
using wire::PushStatus;

/// Whether the event judges papers, so that all of them must be there.
bool judges_papers(const domain::CaseEvent& event) {
    switch (event.kind) {
        case EventKind::start_review:
        case EventKind::submit_to_review:
        case EventKind::approve_step:
        case EventKind::decide_grant:
        case EventKind::decide_refuse:
            return true;
        case EventKind::accept:
            return !event.actor.has(Role::clerk);
        default:
            return false;
    }
}

/// Whether the error is about the event; otherwise the whole batch fails.
bool is_refusal(const base::Error& error) {
    return error.code.starts_with("case.") || error.code.starts_with("event.") ||
           error.code.starts_with("wire.");
}

base::Error not_theirs(const char* field) {
    return base::fail("event.wrong_actor", "the actor is not who is signed in", {{"field", field}});
}

PushResult answer(const domain::CaseEvent& event, PushStatus status) {
    return {.id = event.id, .status = status, .seq = event.seq, .arrived_at = event.arrived_at};
}

}  // namespace

base::Result<EventIntake::Actors> EventIntake::actors_of(const store::SessionRecord& session,
                                                         const std::vector<domain::CaseEvent>& events) {
    Actors actors;
    for (const auto& event : events) {
        const std::string& id = event.actor.user;
        if (actors.contains(id)) continue;
        YC_TRY(const auto record, store_.user(id));
        if (!record) continue;
        Known known{.user = record->user};
        YC_TRY(known.of_device, store_.was_on_device(id, session.device));
        YC_TRY(known.authority, store_.granted_authority(id));
        actors.emplace(id, std::move(known));
    }
    return actors;
}

base::Result<void> EventIntake::check_actor(const store::SessionRecord& session,
                                            const domain::CaseEvent& event, const Actors& actors) const {
    const domain::Actor& actor = event.actor;
    const auto found = actors.find(actor.user);
    if (found == actors.end()) return not_theirs("user");
    const Known& known = found->second;
    if (actor.user != session.user.id && !known.of_device) return not_theirs("user");
    if (event.device != session.device) return not_theirs("device");
    const bool holds_all = std::all_of(actor.roles.begin(), actor.roles.end(), [&](Role role) {
        return role != Role::hub && role != Role::applicant && known.user.has(role);
    });
    if (!holds_all) return not_theirs("roles");
    if (actor.name != known.user.name) return not_theirs("name");
    if (actor.hall != known.user.hall) return not_theirs("hall");
    if (actor.department != known.user.department) return not_theirs("department");
    if (actor.authority_until && (!known.authority || *actor.authority_until > *known.authority))
        return not_theirs("authority_until");
    return {};
}

base::Result<void> EventIntake::check_pages(const domain::CaseState& state, const domain::CaseEvent& event) {
    if (!judges_papers(event)) return {};
    YC_TRY(const auto missing, store_.missing_pages(store::pages_of(state)));
    if (missing.empty()) return {};
    return base::fail("case.pages_pending", "pages of the case are not uploaded yet",
                      {{"count", std::to_string(missing.size())}});
}

base::Result<domain::CaseEvent> EventIntake::admit(const store::SessionRecord& session,
                                                   const domain::CaseEvent& event, const Actors& actors,
                                                   store::CaseWriter& writer) {
    if (!base::is_uuid(event.id)) return base::fail("wire.invalid", "not a UUID", {{"field", "id"}});
    if (!base::is_uuid(event.case_id)) return base::fail("wire.invalid", "not a UUID", {{"field", "case"}});
    YC_CHECK(check_actor(session, event, actors));
    store::CaseLedger ledger(writer, rules_, fields_of_, *event.arrived_at);
    YC_TRY(const auto state, ledger.state_of(event.case_id));
    YC_CHECK(check_pages(state, event));
    YC_TRY(const auto admission, domain::admit(state, event, rules_, *event.arrived_at));
    return ledger.commit(admission, event);
}

base::Result<PushResult> EventIntake::take_one(const store::SessionRecord& session, domain::CaseEvent event,
                                               const Actors& actors, store::CaseWriter& writer) {
    event.seq.reset();
    event.arrived_at.reset();
    YC_TRY(const auto known, writer.event(event.id));
    if (known && wire::claim_text(*known) == wire::claim_text(event))
        return answer(*known, PushStatus::duplicate);
    PushResult refused{.id = event.id, .status = PushStatus::refused};
    if (known) {
        refused.error = base::fail("event.id_taken", "the same id with other content");
        return refused;
    }
    event.arrived_at = clock_.now();
    auto accepted = admit(session, event, actors, writer);
    if (accepted) return answer(*accepted, PushStatus::accepted);
    if (!is_refusal(accepted.error())) return accepted.error();
    refused.error = accepted.error();
    return refused;
}

base::Result<std::vector<PushResult>> EventIntake::take(const store::SessionRecord& session,
                                                        const std::vector<domain::CaseEvent>& events) {
    if (events.size() > kLargestBatch)
        return base::fail("event.too_many", "too many events in one batch",
                          {{"limit", std::to_string(kLargestBatch)}});
    YC_TRY(const auto actors, actors_of(session, events));
    std::vector<PushResult> results;
    YC_CHECK(store_.write([&](store::CaseWriter& writer) -> base::Result<void> {
        std::set<std::string> held;
        for (const auto& event : events) {
            if (held.contains(event.case_id)) {
                results.push_back(
                    {.id = event.id,
                     .status = PushStatus::held,
                     .error = base::fail("event.held", "an earlier event of the case was refused")});
                continue;
            }
            YC_TRY(auto result, take_one(session, event, actors, writer));
            if (result.status == PushStatus::refused) held.insert(event.case_id);
            results.push_back(std::move(result));
        }
        return {};
    }));
    return results;
}

}  // namespace yc::hub::api
