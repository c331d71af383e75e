// Time from a key to the best 20 results among 100,000 items, for each keystroke of typed queries, with the
// time to open such a catalogue and the memory it keeps.
//   search_bench                     makes names and keystrokes and measures ours
//   search_bench --write FOLDER      writes them for the peers too (tests/bench/search_peers)
//   search_bench --compare FOLDER    measures ours on what was written, with FOLDER/peers.jsonl as baselines
// Ours weighs every reading of a character, whole syllables, mixtures, everyday words, codes and departments
// in every search; the peers are told what kind of query comes and are given one precomputed initial a
// character.
#include <fmt/format.h>
#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "core/base/utf8.h"
#include "forms/catalogue.h"
#include "forms/sample_district.h"
#include "tests/bench/search_names.h"

using namespace yc;
using nlohmann::json;

namespace {

constexpr size_t item_count = 100000;
constexpr int passes = 5;

using Times = std::map<std::string, std::vector<double>>;

double percentile(std::vector<double> values, double part) {
    std::sort(values.begin(), values.end());
    return values[static_cast<size_t>(part * static_cast<double>(values.size() - 1))];
}

double megabytes_resident() {
    malloc_trim(0);
    std::ifstream in("/proc/self/statm");
    size_t pages = 0, resident = 0;
    in >> pages >> resident;
    return static_cast<double>(resident * static_cast<size_t>(sysconf(_SC_PAGESIZE))) / 1e6;
}

double megabytes_allocated() {
    const auto info = mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd) / 1e6;
}

void print(const std::string& metric, double value, const std::string& unit, size_t n,
           const json& more = {}) {
    json line{{"bench", "search"}, {"metric", metric}, {"value", value}, {"unit", unit}, {"n", n}};
    if (more.is_object()) line.update(more);
    fmt::print("{}\n", line.dump());
}

/// The items as they were written, one after another, so that nothing else is in memory when it is measured.
std::vector<domain::ServiceItem> read_items(const std::filesystem::path& folder) {
    std::vector<domain::ServiceItem> items;
    std::ifstream in(folder / "items.jsonl");
    for (std::string text; std::getline(in, text);) {
        const auto line = json::parse(text);
        domain::ServiceItem item;
        item.code = line["code"].get<std::string>();
        item.name = line["name"].get<std::string>();
        item.department = line["department"].get<std::string>();
        item.department_name = line["department_name"].get<std::string>();
        item.main_item = line["main_item"].get<std::string>();
        item.area_code = line["area_code"].get<std::string>();
        items.push_back(std::move(item));
    }
    return items;
}

std::vector<bench::Keystroke> read_keys(const std::filesystem::path& folder) {
    std::vector<bench::Keystroke> keys;
    std::ifstream in(folder / "keys.jsonl");
    for (std::string text; std::getline(in, text);) {
        const auto line = json::parse(text);
        keys.push_back({line["kind"].get<std::string>(), line["text"].get<std::string>()});
    }
    return keys;
}

std::shared_ptr<const forms::Catalogue> open_measured(const std::filesystem::path& folder) {
    (void)bench::initials_of("一");  // the pinyin table belongs to the program, not to the items
    forms::CatalogueBundle bundle{.forms = forms::sample_catalogue().forms};
    const auto allocated = megabytes_allocated(), resident = megabytes_resident();
    bundle.items = read_items(folder);
    const auto count = bundle.items.size();
    const auto start = std::chrono::steady_clock::now();
    auto catalogue = *forms::Catalogue::open(std::move(bundle));
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    const json of{{"items", count}};
    print("open", took.count(), "ms", 1, of);
    print("memory allocated (limit 60)", megabytes_allocated() - allocated, "MB", 1, of);
    print("memory resident (limit 60)", megabytes_resident() - resident, "MB", 1, of);
    print("memory of the search's indexes", static_cast<double>(catalogue->search_memory()) / 1e6, "MB", 1,
          of);
    return catalogue;
}

/// The median of some passes for each keystroke, so that what else the machine does is left out.
Times measure(const forms::Catalogue& catalogue, const std::vector<bench::Keystroke>& keys) {
    Times times;
    for (const auto& key : keys) {
        std::vector<double> took;
        for (int pass = 0; pass < passes; ++pass) {
            const auto start = std::chrono::steady_clock::now();
            const auto hits = catalogue.search(key.text);
            const std::chrono::duration<double, std::milli> one = std::chrono::steady_clock::now() - start;
            took.push_back(hits.size() > 20 ? 1e9 : one.count());
        }
        const auto middle = percentile(took, 0.5);
        times[key.kind].push_back(middle);
        if (key.kind != "pinyin" && key.kind != "mixed") times["all"].push_back(middle);
    }
    return times;
}

void write_all(const std::filesystem::path& folder) {
    const auto items = bench::make_items(item_count);
    std::ofstream names(folder / "items.jsonl"), keys(folder / "keys.jsonl");
    for (const auto& item : items)
        names << json{{"name", item.name},
                      {"initials", bench::initials_of(item.name)},
                      {"code", item.code},
                      {"department", item.department.text()},
                      {"department_name", item.department_name.text()},
                      {"main_item", item.main_item.text()},
                      {"area_code", item.area_code.text()}}
              << "\n";
    for (const auto& key : bench::make_keystrokes(items))
        keys << json{{"kind", key.kind}, {"text", key.text}} << "\n";
}

/// One line for each peer, class and percentile: {"peer", "kind", "p50", "p99", "n"}.
void compare(const Times& ours, const std::filesystem::path& peers) {
    std::ifstream in(peers);
    for (std::string text; std::getline(in, text);) {
        const auto peer = json::parse(text);
        const auto found = ours.find(peer["kind"].get<std::string>());
        if (found == ours.end()) continue;
        for (const auto& [name, part] : {std::pair{"p50", 0.5}, std::pair{"p99", 0.99}}) {
            const double value = percentile(found->second, part), other = peer[name].get<double>();
            print(fmt::format("{} {} vs {}", found->first, name, peer["peer"].get<std::string>()), value,
                  "ms", found->second.size(),
                  {{"baseline", other}, {"ratio", other / value}, {"baseline_n", peer["n"]}});
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    const std::string way = argc == 3 ? argv[1] : "";
    if (way == "--write") {
        write_all(argv[2]);
        return 0;
    }
    if (way != "--compare" && way != "--made") {
        // Made by another process than the one whose memory is measured.
        std::string folder = std::filesystem::temp_directory_path() / "search_bench.XXXXXX";
        if (mkdtemp(folder.data()) == nullptr) return 1;
        write_all(folder);
        return execl(argv[0], argv[0], "--made", folder.c_str(), nullptr);
    }
    const std::filesystem::path folder = argv[2];
    const auto catalogue = open_measured(folder);
    const auto ours = measure(*catalogue, read_keys(folder));
    for (const auto& [kind, values] : ours)
        for (const auto& [name, part] : {std::pair{"p50", 0.5}, std::pair{"p99", 0.99}})
            print(kind + " " + name, percentile(values, part), "ms", values.size());
    compare(ours, folder / "peers.jsonl");
    if (way == "--made") std::filesystem::remove_all(folder);
}
