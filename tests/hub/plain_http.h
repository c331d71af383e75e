#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>

namespace yc::tests {

/// An answer as it came over the wire.
struct PlainAnswer {
    int status = 0;
    std::string head;
    std::string body;
    [[nodiscard]] std::string header(const std::string& name) const {
        const size_t at = head.find("\r\n" + name + ": ");
        if (at == std::string::npos) return {};
        const size_t begin = at + name.size() + 4;
        return head.substr(begin, head.find("\r\n", begin) - begin);
    }
};

/// One TCP connection to the hub, for tests that must decide what goes over it byte by byte.
class PlainHttp {
  public:
    explicit PlainHttp(const std::string& url) {
        const size_t colon = url.rfind(':');
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(static_cast<uint16_t>(std::atoi(url.c_str() + colon + 1)));
        socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const timeval patience{20, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("cannot connect to the hub");
    }
    ~PlainHttp() { ::close(socket_); }
    PlainHttp(const PlainHttp&) = delete;
    PlainHttp& operator=(const PlainHttp&) = delete;

    void send(const std::string& bytes) {
        for (size_t sent = 0; sent < bytes.size();) {
            const ssize_t now = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
            if (now <= 0) return;  // the hub has closed; what it said is still to be read
            sent += static_cast<size_t>(now);
        }
    }
    static std::string request(const std::string& method, const std::string& target,
                               const std::map<std::string, std::string>& headers,
                               const std::string& body = {}) {
        std::string out = method + " " + target + " HTTP/1.1\r\nHost: hub\r\n";
        for (const auto& [name, value] : headers) out += name + ": " + value + "\r\n";
        if (!body.empty() || method == "POST" || method == "PATCH")
            out += "Content-Length: " + std::to_string(body.size()) + "\r\n";
        return out + "\r\n" + body;
    }
    PlainAnswer ask(const std::string& method, const std::string& target,
                    const std::map<std::string, std::string>& headers, const std::string& body = {}) {
        send(request(method, target, headers, body));
        return read(method == "HEAD");
    }
    /// The next answer; status 0 when the connection ended before it.
    PlainAnswer read(bool head_only = false) {
        PlainAnswer answer;
        while (kept_.find("\r\n\r\n") == std::string::npos)
            if (!receive()) return answer;
        const size_t end = kept_.find("\r\n\r\n");
        answer.head = kept_.substr(0, end + 2);
        answer.status = std::atoi(answer.head.c_str() + 9);
        kept_.erase(0, end + 4);
        const size_t length =
            head_only ? 0 : static_cast<size_t>(std::atoll(answer.header("Content-Length").c_str()));
        while (kept_.size() < length)
            if (!receive()) break;
        answer.body = kept_.substr(0, length);
        kept_.erase(0, length);
        return answer;
    }

  private:
    bool receive() {
        char buffer[65536];
        const ssize_t got = ::recv(socket_, buffer, sizeof buffer, 0);
        if (got <= 0) return false;
        kept_.append(buffer, static_cast<size_t>(got));
        return true;
    }
    int socket_ = -1;
    std::string kept_;
};

}  // namespace yc::tests
