#pragma once
#include <sys/resource.h>
#include <csignal>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <memory>

#include "cli/journey_pages.h"
#include "cli/journey_people.h"
#include "cli/message_loop.h"
#include "client/desk/desk.h"
#include "client/desk/intake.h"
#include "client/desk/intake_draft.h"
#include "client/net/hub_client.h"
#include "client/store/local_store.h"
#include "client/sync/sync_engine.h"
#include "forms/sample_district.h"
#include "tests/support/temp_dir.h"

namespace yc::tests {

/// A counter of the sample district without a hub: the real store, the real items, clerk1 at counter qx1 with
/// a delegated authority, Monday 2026-11-23 10:00.
class DeskFixture {
  public:
    DeskFixture() {
        store = *client::store::LocalStore::create(
            {.folder = folder / "store", .clock = &clock, .rules = &rules}, "clerk1", "yichuang");
        hub = *client::net::HubClient::make({.url = "http://127.0.0.1:9"});  // discard: nobody answers
        sync = std::make_unique<client::sync::SyncEngine>(*store, *hub, clock);
        worker = std::make_unique<client::desk::Worker>();
        desk = std::make_unique<client::desk::Desk>(
            clock, [this](std::function<void()> call) { loop.post(std::move(call)); }, *store, *hub, *sync,
            *worker, changes);
        static const auto sample = *forms::Catalogue::open(forms::sample_catalogue());
        desk->catalogue = sample;
        desk->directory = forms::sample_directory();
        desk->sample = true;
        desk->who.user = {.id = "clerk1", .name = "韦示例", .roles = {domain::Role::clerk}, .hall = "qx"};
        desk->who.hall = *desk->directory.hall("qx");
        desk->who.counter = *desk->directory.counter("qx1");
        desk->who.authority_until = clock.now() + std::chrono::hours(48);
    }

    /// An intake with the person's particulars and an item, every required field filled in.
    std::unique_ptr<client::desk::Intake> intake_for(const cli::InventedPerson& person,
                                                     const std::string& words) {
        auto intake = new_intake();
        read(*intake, person.number);
        const auto hits = intake->search_items(words);
        BOOST_REQUIRE(!hits.empty());
        BOOST_REQUIRE(intake->choose_item(hits.front().code).ok());
        cli::fill_in(*intake, person);
        return intake;
    }
    std::unique_ptr<client::desk::Intake> new_intake() {
        return std::make_unique<client::desk::Intake>(*desk, std::make_unique<client::desk::IntakeDraft>());
    }
    /// Types a number and waits for what the dossier says.
    void read(client::desk::Intake& intake, const std::string& number) {
        intake.set_number(number);
        BOOST_REQUIRE(loop.run_until(
            [&] { return intake.dossier().state != client::desk::DossierSummary::State::looking; },
            std::chrono::seconds(10)));
    }
    /// Scans a page for every paper that is missing.
    void scan_all(client::desk::Intake& intake) {
        for (const auto& row : intake.materials())
            if (row.state == domain::MaterialState::missing)
                BOOST_REQUIRE(intake.add_page(row.code, *cli::sample_page_jpeg(++seed)).ok());
    }
    static const client::desk::IntakeActionView& action(
        const std::vector<client::desk::IntakeActionView>& all, client::desk::IntakeAction wanted) {
        return *std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.action == wanted; });
    }

    TempDir folder;
    base::ManualClock clock{base::at(base::make_date(2026, 11, 23), std::chrono::hours(10))};
    domain::Policy policy;
    domain::Rules rules{domain::WorkCalendar::national(), policy};
    cli::MessageLoop loop;
    client::desk::Observers<client::desk::Change> changes;
    std::unique_ptr<client::store::LocalStore> store;
    std::unique_ptr<client::net::HubClient> hub;
    std::unique_ptr<client::sync::SyncEngine> sync;
    std::unique_ptr<client::desk::Desk> desk;
    std::unique_ptr<client::desk::Worker> worker;
    unsigned seed = 0;
    cli::InventedPerson elder = cli::invent_person(base::make_date(1941, 5, 2), 981, "梁示例");
};

}  // namespace yc::tests
