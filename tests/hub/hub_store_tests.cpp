#include "hub/store/hub_store.h"

#include <sys/stat.h>

#include <boost/test/unit_test.hpp>
#include <map>

#include "core/sqlite/migrator.h"
#include "core/wire/dossier_json.h"
#include "forms/catalogue_merge.h"
#include "forms/sample_district.h"
#include "hub/store/backup.h"
#include "hub/store/publishing.h"
#include "hub/store/seeding.h"
#include "hub/store/sqlite/key_file.h"
#include "hub/store/sqlite/person_vault.h"
#include "tests/hub/hub_place.h"
#include "tests/support/files.h"

using namespace yc;
using domain::EventKind;

namespace yc::hub::store {
std::span<const sqlite::Migration> migrations();
}

namespace {

const std::string kNumber = "11010519491231002X";
const domain::PartyKey kPerson{domain::DocumentKind::citizen_id, kNumber};

struct Fixture : tests::HubPlace {
    Fixture() : errand(*this) {
        const auto token = sign_in("clerk1", "device-1", "qx-1");
        push(token, {errand.next(EventKind::register_case, tests::clerk()),
                     errand.next(EventKind::receive, tests::clerk())});
    }
    /// Changes the database as somebody with its key could.
    void tamper(const char* sql) {
        const auto keys = hub::store::load_keys(folder.path());
        auto db = sqlite::Db::open({.file = folder / "hub.db", .key = keys->database});
        BOOST_REQUIRE(db);
        BOOST_REQUIRE(db->execute(sql));
    }
    tests::CaseOfDevices errand;
};

/// Every file of a folder with its bytes.
std::map<std::string, std::string> contents(const std::filesystem::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        files[entry.path().filename().string()] = tests::read_file(entry.path());
    return files;
}

/// A first bundle of one item.
forms::CatalogueBundle one_item() {
    domain::ServiceItem item;
    item.code = "c1";
    item.name = "一";
    return {.items = {item}, .forms = forms::sample_catalogue().forms};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(hub_store_tests, Fixture)

BOOST_AUTO_TEST_CASE(nothing_personal_is_readable_in_the_files) {
    BOOST_TEST(store->look_up(kPerson, {.user = "clerk1", .action = "dossier.look"})->has_value());
    upload(sign_in("clerk1", "device-1"), "page bytes that could be read");
    for (const std::string& secret :
         {kNumber, std::string("张三"), std::string("page bytes that could be read"),
          std::string("SQLite format 3"), errand.id, std::string("clerk1")})
        BOOST_TEST(tests::find_bytes(folder.path(), secret).empty(), secret);
}

BOOST_AUTO_TEST_CASE(the_key_file_is_for_its_owner_only_and_cannot_be_done_without) {
    struct stat info {};
    BOOST_REQUIRE(::stat((folder / "hub.key").c_str(), &info) == 0);
    BOOST_TEST((info.st_mode & 0777) == 0600U);
    api.reset();
    store.reset();
    const std::string key = tests::read_file(folder / "hub.key");
    std::filesystem::remove(folder / "hub.key");
    BOOST_TEST(hub::store::open_sqlite_store(folder.path().string()).error().code == "hub.key_missing");
    tests::write_file(folder / "hub.key", "rubbish");
    BOOST_TEST(hub::store::open_sqlite_store(folder.path().string()).error().code == "hub.key_invalid");
    tests::write_file(folder / "hub.key", std::string(64, '0'));
    BOOST_TEST(!hub::store::open_sqlite_store(folder.path().string()).ok());
    tests::write_file(folder / "hub.key", key);
    reopen();
    BOOST_TEST(store->last_seq().value() == 2);
}

BOOST_AUTO_TEST_CASE(an_altered_removed_or_moved_event_breaks_the_chain) {
    BOOST_TEST(store->check_chain().ok());
    tamper("UPDATE event SET payload = x'00' WHERE seq = 1");
    BOOST_TEST(store->check_chain().error().code == "hub.chain_broken");
    BOOST_TEST(store->check_chain().error().args.at("seq") == "1");
}

BOOST_AUTO_TEST_CASE(a_removed_event_breaks_the_chain) {
    tamper("DELETE FROM event WHERE seq = 1");
    BOOST_TEST(store->check_chain().error().args.at("seq") == "2");
}

BOOST_AUTO_TEST_CASE(an_altered_or_removed_line_breaks_the_audit) {
    BOOST_REQUIRE(store->audit({.at = clock.now(), .user = "s1", .action = "test"}));
    BOOST_TEST(store->check_chain().ok());
    tamper("UPDATE audit SET user = 'somebody' WHERE n = 1");
    BOOST_TEST(store->check_chain().error().code == "hub.audit_broken");
    tamper("UPDATE audit SET user = 'clerk1' WHERE n = 1");
    BOOST_TEST(store->check_chain().ok());
    tamper("DELETE FROM audit WHERE n = 1");
    BOOST_TEST(store->check_chain().error().args.at("line") == "2");
}

BOOST_AUTO_TEST_CASE(a_forgotten_person_is_unreadable_and_the_chain_stays_whole) {
    const hub::store::AuditEntry why{
        .at = clock.now(), .user = "os:admin", .action = "person.forget", .purpose = "retention_over"};
    BOOST_TEST(store->forget_person(kPerson, why).error().code == "hub.person_has_open_cases");
    BOOST_TEST(!store->events_of(errand.id)->empty());
    const std::string token = sign_in("clerk1", "device-1", "qx-1");
    const std::string own = upload(token, "the person's own page");
    const std::string shared = upload(token, "a page that somebody else's case uses too");
    tests::CaseOfDevices other(*this);
    other.number = "45010320260302001000025";
    auto registered = other.next(EventKind::register_case, tests::clerk());
    registered.body.registration->applicant.key.number = "110101190001011009";
    auto received = other.next(EventKind::receive, tests::clerk());
    received.body.pages = {shared};
    for (const auto& result : push(token, {registered, received}))
        BOOST_TEST((result.status == wire::PushStatus::accepted), (result.error ? result.error->code : ""));
    auto withdrawn = errand.next(EventKind::withdraw, tests::clerk());
    withdrawn.body.pages = {own, shared};
    const auto closed = push(token, {withdrawn}).front();
    BOOST_TEST((closed.status == wire::PushStatus::accepted), (closed.error ? closed.error->code : ""));
    const auto done = store->forget_person(kPerson, why);
    BOOST_REQUIRE_MESSAGE(done.ok(), (done ? "" : done.error().code + " " + done.error().detail));
    BOOST_TEST(done->known);
    BOOST_TEST(done->cases == 1);
    BOOST_TEST(done->pages == 1);
    BOOST_TEST(!store->page_size(own)->has_value());
    BOOST_TEST(store->page_size(shared)->has_value());
    const auto line = store->audit_entries(0, 1000)->back();
    BOOST_TEST(line.action == "person.forget");
    BOOST_TEST(line.purpose == "retention_over");
    BOOST_TEST(line.about.has_value());
    BOOST_TEST(!store->forget_person(kPerson, why)->known);
    BOOST_TEST(store->inspect().ok());
    BOOST_TEST(store->events_of(errand.id)->empty());
    BOOST_TEST(!store->look_up(kPerson, {.user = "clerk1", .action = "dossier.look"})->has_value());
    BOOST_TEST(store->check_chain().ok());
    for (const auto& event : changes(sign_in("clerk1", "device-1")).events)
        BOOST_TEST(event.case_id == other.id);
}

BOOST_AUTO_TEST_CASE(what_is_erased_leaves_the_journals_unless_somebody_reads) {
    BOOST_TEST(push(sign_in("clerk1", "device-1", "qx-1"), {errand.next(EventKind::withdraw, tests::clerk())})
                   .front()
                   .seq.has_value());
    const auto keys = hub::store::load_keys(folder.path());
    {
        auto reader = sqlite::Db::open({.file = folder / "hub.db", .key = keys->database});
        BOOST_REQUIRE((reader && reader->execute("BEGIN; SELECT count(*) FROM event")));
        const auto done = store->forget_person(kPerson, {.action = "person.forget"});
        BOOST_REQUIRE(done);
        BOOST_TEST(done->known);
        BOOST_TEST(!done->finished);
    }
    const auto again = store->forget_person(kPerson, {.action = "person.forget"});
    BOOST_REQUIRE(again);
    BOOST_TEST(again->finished);
    for (const char* journal : {"hub.db-wal", "pages.db-wal"})
        BOOST_TEST(std::filesystem::file_size(folder / journal) == 0U, journal);
}

BOOST_AUTO_TEST_CASE(images_left_by_a_cut_off_erasure_go_at_the_next_start) {
    const std::string token = sign_in("clerk1", "device-1", "qx-1");
    const std::string left = upload(token, "of a forgotten person");
    const std::string used = upload(token, "used by a case again");
    tamper(("INSERT INTO page_to_erase VALUES ('" + left + "'), ('" + used + "');" +
            "INSERT INTO page_use VALUES ('" + used + "', '" + errand.id + "')")
               .c_str());
    reopen();
    BOOST_TEST(!store->page_size(left)->has_value());
    BOOST_TEST(store->page_size(used)->has_value());
}

BOOST_AUTO_TEST_CASE(damage_in_the_middle_is_named_after_its_file) {
    upload(sign_in("clerk1", "device-1", "qx-1"), std::string(700'000, 'x'));
    for (const char* name : {"hub.db", "pages.db"}) {
        api.reset();
        store.reset();
        const auto file = folder / name;
        const std::string whole = tests::read_file(file);
        std::string damaged = whole;
        const size_t page = whole.size() / 4096 / 2 * 4096;
        damaged.replace(page, 4096, std::string(4096, '\x5a'));
        tests::write_file(file, damaged);
        const auto verdict = [&]() -> base::Result<hub::store::StoreReport> {
            YC_TRY(const auto hurt, hub::store::open_sqlite_store(folder.path().string()));
            return hurt->inspect();
        }();
        BOOST_REQUIRE(!verdict);
        BOOST_TEST(verdict.error().code == "hub.damaged", name << ": " << verdict.error().code);
        BOOST_TEST(verdict.error().args.at("file") == name);
        tests::write_file(file, whole);
        reopen();
        BOOST_TEST(store->inspect().ok());
    }
}

BOOST_AUTO_TEST_CASE(files_are_for_their_owner_only) {
    BOOST_REQUIRE(hub::store::back_up(*store, {folder.path(), folder / "copy", true}, clock.now()));
    for (const char* name : {"hub.db", "hub.db-wal", "pages.db", "hub.key", "copy/hub.db", "copy/pages.db",
                             "copy/hub.key", "copy/backup.json"}) {
        struct stat info {};
        BOOST_REQUIRE_MESSAGE(::stat((folder / name).c_str(), &info) == 0, name);
        BOOST_TEST((info.st_mode & 0777) == 0600U, name);
    }
}

BOOST_AUTO_TEST_CASE(a_backup_may_be_named_with_a_slash_at_the_end) {
    BOOST_REQUIRE(hub::store::back_up(*store, {folder.path(), folder.path() / "copy" / ""}, clock.now()));
    BOOST_TEST(std::filesystem::exists(folder / "copy" / "hub.db"));
    BOOST_TEST(!std::filesystem::exists(folder / "copy.unfinished"));
    BOOST_TEST(hub::store::check_backup(folder / "copy", folder / "hub.key").ok());
}

BOOST_AUTO_TEST_CASE(inspecting_reads_every_page_against_its_name) {
    const std::string token = sign_in("clerk1", "device-1", "qx-1");
    const std::string page = upload(token, std::string(700'000, 'x'));
    const auto sound = store->inspect();
    BOOST_REQUIRE(sound);
    BOOST_TEST(sound->pages == 1);
    BOOST_TEST(sound->events == store->last_seq().value());
    const auto keys = hub::store::load_keys(folder.path());
    auto pages = sqlite::Db::open({.file = folder.path() / "pages.db", .key = keys->pages});
    BOOST_REQUIRE(pages);
    BOOST_REQUIRE(pages->execute("UPDATE chunk SET bytes = zeroblob(length(bytes)) WHERE start > 0"));
    const auto damaged = store->inspect();
    BOOST_TEST(damaged.error().code == "hub.page_damaged");
    BOOST_TEST(damaged.error().args.at("page") == page);
}

BOOST_AUTO_TEST_CASE(a_backup_that_is_not_what_it_says_is_found_out) {
    const std::string token = sign_in("clerk1", "device-1", "qx-1");
    upload(token, "page one");
    const auto key = folder.path() / "hub.key";
    const auto first = folder.path() / "first";
    const auto second = folder.path() / "second";
    BOOST_REQUIRE(hub::store::back_up(*store, {folder.path(), first}, clock.now()));
    BOOST_TEST(hub::store::back_up(*store, {folder.path(), first}, clock.now()).error().code ==
               "hub.backup_exists");
    upload(token, "page two");
    const auto made = hub::store::back_up(*store, {folder.path(), second}, clock.now());
    BOOST_REQUIRE(made);
    BOOST_TEST((*hub::store::check_backup(second, key) == *made));
    // An older file of the same hub under the newer one's name.
    std::filesystem::copy_file(first / "pages.db", second / "pages.db",
                               std::filesystem::copy_options::overwrite_existing);
    BOOST_TEST(hub::store::check_backup(second, key).error().code == "hub.backup_differs");
    std::filesystem::remove(second / "pages.db");
    BOOST_TEST(hub::store::check_backup(second, key).error().code == "hub.no_store");
    BOOST_TEST(hub::store::check_backup(first, folder.path() / "no such key").error().code ==
               "hub.key_missing");
}

BOOST_AUTO_TEST_CASE(checking_a_backup_changes_nothing_in_it) {
    const auto key = folder.path() / "hub.key";
    const auto made = folder.path() / "100% a?b#c";
    BOOST_REQUIRE(hub::store::back_up(*store, {folder.path(), made}, clock.now()));
    const auto before = contents(made);
    BOOST_TEST(before.size() == 3U);
    BOOST_TEST(hub::store::check_backup(made, key).ok());
    BOOST_TEST((contents(made) == before));
}

BOOST_AUTO_TEST_CASE(a_backup_of_an_older_or_newer_schema_is_checked_as_it_is) {
    const auto key = folder.path() / "hub.key";
    const auto old = folder.path() / "old";
    BOOST_REQUIRE(hub::store::back_up(*store, {folder.path(), old}, clock.now()));
    std::filesystem::remove(old / "hub.db");
    tests::write_file(old / "backup.json", R"({"events": 0, "audit_lines": 0, "pages": 0})");
    const auto keys = hub::store::load_keys(folder.path());
    {
        auto db = sqlite::Db::open({.file = old / "hub.db", .key = keys->database});
        BOOST_REQUIRE(db);
        BOOST_REQUIRE(sqlite::migrate(*db, hub::store::migrations().first(1), folder.path()));
    }
    const auto before = contents(old);
    const auto report = hub::store::check_backup(old, key);
    BOOST_TEST(report.ok(), (report ? "" : report.error().code));
    BOOST_TEST((contents(old) == before));
    {
        auto db = sqlite::Db::open({.file = old / "hub.db", .key = keys->database});
        BOOST_REQUIRE(db->execute("PRAGMA user_version=1000"));
    }
    BOOST_TEST(hub::store::check_backup(old, key).error().code == "hub.newer_version");
}

BOOST_AUTO_TEST_CASE(a_dossier_from_before_there_were_records_is_read_corrected_and_parted) {
    const domain::PartyKey old_key{domain::DocumentKind::passport, "E12345678"};
    domain::Dossier old;
    old.party.key = old_key;
    old.party.name = "陈示例";
    old.facts = {{.field = "phone", .value = "13800000001", .source_case = "4501"}};
    tests::TempDir other;
    {
        const auto keys = hub::store::load_keys(other.path());
        auto db = sqlite::Db::open({.file = other / "hub.db", .key = keys->database});
        BOOST_REQUIRE(sqlite::migrate(*db, hub::store::migrations().first(2), other.path()));
        hub::store::PersonVault vault(*db, *keys);
        const int64_t person = vault.need(old_key).value();
        const auto sealed = vault.seal(person, wire::dossier_to_text(old), "dossier").value();
        BOOST_REQUIRE(db->run("UPDATE person SET dossier = ?1", sqlite::Blob{sealed}));
    }
    auto opened = hub::store::open_sqlite_store(other.path().string());
    BOOST_REQUIRE(opened);
    BOOST_TEST(((*opened)->look_up(old_key, {}).value() == old));
    const domain::DossierAct mend{.id = "a1",
                                  .kind = domain::DossierActKind::correct_fact,
                                  .field = "phone",
                                  .value = "13900000000",
                                  .ground = "inaccurate",
                                  .reason = "本人书面申请",
                                  .by = "s1",
                                  .at = clock.now()};
    const auto file = (*opened)->act_on_dossier(old_key, mend, true, {});
    BOOST_REQUIRE_MESSAGE(file.ok(), (file ? "" : file.error().code));
    BOOST_TEST(file->dossier.party.phone == "13900000000");
    BOOST_TEST(file->dossier.party.name == "陈示例");
    BOOST_TEST(file->statements.size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_failed_piece_of_work_leaves_nothing_behind) {
    const auto failed = store->write([&](hub::store::CaseWriter& writer) -> base::Result<void> {
        auto event = errand.next(EventKind::withdraw, tests::clerk());
        BOOST_REQUIRE(writer.append(event, kPerson, clock.now()));
        return base::fail("hub.failed");
    });
    BOOST_TEST(!failed.ok());
    BOOST_TEST(store->last_seq().value() == 2);
    BOOST_TEST(store->check_chain().ok());
}

BOOST_AUTO_TEST_CASE(two_processes_share_the_store_and_one_notices_the_other) {
    auto other = hub::store::open_sqlite_store(folder.path().string());
    BOOST_REQUIRE(other);
    const auto before = store->outside_changes().value();
    BOOST_REQUIRE(hub::store::publish(**other, one_item(), clock.now()));
    BOOST_TEST(store->outside_changes().value() != before);
    BOOST_TEST(store->catalogue_version().value() == 1);
}

BOOST_AUTO_TEST_CASE(a_bundle_follows_the_newest_one_or_is_refused) {
    const auto first = one_item();
    BOOST_REQUIRE(hub::store::publish(*store, first, clock.now()));
    // Two administrators begin with version 1.
    auto mine = first.items[0];
    auto theirs = mine;
    mine.code = "c2";
    theirs.code = "c3";
    BOOST_REQUIRE(hub::store::publish(*store, forms::merge_items(first, {mine}, {base::date_of(clock.now())}),
                                      clock.now()));
    const auto late = hub::store::publish(
        *store, forms::merge_items(first, {theirs}, {base::date_of(clock.now())}), clock.now());
    BOOST_TEST(late.error().code == "catalogue.version_taken");
    const auto catalogue = hub::store::published_catalogue(*store);
    BOOST_REQUIRE((catalogue && *catalogue));
    BOOST_TEST((*catalogue)->version() == 2);
    BOOST_TEST(((*catalogue)->newest("c2") != nullptr));
    BOOST_TEST(((*catalogue)->newest("c3") == nullptr));
    BOOST_TEST(hub::store::publish(*store, first, clock.now()).error().code == "catalogue.version_taken");
    BOOST_TEST(store->publish_catalogue(1, "{}", clock.now()).error().code == "catalogue.version_taken");
}

BOOST_AUTO_TEST_CASE(a_bundle_that_does_not_fit_the_directory_is_not_published) {
    auto bundle = forms::sample_catalogue();  // of departments that this store does not have
    BOOST_TEST(hub::store::publish(*store, bundle, clock.now()).error().code ==
               "catalogue.unknown_department");
    BOOST_TEST(store->catalogue_version().value() == 0);
}

BOOST_AUTO_TEST_CASE(the_sample_is_put_into_an_empty_store_once) {
    BOOST_TEST(hub::store::seed_sample(*store, clock.now()).error().code == "hub.not_empty");
    const tests::TempDir empty;
    auto fresh = hub::store::open_sqlite_store(empty.path().string());
    BOOST_REQUIRE(fresh);
    BOOST_REQUIRE(hub::store::seed_sample(**fresh, clock.now()));
    BOOST_TEST((*fresh)->figures(clock.now())->dossiers == 300);
    BOOST_TEST(hub::store::is_sample(**fresh).value());
    BOOST_REQUIRE(hub::store::seed_sample(**fresh, clock.now()));
    BOOST_TEST((*fresh)->catalogue_version().value() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
