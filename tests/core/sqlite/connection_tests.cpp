#include "core/sqlite/connection.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <thread>

#include "core/base/crypto.h"
#include "core/sqlite/transaction.h"
#include "tests/support/files.h"
#include "tests/support/temp_dir.h"

using namespace yc;
using sqlite::Db;
using sqlite::Tx;

namespace {

const std::string kKey(32, 'k');

Db open(const std::filesystem::path& file, const std::string& key = kKey) {
    auto db = Db::open({file, key});
    BOOST_REQUIRE_MESSAGE(db.ok(), (db.ok() ? std::string() : db.error().code + " " + db.error().detail));
    return *std::move(db);
}

void fill(Db& db, int rows) {
    BOOST_REQUIRE(db.execute("CREATE TABLE IF NOT EXISTS person(id INTEGER PRIMARY KEY, name TEXT NOT NULL, "
                             "note TEXT) STRICT")
                      .ok());
    auto tx = Tx::begin(db);
    BOOST_REQUIRE(tx.ok());
    for (int i = 0; i < rows; ++i)
        BOOST_REQUIRE(
            db.run("INSERT INTO person(name, note) VALUES(?1, ?2)", "韦秀英", std::string(200, 'x')).ok());
    BOOST_REQUIRE(tx->commit().ok());
}

std::string code_of(const base::Result<Db>& result) {
    return result ? "opened" : result.error().code;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(connection_tests)

BOOST_AUTO_TEST_CASE(values_come_back_as_they_went_in) {
    tests::TempDir dir;
    Db db = open(dir / "a.db");
    BOOST_REQUIRE(db.execute("CREATE TABLE t(i INTEGER, r REAL, t TEXT, b BLOB, n TEXT) STRICT").ok());
    const std::string bytes("\0\xff\x01", 3);
    BOOST_REQUIRE(db.run("INSERT INTO t VALUES(?1,?2,?3,?4,?5)", int64_t{1} << 60, 2.5, "张𠮷",
                         sqlite::Blob{bytes}, std::optional<std::string>())
                      .ok());
    int rows = 0;
    BOOST_REQUIRE(db.each("SELECT i,r,t,b,n FROM t", [&](const sqlite::Row& row) {
                        ++rows;
                        BOOST_TEST(row.integer(0) == int64_t{1} << 60);
                        BOOST_TEST(row.real(1) == 2.5);
                        BOOST_TEST(row.text(2) == "张𠮷");
                        BOOST_TEST(row.blob(3) == bytes);
                        BOOST_TEST(row.is_null(4));
                        BOOST_TEST(!row.maybe_text(4).has_value());
                    }).ok());
    BOOST_TEST(rows == 1);
}

BOOST_AUTO_TEST_CASE(a_connection_keeps_what_it_promises) {
    tests::TempDir dir;
    Db db = open(dir / "a.db");
    BOOST_TEST(db.text("PRAGMA journal_mode")->value() == "wal");
    BOOST_TEST(db.integer("PRAGMA synchronous")->value() == 2);  // FULL
    BOOST_TEST(db.integer("PRAGMA foreign_keys")->value() == 1);
    BOOST_TEST(db.integer("PRAGMA temp_store")->value() == 2);  // memory
    BOOST_TEST(db.text("PRAGMA cipher")->value() == "sm4gcm");
}

BOOST_AUTO_TEST_CASE(wrong_type_is_refused_by_a_strict_table) {
    tests::TempDir dir;
    Db db = open(dir / "a.db");
    BOOST_REQUIRE(db.execute("CREATE TABLE t(i INTEGER) STRICT").ok());
    const auto refused = db.run("INSERT INTO t VALUES(?1)", "one");
    BOOST_REQUIRE(!refused.ok());
    BOOST_TEST(refused.error().code == "store.constraint");
}

BOOST_AUTO_TEST_CASE(wrong_key_is_told_as_such) {
    tests::TempDir dir;
    {
        Db db = open(dir / "a.db");
        fill(db, 10);
    }
    BOOST_TEST(code_of(Db::open({dir / "a.db", std::string(32, 'w')})) == "store.wrong_key");
    BOOST_TEST(code_of(Db::open({dir / "a.db", "short"})) == "store.bad_key");
    BOOST_TEST(code_of(Db::open({dir / "a.db", kKey})) == "opened");
}

BOOST_AUTO_TEST_CASE(missing_file_is_told_and_not_made) {
    tests::TempDir dir;
    BOOST_TEST(code_of(Db::open({dir / "none.db", kKey, false})) == "store.missing");
    BOOST_TEST(!std::filesystem::exists(dir / "none.db"));
}

BOOST_AUTO_TEST_CASE(plaintext_database_is_refused) {
    tests::TempDir dir;
    std::string plain("SQLite format 3\0", 16);
    plain.resize(4096);
    tests::write_file(dir / "plain.db", plain);
    BOOST_TEST(code_of(Db::open({dir / "plain.db", kKey})) == "store.plaintext");
}

BOOST_AUTO_TEST_CASE(nothing_readable_is_on_the_disk) {
    tests::TempDir dir;
    Db db = open(dir / "a.db");
    fill(db, 300);
    BOOST_TEST(std::filesystem::file_size(dir / "a.db-wal") > 0u);
    BOOST_TEST(tests::find_bytes(dir.path(), "韦秀英").empty());
    BOOST_TEST(tests::find_bytes(dir.path(), "CREATE TABLE").empty());
    BOOST_TEST(tests::find_bytes(dir.path(), "SQLite format 3").empty());
    BOOST_TEST(tests::find_bytes(dir.path(), std::string(20, 'x')).empty());
}

BOOST_AUTO_TEST_CASE(one_altered_byte_is_detected_on_every_page) {
    tests::TempDir dir;
    {
        Db db = open(dir / "a.db");
        fill(db, 300);
    }
    const std::string good = tests::read_file(dir / "a.db");
    const auto size = static_cast<std::streamoff>(good.size());
    BOOST_REQUIRE(size > 10 * 4096);
    // Page 1: salt, key check, what stays readable, content, nonce, tag. Then one place in each page.
    std::vector<std::streamoff> places{3, 11, 17, 18, 21, 40, 2000, 4096 - 30, 4096 - 18, 4096 - 6};
    for (std::streamoff at = 4096 + 77; at < size; at += 4096) places.push_back(at);
    for (const auto place : places) {
        tests::write_file(dir / "b.db", good);
        tests::flip_byte(dir / "b.db", place);
        auto db = Db::open({dir / "b.db", kKey});
        const std::string code = db ? (db->check_integrity() ? "whole" : "store.corrupt") : db.error().code;
        BOOST_TEST_CONTEXT("byte " << place) BOOST_TEST(code == "store.corrupt");
    }
}

BOOST_AUTO_TEST_CASE(exchanged_pages_are_detected) {
    tests::TempDir dir;
    {
        Db db = open(dir / "a.db");
        fill(db, 300);
    }
    std::string bytes = tests::read_file(dir / "a.db");
    std::swap_ranges(bytes.begin() + 4 * 4096, bytes.begin() + 5 * 4096, bytes.begin() + 6 * 4096);
    tests::write_file(dir / "a.db", bytes);
    Db db = open(dir / "a.db");
    const auto checked = db.check_integrity();
    BOOST_REQUIRE(!checked.ok());
    BOOST_TEST(checked.error().code == "store.corrupt");
}

BOOST_AUTO_TEST_CASE(backup_opens_under_the_same_key_and_holds_everything) {
    tests::TempDir dir;
    Db db = open(dir / "a.db");
    fill(db, 120);
    BOOST_REQUIRE(db.backup_to(dir / "copy.db").ok());
    BOOST_TEST(tests::find_bytes(dir.path(), "韦秀英").empty());
    Db copy = open(dir / "copy.db");
    BOOST_TEST(copy.check_integrity().ok());
    BOOST_TEST(copy.integer("SELECT count(*) FROM person")->value() == 120);
    BOOST_TEST(code_of(Db::open({dir / "copy.db", std::string(32, 'w')})) == "store.wrong_key");
}

BOOST_AUTO_TEST_CASE(other_processes_see_that_a_database_is_in_use) {
    tests::TempDir dir;
    const auto file = dir / "used.db";
    Db db = open(file);
    fill(db, 1);
    const Db second = open(file);  // opening again must not take the first one's locks away
    const pid_t other = ::fork();
    if (other == 0) {
        struct flock lock {};
        lock.l_type = F_WRLCK;
        lock.l_whence = SEEK_SET;
        lock.l_start = 0x40000000 + 2;  // where SQLite's readers hold theirs
        lock.l_len = 510;
        const int fd = ::open(file.c_str(), O_RDWR);
        ::_exit(fd >= 0 && ::fcntl(fd, F_GETLK, &lock) == 0 && lock.l_type == F_RDLCK ? 0 : 1);
    }
    int status = -1;
    BOOST_REQUIRE(::waitpid(other, &status, 0) == other);
    BOOST_TEST(status == 0);
}

BOOST_AUTO_TEST_CASE(a_second_writer_is_told_that_the_store_is_busy) {
    tests::TempDir dir;
    Db first = open(dir / "a.db");
    fill(first, 1);
    auto second = Db::open({dir / "a.db", kKey, true, 50});
    BOOST_REQUIRE(second.ok());
    auto tx = Tx::begin(first);
    BOOST_REQUIRE(tx.ok());
    const auto refused = Tx::begin(*second);
    BOOST_REQUIRE(!refused.ok());
    BOOST_TEST(refused.error().code == "store.busy");
    BOOST_TEST(second->integer("SELECT count(*) FROM person")->value() == 1);  // reading goes on
}

BOOST_AUTO_TEST_CASE(a_transaction_not_committed_leaves_nothing) {
    tests::TempDir dir;
    Db db = open(dir / "a.db");
    fill(db, 1);
    {
        auto tx = Tx::begin(db);
        BOOST_REQUIRE(db.run("DELETE FROM person").ok());
    }
    BOOST_TEST(db.integer("SELECT count(*) FROM person")->value() == 1);
}

BOOST_AUTO_TEST_CASE(two_threads_with_a_connection_each_lose_nothing) {
    tests::TempDir dir;
    {
        Db db = open(dir / "a.db");
        fill(db, 0);
    }
    const auto work = [&] {
        auto db = Db::open({dir / "a.db", kKey});
        for (int i = 0; db && i < 100; ++i) {
            auto tx = Tx::begin(*db);
            if (!tx || !db->run("INSERT INTO person(name) VALUES('n')") || !tx->commit()) return;
        }
    };
    std::thread one(work);
    std::thread two(work);
    one.join();
    two.join();
    Db db = open(dir / "a.db");
    BOOST_TEST(db.integer("SELECT count(*) FROM person")->value() == 200);
}

BOOST_AUTO_TEST_CASE(a_full_database_is_told_and_keeps_what_it_has) {
    tests::TempDir dir;
    Db db = open(dir / "a.db");
    fill(db, 10);
    BOOST_REQUIRE(db.execute("PRAGMA max_page_count=20").ok());
    base::Result<void> done;
    for (int i = 0; i < 100 && done; ++i)
        done = db.run("INSERT INTO person(name) VALUES(?1)", std::string(2000, 'y'));
    BOOST_REQUIRE(!done.ok());
    BOOST_TEST(done.error().code == "store.full");
    BOOST_TEST(db.integer("SELECT count(*) FROM person WHERE note IS NOT NULL")->value() == 10);
}

BOOST_AUTO_TEST_SUITE_END()
