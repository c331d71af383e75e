/// A city's catalogue of 100,000 items: read from a published list, merged, published into a hub's store
/// (checked, written), and read again from there. Beside it what parsing the bare JSON costs.
/// Target: 10 s for the import.
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <type_traits>

#include "core/base/clock.h"
#include "forms/catalogue_merge.h"
#include "forms/exchange/catalogue_file.h"
#include "forms/exchange/sheet.h"
#include "forms/exchange/sheet_items.h"
#include "forms/sample_district.h"
#include "hub/store/publishing.h"
#include "hub/store/seeding.h"
#include "tests/support/temp_dir.h"

using namespace yc;
using Steady = std::chrono::steady_clock;
namespace exchange = forms::exchange;

namespace {

constexpr int kItems = 100'000;

[[noreturn]] void give_up(const base::Error& error) {
    fmt::print(stderr, "import_bench: {} {}\n", error.code, error.detail);
    std::exit(1);
}

template <class T>
T must(base::Result<T> result) {
    if (!result) give_up(result.error());
    if constexpr (!std::is_void_v<T>) return *std::move(result);
}

std::unique_ptr<hub::store::HubStore> sample_store(const std::string& dir) {
    auto store = must(hub::store::open_sqlite_store(dir));
    must(hub::store::seed_sample(*store, base::SystemClock().now()));
    return store;
}

double seconds_since(Steady::time_point begun) {
    return std::chrono::duration<double>(Steady::now() - begun).count();
}

void print(const char* metric, double value, double baseline = 0) {
    fmt::print("{{\"bench\":\"import\",\"metric\":\"{}\",\"value\":{:.2f},\"unit\":\"s\",\"n\":{}", metric,
               value, kItems);
    if (baseline > 0) fmt::print(",\"baseline\":{:.2f},\"ratio\":{:.2f}", baseline, value / baseline);
    fmt::print("}}\n");
    std::fflush(stdout);
}

/// A list as a city publishes it, its names made from those of the sample.
std::string published_list() {
    const auto sample = forms::sample_catalogue();
    std::string text = "[";
    for (int i = 0; i < kItems; ++i) {
        const auto& item = sample.items[static_cast<size_t>(i) % sample.items.size()];
        text += fmt::format(
            "{}{{\"department\":\"第{}区{}\",\"main_item\":\"未分类\",\"name\":\"{}（{}类）\",\"task_code\":"
            "\"511Z{:08}-511602000000-000-11511301008778183N-1-00\",\"task_type\":\"{}\",\"area_code\":"
            "\"511602000000\",\"dept_code\":\"1151130100877{:05}\"}}",
            i ? ",\n" : "", i % 20, item.department_name.text(), item.name, i, i, i % 3 ? "1" : "20",
            i % 400);
    }
    return text + "]";
}

/// Import as the command does it; the seconds it took.
double import_into(hub::store::HubStore& store, const std::string& bytes, exchange::Format format) {
    const auto begun = Steady::now();
    const auto profile = must(forms::code_profile("gbt39046"));
    const auto report = must(exchange::read_items(bytes, format, profile));
    auto bundle = must(hub::store::published_bundle(store));
    const auto merged = forms::merge_items(*std::move(bundle), report.items, {base::make_date(2026, 11, 22)});
    must(hub::store::publish(store, merged, base::SystemClock().now()));
    return seconds_since(begun);
}

}  // namespace

int main() {
    const tests::TempDir folder;
    const auto text = published_list();
    auto begun = Steady::now();
    const bool parsed = nlohmann::json::parse(text).size() == kItems;
    const auto bare = seconds_since(begun);
    if (!parsed) return 1;
    const auto store = sample_store((folder / "hub").string());
    print("list", import_into(*store, text, exchange::Format::list), bare);
    begun = Steady::now();
    const auto catalogue = must(hub::store::published_catalogue(*store));
    print("open", seconds_since(begun), bare);
    if (catalogue->items().size() < kItems) return 1;

    const auto csv = exchange::write_csv(exchange::sheet_of_items(catalogue->items()));
    const auto other = sample_store((folder / "other").string());
    print("csv", import_into(*other, csv, exchange::Format::csv), bare);
    return 0;
}
