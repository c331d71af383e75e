#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace yc::tests {

/// A line to a server on loopback that breaks: each connection is cut after a number of bytes of chance, in
/// the middle of whatever is under way, while `cuts` are left; then the line holds. Reproducible but for
/// timing.
class CuttingProxy {
  public:
    CuttingProxy(const std::string& server_url, int cuts, unsigned seed) : cuts_(cuts), chance_(seed) {
        server_.sin_family = AF_INET;
        server_.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        server_.sin_port =
            htons(static_cast<uint16_t>(std::stoi(server_url.substr(server_url.rfind(':') + 1))));
        listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address);
        ::listen(listener_, 64);
        socklen_t length = sizeof address;
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &length);
        url_ = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
        accepting_ = std::thread([this] { accept_all(); });
    }
    ~CuttingProxy() {
        stop_ = true;
        accepting_.join();
        for (auto& line : lines_) line.join();
        ::close(listener_);
    }
    CuttingProxy(const CuttingProxy&) = delete;
    CuttingProxy& operator=(const CuttingProxy&) = delete;

    [[nodiscard]] const std::string& url() const { return url_; }
    [[nodiscard]] int cuts_left() const { return cuts_; }

  private:
    static constexpr int tick_ms = 20;

    void accept_all() {
        pollfd wait{listener_, POLLIN, 0};
        while (!stop_) {
            if (::poll(&wait, 1, tick_ms) != 1) continue;
            const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
            if (client >= 0) lines_.emplace_back([this, client] { carry(client); });
        }
    }

    /// How many bytes this connection lets through before it breaks; 0 = all.
    size_t allowance() {
        if (cuts_.fetch_sub(1) <= 0) {
            cuts_ = 0;
            return 0;
        }
        const std::lock_guard lock(mutex_);
        return std::uniform_int_distribution<size_t>(1, 120'000)(chance_);
    }

    void carry(int client) {
        const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        size_t left = allowance();
        const bool cuts = left > 0;
        if (::connect(server, reinterpret_cast<sockaddr*>(&server_), sizeof server_) == 0)
            while (!stop_ && pass_on(client, server, left, cuts)) {
            }
        // Without a farewell, as a line that breaks.
        const linger hard{1, 0};
        for (const int end : {client, server}) {
            ::setsockopt(end, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
            ::close(end);
        }
    }

    bool pass_on(int client, int server, size_t& left, bool cuts) {
        std::array<pollfd, 2> ends{{{client, POLLIN, 0}, {server, POLLIN, 0}}};
        if (::poll(ends.data(), ends.size(), tick_ms) < 0) return false;
        std::array<char, 16384> bytes;
        for (size_t i = 0; i < 2; ++i) {
            if (ends[i].revents == 0) continue;
            const ssize_t got = ::recv(ends[i].fd, bytes.data(), bytes.size(), 0);
            if (got <= 0) return false;
            size_t part = static_cast<size_t>(got);
            if (cuts) part = std::min(part, left);
            for (size_t sent = 0; sent < part;) {
                const ssize_t now = ::send(ends[1 - i].fd, bytes.data() + sent, part - sent, MSG_NOSIGNAL);
                if (now <= 0) return false;
                sent += static_cast<size_t>(now);
            }
            if (cuts && (left -= part) == 0) return false;
        }
        return true;
    }

    sockaddr_in server_{};
    std::string url_;
    int listener_ = -1;
    std::atomic<int> cuts_;
    std::atomic<bool> stop_ = false;
    std::mutex mutex_;
    std::mt19937 chance_;
    std::vector<std::thread> lines_;
    std::thread accepting_;
};

}  // namespace yc::tests
