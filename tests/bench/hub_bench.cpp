/// Fifty counters at a real hub process over loopback sockets: how many events it accepts durably, how long a
/// counter waits for the acknowledgement while fifty long polls wait, how soon another client sees a change,
/// how fast pages arrive. Beside it in the same run what the disk and SQLite give without any hub.
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <numeric>
#include <thread>
#include <vector>

#include "core/base/clock.h"
#include "core/base/crypto.h"
#include "core/base/id.h"
#include "core/wire/event_json.h"
#include "core/wire/feed_json.h"
#include "core/wire/json_text.h"
#include "core/wire/session_json.h"
#include "forms/sample_district.h"
#include "tests/hub/plain_http.h"
#include "tests/support/hub_process.h"
#include "tests/support/temp_dir.h"

using namespace yc;
using Steady = std::chrono::steady_clock;

namespace {

constexpr int kCounters = 50;
constexpr int kEventsAtOnce = 20;  ///< each counter, as fast as it is answered
constexpr int kEventsInPace = 6;   ///< each counter, one in kPace
constexpr std::chrono::milliseconds kPace{2000};
constexpr int kPages = 32;
constexpr size_t kPageSize = 1 << 20;
constexpr int kUploaders = 8;

[[noreturn]] void give_up(const std::string& why) {
    fmt::print(stderr, "hub_bench: {}\n", why);
    std::exit(1);
}

double ms_since(Steady::time_point begun) {
    return std::chrono::duration<double, std::milli>(Steady::now() - begun).count();
}

double percentile(std::vector<double> values, double share) {
    if (values.empty()) give_up("nothing measured");
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1,
                           static_cast<size_t>(share * static_cast<double>(values.size())))];
}

void print(const char* metric, double value, const char* unit, size_t n, double baseline = 0) {
    fmt::print("{{\"bench\":\"hub\",\"metric\":\"{}\",\"value\":{:.2f},\"unit\":\"{}\",\"n\":{}", metric,
               value, unit, n);
    if (baseline > 0) fmt::print(",\"baseline\":{:.2f},\"ratio\":{:.2f}", baseline, value / baseline);
    fmt::print("}}\n");
    std::fflush(stdout);
}

/// A counter of the sample with connections of its own.
class Counter {
  public:
    Counter(const std::string& url, int number)
        : url_(url), device_(base::new_uuid(base::SystemClock().now())), number_(number), http_(url) {
        const bool one = number % 2 == 0;
        const wire::SessionRequest request{one ? "clerk1" : "clerk2", "yichuang", device_,
                                           one ? "qx1" : "qx2", wire::kProtocol};
        const auto answer = http_.ask("POST", "/v1/session", {}, wire::to_text(wire::to_json(request)));
        const auto session = wire::session_from_text(answer.body);
        if (!session) give_up("sign-in: " + answer.body);
        session_ = *session;
    }

    std::map<std::string, std::string> headers() const {
        return {{"Authorization", "Bearer " + session_.token}};
    }
    const std::string& url() const { return url_; }

    /// The body of a POST with one registration; `id` gets the event's id.
    std::string registration(std::string& id) {
        static const auto items = forms::sample_catalogue().items;
        const auto now = base::SystemClock().now();
        domain::CaseEvent event;
        event.id = id = base::new_uuid(now);
        event.case_id = base::new_uuid(now);
        event.device = device_;
        event.device_seq = ++device_seq_;
        event.at = now;
        event.actor = {.user = session_.user.id,
                       .name = session_.user.name,
                       .roles = session_.user.roles,
                       .hall = session_.user.hall,
                       .counter = session_.counter};
        auto& registration = event.body.registration.emplace();
        registration.case_no = fmt::format("bench-{}-{}", number_, device_seq_);
        registration.item = domain::terms_of(items.front());
        registration.applicant.key = {domain::DocumentKind::citizen_id,
                                      fmt::format("4501031990{:08}", number_ * 1000 + device_seq_)};
        registration.applicant.name = "龙虚构";
        registration.division = "450103";
        registration.hall = session_.user.hall;
        registration.counter = session_.counter;
        registration.department = items.front().department;
        registration.department_name = items.front().department_name;
        for (int i = 0; i < 25; ++i) event.body.form["field" + std::to_string(i)] = "填写的内容";
        return wire::to_text(wire::push_to_json({event}));
    }

    /// Milliseconds from sending to the acknowledgement.
    double push(const std::string& body) {
        const auto begun = Steady::now();
        const auto answer = http_.ask("POST", "/v1/events", headers(), body);
        const double took = ms_since(begun);
        if (answer.status != 200 || answer.body.find("\"accepted\"") == std::string::npos)
            give_up("push: " + answer.body);
        return took;
    }

