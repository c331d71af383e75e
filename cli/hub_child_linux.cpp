#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "cli/hub_child.h"

extern char** environ;

namespace yc::cli {

namespace {

constexpr int start_limit_ms = 20000;

/// Starts a program with its output on `out` (or dropped when negative) and errors appended to `log`.
int spawn(const std::filesystem::path& file, std::vector<std::string> arguments, int out,
          const std::string& log) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    if (out >= 0)
        posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    else
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_APPEND,
                                     0600);
    arguments.insert(arguments.begin(), file.string());
    std::vector<char*> argv;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    int pid = -1;
    const int failed = ::posix_spawn(&pid, argv[0], &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return failed == 0 ? pid : -1;
}

/// A line of the pipe, or what came before it closed or the time was over.
std::string read_line(int pipe) {
    std::string line;
    pollfd wait{pipe, POLLIN, 0};
    for (char c = 0; ::poll(&wait, 1, start_limit_ms) == 1 && ::read(pipe, &c, 1) == 1 && c != '\n';)
        line += c;
    return line;
}

}  // namespace

std::filesystem::path program_folder() {
    std::error_code error;
    return std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
}

int run_program(const std::string& name, const std::vector<std::string>& arguments) {
    const int pid = spawn(program_folder() / name, arguments, -1, "/dev/null");
    int status = 0;
    if (pid < 0 || ::waitpid(pid, &status, 0) != pid || !WIFEXITED(status)) return -1;
    return WEXITSTATUS(status);
}

base::Result<std::unique_ptr<HubChild>> HubChild::start(std::filesystem::path data) {
    std::unique_ptr<HubChild> child(new HubChild(std::move(data)));
    YC_CHECK(child->launch());
    return child;
}

HubChild::~HubChild() {
    end(SIGTERM);
}

void HubChild::kill() {
    end(SIGKILL);
}

base::Result<void> HubChild::restart() {
    return launch();
}

base::Result<void> HubChild::launch() {
    const std::filesystem::path file = program_folder() / "yichuang-hub";
    int pipe[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0) return base::fail("journey.hub_silent", "no pipe");
    pid_ = spawn(file, {"--data", data_.string(), "--listen", address_, "--sample"}, pipe[1],
                 data_.string() + ".log");
    ::close(pipe[1]);
    if (pid_ < 0) {
        ::close(pipe[0]);
        return base::fail("journey.no_hub", "cannot be started", {{"file", file.string()}});
    }
    const std::string line = read_line(pipe[0]);
    ::close(pipe[0]);
    const std::string word = "listening ";
    const size_t at = line.find(word);
    if (at == std::string::npos) {
        end(SIGKILL);
        return base::fail("journey.hub_silent", "said: " + line, {{"log", data_.string() + ".log"}});
    }
    address_ = line.substr(at + word.size());
    return {};
}

void HubChild::end(int signal) {
    if (pid_ <= 0) return;
    ::kill(pid_, signal);
    ::waitpid(pid_, nullptr, 0);
    pid_ = -1;
}

}  // namespace yc::cli
