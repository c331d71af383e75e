#pragma once
#include <utility>

#include <algorithm>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <charconv>
#include <chrono>
#include <functional>
#include <string>

#include "core/base/log.h"
#include "hub/api/api.h"
#include "hub/http/change_signal.h"
#include "hub/http/peer.h"

namespace yc::hub::http {

namespace asio = boost::asio;
namespace beast = boost::beast;

inline constexpr size_t kLargestHeaders = 16 << 10;
inline constexpr std::chrono::seconds kIdleTime{75};
inline constexpr std::chrono::seconds kStepTime{30};   ///< one step of reading or writing
inline constexpr int64_t kLongestPoll = 55;            ///< seconds
inline constexpr std::chrono::seconds kLookAround{1};  ///< how soon a poll notices that its client has gone

/// Serves one connection until it ends; `Stream` is a beast::tcp_stream or an ssl_stream over one. All
/// coroutines run on the stream's strand; handlers on the workers.
template <class Stream>
class Connection {
  public:
    Connection(Stream stream, api::Api& api, ChangeSignal& signal, asio::thread_pool& workers, bool loopback)
        : stream_(std::move(stream)), api_(api), signal_(signal), workers_(workers), loopback_(loopback) {}

    [[nodiscard]] Stream& stream() { return stream_; }

    asio::awaitable<void> run() {
        while (!failed_ && !closing_) co_await serve_one();
    }

  private:
    using Parser = beast::http::request_parser<beast::http::buffer_body>;

    void time_out_after(std::chrono::seconds time) { beast::get_lowest_layer(stream_).expires_after(time); }

    asio::awaitable<void> serve_one() {
        Parser parser;
        parser.header_limit(kLargestHeaders);
        parser.body_limit(static_cast<uint64_t>(api::kLargestLetter) + 1);
        beast::error_code error;
        time_out_after(kIdleTime);
        co_await beast::http::async_read_header(stream_, buffer_, parser,
                                                asio::redirect_error(asio::use_awaitable, error));
        if (error) {
            co_await refuse_headers(error);
            co_return;
        }
        api::Request request = request_of(parser.get());
        keep_alive_ = parser.get().keep_alive();
        if (beast::iequals(parser.get()[beast::http::field::expect], "100-continue"))
            co_await send_continue();
        if (request.method == "PATCH")
            co_await append(parser, request);
        else
            co_await answer(parser, request);
    }

