#include "hub/jobs/jobs.h"

#include <fmt/format.h>

#include "core/base/id.h"
#include "core/base/log.h"
#include "core/domain/cards.h"

namespace yc::hub::jobs {
namespace {

constexpr int kCasesAtOnce = 200;
/// More steps than any case can need in one round: guards against a rule that never comes to rest.
constexpr int kStepsPerCase = 20;

domain::CaseEvent event_of_the_hub(const std::string& case_id, domain::EventKind kind,
                                   const domain::EventBody& body, base::Instant now) {
    domain::CaseEvent event;
    event.id = base::new_uuid(now);
    event.case_id = case_id;
    event.device = "hub";
    event.kind = kind;
    event.at = now;
    event.actor.user = "hub";
    event.actor.roles = {domain::Role::hub};
    event.arrived_at = now;
    event.body = body;
    return event;
}

}  // namespace

base::Result<void> Jobs::commit(const std::string& case_id, domain::EventKind kind,
                                const domain::EventBody& body) {
    const base::Instant now = clock_.now();
    return store_.write([&](store::CaseWriter& writer) -> base::Result<void> {
        store::CaseLedger ledger(writer, rules_, fields_of_, now);
        YC_TRY(const auto state, ledger.state_of(case_id));
        const auto event = event_of_the_hub(case_id, kind, body, now);
        YC_TRY(auto next, domain::apply(state, event, rules_));
        YC_CHECK(ledger.commit({{}, std::move(next)}, event));
        return {};
    });
}

base::Result<bool> Jobs::conclude(const std::string& case_id) {
    YC_TRY(const auto events, store_.events_of(case_id));
    YC_TRY(const auto state, domain::replay(events, rules_));
    const auto due = domain::conclusions_due(state, clock_.now(), rules_);
    if (due.empty()) return false;
    YC_CHECK(commit(case_id, due.front().kind, due.front().body));
    return true;
}

base::Result<bool> Jobs::issue_card(const std::string& case_id) {
    YC_TRY(const auto events, store_.events_of(case_id));
    YC_TRY(const auto state, domain::replay(events, rules_));
    const auto due = domain::cards_due(state, clock_.now(), rules_);
    if (due.empty()) return false;
    YC_CHECK(commit(case_id, due.front().kind, domain::card_body(due.front())));
    return true;
}

base::Result<void> Jobs::look_at(const std::string& case_id, Round& round) {
    for (int step = 0; step < kStepsPerCase; ++step) {
        YC_TRY(const bool concluded, conclude(case_id));
        if (concluded) {
            ++round.conclusions;
            continue;
        }
        YC_TRY(const bool carded, issue_card(case_id));
        if (!carded) return {};
        ++round.cards;
    }
    return {};
}

base::Result<Round> Jobs::run() {
    Round round;
    std::string after;
    while (true) {
        YC_TRY(const auto cases, store_.open_cases(after, kCasesAtOnce));
        if (cases.empty()) break;
        for (const auto& row : cases) {
            const auto looked = look_at(row.id, round);
            if (looked) continue;
            if (looked.error().code.starts_with("hub.")) return looked.error();
            ++round.failed;
            base::log(base::LogLevel::error, fmt::format("jobs: case {}: {} {}", row.id, looked.error().code,
                                                         looked.error().detail));
        }
        after = cases.back().id;
    }
    YC_CHECK(store_.drop_sessions_before(clock_.now()));
    YC_CHECK(store_.drop_uploads_before(clock_.now()));
    return round;
}

}  // namespace yc::hub::jobs
