#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <boost/test/unit_test.hpp>
#include <csignal>

#include "client/store/case_rows.h"
#include "client/store/event_rows.h"
#include "client/store/key_slots.h"
#include "client/store/local_store.h"
#include "client/store/store_impl.h"
#include "core/base/crypto.h"
#include "core/base/id.h"
#include "tests/client/store/store_fixture.h"
#include "tests/support/files.h"

using namespace yc;
using namespace yc::tests;
using client::store::LocalStore;

namespace {

const std::filesystem::path kFixture = std::filesystem::path(YICHUANG_SOURCE_DIR) / "tests/data/store_v1";
const std::string kDataKey(32, 'd');

std::string database_key() {
    return base::from_hex(base::keyed_digest(kDataKey, "database")).value();
}

/// A process of its own that works on a store until it is killed or done; what it tells comes through a pipe.
class Child {
  public:
    using Tell = std::function<void(char)>;
    explicit Child(const std::function<void(const Tell&)>& work) {
        std::array<int, 2> ends{};
        BOOST_REQUIRE(pipe(ends.data()) == 0);
        pid_ = fork();
        BOOST_REQUIRE(pid_ >= 0);
        if (pid_ == 0) {
            close(ends[0]);
            work([&](char said) { (void)!write(ends[1], &said, 1); });
            _exit(0);
        }
        close(ends[1]);
        pipe_ = ends[0];
    }
    ~Child() {
        kill(pid_, SIGKILL);
        if (!waited_) waitpid(pid_, nullptr, 0);
        close(pipe_);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    /// The next thing told; 0 when the child is gone.
    char hear() {
        char said = 0;
        return read(pipe_, &said, 1) == 1 ? said : '\0';
    }
    void kill_hard() {
        kill(pid_, SIGKILL);
        waitpid(pid_, nullptr, 0);
        waited_ = true;
    }

  private:
    pid_t pid_ = 0;
    int pipe_ = -1;
    bool waited_ = false;
};

/// Takes in cases `first`, `first + 1`, … and tells 's' after each that is saved, else the error's first
/// letters.
void take_in_many(const client::store::StoreOptions& options, int first, int count, const Child::Tell& tell) {
    auto store = LocalStore::open(options, kUser, kPassword);
    if (!store) return tell('x');
    tell('o');
    for (int i = first; i < first + count; ++i) {
        const auto done = (*store)->append_events(intake_events("case-" + std::to_string(i), case_number(i)));
        tell(done ? 's' : done.error().code == "store.full" ? 'f' : 'e');
        if (!done) return;
    }
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(store_faults_tests, StoreFixture)

BOOST_AUTO_TEST_CASE(a_process_killed_while_writing_loses_nothing_it_was_told_is_saved) {
    store();
    close();
    int saved = 0;
    for (int round = 0; round < 3; ++round) {
        const int first = 1 + round * 1000;
        int now_saved = 0;
        {
            Child child([&](const Child::Tell& tell) { take_in_many(options(), first, 900, tell); });
            BOOST_REQUIRE(child.hear() == 'o');
            while (now_saved < 8 + round && child.hear() == 's') ++now_saved;
            child.kill_hard();
            while (child.hear() == 's') ++now_saved;
        }
        BOOST_TEST(now_saved >= 8 + round);
        saved += now_saved;
        for (int i = first; i < first + now_saved; ++i)
            BOOST_TEST(store().case_id_of_number(case_number(i))->has_value());
        BOOST_TEST(store().outbox_counts()->pending >= 2 * saved);
        BOOST_TEST(store().outbox_counts()->pending % 2 == 0);  // never half an intake
        close();
    }
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_told_and_loses_nothing) {
    store();
    close();
    Child child([&](const Child::Tell& tell) {
        // No file may grow past this: what a full disk does to a store, without a disk of its own.
        const rlimit limit{600 * 1024, 600 * 1024};
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &limit);
        auto full = LocalStore::open(options(), kUser, kPassword);
        if (!full) return tell('x');
        tell((*full)->save_page(std::string(1U << 20, 'p')).ok() ? 's' : 'f');
        full->reset();
        take_in_many(options(), 1, 900, tell);
    });
    BOOST_TEST(child.hear() == 'f');  // the page did not fit, and said so
    BOOST_TEST(child.hear() == 'o');
    int saved = 0;
    char said = child.hear();
    for (; said == 's'; said = child.hear()) ++saved;
    BOOST_TEST(said == 'f');
    BOOST_TEST(saved > 3);
    BOOST_TEST(store().cases({})->counts.at(domain::LifeCycle::received) == saved);
    BOOST_TEST(store().outbox_counts()->pending == 2 * saved);
    take_in(901);  // with room again, work goes on
}

BOOST_AUTO_TEST_CASE(two_processes_on_one_store_get_their_turns) {
    store();
    close();
    Child one([&](const Child::Tell& tell) { take_in_many(options(), 1, 12, tell); });
    Child two([&](const Child::Tell& tell) { take_in_many(options(), 101, 12, tell); });
    int saved = 0;
    for (Child* child : {&one, &two}) {
        BOOST_TEST(child->hear() == 'o');
        while (child->hear() == 's') ++saved;
    }
    BOOST_TEST(saved == 24);
    const auto unsent = *store().unsent_events(100);
    BOOST_REQUIRE(unsent.size() == 48u);
    for (size_t i = 0; i < unsent.size(); ++i)
        BOOST_TEST(unsent[i].device_seq == static_cast<int64_t>(i) + 1);
}

BOOST_AUTO_TEST_CASE(one_altered_byte_in_database_or_page_is_detected) {
    for (int i = 1; i <= 3; ++i) take_in(i);
    const std::string sha = *store().save_page(std::string(5000, 'p'));
    close();
    std::filesystem::path page;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(dir / "pages"))
        if (entry.is_regular_file()) page = entry.path();
    flip_byte(page, 2500);
    BOOST_TEST(code_of(store().page(sha)) == "store.page_damaged");
    close();
    flip_byte(dir / "store.db", 1000);  // page 1: nothing opens without it
    BOOST_TEST(code_of(LocalStore::open(options(), kUser, kPassword)) == "store.corrupt");
}

BOOST_AUTO_TEST_CASE(a_store_of_version_1_is_backed_up_and_brought_up) {
    std::filesystem::copy(kFixture, dir.path(), std::filesystem::copy_options::recursive);
    BOOST_TEST(store().cases({})->rows.size() == 2u);
    BOOST_TEST(store().case_row("case-1")->value().applicant_name == kName);
    BOOST_TEST(store().case_row("case-1")->value().package_name.empty());
    BOOST_REQUIRE(store().set_favourite(kUser, "item", true).ok());
    BOOST_TEST((store().case_state("case-1")->life == domain::LifeCycle::received));
    BOOST_TEST(store().unsent_events(10)->size() == 4u);
    BOOST_TEST(*store().reserve_case_serial("450103", base::make_date(2026, 3, 2), 1) == 3);
    BOOST_REQUIRE(store().record_notice({"n", "receive", "case-1", "", kUser, clock.now()}).ok());
    close();
    auto backup = sqlite::Db::open({dir / "backups/store.db.v1.bak", database_key(), false});
    BOOST_REQUIRE_MESSAGE(backup.ok(), code_of(backup));
    BOOST_TEST(*backup->user_version() == 1);
    BOOST_TEST(backup->integer("SELECT count(*) FROM events")->value() == 4);
}

BOOST_AUTO_TEST_CASE(a_store_of_a_newer_program_is_refused_untouched) {
    std::filesystem::copy(kFixture, dir.path(), std::filesystem::copy_options::recursive);
    {
        auto db = sqlite::Db::open({dir / "store.db", database_key(), false});
        BOOST_REQUIRE(db.ok());
        BOOST_REQUIRE(db->execute("PRAGMA user_version=9999").ok());
    }
    const std::string before = read_file(dir / "store.db");
    const auto refused = LocalStore::open(options(), kUser, kPassword);
    BOOST_REQUIRE(!refused.ok());
    BOOST_TEST(refused.error().code == "store.newer_version");
    BOOST_TEST(refused.error().args.at("found") == "9999");
    BOOST_TEST((read_file(dir / "store.db") == before));
}

/// Makes tests/data/store_v1 (run by name). It was made once, by the program that had version 1 only.
BOOST_AUTO_TEST_CASE(make_the_store_of_version_1, *boost::unit_test::disabled()) {
    std::filesystem::remove_all(kFixture);
    std::filesystem::create_directories(kFixture);
    auto slots = client::store::KeySlots::make();
    slots.wrap(kUser, kPassword, kDataKey);
    BOOST_REQUIRE(slots.save(kFixture / "slots.json").ok());
    auto db = sqlite::Db::open({kFixture / "store.db", database_key()});
    BOOST_REQUIRE(sqlite::migrate(*db, client::store::migrations().first(1), dir.path()).ok());
    for (int i = 1; i <= 2; ++i) {
        for (auto event : intake_events("case-" + std::to_string(i), case_number(i))) {
            event.id = base::new_uuid(clock.now());
            event.device = "0198c9a0-0000-7000-8000-000000000001";
            event.device_seq = db->integer("SELECT coalesce(max(device_seq),0)+1 FROM events")->value();
            BOOST_REQUIRE(client::store::insert_event(*db, event).ok());
        }
        BOOST_REQUIRE(client::store::refresh_case(*db, "case-" + std::to_string(i), rules, clock.now(),
                                                  [](std::string_view) { return std::string(); })
                          .ok());
    }
    BOOST_REQUIRE(db->run("INSERT INTO series VALUES('case/45010320260302001', 2)").ok());
    BOOST_REQUIRE(db->run("INSERT INTO meta VALUES('device', '0198c9a0-0000-7000-8000-000000000001')").ok());
}

BOOST_AUTO_TEST_SUITE_END()
