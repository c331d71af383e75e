#include "client/store/case_rows.h"

#include "client/store/store_impl.h"
#include "core/base/log.h"
#include "core/domain/clocks.h"

namespace yc::client::store {

namespace {

constexpr std::string_view kUpsert =
    "INSERT INTO cases(case_id, case_no, item_code, item_name, applicant_name, number_digest, phone_digest,"
    " department, department_name, hall, counter, clerk, handler, life, result, clock, custody, delivery,"
    " registered_at, received_at, accepted_at, decided_at, closed_at, due_kind, due_at, last_seq,"
    " package_name)"
    " VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,?22,?23,?24,?25,?26,"
    "?27)"
    " ON CONFLICT(case_id) DO UPDATE SET case_no=excluded.case_no, item_code=excluded.item_code,"
    " item_name=excluded.item_name, applicant_name=excluded.applicant_name, "
    "number_digest=excluded.number_digest,"
    " phone_digest=excluded.phone_digest, department=excluded.department, "
    "department_name=excluded.department_name,"
    " hall=excluded.hall, counter=excluded.counter, clerk=excluded.clerk, handler=excluded.handler,"
    " life=excluded.life, result=excluded.result, clock=excluded.clock, custody=excluded.custody,"
    " delivery=excluded.delivery, registered_at=excluded.registered_at, received_at=excluded.received_at,"
    " accepted_at=excluded.accepted_at, decided_at=excluded.decided_at, closed_at=excluded.closed_at,"
    " due_kind=excluded.due_kind, due_at=excluded.due_at, last_seq=excluded.last_seq,"
    " package_name=excluded.package_name";

std::optional<int64_t> ms_of(const std::optional<base::Instant>& instant) {
    if (!instant) return std::nullopt;
    return to_ms(*instant);
}

template <class E>
std::optional<std::string> name_of(const std::optional<E>& value) {
    if (!value) return std::nullopt;
    return std::string(base::to_name(*value));
}

/// Who registered the case: the actor of the first event.
std::string clerk_of(const StoredEvents& events) {
    if (!events.confirmed.empty()) return events.confirmed.front().actor.user;
    return events.pending.empty() ? std::string() : events.pending.front().actor.user;
}

base::Instant first_instant(const StoredEvents& events) {
    if (!events.confirmed.empty()) return events.confirmed.front().at;
    return events.pending.empty() ? base::Instant{} : events.pending.front().at;
}

base::Result<void> put_row(sqlite::Db& db, const domain::CaseState& state, const StoredEvents& events,
                           const std::optional<domain::CaseClock>& pressing, const NumberDigest& digest) {
    const auto& reg = state.registration;
    std::optional<int64_t> due;
    std::optional<std::string> due_kind;
    if (pressing) {
        due = to_ms(pressing->due);
        due_kind = base::to_name(pressing->kind);
    }
    return db.run(kUpsert, state.id, reg.case_no, reg.item.code, reg.item.name, reg.applicant.name,
                  digest(reg.applicant.key.number), digest(reg.applicant.phone), reg.department,
                  reg.department_name, reg.hall, reg.counter, clerk_of(events), state.handler,
                  base::to_name(state.life), name_of(state.result), base::to_name(state.clock),
                  base::to_name(state.custody), base::to_name(state.delivery),
                  to_ms(state.registered_at.value_or(first_instant(events))), ms_of(state.received_at),
                  ms_of(state.accepted_at), ms_of(state.decided_at), ms_of(state.closed_at), due_kind, due,
                  events.last_seq(), reg.package ? reg.package->name : std::string());
}

}  // namespace

domain::CaseState derive_case(const StoredEvents& events, const domain::Rules& rules) {
    if (auto view = domain::replay_with_pending(events.confirmed, events.pending, rules))
        return std::move(view->state);
    // The hub may have accepted our event behind others that this store has not fetched yet. Until they come,
    // what cannot be applied is left out.
    domain::CaseState state;
    for (const auto& event : events.confirmed) {
        auto next = domain::apply_recorded(state, event, rules);
        if (next)
            state = *std::move(next);
        else
            base::log(base::LogLevel::warning,
                      "store: event " + event.id + " waits for others: " + next.error().code);
    }
    for (const auto& event : events.pending)
        if (auto admitted = domain::admit(state, event, rules, event.at)) state = std::move(admitted->state);
    return state;
}

base::Result<void> refresh_case(sqlite::Db& db, const std::string& case_id, const domain::Rules& rules,
                                base::Instant now, const NumberDigest& digest) {
    YC_TRY(const StoredEvents events, load_events(db, case_id));
    if (events.confirmed.empty() && events.pending.empty())
        return db.run("DELETE FROM cases WHERE case_id=?1", case_id);
    const domain::CaseState state = derive_case(events, rules);
    if (state.life == domain::LifeCycle::none) return db.run("DELETE FROM cases WHERE case_id=?1", case_id);
    return put_row(db, state, events, domain::pressing_clock(state, now, rules), digest);
}

}  // namespace yc::client::store
