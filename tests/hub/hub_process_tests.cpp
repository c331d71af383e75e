#include <sys/resource.h>

#include <algorithm>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <future>
#include <memory>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/base/crypto.h"
#include "core/wire/json_text.h"
#include "tests/hub/sample_counter.h"
#include "tests/support/files.h"
#include "tests/support/hub_process.h"
#include "tests/support/program_run.h"
#include "tests/support/temp_dir.h"
#include "tests/support/wait_until.h"

using namespace yc;
using tests::SampleCounter;
using wire::PushStatus;

namespace {

const std::string kNumber = "450103199001011235";

std::string code_of(const tests::PlainAnswer& answer) {
    const auto json = wire::parse_text(answer.body);
    return json && json->contains("error") ? (*json)["error"]["code"].get<std::string>() : "";
}

/// A hub with the sample, started once for the tests that leave it as it is.
struct SharedHub {
    SharedHub() : hub(folder / "hub") {}
    tests::TempDir folder;
    tests::HubProcess hub;
    static SharedHub& get() {
        static SharedHub shared;
        return shared;
    }
};

struct Fixture {
    tests::HubProcess& hub = SharedHub::get().hub;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(hub_process_tests, Fixture)

BOOST_AUTO_TEST_CASE(what_was_acknowledged_survives_a_power_cut) {
    const tests::TempDir folder;
    tests::HubProcess own(folder / "hub");
    SampleCounter counter(own.url(), "clerk1", "qx1", "device-1");
    std::vector<domain::CaseEvent> sent;
    std::vector<wire::PushResult> acknowledged;
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 5; ++i) {
            sent.push_back(counter.registration("case-" + std::to_string(sent.size()), kNumber));
            acknowledged.push_back(counter.push({sent.back()}).front());
            BOOST_REQUIRE((acknowledged.back().status == PushStatus::accepted));
        }
        own.kill();
        own.start();
        counter.reconnect();
    }
    const auto again = counter.push(sent);  // the session has survived as well
    for (size_t i = 0; i < sent.size(); ++i) {
        BOOST_TEST((again[i].status == PushStatus::duplicate));
        BOOST_TEST((again[i].seq == acknowledged[i].seq));
    }
    BOOST_TEST(counter.changes(0, "", 0).events.size() == sent.size());
}

BOOST_AUTO_TEST_CASE(two_counters_at_once_get_each_event_in_once_and_see_all) {
    constexpr int kCases = 20;
    const auto work = [&](const std::string& user, const std::string& counter_id, const std::string& prefix) {
        SampleCounter counter(hub.url(), user, counter_id, "device-" + user);
        std::vector<int64_t> seqs;
        for (int i = 0; i < kCases; ++i) {
            const auto event = counter.registration(prefix + std::to_string(i), kNumber);
            const auto first = counter.push({event}).front();
            const auto second = counter.push({event}).front();
            if (first.status != PushStatus::accepted || second.status != PushStatus::duplicate)
                return std::vector<int64_t>{};
            seqs.push_back(*first.seq);
        }
        return seqs;
    };
    auto one = std::async(std::launch::async, work, "clerk1", "qx1", "one-");
    auto two = std::async(std::launch::async, work, "clerk2", "qx2", "two-");
    auto seqs = one.get();
    const auto others = two.get();
    seqs.insert(seqs.end(), others.begin(), others.end());
    BOOST_REQUIRE(seqs.size() == 2U * kCases);
    std::sort(seqs.begin(), seqs.end());
    BOOST_TEST((std::adjacent_find(seqs.begin(), seqs.end()) == seqs.end()));
    SampleCounter reader(hub.url(), "supervisor1", "", "device-3");
    std::vector<int64_t> seen;
    for (const auto& event : reader.changes(0, "", 0).events) seen.push_back(*event.seq);
    BOOST_TEST(std::includes(seen.begin(), seen.end(), seqs.begin(), seqs.end()));
}

BOOST_AUTO_TEST_CASE(a_waiting_poll_is_woken_by_a_commit_at_once) {
    SampleCounter waiting(hub.url(), "supervisor1", "", "device-3");
    SampleCounter counter(hub.url(), "clerk1", "qx1", "device-clerk1");
    auto page = waiting.changes(0, "", 0);
    const auto before = page;
    auto woken = std::async(std::launch::async, [&] {
        auto news = waiting.changes(before.next, before.epoch, 20);
        return std::pair{std::move(news), std::chrono::steady_clock::now()};
    });
    // Nothing to be told yet: the poll is still open a little later.
    BOOST_TEST((woken.wait_for(std::chrono::milliseconds{300}) == std::future_status::timeout));
    const auto event = counter.registration("woken-1", kNumber);
    counter.push({event});
    const auto acknowledged = std::chrono::steady_clock::now();
    const auto [news, at] = woken.get();
    BOOST_REQUIRE(news.events.size() == 1U);
    BOOST_TEST(news.events[0].id == event.id);
    const auto lag = std::chrono::duration_cast<std::chrono::milliseconds>(at - acknowledged).count();
    BOOST_TEST_MESSAGE("woken " << lag << " ms after the acknowledgement");
    BOOST_TEST(lag < 1000);
}

