#pragma once
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

extern char** environ;

namespace yc::tests {

/// A real yichuang-hub on loopback with the sample district, in a data folder of the test's. It can be
/// stopped or killed and started again on the same port. Built into YICHUANG_BIN_DIR by the target
/// yichuang-hub.
class HubProcess {
  public:
    explicit HubProcess(std::filesystem::path data, std::vector<std::string> more = {"--sample"})
        : data_(std::move(data)), more_(std::move(more)) {
        start();
    }
    ~HubProcess() { end(SIGTERM); }
    HubProcess(const HubProcess&) = delete;
    HubProcess& operator=(const HubProcess&) = delete;

    [[nodiscard]] std::string url() const { return "http://" + address_; }
    [[nodiscard]] const std::filesystem::path& data() const { return data_; }
    [[nodiscard]] bool running() const { return pid_ > 0; }
    [[nodiscard]] pid_t pid() const { return pid_; }

    /// Ends it cleanly.
    void stop() { end(SIGTERM); }
    /// Ends it as a power cut would.
    void kill() { end(SIGKILL); }
    /// Starts it again on the port it had.
    void start() {
        int out[2];
        if (::pipe2(out, O_CLOEXEC) != 0) throw std::runtime_error("pipe");
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
        const std::string log = (data_.string() + ".log");
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_APPEND,
                                         0600);
        std::vector<std::string> arguments{YICHUANG_BIN_DIR "/yichuang-hub", "--data", data_.string(),
                                           "--listen", address_};
        arguments.insert(arguments.end(), more_.begin(), more_.end());
        std::vector<char*> argv;
        for (std::string& argument : arguments) argv.push_back(argument.data());
        argv.push_back(nullptr);
        const int failed = ::posix_spawn(&pid_, argv[0], &actions, nullptr, argv.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        ::close(out[1]);
        if (failed != 0) throw std::runtime_error("cannot start yichuang-hub; is it built?");
        address_ = read_address(out[0]);
        ::close(out[0]);
    }

  private:
    static std::string read_address(int fd) {
        std::string line;
        for (char c = 0; ::read(fd, &c, 1) == 1 && c != '\n';) line += c;
        const std::string word = "listening ";
        const size_t at = line.find(word);
        if (at == std::string::npos) throw std::runtime_error("yichuang-hub did not start");
        return line.substr(at + word.size());
    }

    void end(int signal) {
        if (pid_ <= 0) return;
        ::kill(pid_, signal);
        ::waitpid(pid_, nullptr, 0);
        pid_ = -1;
    }

    std::filesystem::path data_;
    std::vector<std::string> more_;
    std::string address_ = "127.0.0.1:0";
    pid_t pid_ = -1;
};

}  // namespace yc::tests