    api::Request request_of(const beast::http::request<beast::http::buffer_body>& message) const {
        api::Request request;
        request.method = std::string(message.method_string());
        api::read_target(std::string_view(message.target().data(), message.target().size()), request);
        for (const auto& field : message) {
            std::string name(field.name_string());
            std::transform(name.begin(), name.end(), name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
            request.headers[name] = std::string(field.value());
        }
        request.loopback = loopback_ && !request.headers.contains("x-forwarded-for");
        return request;
    }

    asio::awaitable<void> refuse_headers(beast::error_code error) {
        failed_ = true;
        if (error == beast::http::error::header_limit)
            co_await send(headers_too_large());
        else if (error.category() == make_error_code(beast::http::error::bad_method).category() &&
                 error != beast::http::error::end_of_stream && error != beast::http::error::partial_message)
            co_await send(not_http());
    }

    asio::awaitable<void> send_continue() {
        beast::http::response<beast::http::empty_body> response{beast::http::status::continue_, 11};
        beast::error_code error;
        time_out_after(kStepTime);
        co_await beast::http::async_write(stream_, response,
                                          asio::redirect_error(asio::use_awaitable, error));
        failed_ = failed_ || error;
    }

    /// The next piece of the body; empty at its end. failed_ when it broke off or is too large.
    asio::awaitable<std::string> next_piece(Parser& parser) {
        std::string piece(std::min<size_t>(api::kUploadStep, 64 << 10), '\0');
        while (!parser.is_done()) {
            parser.get().body().data = piece.data();
            parser.get().body().size = piece.size();
            parser.get().body().more = true;
            beast::error_code error;
            time_out_after(kStepTime);
            co_await beast::http::async_read_some(stream_, buffer_, parser,
                                                  asio::redirect_error(asio::use_awaitable, error));
            const size_t got = piece.size() - parser.get().body().size;
            if (error == beast::http::error::need_buffer) error = {};
            if (error) {
                failed_ = true;
                too_large_ = error == beast::http::error::body_limit;
            }
            if (got > 0) {
                piece.resize(got);
                co_return piece;
            }
            if (failed_) break;
        }
        co_return std::string();
    }

    asio::awaitable<void> answer(Parser& parser, api::Request& request) {
        while (true) {
            const std::string piece = co_await next_piece(parser);
            if (piece.empty()) break;
            request.body += piece;
            if (request.body.size() > largest_body(request)) too_large_ = true;
            if (too_large_ || failed_) break;
        }
        if (too_large_) {
            co_await refuse_body();
        } else if (!failed_) {
            co_await respond(request);
        }
    }

    /// Only an upload or a letter may carry a page.
    static size_t largest_body(const api::Request& request) {
        if (request.path == "/v1/letters") return api::kLargestLetter;
        const bool upload =
            request.path == "/v1/uploads" && request.header("content-type").starts_with("application/offset");
        return upload ? static_cast<size_t>(api::kLargestPage) : api::kLargestBody;
    }

    asio::awaitable<void> refuse_body() {
        failed_ = true;
        co_await send(body_too_large());
    }

    // Made outside of coroutines: g++ 12 cannot compile an initializer list inside one.
    static api::Response body_too_large() {
        return api::refusal(base::fail("hub.body_too_large", "request body",
                                       {{"limit", std::to_string(api::kLargestBody >> 20)}}));
    }
    static api::Response headers_too_large() {
        return api::refusal(base::fail("hub.headers_too_large", "request headers"));
    }
    static api::Response not_http() { return api::refusal(base::fail("hub.bad_request", "not HTTP")); }

    /// Runs blocking work on a worker thread; the strand is free meanwhile.
    asio::awaitable<void> on_worker(const std::function<void()>& job) {
        co_await asio::co_spawn(workers_, run_job(job), asio::use_awaitable);
    }
    static asio::awaitable<void> run_job(const std::function<void()>& job) {
        job();
        co_return;
    }

    /// Runs the handler on a worker; a long poll waits here until something was committed.
    asio::awaitable<void> respond(api::Request& request) {
        int64_t wait = 0;
        const std::string asked = request.parameter("wait");
        std::from_chars(asked.data(), asked.data() + asked.size(), wait);
        const auto end = std::chrono::steady_clock::now() +
                         std::chrono::seconds(std::clamp<int64_t>(wait, 0, kLongestPoll));
        while (true) {
            const uint64_t generation = signal_.generation();
            if (std::chrono::steady_clock::now() >= end) request.query.erase("wait");
            api::Response response;
            const std::function<void()> job = [&] { response = api_.handle(request); };
            co_await on_worker(job);
            if (!response.wait) {
                co_await send(response, request.method == "HEAD");
                co_return;
            }
            co_await wait_for_news(end, generation);
            if (failed_) co_return;
        }
    }

    /// Until a commit, the end, or the client's leaving (failed_), which is looked for each kLookAround.
    asio::awaitable<void> wait_for_news(std::chrono::steady_clock::time_point end, uint64_t generation) {
        const auto timer = std::make_shared<asio::steady_timer>(co_await asio::this_coro::executor);
        while (!failed_ && std::chrono::steady_clock::now() < end) {
            timer->expires_at(std::min(end, std::chrono::steady_clock::now() + kLookAround));
            if (!signal_.join(timer, generation)) co_return;
            beast::error_code ignored;
            co_await timer->async_wait(asio::redirect_error(asio::use_awaitable, ignored));
            signal_.leave(timer);
            failed_ = peer_has_left(beast::get_lowest_layer(stream_).socket().native_handle());
        }
    }

    asio::awaitable<void> append(Parser& parser, const api::Request& request) {
        std::variant<api::Response, api::UploadSink> begun;
        const std::function<void()> begin = [&] { begun = api_.begin_append(request); };
        co_await on_worker(begin);
        if (auto* refused = std::get_if<api::Response>(&begun)) {
            closing_ = true;  // the body is not read
            co_await send(*refused);
            co_return;
        }
        auto& sink = std::get<api::UploadSink>(begun);
        base::Result<void> result;
        std::string piece;
        const std::function<void()> write = [&] { result = sink.write(piece); };
        while (true) {
            piece = co_await next_piece(parser);
            if (piece.empty()) break;
            co_await on_worker(write);
            if (result) continue;
            closing_ = true;
            co_await send(api::refusal(result.error()));
            co_return;
        }
        if (failed_) {
            const std::function<void()> keep = [&] { sink.broken(); };
            co_await on_worker(keep);
            co_return;
        }
        api::Response response;
        const std::function<void()> finish = [&] { response = sink.finish(); };
        co_await on_worker(finish);
        co_await send(response);
    }

    template <class Body>
    void put_headers(beast::http::response<Body>& message, const api::Response& response) {
        message.version(11);
        message.result(static_cast<unsigned>(response.status));
        for (const auto& [name, value] : response.headers) message.insert(name, value);
        if (response.status != 204 && response.status != 304)
            message.set(beast::http::field::content_type, response.content_type);
        message.set("X-Content-Type-Options", "nosniff");
        closing_ = closing_ || failed_ || !keep_alive_;
        message.keep_alive(!closing_);
    }

    asio::awaitable<void> send(const api::Response& response, bool head = false) {
        if (response.page) {
            co_await send_page(response);
            co_return;
        }
        beast::http::response<beast::http::string_body> message;
        put_headers(message, response);
        message.body() = response.body;
        if (!head) message.prepare_payload();
        beast::error_code error;
        time_out_after(kStepTime);
        co_await beast::http::async_write(stream_, message, asio::redirect_error(asio::use_awaitable, error));
        failed_ = failed_ || error;
    }

    asio::awaitable<void> send_page(const api::Response& response) {
        const api::PagePart& page = *response.page;
        beast::http::response<beast::http::buffer_body> message;
        put_headers(message, response);
        message.content_length(static_cast<uint64_t>(page.length));
        message.body().more = true;
        beast::http::response_serializer<beast::http::buffer_body> serializer(message);
        beast::error_code error;
        time_out_after(kStepTime);
        co_await beast::http::async_write_header(stream_, serializer,
                                                 asio::redirect_error(asio::use_awaitable, error));
        int64_t sent = 0;
        base::Result<std::string> bytes = std::string();
        const std::function<void()> read = [&] { bytes = api_.read_page(page.sha256, page.offset + sent); };
        while (!error && sent < page.length) {
            co_await on_worker(read);
            if (!bytes) {  // the length is promised already: only breaking off tells the client
                failed_ = true;
                co_return;
            }
            bytes->resize(std::min<size_t>(bytes->size(), static_cast<size_t>(page.length - sent)));
            sent += static_cast<int64_t>(bytes->size());
            message.body().data = bytes->data();
            message.body().size = bytes->size();
            message.body().more = sent < page.length;
            time_out_after(kStepTime);
            co_await beast::http::async_write(stream_, serializer,
                                              asio::redirect_error(asio::use_awaitable, error));
            if (error == beast::http::error::need_buffer) error = {};
        }
        failed_ = failed_ || error;
    }

    Stream stream_;
    beast::flat_buffer buffer_{kLargestHeaders * 8};
    api::Api& api_;
    ChangeSignal& signal_;
    asio::thread_pool& workers_;
    bool loopback_;
    bool keep_alive_ = true;
    bool closing_ = false;  ///< after this answer
    bool failed_ = false;   ///< the connection or the request is of no more use
    bool too_large_ = false;
};

}  // namespace yc::hub::http