BOOST_AUTO_TEST_CASE(a_poll_without_news_ends_when_its_time_is_over) {
    SampleCounter waiting(hub.url(), "supervisor2", "", "device-4");
    const auto first = waiting.changes(0, "", 0);
    const auto begun = std::chrono::steady_clock::now();
    const auto page = waiting.changes(first.next, first.epoch, 1);
    BOOST_TEST(page.events.empty());
    BOOST_TEST((std::chrono::steady_clock::now() - begun >= std::chrono::milliseconds{900}));
}

BOOST_AUTO_TEST_CASE(fifty_waiting_clients_that_vanish_are_noticed_soon) {
    const tests::TempDir folder;
    tests::HubProcess own(folder / "hub");
    SampleCounter counter(own.url(), "clerk1", "qx1", "device-1");
    const auto page = counter.changes(0, "", 0);
    const auto open_files = [&] {
        const std::filesystem::directory_iterator files("/proc/" + std::to_string(own.pid()) + "/fd");
        return std::distance(begin(files), end(files));
    };
    const auto before = open_files();
    const std::string poll = tests::PlainHttp::request(
        "GET", "/v1/changes?after=" + std::to_string(page.next) + "&epoch=" + page.epoch + "&wait=50",
        {{"Authorization", counter.bearer()}});
    std::vector<std::unique_ptr<tests::PlainHttp>> waiting;
    for (int i = 0; i < 50; ++i) {
        waiting.push_back(std::make_unique<tests::PlainHttp>(own.url()));
        // Some have the next request on its way already: unread bytes must not hide that they left.
        waiting.back()->send(i % 2 ? poll : poll + poll);
    }
    BOOST_REQUIRE(tests::wait_until([&] { return open_files() >= before + 50; }));
    BOOST_TEST(counter.changes(0, "", 0).next == page.next);  // all fifty wait now; none of them was answered
    waiting.clear();
    const auto left = std::chrono::steady_clock::now();
    BOOST_TEST(tests::wait_until([&] { return open_files() <= before; }), open_files() << " " << before);
    const auto took = std::chrono::steady_clock::now() - left;
    BOOST_TEST((took < std::chrono::seconds{5}));
}