    void upload(const std::string& bytes) {
        auto with = headers();
        with["Tus-Resumable"] = "1.0.0";
        with["Upload-Length"] = std::to_string(bytes.size());
        with["Upload-Metadata"] = "sha256 " + base::to_base64(base::sha256_hex(bytes));
        const auto made = http_.ask("POST", "/v1/uploads", with);
        auto patch = headers();
        patch["Tus-Resumable"] = "1.0.0";
        patch["Upload-Offset"] = "0";
        patch["Content-Type"] = "application/offset+octet-stream";
        const auto sent = http_.ask("PATCH", made.header("Location"), patch, bytes);
        if (sent.status != 204) give_up("upload: " + sent.body);
    }

  private:
    std::string url_;
    std::string device_;
    int number_;
    tests::PlainHttp http_;
    wire::Session session_;
    int64_t device_seq_ = 0;
};

/// When each event was sent, and after how long the polls of others showed it.
class Sightings {
  public:
    void sent(const std::string& id, int counter) {
        const std::lock_guard lock(mutex_);
        sent_[id] = {counter, Steady::now()};
    }
    void seen(const std::string& id, int counter) {
        const auto now = Steady::now();
        const std::lock_guard lock(mutex_);
        const auto found = sent_.find(id);
        if (found != sent_.end() && found->second.first != counter)
            times_.push_back(std::chrono::duration<double, std::milli>(now - found->second.second).count());
    }
    std::vector<double> take() {
        const std::lock_guard lock(mutex_);
        return std::exchange(times_, {});
    }
    size_t count() {
        const std::lock_guard lock(mutex_);
        return times_.size();
    }

  private:
    std::mutex mutex_;
    std::map<std::string, std::pair<int, Steady::time_point>> sent_;
    std::vector<double> times_;
};

/// A client's long poll, asked again as soon as it is answered. It stays at the end of the feed.
void keep_polling(const Counter& counter, int number, Sightings& sightings, const std::atomic<bool>& stop,
                  std::atomic<int>& ready) {
    tests::PlainHttp http(counter.url());
    int64_t after = 0;
    std::string epoch;
    for (bool first = true; !stop; first = false) {
        const auto answer = http.ask(
            "GET",
            fmt::format("/v1/changes?after={}&epoch={}&wait={}&catalogue=1", after, epoch, first ? 0 : 2),
            counter.headers());
        if (answer.status != 200) give_up("poll: " + answer.body);
        const auto json = wire::parse_text(answer.body);
        if (!json) give_up("poll: not JSON");
        for (const auto& event : (*json)["events"]) sightings.seen(event["id"].get<std::string>(), number);
        after = (*json)["next"].get<int64_t>();
        epoch = (*json)["epoch"].get<std::string>();
        if (first) ++ready;
    }
}

/// All counters push at once, `events` each, `pace` apart or without a pause. Milliseconds of each push.
std::vector<double> push_all(std::vector<std::unique_ptr<Counter>>& counters, Sightings& sightings,
                             int events, std::chrono::milliseconds pace) {
    std::mutex mutex;
    std::vector<double> times;
    std::vector<std::thread> threads;
    const auto begun = Steady::now();
    for (int i = 0; i < kCounters; ++i)
        threads.emplace_back([&, i] {
            std::vector<double> mine;
            for (int n = 0; n < events; ++n) {
                // Spread evenly: the next counter starts a fiftieth of the pace later.
                std::this_thread::sleep_until(begun + pace * n + pace * i / kCounters);
                std::string id;
                const std::string body = counters[static_cast<size_t>(i)]->registration(id);
                sightings.sent(id, i);
                mine.push_back(counters[static_cast<size_t>(i)]->push(body));
            }
            const std::lock_guard lock(mutex);
            times.insert(times.end(), mine.begin(), mine.end());
        });
    for (auto& thread : threads) thread.join();
    return times;
}

/// One plain insert a transaction, WAL and synchronous=FULL, one thread: what the disk and SQLite allow.
std::vector<double> raw_inserts(const std::filesystem::path& file, const std::string& value, int count) {
    sqlite3* db = nullptr;
    sqlite3_open(file.c_str(), &db);
    sqlite3_exec(
        db,
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT)",
        nullptr, nullptr, nullptr);
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(db, "INSERT INTO t(v) VALUES(?1)", -1, &insert, nullptr);
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        const auto begun = Steady::now();
        sqlite3_bind_text(insert, 1, value.c_str(), static_cast<int>(value.size()), SQLITE_STATIC);
        if (sqlite3_step(insert) != SQLITE_DONE) give_up("raw insert");
        sqlite3_reset(insert);
        times.push_back(ms_since(begun));
    }
    sqlite3_finalize(insert);
    sqlite3_close(db);
    return times;
}

