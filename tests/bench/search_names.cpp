#include "tests/bench/search_names.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <unordered_set>

#include "core/base/utf8.h"
#include "forms/catalogue_import.h"
#include "forms/pinyin.h"
#include "forms/sample_district.h"

namespace yc::bench {

using domain::ServiceItem;

namespace {

/// The published list named by YICHUANG_BENCH_LIST, or the one beside the source tree, when it is there; else
/// the sample's items.
std::vector<ServiceItem> real_items() {
    const auto* named = std::getenv("YICHUANG_BENCH_LIST");
    const std::filesystem::path list =
        named ? named : YICHUANG_SOURCE_DIR "/../shared/data/catalogue-guangan.json";
    std::ifstream in(list, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!text.empty())
        if (auto report = forms::read_published_list(text, forms::code_profiles().front()))
            return std::move(report->items);
    return forms::sample_catalogue().items;
}

/// A name cut where people would cut it: before a bracket, after a separator, else in the middle.
std::pair<std::u32string, std::u32string> halves(const std::u32string& name) {
    auto cut = name.find_first_of(U"（(、与和及的");
    if (cut == std::u32string::npos || cut < 2 || cut + 2 > name.size()) cut = name.size() / 2;
    return {name.substr(0, cut), name.substr(cut)};
}

/// A code of the same shape with other digits in its first part.
std::string code_like(const std::string& code, size_t number) {
    auto out = code;
    const auto digits = fmt::format("{:06}", number % 1000000);
    size_t next = 0;
    for (auto place = out.find_first_of("0123456789");
         place != std::string::npos && place < 16 && next < digits.size();
         place = out.find_first_of("0123456789", place + 1))
        if (place >= 4) out[place] = digits[next++];
    return fmt::format("{}-{:02}", out, number % 100);
}

std::string encode(const std::u32string& points, size_t from, size_t count) {
    return base::encode_utf8(std::u32string_view(points).substr(std::min(from, points.size()), count));
}

void add_keys(std::vector<Keystroke>& out, const std::string& kind, const std::string& whole) {
    const auto points = base::decode_utf8(whole);
    for (size_t count = 1; count <= points.size(); ++count)
        out.push_back({kind, base::encode_utf8(std::u32string_view(points).substr(0, count))});
}

/// Full pinyin of some characters.
std::string pinyin_of(const std::u32string& points, size_t from, size_t count) {
    const auto& table = forms::PinyinTable::instance();
    std::string out;
    for (const char32_t c : points.substr(std::min(from, points.size()), count))
        if (const auto& readings = table.readings(c); !readings.empty())
            out += table.syllables()[readings.front()];
    return out;
}

}  // namespace

std::vector<ServiceItem> make_items(size_t count) {
    const auto real = real_items();
    std::vector<std::pair<std::u32string, std::u32string>> parts;
    for (const auto& item : real) parts.push_back(halves(base::decode_utf8(item.name)));
    const bool few = parts.size() * parts.size() < 4 * count;  // pairs would run out: three parts a name
    std::mt19937 random(20261122);
    std::unordered_set<std::string> names, codes;
    std::vector<ServiceItem> items;
    items.reserve(count);
    for (size_t number = 1; items.size() < count; ++number) {
        const auto& like = real[random() % real.size()];
        auto points = parts[random() % parts.size()].first + parts[random() % parts.size()].second;
        if (few) points += parts[random() % parts.size()].second;
        const auto name = base::encode_utf8(points);
        const auto code = code_like(like.code, number * 37);
        if (!names.insert(name).second || !codes.insert(code).second) continue;
        ServiceItem item;
        item.code = code;
        item.name = name;
        item.type = like.type;
        item.department = like.department;
        item.department_name = like.department_name;
        item.main_item = like.main_item;
        item.area_code = like.area_code;
        items.push_back(std::move(item));
    }
    return items;
}

std::vector<Keystroke> make_keystrokes(const std::vector<ServiceItem>& items) {
    std::mt19937 random(7);
    std::vector<Keystroke> out;
    for (int i = 0; i < 40; ++i) {
        const auto& item = items[random() % items.size()];
        const auto points = base::decode_utf8(item.name);
        const auto middle = points.size() / 3;
        add_keys(out, "initials", initials_of(encode(points, middle, 6)));
        add_keys(out, "han2", encode(points, middle, 2));
        add_keys(out, "han4", encode(points, 0, 4));
        add_keys(out, "code", item.code.substr(4, 12));
        add_keys(out, "code", item.code.substr(item.code.size() / 2, 8));
        if (i % 4 == 0) add_keys(out, "pinyin", pinyin_of(points, middle, 4));
        if (i % 4 == 1) add_keys(out, "mixed", encode(points, middle, 2) + pinyin_of(points, middle + 2, 2));
    }
    return out;
}

std::string initials_of(const std::string& name) {
    std::string out;
    const auto& table = forms::PinyinTable::instance();
    for (const char32_t c : base::decode_utf8(name)) {
        const auto& readings = table.readings(c);
        out += readings.empty() ? (c < 0x80 ? std::string(1, static_cast<char>(c)) : "?")
                                : table.syllables()[readings.front()].substr(0, 1);
    }
    return base::to_lower_ascii(out);
}

}  // namespace yc::bench