BOOST_AUTO_TEST_CASE(bodies_and_headers_have_their_limits) {
    SampleCounter counter(hub.url(), "clerk1", "qx1", "device-clerk1");
    const auto large = counter.ask("POST", "/v1/events", std::string((4 << 20) + 1, ' '));
    BOOST_TEST(large.status == 413);
    BOOST_TEST(code_of(large) == "hub.body_too_large");
    tests::PlainHttp headers(hub.url());
    const auto answer = headers.ask("GET", "/healthz", {{"X-Long", std::string(20'000, 'x')}});
    BOOST_TEST(answer.status == 431);
    tests::PlainHttp nonsense(hub.url());
    nonsense.send("this is not HTTP\r\n\r\n");
    BOOST_TEST(nonsense.read().status == 400);
    tests::PlainHttp fine(hub.url());
    BOOST_TEST(fine.ask("GET", "/healthz", {}).status == 200);
    BOOST_TEST(fine.ask("GET", "/healthz", {}).status == 200);  // the connection is kept
}

BOOST_AUTO_TEST_CASE(an_upload_cut_off_is_resumed_where_it_stood) {
    SampleCounter counter(hub.url(), "clerk1", "qx1", "device-clerk1");
    const std::string bytes = base::random_bytes(1'000'000);
    const std::string name = base::sha256_hex(bytes);
    const std::string location = counter.begin_upload(name, bytes.size());
    const std::map<std::string, std::string> tus{{"Tus-Resumable", "1.0.0"}};
    int64_t arrived = 600'000;  // of the request; less its headers, of the page
    {
        tests::PlainHttp broken(hub.url());
        const auto whole = tests::PlainHttp::request("PATCH", location,
                                                     {{"Tus-Resumable", "1.0.0"},
                                                      {"Authorization", counter.bearer()},
                                                      {"Upload-Offset", "0"},
                                                      {"Content-Type", "application/offset+octet-stream"}},
                                                     bytes);
        broken.send(whole.substr(0, 600'000));
        arrived -= static_cast<int64_t>(whole.size() - bytes.size());
    }
    int64_t offset = 0;
    BOOST_REQUIRE_MESSAGE(
        tests::wait_until([&] {
            offset = std::atoll(counter.ask("HEAD", location, {}, tus).header("Upload-Offset").c_str());
            return offset == arrived;
        }),
        offset << " of " << arrived);
    const auto rest = counter.ask("PATCH", location, bytes.substr(static_cast<size_t>(offset)),
                                  {{"Tus-Resumable", "1.0.0"},
                                   {"Upload-Offset", std::to_string(offset)},
                                   {"Content-Type", "application/offset+octet-stream"}});
    BOOST_TEST(rest.status == 204);
    BOOST_TEST((counter.ask("GET", "/v1/pages/" + name).body == bytes));
    const auto part = counter.ask("GET", "/v1/pages/" + name, {}, {{"Range", "bytes=999990-"}});
    BOOST_TEST(part.status == 206);
    BOOST_TEST((part.body == bytes.substr(999'990)));
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_told_and_nothing_is_half_written) {
    const tests::TempDir folder;
    tests::HubProcess own(folder / "hub");
    SampleCounter counter(own.url(), "clerk1", "qx1", "device-1");
    const auto first = counter.registration("full-0", kNumber);
    BOOST_REQUIRE((counter.push({first}).front().status == PushStatus::accepted));
    rlimit before{};
    BOOST_REQUIRE(::prlimit(own.pid(), RLIMIT_FSIZE, nullptr, &before) == 0);
    const rlimit none{4096, before.rlim_max};
    BOOST_REQUIRE(::prlimit(own.pid(), RLIMIT_FSIZE, &none, nullptr) == 0);
    const auto second = counter.registration("full-1", kNumber);
    const auto refused = counter.ask("POST", "/v1/events", wire::to_text(wire::push_to_json({second})));
    BOOST_TEST(refused.status == 507);
    BOOST_TEST(code_of(refused) == "hub.full");
    BOOST_REQUIRE(::prlimit(own.pid(), RLIMIT_FSIZE, &before, nullptr) == 0);
    const auto after = counter.push({first, second});
    BOOST_TEST((after[0].status == PushStatus::duplicate));
    BOOST_TEST((after[1].status == PushStatus::accepted));
    BOOST_TEST(*after[1].seq == *after[0].seq + 1);
}

BOOST_AUTO_TEST_CASE(no_identity_number_reaches_the_log_or_the_files) {
    SampleCounter counter(hub.url(), "clerk1", "qx1", "device-clerk1");
    counter.push({counter.registration("secret-1", kNumber)});
    counter.ask("POST", "/v1/dossiers/lookup",
                R"({"kind":"citizen_id","number":")" + kNumber +
                    R"(","purpose":"intake","ticket":"0192f0e0-7777-7000-8000-000000000000"})");
    counter.ask("GET", "/v1/dossiers/" + kNumber);
    counter.ask("POST", "/v1/events", R"({"events":[{"id":")" + kNumber + R"("}]})");
    for (const std::string& secret : {kNumber, std::string("龙虚构")})
        BOOST_TEST(tests::find_bytes(SharedHub::get().folder.path(), secret).empty(), secret);
    BOOST_TEST(!tests::read_file(SharedHub::get().folder / "hub.log").empty());
}

BOOST_AUTO_TEST_CASE(the_figures_are_for_prometheus) {
    SampleCounter counter(hub.url(), "clerk1", "qx1", "device-clerk1");
    counter.push({counter.registration("metric-1", kNumber)});
    const auto answer = counter.ask("GET", "/metrics");
    BOOST_TEST(answer.status == 200);
    BOOST_TEST(answer.header("Content-Type").starts_with("text/plain; version=0.0.4"));
    for (const char* line :
         {"\nyichuang_dossiers 300\n", "yichuang_events_pushed_total{status=\"accepted\"} ",
          "yichuang_requests_total{endpoint=\"push_events\",status=\"2xx\"} ",
          "# TYPE yichuang_cases_open gauge\n"})
        BOOST_TEST(answer.body.find(line) != std::string::npos, line);
    BOOST_TEST(counter.ask("GET", "/metrics", {}, {{"X-Forwarded-For", "10.0.0.1"}}).status == 403);
}

BOOST_AUTO_TEST_CASE(it_ends_cleanly_when_told_and_refuses_what_it_cannot_serve) {
    const tests::TempDir folder;
    tests::HubProcess own(folder / "hub");
    SampleCounter waiting(own.url(), "supervisor1", "", "device-3");
    const auto page = waiting.changes(0, "", 0);
    auto poll = std::async(std::launch::async, [&] {
        return waiting.ask("GET", "/v1/changes?after=0&wait=50&epoch=" + page.epoch).status;
    });
    const auto begun = std::chrono::steady_clock::now();
    own.stop();
    poll.wait();
    BOOST_TEST((std::chrono::steady_clock::now() - begun < std::chrono::seconds{10}));
    BOOST_TEST(tests::read_file(folder / "hub.log").find("stopped") != std::string::npos);
    const auto refused = tests::run_program(
        "'" YICHUANG_BIN_DIR "/yichuang-hub' --listen 0.0.0.0:0 --data '" + (folder / "two").string() + "'");
    BOOST_TEST(refused.exit_code == 1);
    BOOST_TEST(refused.err.find("hub.needs_tls") != std::string::npos, refused.err);
}

BOOST_AUTO_TEST_SUITE_END()
