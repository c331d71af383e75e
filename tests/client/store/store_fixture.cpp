#include "tests/client/store/store_fixture.h"

#include <boost/test/unit_test.hpp>

#include "core/base/id.h"
#include "core/domain/case_number.h"

namespace yc::tests {

using namespace domain;

std::vector<CaseEvent> intake_events(const std::string& case_id, const std::string& case_no,
                                     const std::string& name) {
    CaseScenario scenario;
    scenario.to_received();
    std::vector<CaseEvent> events = scenario.events;
    for (auto& event : events) {
        event.case_id = case_id;
        event.id.clear();
        if (!event.body.registration) continue;
        event.body.registration->case_no = case_no;
        event.body.registration->applicant.name = name;
        event.body.registration->applicant.phone = kPhone;
    }
    return events;
}

CaseEvent next_event(const CaseState& state, EventKind kind, const Actor& actor, base::Instant at) {
    CaseEvent event;
    event.case_id = state.id;
    event.kind = kind;
    event.at = at;
    event.actor = actor;
    event.body = fitting_body(kind, state, at);
    return event;
}

std::string case_number(int serial) {
    return to_string(CaseNumber{"450103", base::make_date(2026, 3, 2), 1, serial});
}

StoreFixture::StoreFixture()
    : clock(moment("2026-03-02T10:00:00+08:00")), rules{WorkCalendar::national(), policy} {}

client::store::StoreOptions StoreFixture::options() const {
    return {dir.path(), &clock, &rules};
}

client::store::LocalStore& StoreFixture::store() {
    if (store_) return *store_;
    const bool there = client::store::LocalStore::exists(dir.path());
    auto opened = there ? client::store::LocalStore::open(options(), kUser, kPassword)
                        : client::store::LocalStore::create(options(), kUser, kPassword);
    BOOST_REQUIRE_MESSAGE(opened.ok(),
                          (opened.ok() ? "" : opened.error().code + " " + opened.error().detail));
    store_ = *std::move(opened);
    return *store_;
}

std::string StoreFixture::take_in(int serial) {
    const std::string case_id = base::new_uuid(clock.now());
    const auto written = store().append_events(intake_events(case_id, case_number(serial)));
    BOOST_REQUIRE_MESSAGE(written.ok(),
                          (written.ok() ? "" : written.error().code + " " + written.error().detail));
    return case_id;
}

wire::ChangesPage page_of(std::vector<CaseEvent> events, int64_t first_seq, const std::string& epoch) {
    wire::ChangesPage page;
    page.epoch = epoch;
    int64_t seq = first_seq;
    for (auto& event : events) {
        if (event.id.empty()) event.id = base::new_uuid(event.at);
        event.seq = seq++;
        event.arrived_at = event.at;
        page.events.push_back(std::move(event));
    }
    page.next = seq - 1;
    return page;
}

}  // namespace yc::tests
