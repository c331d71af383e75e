#include "client/desk/act.h"

#include <fmt/format.h>

#include "client/desk/desk.h"
#include "client/store/local_store.h"
#include "client/sync/sync_engine.h"
#include "core/base/crypto.h"
#include "core/base/id.h"
#include "core/base/utf8.h"
#include "core/domain/apply.h"
#include "core/domain/case_number.h"

namespace yc::client::desk {

Act::Act(Desk& desk, domain::CaseState state)
    : desk_(&desk), state_(std::move(state)), at_(desk.clock.now()) {
    if (state_.id.empty()) state_.id = base::new_uuid(at_);
}

base::Result<void> Act::add(domain::EventKind kind, domain::EventBody body) {
    domain::CaseEvent event{.id = base::new_uuid(at_), .case_id = state_.id, .kind = kind};
    event.at = at_;
    event.actor = desk_->actor();
    event.offline = !desk_->online();
    event.saw = state_.last_seq;
    event.body = std::move(body);
    YC_TRY(state_, domain::apply(state_, event, desk_->rules()));
    events_.push_back(std::move(event));
    return {};
}

base::Result<void> Act::commit(Desk& desk, std::span<const Act> acts, const std::string& finished_draft) {
    std::vector<domain::CaseEvent> events;
    for (const Act& act : acts) events.insert(events.end(), act.events_.begin(), act.events_.end());
    YC_TRY(const auto written, desk.store.append_events(std::move(events), finished_draft));
    desk.sync.kick();
    desk.changes.tell(Change::cases);
    return {};
}

base::Result<domain::CaseState> load_case(Desk& desk, const std::string& case_id) {
    return desk.store.case_state(case_id);
}

base::Result<std::string> next_case_number(Desk& desk) {
    const std::string division = desk.who.hall ? desk.who.hall->division : std::string();
    const int counter = desk.who.counter ? desk.who.counter->number : 0;
    if (division.size() != 6 || counter == 0) return base::fail("desk.no_counter");
    const base::Date today = desk.clock.today();
    YC_TRY(const int serial, desk.store.reserve_case_serial(division, today, counter));
    return domain::to_string(domain::CaseNumber{division, today, counter, serial});
}

base::Result<std::string> next_notice_number(Desk& desk, const std::string& department,
                                             const std::string& kind) {
    const domain::Department* known = desk.directory.department(department);
    const std::string organ =
        known && !known->organ_short_name.empty() ? known->organ_short_name : department;
    const int year = static_cast<int>(desk.clock.today().year());
    const std::string place = desk.who.counter ? fmt::format("{:03}", desk.who.counter->number)
                                               : base::to_upper_ascii(desk.store.device_id().substr(32, 4));
    YC_TRY(const int serial,
           desk.store.reserve_serial(fmt::format("notice/{}/{}/{}/{}", department, kind, year, place)));
    return fmt::format("{}{}〔{}〕{}-{:04}号", organ, kind, year, place, serial);
}

std::string make_query_code() {
    constexpr std::string_view alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";  // 32, without 0 O 1 I
    std::string code;
    for (const char byte : base::random_bytes(10)) code += alphabet[static_cast<unsigned char>(byte) % 32];
    return code;
}

}  // namespace yc::client::desk
