// What is carried to the hub by hand arrives once, whoever carries it and however often.
#include "client/carry/parcel.h"

#include <boost/test/unit_test.hpp>

#include "client/carry/letter_file.h"
#include "core/base/crypto.h"
#include "core/wire/letter.h"
#include "core/wire/parcel.h"
#include "tests/client/store/store_fixture.h"
#include "tests/client/sync/place.h"
#include "tests/support/files.h"
#include "tests/support/hub_process.h"
#include "tests/support/wait_until.h"

using namespace yc;
using namespace std::chrono_literals;
using client::carry::LetterFileKind;
using client::carry::LetterFileReader;
using client::carry::Packed;
using client::carry::TakenBack;
using domain::LifeCycle;
using tests::kClock;
using tests::Place;
using tests::take_in;

namespace {

/// A counter without the network, a colleague elsewhere who has it, and somebody who only carries.
struct District {
    tests::TempDir folder;
    tests::HubProcess hub{folder / "hub"};
    Place village{folder / "village", hub.url(), "clerk1", "qx1"};
    Place hall{folder / "hall", hub.url(), "clerk2", "qx2"};
    std::unique_ptr<client::net::HubClient> carrier = *client::net::HubClient::make({.url = hub.url()});
    const std::filesystem::path parcel = folder / "a.ycparcel";
    const std::filesystem::path receipts = folder / "a.ycreceipt";

