// The hub client against a server that misbehaves; against the real hub it is tested in tests/client/sync.
#include "client/net/hub_client.h"

#include <boost/test/unit_test.hpp>

#include "core/base/crypto.h"
#include "tests/support/loopback_server.h"

using namespace yc;
using namespace std::chrono_literals;
using client::net::HubClient;
using tests::LoopbackServer;

namespace {

std::unique_ptr<HubClient> client_of(const std::string& url) {
    return *HubClient::make({.url = url, .ca_file = {}, .connect_timeout = 1s, .answer_timeout = 300ms});
}

std::string code_of_check(const tests::CannedAnswer& answer) {
    const LoopbackServer server([&](const std::string&) { return answer; });
    const auto result = client_of(server.url())->check();
    return result ? "ok" : result.error().code;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hub_client_tests)

BOOST_AUTO_TEST_CASE(only_safe_addresses_are_taken) {
    const auto code = [](const std::string& url) {
        const auto made = HubClient::make({.url = url});
        return made ? std::string("ok") : made.error().code;
    };
    for (const char* good :
         {"http://127.0.0.1:1", "http://localhost:1/", "https://hub.example:8443", "http://[::1]:9"})
        BOOST_TEST(code(good) == "ok", good);
    for (const char* open : {"http://hub.example", "http://127.example.com", "http://10.0.0.1:80"})
        BOOST_TEST(code(open) == "hub.not_secure", open);
    for (const char* bad : {"", "hub", "ftp://127.0.0.1", "http://", "https://a/b", "https://u@h"})
        BOOST_TEST(code(bad) == "hub.bad_url", bad);
}

BOOST_AUTO_TEST_CASE(nobody_there) {
    std::string url;
    {
        const LoopbackServer gone([](const std::string&) { return tests::CannedAnswer{}; });
        url = gone.url();
    }
    BOOST_TEST(client_of(url)->check().error().code == "hub.unreachable");
}

BOOST_AUTO_TEST_CASE(each_kind_of_bad_answer_is_told_apart) {
    BOOST_TEST(code_of_check(LoopbackServer::json(200, "{}")) == "ok");
    BOOST_TEST(code_of_check({"", true}) == "hub.timeout");
    BOOST_TEST(code_of_check({"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":", true}) ==
               "hub.timeout");
    BOOST_TEST(code_of_check({"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":"}) ==
               "hub.bad_answer");
    BOOST_TEST(code_of_check({""}) == "hub.bad_answer");
    BOOST_TEST(code_of_check(LoopbackServer::json(502, "<html>proxy</html>")) == "hub.bad_answer");
    BOOST_TEST(code_of_check(LoopbackServer::json(
                   426, R"({"error":{"code":"protocol.mismatch","detail":"","args":{}}})")) ==
               "protocol.mismatch");
}

BOOST_AUTO_TEST_CASE(an_answer_that_is_not_as_agreed_is_never_taken_for_data) {
    const LoopbackServer server(
        [](const std::string&) { return LoopbackServer::json(200, R"({"events":7})"); });
    const auto client = client_of(server.url());
    BOOST_TEST(client->changes(0, {.epoch = "e"}, 0s).error().code == "hub.bad_answer");
    BOOST_TEST(client->push({domain::CaseEvent{}}).error().code == "hub.bad_answer");
    BOOST_TEST(client->catalogue(0).error().code == "hub.bad_answer");
    BOOST_TEST(client->download_page(base::sha256_hex("page")).error().code == "hub.bad_answer");
}

BOOST_AUTO_TEST_CASE(a_number_is_never_in_an_address_and_the_protocol_is_named) {
    const LoopbackServer server([](const std::string&) { return LoopbackServer::json(200, "{}"); });
    const auto client = client_of(server.url());
    client->set_token("secret-token");
    static_cast<void>(client->lookup_dossier(
        {.key = {domain::DocumentKind::citizen_id, "11010519491231002X"}, .purpose = "intake"}));
    const std::string request = server.requests().at(0);
    const std::string line = request.substr(0, request.find("\r\n"));
    BOOST_TEST(line == "POST /v1/dossiers/lookup HTTP/1.1");
    BOOST_TEST((request.find("Yichuang-Protocol: 1\r\n") != std::string::npos));
    BOOST_TEST((request.find("Authorization: Bearer secret-token\r\n") != std::string::npos));
}

BOOST_AUTO_TEST_CASE(a_long_poll_can_be_cancelled) {
    const LoopbackServer server([](const std::string&) { return tests::CannedAnswer{"", true}; });
    const auto client = client_of(server.url());
    BOOST_TEST(client->changes(0, {.epoch = "e"}, 25s, [] { return true; }).error().code == "net.cancelled");
}

BOOST_AUTO_TEST_CASE(a_broken_upload_goes_on_where_the_hub_stopped) {
    const std::string page = base::random_bytes(3U << 20);
    std::string received = page.substr(0, 1234);  // an earlier try got this far
    const LoopbackServer server([&](const std::string& request) {
        const std::string headers = "Upload-Offset: " + std::to_string(received.size()) + "\r\n";
        if (request.rfind("POST", 0) == 0)
            return LoopbackServer::json(201, "", "Location: /v1/uploads/u1\r\n");
        if (request.rfind("PATCH", 0) != 0) return LoopbackServer::json(200, "", headers);
        received += request.substr(request.find("\r\n\r\n") + 4);
        return LoopbackServer::json(204, "", "Upload-Offset: " + std::to_string(received.size()) + "\r\n");
    });
    const auto client = *HubClient::make({.url = server.url()});
    size_t told = 0;
    const auto result = client->upload_page(base::sha256_hex(page), page, "/v1/uploads/u1",
                                            [&](const std::string& place, size_t offset) {
                                                BOOST_TEST(place == "/v1/uploads/u1");
                                                told = offset;
                                            });
    BOOST_TEST(result.ok());
    BOOST_TEST((received == page));
    BOOST_TEST(told > 1234U);
    for (const std::string& request : server.requests()) BOOST_TEST(request.rfind("POST", 0) != 0U);
}

BOOST_AUTO_TEST_SUITE_END()
