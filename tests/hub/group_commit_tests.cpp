#include "hub/store/sqlite/group_commit.h"

#include <sqlite3.h>

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <set>
#include <thread>

#include "tests/support/temp_dir.h"

using namespace yc;

namespace {

constexpr int kWriters = 8;
constexpr int kEach = 50;

struct Fixture {
    Fixture()
        : db(*sqlite::Db::open({.file = folder / "a.db", .key = std::string(32, 'k')})), commits(db, mutex) {
        BOOST_REQUIRE(db.execute("CREATE TABLE t(n INTEGER PRIMARY KEY, bytes BLOB) STRICT"));
        sqlite3_commit_hook(
            static_cast<sqlite3*>(db.handle()),
            [](void* count) {
                ++*static_cast<std::atomic<int>*>(count);
                return 0;
            },
            &transactions);
    }

    /// Every writer inserts its numbers, `bytes` long each; the numbers that were acknowledged. A number for
    /// which `wrong` holds fails after it was inserted.
    std::set<int64_t> write_all(int64_t bytes, const std::function<bool(int64_t)>& wrong) {
        std::mutex acknowledged_mutex;
        std::set<int64_t> acknowledged;
        const auto write = [&](int64_t n) {
            const auto done = commits.run([&]() -> base::Result<void> {
                YC_CHECK(db.run("INSERT INTO t(n, bytes) VALUES (?1, zeroblob(?2))", n, bytes));
                if (wrong(n) && throws) throw n;  // nothing that std::exception would catch
                if (wrong(n)) return base::fail("hub.failed");
                return {};
            });
            if (!done) return;
            const std::lock_guard lock(acknowledged_mutex);
            acknowledged.insert(n);
        };
        std::vector<std::thread> threads;
        for (int writer = 0; writer < kWriters; ++writer)
            threads.emplace_back([&, writer] {
                for (int i = 0; i < kEach; ++i) write(writer * 1000 + i);
            });
        for (auto& thread : threads) thread.join();
        return acknowledged;
    }

    /// As another process sees the file.
    std::set<int64_t> stored() const {
        auto other = sqlite::Db::open({.file = folder / "a.db", .key = std::string(32, 'k')});
        std::set<int64_t> numbers;
        BOOST_REQUIRE(
            other->each("SELECT n FROM t", [&](const sqlite::Row& row) { numbers.insert(row.integer(0)); }));
        return numbers;
    }

    tests::TempDir folder;
    bool throws = false;
    std::atomic<int> transactions = 0;
    std::mutex mutex;
    sqlite::Db db;
    hub::store::GroupCommit commits;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(group_commit_tests, Fixture)

BOOST_AUTO_TEST_CASE(writers_share_commits_and_lose_nothing) {
    const auto acknowledged = write_all(10, [](int64_t) { return false; });
    BOOST_TEST(acknowledged.size() == size_t{kWriters} * kEach);
    BOOST_TEST((stored() == acknowledged));
    BOOST_TEST_MESSAGE(transactions << " transactions for " << acknowledged.size() << " writers");
    BOOST_TEST(transactions < kWriters * kEach);
}

BOOST_AUTO_TEST_CASE(who_fails_is_undone_alone) {
    const auto acknowledged = write_all(10, [](int64_t n) { return n % 3 == 0; });
    BOOST_TEST(!acknowledged.contains(3));
    BOOST_TEST(acknowledged.contains(4));
    BOOST_TEST((stored() == acknowledged));
}

BOOST_AUTO_TEST_CASE(when_the_disk_is_full_what_was_acknowledged_is_there_and_nothing_else) {
    BOOST_REQUIRE(db.execute("PRAGMA max_page_count=100"));
    const auto acknowledged = write_all(5000, [](int64_t) { return false; });
    BOOST_TEST(!acknowledged.empty());
    BOOST_TEST(acknowledged.size() < size_t{kWriters} * kEach);
    BOOST_TEST((stored() == acknowledged));
    BOOST_REQUIRE(db.execute("PRAGMA max_page_count=100000"));
    BOOST_TEST(commits.run([&] { return db.run("INSERT INTO t(n) VALUES (-1)"); }).ok());
}

BOOST_AUTO_TEST_CASE(who_throws_takes_nobody_along) {
    throws = true;
    const auto acknowledged = write_all(10, [](int64_t n) { return n % 5 == 0; });
    BOOST_TEST(acknowledged.size() == size_t{kWriters} * kEach * 4 / 5);
    BOOST_TEST((stored() == acknowledged));
}

BOOST_AUTO_TEST_CASE(an_exception_in_one_leaves_no_one_waiting) {
    BOOST_TEST(commits.run([]() -> base::Result<void> { throw std::runtime_error("bug"); }).error().code ==
               "hub.failed");
    BOOST_TEST(commits.run([&] { return db.run("INSERT INTO t(n) VALUES (1)"); }).ok());
    BOOST_TEST(stored().size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
