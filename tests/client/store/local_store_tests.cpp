#include "client/store/local_store.h"

#include <boost/test/unit_test.hpp>

#include "core/base/id.h"
#include "tests/client/store/store_fixture.h"
#include "tests/support/files.h"

using namespace yc;
using namespace yc::tests;
using client::store::LocalStore;

BOOST_FIXTURE_TEST_SUITE(local_store_tests, StoreFixture)

BOOST_AUTO_TEST_CASE(opening_is_signing_in) {
    BOOST_TEST(!LocalStore::exists(dir.path()));
    BOOST_TEST(code_of(LocalStore::open(options(), kUser, kPassword)) == "store.missing");
    const std::string device = store().device_id();
    BOOST_TEST(base::is_uuid(device));
    close();
    BOOST_TEST(code_of(LocalStore::create(options(), kUser, kPassword)) == "store.exists");
    BOOST_TEST(code_of(LocalStore::open(options(), kUser, "another")) == "store.wrong_password");
    BOOST_TEST(code_of(LocalStore::open(options(), "clerk2", kPassword)) == "store.no_slot");
    BOOST_TEST(LocalStore::has_user(dir.path(), kUser));
    BOOST_TEST(!LocalStore::has_user(dir.path(), "clerk2"));
    BOOST_TEST(store().device_id() == device);
}

BOOST_AUTO_TEST_CASE(a_second_user_gets_a_slot_of_their_own) {
    BOOST_REQUIRE(store().add_user("clerk2", "two").ok());
    close();
    BOOST_TEST(code_of(LocalStore::open(options(), "clerk2", "two")) == "ok");
    BOOST_TEST(code_of(LocalStore::open(options(), "clerk2", kPassword)) == "store.wrong_password");
    BOOST_REQUIRE(store().add_user(kUser, "changed").ok());
    BOOST_REQUIRE(store().remove_user("clerk2").ok());
    close();
    BOOST_TEST(code_of(LocalStore::open(options(), kUser, kPassword)) == "store.wrong_password");
    BOOST_TEST(code_of(LocalStore::open(options(), kUser, "changed")) == "ok");
    BOOST_TEST(code_of(LocalStore::open(options(), "clerk2", "two")) == "store.no_slot");
}

BOOST_AUTO_TEST_CASE(the_hub_opens_the_store_by_its_key_for_the_device_only) {
    const std::string key(64, 'a'), other(64, 'b');
    const std::string device = store().device_id();
    BOOST_TEST(LocalStore::device_in(dir.path()).empty());
    BOOST_REQUIRE(store().let_hub_in(key).ok());
    close();
    BOOST_TEST(LocalStore::device_in(dir.path()) == device);
    BOOST_TEST(code_of(LocalStore::open_by_hub(options(), other)) == "store.wrong_password");
    BOOST_TEST(read_file(dir / "slots.json").find(key) == std::string::npos);
    auto opened = LocalStore::open_by_hub(options(), key);
    BOOST_REQUIRE(opened.ok());
    BOOST_TEST((*opened)->device_id() == device);
    BOOST_REQUIRE((*opened)->let_hub_in(other).ok());  // a hub with another key takes the place of the old
    BOOST_TEST(code_of(LocalStore::open_by_hub(options(), key)) == "store.wrong_password");
    BOOST_TEST(code_of(LocalStore::open_by_hub(options(), other)) == "ok");
    BOOST_TEST(code_of(LocalStore::open(options(), kUser, kPassword)) == "ok");
}

BOOST_AUTO_TEST_CASE(damaged_slots_are_told_from_a_wrong_password) {
    store();
    close();
    tests::write_file(dir / "slots.json", "{\"format\":1,\"slots\":[{}]}");
    BOOST_TEST(code_of(LocalStore::open(options(), kUser, kPassword)) == "store.slots_damaged");
    tests::write_file(dir / "slots.json", "{\"format\":7,\"slots\":[]}");
    BOOST_TEST(code_of(LocalStore::open(options(), kUser, kPassword)) == "store.newer_version");
}

BOOST_AUTO_TEST_CASE(a_database_without_slots_is_moved_aside_and_never_deleted) {
    store();
    close();
    std::filesystem::remove(dir / "slots.json");
    store();
    int aside = 0;
    for (const auto& entry : std::filesystem::directory_iterator(dir.path()))
        aside += entry.path().filename().string().find("orphan") != std::string::npos ? 1 : 0;
    BOOST_TEST(aside >= 1);
}

BOOST_AUTO_TEST_CASE(a_plaintext_store_is_refused) {
    store();
    close();
    std::string plain("SQLite format 3\0", 16);
    plain.resize(4096);
    tests::write_file(dir / "store.db", plain);
    BOOST_TEST(code_of(LocalStore::open(options(), kUser, kPassword)) == "store.plaintext");
}

