#include "hub/http/server.h"

#include <utility>

#include <fmt/format.h>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/strand.hpp>
#include <boost/beast/ssl.hpp>

#include <atomic>
#include <thread>
#include <vector>

#include "hub/http/connection.h"

namespace yc::hub::http {
namespace {

using tcp = asio::ip::tcp;

constexpr int kMostConnections = 4000;
constexpr std::chrono::milliseconds kGatherTime{10};

base::Result<std::unique_ptr<asio::ssl::context>> make_tls(const ServerOptions& options) {
    auto context = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
    boost::system::error_code error;
    context->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
                         asio::ssl::context::no_tlsv1_1 | asio::ssl::context::single_dh_use);
    SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
    context->use_certificate_chain_file(options.tls_certificate, error);
    if (!error) context->use_private_key_file(options.tls_key, asio::ssl::context::pem, error);
    if (error) return base::fail("hub.bad_tls", error.message());
    return context;
}

}  // namespace

struct Server::Impl {
    Impl(api::Api& the_api, const ServerOptions& the_options)
        : api(the_api), options(the_options), workers(static_cast<size_t>(the_options.worker_threads)) {}

    api::Api& api;
    ServerOptions options;
    ChangeSignal signal;
    asio::io_context io;
    asio::strand<asio::io_context::executor_type> waking{asio::make_strand(io)};
    asio::steady_timer gathering{waking};  ///< used on `waking` only
    std::atomic<bool> gathered{false};
    asio::thread_pool workers;
    std::unique_ptr<asio::ssl::context> tls;
    std::unique_ptr<tcp::acceptor> acceptor;
    std::vector<std::thread> threads;
    std::atomic<int> connections{0};

    base::Result<void> listen() {
        boost::system::error_code error;
        const auto address = asio::ip::make_address(options.address, error);
        if (error) return base::fail("hub.cannot_listen", error.message(), {{"address", options.address}});
        if (!options.tls_certificate.empty()) {
            YC_TRY(tls, make_tls(options));
        } else if (!address.is_loopback()) {
            return base::fail("hub.needs_tls", "plain HTTP is for loopback only",
                              {{"address", options.address}});
        }
        acceptor = std::make_unique<tcp::acceptor>(io);
        const tcp::endpoint endpoint(address, options.port);
        acceptor->open(endpoint.protocol(), error);
        if (!error) acceptor->set_option(asio::socket_base::reuse_address(true), error);
        if (!error) acceptor->bind(endpoint, error);
        if (!error) acceptor->listen(asio::socket_base::max_listen_connections, error);
        if (error) return base::fail("hub.cannot_listen", error.message(), {{"address", options.address}});
        return {};
    }

    /// Wakes the polls a moment later, once for all that is committed until then: each commit by itself would
    /// make every waiting client ask and be answered again.
    void wake_soon() {
        if (gathered.exchange(true)) return;
        asio::post(waking, [this] {
            gathering.expires_after(kGatherTime);
            gathering.async_wait([this](const boost::system::error_code&) {
                gathered = false;
                signal.wake();
            });
        });
    }

    asio::awaitable<void> accept_all() {
        while (true) {
            boost::system::error_code error;
            tcp::socket socket(asio::make_strand(io));
            co_await acceptor->async_accept(socket, asio::redirect_error(asio::use_awaitable, error));
            if (error == asio::error::operation_aborted) co_return;
            if (error || connections >= kMostConnections) continue;  // the socket closes itself
            const auto executor = socket.get_executor();
            asio::co_spawn(executor, serve(std::move(socket)), asio::detached);
        }
    }

    asio::awaitable<void> serve(tcp::socket socket) {
        ++connections;
        boost::system::error_code ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        notice_dead_peers(socket.native_handle());
        const bool loopback = socket.remote_endpoint(ignored).address().is_loopback();
        try {
            if (tls)
                co_await serve_tls(std::move(socket), loopback);
            else
                co_await serve_plain(std::move(socket), loopback);
        } catch (const std::exception& failure) {
            base::log(base::LogLevel::error, fmt::format("connection: {}", failure.what()));
        }
        --connections;
    }

    asio::awaitable<void> serve_plain(tcp::socket socket, bool loopback) {
        Connection connection(beast::tcp_stream(std::move(socket)), api, signal, workers, loopback);
        co_await connection.run();
        boost::system::error_code ignored;
        connection.stream().socket().shutdown(tcp::socket::shutdown_send, ignored);
    }

    asio::awaitable<void> serve_tls(tcp::socket socket, bool loopback) {
        Connection connection(beast::ssl_stream<beast::tcp_stream>(std::move(socket), *tls), api, signal,
                              workers, loopback);
        auto& stream = connection.stream();
        boost::system::error_code error;
        beast::get_lowest_layer(stream).expires_after(kStepTime);
        co_await stream.async_handshake(asio::ssl::stream_base::server,
                                        asio::redirect_error(asio::use_awaitable, error));
        if (error) co_return;
        co_await connection.run();
        beast::get_lowest_layer(stream).expires_after(kStepTime);
        co_await stream.async_shutdown(asio::redirect_error(asio::use_awaitable, error));
    }
};

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

base::Result<std::unique_ptr<Server>> Server::start(api::Api& api, const ServerOptions& options) {
    auto impl = std::make_unique<Impl>(api, options);
    YC_CHECK(impl->listen());
    Impl& running = *impl;
    api.on_commit([&running] { running.wake_soon(); });
    asio::co_spawn(running.io, running.accept_all(), asio::detached);
    for (int i = 0; i < options.network_threads; ++i)
        running.threads.emplace_back([&running] { running.io.run(); });
    return std::unique_ptr<Server>(new Server(std::move(impl)));
}

Server::~Server() {
    impl_->io.stop();
    for (auto& thread : impl_->threads) thread.join();
    impl_->workers.join();
}

uint16_t Server::port() const {
    return impl_->acceptor->local_endpoint().port();
}

void Server::wake() {
    impl_->signal.wake();
}

}  // namespace yc::hub::http