/// Plain files of the same size, each synced: megabytes a second.
double raw_files(const std::filesystem::path& folder, const std::string& bytes) {
    const auto begun = Steady::now();
    for (int i = 0; i < kPages; ++i) {
        const int file = ::open((folder / std::to_string(i)).c_str(), O_WRONLY | O_CREAT, 0600);
        if (::write(file, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()) ||
            ::fsync(file) != 0)
            give_up("raw file");
        ::close(file);
    }
    return kPages * static_cast<double>(kPageSize) / 1e6 / (ms_since(begun) / 1000);
}

double upload_all(std::vector<std::unique_ptr<Counter>>& counters) {
    std::vector<std::string> pages;
    for (int i = 0; i < kPages; ++i) pages.push_back(base::random_bytes(kPageSize));
    std::vector<std::thread> threads;
    const auto begun = Steady::now();
    for (int i = 0; i < kUploaders; ++i)
        threads.emplace_back([&, i] {
            for (int page = i; page < kPages; page += kUploaders)
                counters[static_cast<size_t>(i)]->upload(pages[static_cast<size_t>(page)]);
        });
    for (auto& thread : threads) thread.join();
    return kPages * static_cast<double>(kPageSize) / 1e6 / (ms_since(begun) / 1000);
}

/// The bare round trip of a request that does nothing.
std::vector<double> round_trips(const std::string& url) {
    tests::PlainHttp http(url);
    std::vector<double> times;
    for (int i = 0; i < 200; ++i) {
        const auto begun = Steady::now();
        http.ask("GET", "/healthz", {});
        times.push_back(ms_since(begun));
    }
    return times;
}

/// Waits until the polls have shown everything, or have gone quiet.
void settle(Sightings& sightings) {
    for (size_t before = 1; before != sightings.count();) {
        before = sightings.count();
        std::this_thread::sleep_for(std::chrono::milliseconds{300});
    }
}

}  // namespace

int main() {
    const tests::TempDir folder;
    tests::HubProcess hub(folder / "hub");
    std::vector<std::unique_ptr<Counter>> counters;
    for (int i = 0; i < kCounters; ++i) counters.push_back(std::make_unique<Counter>(hub.url(), i));
    std::string id;
    const std::string payload = counters[0]->registration(id);
    const auto raw = raw_inserts(folder / "raw.db", payload, 500);
    const auto trips = round_trips(hub.url());

    Sightings sightings;
    std::atomic<bool> stop = false;
    std::atomic<int> ready = 0;
    std::vector<std::thread> polls;
    for (int i = 0; i < kCounters; ++i)
        polls.emplace_back(
            [&, i] { keep_polling(*counters[static_cast<size_t>(i)], i, sightings, stop, ready); });
    while (ready < kCounters) std::this_thread::sleep_for(std::chrono::milliseconds{5});

    const auto paced = push_all(counters, sightings, kEventsInPace, kPace);
    settle(sightings);
    const auto seen = sightings.take();
    const auto begun = Steady::now();
    const auto rushed = push_all(counters, sightings, kEventsAtOnce, std::chrono::milliseconds{0});
    const double seconds = ms_since(begun) / 1000;
    settle(sightings);
    const auto seen_rushed = sightings.take();
    stop = true;
    for (auto& poll : polls) poll.join();

    const double raw_rate =
        1000 / (std::accumulate(raw.begin(), raw.end(), 0.0) / static_cast<double>(raw.size()));
    print("paced_push_p50", percentile(paced, 0.5), "ms", paced.size(), percentile(raw, 0.5));
    print("paced_push_p99", percentile(paced, 0.99), "ms", paced.size(), percentile(raw, 0.99));
    print("paced_seen_by_others_p50", percentile(seen, 0.5), "ms", seen.size(), percentile(trips, 0.5));
    print("paced_seen_by_others_p99", percentile(seen, 0.99), "ms", seen.size(), percentile(trips, 0.99));
    print("rush_accepted", static_cast<double>(rushed.size()) / seconds, "events/s", rushed.size(), raw_rate);
    print("rush_push_p50", percentile(rushed, 0.5), "ms", rushed.size(), percentile(raw, 0.5));
    print("rush_push_p99", percentile(rushed, 0.99), "ms", rushed.size(), percentile(raw, 0.99));
    print("rush_seen_by_others_p50", percentile(seen_rushed, 0.5), "ms", seen_rushed.size());
    print("rush_seen_by_others_p99", percentile(seen_rushed, 0.99), "ms", seen_rushed.size());
    std::filesystem::create_directory(folder / "raw");
    const double files = raw_files(folder / "raw", base::random_bytes(kPageSize));
    print("page_upload", upload_all(counters), "MB/s", kPages, files);
    return 0;
}