BOOST_AUTO_TEST_CASE(serials_never_repeat_when_the_clock_goes_back) {
    const auto monday = base::make_date(2026, 3, 2);
    const auto sunday = base::make_date(2026, 3, 1);
    BOOST_TEST(*store().reserve_case_serial("450103", monday, 1) == 1);
    BOOST_TEST(*store().reserve_case_serial("450103", monday, 1) == 2);
    clock.set(moment("2026-03-01T09:00:00+08:00"));
    BOOST_TEST(*store().reserve_case_serial("450103", sunday, 1) == 1);
    close();
    clock.set(moment("2026-03-02T09:00:00+08:00"));
    BOOST_TEST(*store().reserve_case_serial("450103", monday, 1) == 3);
    BOOST_TEST(*store().reserve_case_serial("450103", monday, 2) == 1);
    BOOST_TEST(*store().reserve_case_serial("450103", sunday, 1) == 2);
    BOOST_TEST(*store().reserve_serial("notice/a") == 1);
    BOOST_TEST(*store().reserve_serial("notice/a") == 2);
}

BOOST_AUTO_TEST_CASE(a_reinstalled_computer_goes_on_after_the_numbers_in_the_feed) {
    BOOST_REQUIRE(store().apply_changes(page_of(intake_events("c-9", case_number(41)), 1)).ok());
    BOOST_TEST(*store().reserve_case_serial("450103", base::make_date(2026, 3, 2), 1) == 42);
}

BOOST_AUTO_TEST_CASE(session_catalogue_and_settings_come_back) {
    wire::Session session;
    session.token = "token-1";
    session.user = {kUser, "韦秀英", {domain::Role::clerk}, "qx", ""};
    session.district = "青秀区";
    session.epoch = "e1";
    BOOST_TEST(!store().session(kUser)->has_value());
    BOOST_REQUIRE(store().save_session(session).ok());
    BOOST_REQUIRE(store().save_catalogue({3, std::string("bundle\0bytes", 12)}).ok());
    BOOST_REQUIRE(store().set_setting("counter", "qx-1").ok());
    close();
    BOOST_TEST((store().session(kUser)->value() == session));
    BOOST_REQUIRE(store().forget_token(kUser).ok());
    BOOST_TEST(store().session(kUser)->value().token.empty());
    BOOST_TEST(*store().catalogue_version() == 3);
    BOOST_TEST(store().catalogue()->value().bytes == std::string("bundle\0bytes", 12));
    BOOST_TEST(store().setting("counter")->value() == "qx-1");
    BOOST_TEST(!store().setting("none")->has_value());
}

BOOST_AUTO_TEST_CASE(drafts_are_kept_until_removed_or_completed) {
    BOOST_REQUIRE(store().save_draft({"d1", "intake", "韦𠮷英", "{\"a\":1}"}).ok());
    clock.advance(std::chrono::minutes(1));
    BOOST_REQUIRE(store().save_draft({"d2", "parked", "李", "{}"}).ok());
    clock.advance(std::chrono::minutes(1));
    BOOST_REQUIRE(store().save_draft({"d1", "intake", "韦𠮷英", "{\"a\":2}"}).ok());
    close();
    const auto all = store().drafts();
    BOOST_REQUIRE(all->size() == 2u);
    BOOST_TEST(all->front().id == "d1");
    BOOST_TEST(all->front().json == "{\"a\":2}");
    BOOST_TEST(store().drafts("parked")->size() == 1u);
    BOOST_REQUIRE(store().append_events(intake_events("c-1", case_number(1)), "d1").ok());
    BOOST_TEST(!store().draft("d1")->has_value());
    BOOST_REQUIRE(store().remove_draft("d2").ok());
    BOOST_TEST(store().drafts()->empty());
}

BOOST_AUTO_TEST_CASE(dossiers_expire_and_are_marked_when_the_hub_has_newer) {
    domain::Dossier dossier;
    dossier.party.key.number = kNumber;
    dossier.party.name = kName;
    dossier.version = 4;
    BOOST_REQUIRE(store().save_dossier(dossier, clock.now() + std::chrono::hours(24)).ok());
    bool stale = true;
    BOOST_TEST((store().dossier(dossier.party.key, &stale)->value() == dossier));
    BOOST_TEST(!stale);
    wire::ChangesPage page;
    page.epoch = "e1";
    page.dossiers_changed = {{dossier.party.key, 5}};
    page.next = 5;
    BOOST_REQUIRE(store().apply_changes(page).ok());
    BOOST_TEST(store().dossier(dossier.party.key, &stale)->has_value());
    BOOST_TEST(stale);
    clock.advance(std::chrono::hours(25));
    BOOST_TEST(!store().dossier(dossier.party.key)->has_value());
    BOOST_REQUIRE(store().expire_dossiers().ok());
}

