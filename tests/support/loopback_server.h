#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace yc::tests {

/// What a LoopbackServer does with one request.
struct CannedAnswer {
    std::string bytes;       ///< written as they are; may be half an answer
    bool then_hang = false;  ///< keeps the connection open without a word until the server stops
};

/// A server on loopback that behaves as badly as a test wants: half answers, silence, nonsense. One thread,
/// one connection at a time, each closed after its answer. Requests are recorded.
class LoopbackServer {
  public:
    using Answer = std::function<CannedAnswer(const std::string& request)>;

    explicit LoopbackServer(Answer answer) : answer_(std::move(answer)) {
        listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address);
        ::listen(listener_, 16);
        socklen_t length = sizeof address;
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &length);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    ~LoopbackServer() {
        stopping_ = true;
        ::shutdown(listener_, SHUT_RDWR);
        if (const int client = client_; client >= 0) ::shutdown(client, SHUT_RDWR);
        thread_.join();
        ::close(listener_);
    }
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;

    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    [[nodiscard]] std::vector<std::string> requests() const {
        const std::lock_guard lock(mutex_);
        return requests_;
    }

    /// A whole answer with its length.
    static CannedAnswer json(int status, const std::string& body, const std::string& headers = {}) {
        return {"HTTP/1.1 " + std::to_string(status) + " X\r\nContent-Length: " +
                std::to_string(body.size()) + "\r\nConnection: close\r\n" + headers + "\r\n" + body};
    }

  private:
    void serve() {
        while (!stopping_) {
            const int client = ::accept(listener_, nullptr, nullptr);
            if (client < 0) return;
            client_ = client;
            const std::string request = read_request(client);
            {
                const std::lock_guard lock(mutex_);
                requests_.push_back(request);
            }
            const CannedAnswer answer = answer_(request);
            static_cast<void>(::send(client, answer.bytes.data(), answer.bytes.size(), MSG_NOSIGNAL));
            char byte = 0;
            while (answer.then_hang && !stopping_ && ::recv(client, &byte, 1, 0) > 0) {
            }
            client_ = -1;
            ::close(client);
        }
    }

    static std::string read_request(int client) {
        std::string text;
        char buffer[4096];
        for (;;) {
            const size_t head = text.find("\r\n\r\n");
            if (head != std::string::npos && text.size() >= head + 4 + body_length(text)) return text;
            const ssize_t got = ::recv(client, buffer, sizeof buffer, 0);
            if (got <= 0) return text;
            text.append(buffer, static_cast<size_t>(got));
        }
    }

    static size_t body_length(const std::string& text) {
        const size_t header = text.find("Content-Length: ");
        return header == std::string::npos ? 0 : static_cast<size_t>(std::atoll(text.c_str() + header + 16));
    }

    Answer answer_;
    int listener_ = -1;
    std::atomic<int> client_{-1};
    int port_ = 0;
    std::atomic<bool> stopping_{false};
    mutable std::mutex mutex_;
    std::vector<std::string> requests_;
    std::thread thread_;
};

}  // namespace yc::tests
