#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <random>
#include <sstream>
#include <thread>

#include "client/desk/durability.h"
#include "client/store/local_store.h"
#include "core/base/id.h"
#include "core/domain/work_calendar.h"

extern char** environ;

namespace yc::client::desk {

namespace {

/// An intake the writer said is kept.
struct Said {
    std::string case_id;
    std::string page;
    long long microseconds = 0;
};

/// A folder that goes when it is no longer needed.
class Scratch {
  public:
    explicit Scratch(std::filesystem::path path) : path_(std::move(path)) {}
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// The writer as a process, with what it says.
class Writer {
  public:
    static base::Result<Writer> start(std::vector<std::string> command) {
        int pipe[2];
        if (::pipe2(pipe, O_CLOEXEC) != 0) return base::fail("durability.no_writer", "pipe");
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
        std::vector<char*> arguments;
        for (std::string& word : command) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        pid_t pid = -1;
        const int failed =
            ::posix_spawnp(&pid, arguments.front(), &actions, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        ::close(pipe[1]);
        if (failed == 0) return Writer(pid, ::fdopen(pipe[0], "r"));
        ::close(pipe[0]);
        return base::fail("durability.no_writer", command.front());
    }
    Writer(Writer&& other) noexcept
        : pid_(std::exchange(other.pid_, -1)), out_(std::exchange(other.out_, nullptr)) {}
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    Writer& operator=(Writer&&) = delete;
    ~Writer() {
        if (pid_ > 0) kill();
        if (out_ != nullptr) std::fclose(out_);
    }

    /// The next it says; nothing when it has ended.
    std::optional<Said> next() {
        char case_id[64], page[80];
        Said said;
        if (std::fscanf(out_, "%63s %79s %lld", case_id, page, &said.microseconds) != 3) return std::nullopt;
        said.case_id = case_id;
        said.page = page;
        return said;
    }
    void kill() {
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
        pid_ = -1;
    }

  private:
    Writer(pid_t pid, FILE* out) : pid_(pid), out_(out) {}
    pid_t pid_;
    FILE* out_;
};

/// Lets the writer say a few, kills it a moment later, and adds all it said.
base::Result<void> one_round(const std::vector<std::string>& command, std::mt19937& chance,
                             std::vector<Said>& said) {
    YC_TRY(Writer writer, Writer::start(command));
    const int wanted = std::uniform_int_distribution<int>(3, 20)(chance);
    for (int i = 0; i < wanted; ++i) {
        auto one = writer.next();
        if (!one) return base::fail("durability.no_writer", "the writer ended by itself");
        said.push_back(std::move(*one));
    }
    std::this_thread::sleep_for(
        std::chrono::microseconds(std::uniform_int_distribution<int>(0, 8000)(chance)));
    writer.kill();
    while (auto one = writer.next()) said.push_back(std::move(*one));
    return {};
}

bool is_there(store::LocalStore& store, const Said& said) {
    const auto events = store.case_events(said.case_id);
    const auto page = store.page(said.page);
    return events && events->size() == 2 && page && store.case_state(said.case_id).ok();
}

base::Result<int> count_lost(const std::filesystem::path& folder, const std::vector<Said>& said,
                             const base::Clock& clock) {
    const domain::Policy policy;
    const domain::Rules rules{domain::WorkCalendar::national(), policy};
    const auto store =
        store::LocalStore::open({.folder = folder, .clock = &clock, .rules = &rules}, "selftest", "selftest");
    if (!store) return base::fail("durability.not_opened", store.error().code + " " + store.error().detail);
    return static_cast<int>(
        std::count_if(said.begin(), said.end(), [&](const Said& one) { return !is_there(**store, one); }));
}

void put_times(std::vector<Said> said, DurabilityReport& report) {
    if (said.empty()) return;
    std::sort(said.begin(), said.end(),
              [](const Said& a, const Said& b) { return a.microseconds < b.microseconds; });
    report.typical_save = std::chrono::microseconds(said[said.size() / 2].microseconds);
    report.slowest_save = std::chrono::microseconds(said.back().microseconds);
}

}  // namespace

Text DurabilityReport::in_words() const {
    const auto milliseconds = std::chrono::round<std::chrono::milliseconds>(typical_save).count();
    return {sound() ? "desk.durability.sound" : "desk.durability.lost",
            {{"rounds", std::to_string(rounds)},
             {"kept", std::to_string(kept)},
             {"lost", std::to_string(lost)},
             {"typical", std::to_string(milliseconds)}}};
}

base::Result<DurabilityReport> check_durability(const std::filesystem::path& data_dir,
                                                const std::vector<std::string>& writer, int rounds,
                                                const base::Clock& clock) {
    const Scratch scratch(data_dir / ("selftest-" + base::new_uuid(clock.now())));
    std::vector<std::string> command = writer;
    command.push_back(scratch.path().string());
    std::mt19937 chance(std::random_device{}());
    std::vector<Said> said;
    DurabilityReport report;
    for (; report.rounds < rounds; ++report.rounds) {
        YC_CHECK(one_round(command, chance, said));
        YC_TRY(report.lost, count_lost(scratch.path(), said, clock));
        if (report.lost > 0) break;
    }
    report.kept = static_cast<int>(said.size());
    put_times(std::move(said), report);
    return report;
}

}  // namespace yc::client::desk