BOOST_AUTO_TEST_CASE(papers_and_looks_are_remembered) {
    const client::store::NoticeRecord notice{
        "青市监补字2026第1号", "notify_supplement", "c-1", "ab", kUser, clock.now()};
    BOOST_REQUIRE(store().record_notice(notice).ok());
    BOOST_REQUIRE(store().record_notice(notice).ok());
    BOOST_REQUIRE(store().notices_of("c-1")->size() == 1u);
    BOOST_TEST((store().notices_of("c-1")->front() == notice));
    const client::store::DossierLook look{
        "l1", {domain::DocumentKind::citizen_id, kNumber}, "intake", "c-1", kUser, clock.now()};
    BOOST_REQUIRE(store().record_look(look).ok());
    BOOST_REQUIRE(store().unsent_looks()->size() == 1u);
    BOOST_TEST((store().unsent_looks()->front() == look));
    BOOST_REQUIRE(store().looks_sent({"l1"}).ok());
    BOOST_TEST(store().unsent_looks()->empty());
}

BOOST_AUTO_TEST_CASE(pages_are_kept_once_and_wait_until_an_event_names_them) {
    const std::string bytes(100000, 'P');
    const std::string sha = *store().save_page(bytes);
    BOOST_TEST(*store().save_page(bytes) == sha);
    BOOST_TEST(*store().page(sha) == bytes);
    BOOST_TEST(*store().has_page(sha));
    BOOST_TEST(store().pages_to_upload(10)->empty());
    auto events = intake_events("c-1", case_number(1));
    events[0].body.materials[0].pages = {sha};
    BOOST_REQUIRE(store().append_events(events).ok());
    BOOST_REQUIRE(store().pages_to_upload(10)->size() == 1u);
    BOOST_TEST(store().case_row("c-1")->value().pages_pending == 1);
    BOOST_REQUIRE(store().page_progress(sha, "/v1/uploads/7", 4096).ok());
    BOOST_TEST(store().pages_to_upload(10)->front().offset == 4096);
    BOOST_REQUIRE(store().page_uploaded(sha).ok());
    BOOST_TEST(store().pages_to_upload(10)->empty());
    BOOST_TEST(store().case_row("c-1")->value().pages_pending == 0);
    const std::string fetched = *store().save_page("from the hub", true);
    BOOST_TEST(*store().page(fetched) == "from the hub");
    BOOST_TEST(code_of(store().page(std::string(64, '0'))) == "page.unknown");
    BOOST_TEST(code_of(store().save_page("")) == "page.empty");
    BOOST_TEST(code_of(store().save_page(std::string((20U << 20) + 1, 'x'))) == "page.too_large");
}

BOOST_AUTO_TEST_CASE(nothing_of_a_person_can_be_read_from_any_file) {
    auto events = intake_events("c-1", case_number(1));
    events[0].body.materials[0].pages = {*store().save_page("page of " + kName + " " + kNumber)};
    BOOST_REQUIRE(store().append_events(events).ok());
    BOOST_REQUIRE(store().save_draft({"d1", "intake", kName, "{\"number\":\"" + kNumber + "\"}"}).ok());
    domain::Dossier dossier;
    dossier.party.key.number = kNumber;
    dossier.party.name = kName;
    BOOST_REQUIRE(store().save_dossier(dossier, clock.now() + std::chrono::hours(1)).ok());
    BOOST_REQUIRE(store().backup_to(dir / "copy.db").ok());
    const auto search = [&] {
        for (const std::string& secret :
             {kName, kNumber, kPhone, kUser, kPassword, case_number(1), std::string("clerk"),
              std::string("sqlite_"), std::string("SQLite format 3")})
            BOOST_TEST_CONTEXT(secret) BOOST_TEST(tests::find_bytes(dir.path(), secret).string() == "");
    };
    search();  // while open: database, write-ahead log, pages, backup
    close();
    search();
    // The search finds what is there: the slot file is text.
    BOOST_TEST(tests::find_bytes(dir.path(), "\"slots\"").filename().string() == "slots.json");
}

BOOST_AUTO_TEST_CASE(an_observer_is_told_once_then_reads) {
    int told = 0;
    auto observer = store().observe([&] { ++told; });
    take_in(1);
    take_in(2);
    BOOST_TEST(told == 1);
    BOOST_TEST(observer->take() == (client::store::topic_cases | client::store::topic_outbox));
    BOOST_TEST(observer->take() == 0u);
    BOOST_REQUIRE(store().save_draft({"d", "intake", "", "{}"}).ok());
    BOOST_TEST(told == 2);
    observer.reset();
    take_in(3);
    BOOST_TEST(told == 2);
}

BOOST_AUTO_TEST_SUITE_END()
