#include "core/sqlite/migrator.h"

#include <array>
#include <boost/test/unit_test.hpp>

#include "tests/support/files.h"
#include "tests/support/temp_dir.h"

using namespace yc;
using sqlite::Db;
using sqlite::Migration;

namespace {

const std::string kKey(32, 'k');
constexpr auto kSteps = std::to_array<Migration>(
    {{1, "001_person",
      "CREATE TABLE person(name TEXT NOT NULL) STRICT; INSERT INTO person VALUES('韦秀英');"},
     {2, "002_phone", "ALTER TABLE person ADD COLUMN phone TEXT;"},
     {3, "003_index", "CREATE INDEX person_by_phone ON person(phone);"}});
constexpr auto kBroken = std::to_array<Migration>(
    {{1, "001_person", kSteps[0].sql},
     {2, "002_broken", "ALTER TABLE person ADD COLUMN phone TEXT; INSERT INTO nowhere VALUES(1);"}});

}  // namespace

BOOST_AUTO_TEST_SUITE(migrator_tests)

BOOST_AUTO_TEST_CASE(a_new_database_takes_every_step_and_needs_no_backup) {
    tests::TempDir dir;
    auto db = Db::open({dir / "a.db", kKey});
    BOOST_REQUIRE(db.ok());
    BOOST_REQUIRE(sqlite::migrate(*db, kSteps, dir / "backups").ok());
    BOOST_TEST(*db->user_version() == 3);
    BOOST_TEST(!std::filesystem::exists(dir / "backups"));
}

BOOST_AUTO_TEST_CASE(an_old_database_is_backed_up_then_brought_up) {
    tests::TempDir dir;
    auto db = Db::open({dir / "a.db", kKey});
    BOOST_REQUIRE(sqlite::migrate(*db, std::span(kSteps).first(1), dir / "backups").ok());
    BOOST_REQUIRE(sqlite::migrate(*db, kSteps, dir / "backups").ok());
    BOOST_TEST(*db->user_version() == 3);
    BOOST_TEST(db->integer("SELECT count(*) FROM person WHERE phone IS NULL")->value() == 1);
    auto backup = Db::open({dir / "backups/a.db.v1.bak", kKey, false});
    BOOST_REQUIRE(backup.ok());
    BOOST_TEST(*backup->user_version() == 1);
    BOOST_TEST(backup->text("SELECT name FROM person")->value() == "韦秀英");
    BOOST_TEST(tests::find_bytes(dir.path(), "韦秀英").empty());
}

BOOST_AUTO_TEST_CASE(a_newer_database_is_refused_untouched) {
    tests::TempDir dir;
    auto db = Db::open({dir / "a.db", kKey});
    BOOST_REQUIRE(sqlite::migrate(*db, kSteps, dir / "backups").ok());
    const auto refused = sqlite::migrate(*db, std::span(kSteps).first(2), dir / "backups");
    BOOST_REQUIRE(!refused.ok());
    BOOST_TEST(refused.error().code == "store.newer_version");
    BOOST_TEST(refused.error().args.at("found") == "3");
    BOOST_TEST(refused.error().args.at("known") == "2");
    BOOST_TEST(*db->user_version() == 3);
}

BOOST_AUTO_TEST_CASE(a_step_that_fails_leaves_the_database_as_it_was) {
    tests::TempDir dir;
    auto db = Db::open({dir / "a.db", kKey});
    BOOST_REQUIRE(sqlite::migrate(*db, std::span(kBroken).first(1), dir / "backups").ok());
    const auto failed = sqlite::migrate(*db, kBroken, dir / "backups");
    BOOST_REQUIRE(!failed.ok());
    BOOST_TEST(failed.error().code == "store.migration_failed");
    BOOST_TEST(*db->user_version() == 1);
    BOOST_TEST(db->integer("SELECT count(*) FROM pragma_table_info('person')")->value() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