    District() {
        BOOST_REQUIRE(client::carry::learn_key(*village.store, village.session.device_key).ok());
        BOOST_REQUIRE(village.engine->wait_until_current(5s));
        village.engine->stop();
    }
    std::string pack() { return tests::code_of(client::carry::pack(*village.store, kClock, parcel)); }
    std::string deliver() {
        return tests::code_of(client::carry::deliver(
            parcel, receipts, [this](const std::string& letter) { return carrier->deliver_letter(letter); }));
    }
    TakenBack take_back() {
        const auto taken = client::carry::take_receipts(*village.store, receipts);
        BOOST_REQUIRE_MESSAGE(taken.ok(), tests::code_of(taken));
        return *taken;
    }
    bool hall_has(const std::string& id) {
        return tests::wait_until([&] { return hall.has_case(id, LifeCycle::received); }, 5s);
    }
    client::store::OutboxCounts waiting() { return *village.store->outbox_counts(); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(parcel_tests)

BOOST_FIXTURE_TEST_CASE(cases_and_pages_go_by_hand_and_the_receipt_comes_back, District) {
    const std::string page = base::random_bytes(700'000);
    const std::string one = take_in(village, page), two = take_in(village);
    const auto packed = client::carry::pack(*village.store, kClock, parcel);
    BOOST_REQUIRE(packed.ok());
    BOOST_TEST((*packed == Packed{4, 1}));
    BOOST_TEST(waiting().pending == 4);
    BOOST_TEST(deliver() == "ok");
    BOOST_TEST(hall_has(one));
    BOOST_TEST(hall_has(two));
    BOOST_TEST((hall.hub->download_page(base::sha256_hex(page)).value() == page));

    BOOST_TEST(waiting().pending == 4);  // nobody has told the village yet
    BOOST_TEST((take_back() == TakenBack{4, 0, 1}));
    BOOST_TEST(waiting().pending == 0);
    BOOST_TEST(waiting().pages == 0);
    BOOST_TEST(pack() == "parcel.empty");
    BOOST_TEST((take_back() == TakenBack{4, 0, 1}));  // again is once

    BOOST_TEST(deliver() == "ok");  // the same parcel once more
    BOOST_TEST(hall.engine->wait_until_current(5s));
    BOOST_TEST(hall.store->case_events(one)->size() == 2u);
}

BOOST_FIXTURE_TEST_CASE(the_network_may_come_back_first, District) {
    const std::string id = take_in(village, base::random_bytes(1000));
    BOOST_TEST(pack() == "ok");
    village.engine->start();
    BOOST_TEST(village.engine->wait_until_sent(10s));
    BOOST_TEST(deliver() == "ok");
    take_back();
    BOOST_TEST(hall_has(id));
    BOOST_TEST(hall.store->case_events(id)->size() == 2u);
    BOOST_TEST(waiting().pending == 0);
}

BOOST_FIXTURE_TEST_CASE(what_the_hub_refuses_is_a_task_and_holds_back_nobody_else, District) {
    const std::string good = take_in(village);
    const std::string wrong = take_in(village);
    const auto events = *village.store->case_events(wrong);
    // The same number was given elsewhere: a case number is one case's only.
    domain::CaseEvent first = events.front();
    first.id.clear();
    first.case_id = base::new_uuid(kClock.now());
    first.actor = hall.actor();
    first.body.registration->counter = "qx2";
    BOOST_REQUIRE(hall.store->append_events({first}).ok());
    BOOST_REQUIRE(hall.engine->wait_until_sent(5s));
    BOOST_TEST(pack() == "ok");
    BOOST_TEST(deliver() == "ok");
    const auto back = take_back();
    BOOST_TEST(back.accepted == 2);
    BOOST_TEST(back.refused == 1);
    BOOST_TEST(hall_has(good));
    BOOST_TEST(waiting().refused == 1);
    BOOST_TEST(waiting().held_back == 1);
}

BOOST_FIXTURE_TEST_CASE(a_parcel_shows_nobody_what_is_in_it, District) {
    take_in(village);
    BOOST_TEST(pack() == "ok");
    BOOST_TEST(deliver() == "ok");
    for (const auto& file : {parcel, receipts}) {
        const auto bytes = tests::read_file(file);
        for (const char* word : {"11010519491231002X", "测试甲", "TESTCODE"})
            BOOST_TEST(bytes.find(word) == std::string::npos, word);
    }
}

BOOST_FIXTURE_TEST_CASE(a_damaged_or_strange_file_is_told_and_changes_nothing, District) {
    const std::string id = take_in(village);
    BOOST_TEST(pack() == "ok");
    const auto sound = tests::read_file(parcel);
    tests::write_file(parcel, sound.substr(0, sound.size() - 5));
    BOOST_TEST(deliver() == "parcel.cut_off");
    BOOST_TEST(!std::filesystem::exists(receipts));
    auto changed = sound;
    changed[sound.size() - 20] = static_cast<char>(changed[sound.size() - 20] ^ 1);
    tests::write_file(parcel, changed);
    BOOST_TEST(deliver() == "letter.not_authentic");
    tests::write_file(parcel, "a letter to a friend\n");
    BOOST_TEST(deliver() == "parcel.not_a_parcel");
    std::filesystem::remove(parcel);
    BOOST_TEST(deliver() == "parcel.unreadable");

    tests::write_file(parcel, sound);
    BOOST_TEST(deliver() == "ok");
    BOOST_TEST(client::carry::take_receipts(*village.store, parcel).error().code == "parcel.is_parcel");
    BOOST_TEST(tests::code_of(LetterFileReader::open(receipts, LetterFileKind::parcel)) ==
               "parcel.is_receipts");
    BOOST_REQUIRE(client::carry::learn_key(*hall.store, hall.session.device_key).ok());
    BOOST_TEST(client::carry::take_receipts(*hall.store, receipts).error().code == "parcel.other_computer");
    tests::flip_byte(receipts, static_cast<std::streamoff>(tests::read_file(receipts).size() - 20));
    BOOST_TEST(client::carry::take_receipts(*village.store, receipts).error().code == "parcel.not_ours");
    BOOST_TEST(hall_has(id));
}

BOOST_FIXTURE_TEST_CASE(a_hub_that_is_away_leaves_no_receipt_and_the_parcel_is_delivered_again, District) {
    const std::string id = take_in(village);
    BOOST_TEST(pack() == "ok");
    hub.kill();
    BOOST_TEST(deliver() == "hub.unreachable");
    BOOST_TEST(!std::filesystem::exists(receipts));
    hub.start();
    BOOST_TEST(deliver() == "ok");
    BOOST_TEST(hall_has(id));
}

BOOST_FIXTURE_TEST_CASE(a_computer_the_hub_does_not_know_or_no_longer_trusts_is_refused, District) {
    take_in(village);
    const std::string key = base::random_bytes(32);
    BOOST_TEST(tests::code_of(carrier->deliver_letter(
                   wire::seal_letter(key, wire::LetterTo::hub, "nobodys", "{}"))) == "letter.unknown_sender");
    BOOST_TEST(tests::code_of(carrier->deliver_letter(wire::seal_letter(
                   key, wire::LetterTo::hub, village.store->device_id(), "{}"))) == "letter.not_authentic");
    BOOST_TEST(pack() == "ok");
    BOOST_REQUIRE(std::system(("'" YICHUANG_BIN_DIR "/yichuangctl' hub free-counter --counter qx1 --data '" +
                               hub.data().string() + "' >/dev/null")
                                  .c_str()) == 0);
    BOOST_TEST(deliver() == "session.device_revoked");
}

BOOST_FIXTURE_TEST_CASE(a_receipt_counts_only_while_the_hub_was_not_set_back, tests::StoreFixture) {
    const std::string device_key = base::to_hex(base::random_bytes(32));
    BOOST_TEST(tests::code_of(client::carry::pack(store(), clock, dir / "p")) == "parcel.no_key");
    BOOST_REQUIRE(client::carry::learn_key(store(), device_key).ok());
    take_in(1);
    BOOST_REQUIRE(store().apply_changes(tests::page_of({}, 1, "e2")).ok());
    const auto events = *store().unsent_events(10);
    wire::ParcelReceipt receipt{.epoch = "e1", .parcel = "p"};
    for (const auto& event : events)
        receipt.results.push_back({.id = event.id, .seq = 5, .arrived_at = clock.now()});
    const auto answer = [&](const std::string& epoch) {
        receipt.epoch = epoch;
        client::carry::LetterFileWriter file(dir / "r", LetterFileKind::receipts);
        file.add(wire::seal_letter(*wire::letter_key(device_key), wire::LetterTo::computer,
                                   store().device_id(), wire::receipt_to_bytes(receipt)));
        BOOST_REQUIRE(file.finish().ok());
        return tests::code_of(client::carry::take_receipts(store(), dir / "r"));
    };
    BOOST_TEST(answer("e1") == "parcel.hub_was_set_back");
    BOOST_TEST(store().outbox_counts()->pending == 2);
    BOOST_TEST(answer("e2") == "ok");
    BOOST_TEST(store().outbox_counts()->pending == 0);
}

BOOST_FIXTURE_TEST_CASE(a_parcel_that_cannot_be_written_leaves_nothing, tests::StoreFixture) {
    BOOST_REQUIRE(client::carry::learn_key(store(), base::to_hex(base::random_bytes(32))).ok());
    take_in(1);
    BOOST_TEST(tests::code_of(client::carry::pack(store(), clock, dir / "no" / "such")) == "file.unwritable");
    std::filesystem::create_symlink("/dev/full", dir / "full.part");
    BOOST_TEST(tests::code_of(client::carry::pack(store(), clock, dir / "full")) == "file.unwritable");
    BOOST_TEST(!std::filesystem::exists(dir / "full"));
}

BOOST_AUTO_TEST_SUITE_END()
