#pragma once
#include <boost/test/unit_test.hpp>
#include <memory>
#include <stdexcept>
#include <string>

#include "client/net/hub_client.h"
#include "client/store/local_store.h"
#include "client/sync/sync_engine.h"
#include "core/base/id.h"
#include "core/domain/case_number.h"
#include "core/domain/work_calendar.h"
#include "forms/sample_district.h"

namespace yc::tests {

inline const domain::Policy kPolicy;
inline const domain::Rules kRules{domain::WorkCalendar::national(), kPolicy};
inline const base::SystemClock kClock;

/// Somebody signed in at a computer of their own.
class Place {
  public:
    Place(const std::filesystem::path& folder, const std::string& url, std::string user, std::string counter)
        : user_(std::move(user)), counter_(std::move(counter)) {
        store = *client::store::LocalStore::create({.folder = folder, .clock = &kClock, .rules = &kRules},
                                                   user_, "yichuang");
        move_to(url);
    }

    /// Works with the hub at this address from now on, signed in there.
    void move_to(const std::string& url) {
        engine.reset();
        hub = *client::net::HubClient::make({.url = url,
                                             .ca_file = {},
                                             .connect_timeout = std::chrono::seconds(1),
                                             .answer_timeout = std::chrono::seconds(5)});
        for (int tries = 0; tries < 50 && !session_at_hub(); ++tries) {
        }
        BOOST_REQUIRE_MESSAGE(hub->has_token(), "signed in");
        engine = std::make_unique<client::sync::SyncEngine>(
            *store, *hub, kClock,
            client::sync::SyncOptions{.first_retry = std::chrono::milliseconds(20),
                                      .longest_retry = std::chrono::milliseconds(200)});
        engine->start();
    }

    void sign_in() {
        BOOST_REQUIRE(session_at_hub());
        if (engine) engine->kick();
    }

    [[nodiscard]] domain::Actor actor() const {
        return {.user = session.user.id,
                .name = session.user.name,
                .roles = session.user.roles,
                .hall = session.user.hall,
                .counter = counter_,
                .department = session.user.department,
                .authority_until = session.authority_until};
    }

    [[nodiscard]] bool has_case(const std::string& id, domain::LifeCycle life) {
        const auto state = store->case_state(id);
        return state && state->life == life;
    }

    std::unique_ptr<client::store::LocalStore> store;
    std::unique_ptr<client::net::HubClient> hub;
    wire::Session session;
    std::unique_ptr<client::sync::SyncEngine> engine;

  private:
    /// Over a bad line it may take several tries.
    bool session_at_hub() {
        auto answer = hub->sign_in({user_, "yichuang", store->device_id(), counter_});
        if (answer) session = *std::move(answer);
        return answer.ok();
    }

    std::string user_;
    std::string counter_;
};

inline const domain::ServiceItem& an_item() {
    static const forms::CatalogueBundle bundle = forms::sample_catalogue();
    for (const domain::ServiceItem& item : bundle.items)
        if (item.case_kind == domain::CaseKind::promised) return item;
    throw std::logic_error("the sample has no promised item");
}

inline domain::CaseEvent event_of(const Place& place, const std::string& case_id, domain::EventKind kind) {
    domain::CaseEvent event;
    event.case_id = case_id;
    event.kind = kind;
    event.at = kClock.now();
    event.actor = place.actor();
    return event;
}

/// Registers and receives a case with every material on paper; one material has `page` as its scan.
inline std::string take_in(Place& place, const std::string& page = {}) {
    const std::string id = base::new_uuid(kClock.now());
    const int serial = *place.store->reserve_case_serial("450103", kClock.today(), 1);
    domain::CaseEvent registered = event_of(place, id, domain::EventKind::register_case);
    domain::Registration registration;
    registration.case_no = domain::to_string(domain::CaseNumber{"450103", kClock.today(), 1, serial});
    registration.item = domain::terms_of(an_item());
    registration.applicant.key = {domain::DocumentKind::citizen_id, "11010519491231002X"};
    registration.applicant.name = "测试甲";
    registration.division = "450103";
    registration.hall = place.session.user.hall;
    registration.counter = place.session.counter;
    registration.department = an_item().department;
    registered.body.registration = registration;

    domain::CaseEvent received = event_of(place, id, domain::EventKind::receive);
    received.body.query_code = "TESTCODE";
    for (const domain::Material& material : domain::materials_for(an_item(), {}))
        received.body.materials.push_back({.code = material.code,
                                           .name = material.name,
                                           .necessity = material.necessity,
                                           .state = domain::MaterialState::provided});
    if (!page.empty()) received.body.materials.front().pages.push_back(*place.store->save_page(page));
    const auto written = place.store->append_events({registered, received});
    BOOST_REQUIRE_MESSAGE(written.ok(), (written ? "" : written.error().code + " " + written.error().detail));
    return id;
}

}  // namespace yc::tests
