/// Save of an intake to durable (events, outbox, case row, one fsynced transaction), beside one row into a
/// raw plaintext SQLite on the same disk with the same promises (WAL, synchronous=FULL).
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <vector>

#include "client/store/local_store.h"
#include "core/base/id.h"
#include "core/domain/case_number.h"
#include "core/domain/work_calendar.h"
#include "tests/support/temp_dir.h"

using namespace yc;

namespace {

constexpr int kRounds = 200;

/// The median of `rounds` runs, in microseconds.
double median_us(int rounds, const std::function<void(int)>& work) {
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work(i);
        times.push_back(
            std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count());
    }
    std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
    return times[static_cast<size_t>(rounds / 2)];
}

void print(const char* metric, double value, double baseline, int n) {
    fmt::print("{{\"bench\":\"store\",\"metric\":\"{}\",\"value\":{:.1f},\"unit\":\"us\",\"n\":{}", metric,
               value, n);
    if (baseline > 0) fmt::print(",\"baseline\":{:.1f},\"ratio\":{:.2f}", baseline, value / baseline);
    fmt::print("}}\n");
}

/// Ends the program: a benchmark of something that fails measures nothing.
template <class T>
T need(base::Result<T> result) {
    if (result) return *std::move(result);
    fmt::print(stderr, "store_bench: {} {}\n", result.error().code, result.error().detail);
    std::exit(1);
}

double raw_insert_us(const std::filesystem::path& file) {
    sqlite3* db = nullptr;
    sqlite3_open(file.c_str(), &db);
    sqlite3_exec(
        db,
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT)",
        nullptr, nullptr, nullptr);
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(db, "INSERT INTO t(v) VALUES(?1)", -1, &insert, nullptr);
    const std::string value(200, 'v');
    const double us = median_us(kRounds, [&](int) {
        sqlite3_bind_text(insert, 1, value.c_str(), -1, SQLITE_STATIC);
        if (sqlite3_step(insert) != SQLITE_DONE) std::exit(1);
        sqlite3_reset(insert);
    });
    sqlite3_finalize(insert);
    sqlite3_close(db);
    return us;
}

std::vector<domain::CaseEvent> intake(int serial, base::Instant now) {
    domain::CaseEvent event;
    event.case_id = base::new_uuid(now);
    event.at = now;
    event.actor = {"clerk1", "韦秀英", {domain::Role::clerk}, "qx", "qx-1", ""};
    domain::Registration registration;
    registration.case_no = domain::to_string({"450103", base::date_of(now), 1, serial});
    registration.item.code = "450103-001";
    registration.item.name = "食品经营许可";
    registration.item.statutory = {20, domain::LimitUnit::working_day};
    registration.item.promised = {10, domain::LimitUnit::working_day};
    registration.applicant.name = "黄𠮷";
    registration.applicant.key.number = "11010519491231002X";
    registration.hall = "qx";
    registration.counter = "qx-1";
    registration.department = "market";
    event.body.registration = registration;
    for (const char* code : {"id", "lease", "photo", "plan", "list", "proof"}) {
        domain::SubmittedMaterial material{code, code};
        material.state = domain::MaterialState::provided;
        event.body.materials.push_back(material);
    }
    for (int i = 0; i < 25; ++i)
        event.body.form["field" + std::to_string(i)] = "填写的内容" + std::to_string(i);
    domain::CaseEvent receive = event;
    receive.kind = domain::EventKind::receive;
    receive.body.registration.reset();
    receive.body.query_code = "Q7K2M9";
    return {event, receive};
}

}  // namespace

int main() {
    tests::TempDir dir;
    const base::SystemClock clock;
    const domain::Policy policy;
    const domain::Rules rules{domain::WorkCalendar::national(), policy};
    const client::store::StoreOptions options{dir / "store", &clock, &rules};

    const double raw = raw_insert_us(dir / "raw.db");
    print("raw_insert_wal_full", raw, 0, kRounds);
    auto store = need(client::store::LocalStore::create(options, "clerk1", "yichuang"));
    print("intake_to_durable",
          median_us(kRounds, [&](int i) { need(store->append_events(intake(i + 1, clock.now()))); }), raw,
          kRounds);
    print("draft_to_durable",
          median_us(kRounds,
                    [&](int i) {
                        need<base::Done>(store->save_draft(
                            {"d1", "intake", "黄𠮷", std::string(4000, 'x') + std::to_string(i)}));
                    }),
          raw, kRounds);
    print(
        "page_1mb_to_durable",
        median_us(20, [&](int i) { need(store->save_page(std::string(1U << 20, 'p') + std::to_string(i))); }),
        0, 20);
    print("first_page_of_cases", median_us(50, [&](int) { need(store->cases({})); }), 0, 50);
    store.reset();
    print("open_with_password",
          median_us(5, [&](int) { need(client::store::LocalStore::open(options, "clerk1", "yichuang")); }), 0,
          5);
    return 0;
}
