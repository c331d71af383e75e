#include "forms/division_search.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "core/base/utf8.h"
#include "core/domain/division_codes.h"
#include "core/domain/division_codes_table.h"
#include "forms/embedded.h"
#include "forms/name_matcher.h"

namespace yc::forms {

namespace {

constexpr size_t county_digits = 6;
constexpr size_t town_digits = 9;

/// Towns and villages by code, from the file built in.
std::map<std::string, std::string, std::less<>> read_towns() {
    std::map<std::string, std::string, std::less<>> towns;
    for (const auto& file : embedded_files()) {
        if (file.name != "sample/towns.json") continue;
        const auto source = nlohmann::json::parse(file.content);
        for (const auto& [code, name] : source.at("places").items()) towns[code] = name.get<std::string>();
    }
    return towns;
}

const std::map<std::string, std::string, std::less<>>& towns() {
    static const auto known = read_towns();
    return known;
}

/// Every place with the name of its own level, which is what people type.
struct Places {
    std::vector<std::string> codes;
    std::vector<std::string> names;
    Places() {
        for (std::string_view province : domain::kDivisionTable)
            while (!province.empty()) {
                const auto entry = province.substr(0, province.find('|'));
                province.remove_prefix(std::min(province.size(), entry.size() + 1));
                if (entry[county_digits] == '+')
                    add(entry.substr(0, county_digits), entry.substr(county_digits + 1));
            }
        for (const auto& [code, name] : towns()) add(code, name);
    }
    void add(std::string_view code, std::string_view name) {
        codes.emplace_back(code);
        names.emplace_back(name);
    }
};

struct Index {
    Places places;
    NameMatcher matcher{places.names};
};

const Index& index() {
    static const Index built;
    return built;
}

bool is_code(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Places whose code begins so, shorter codes first.
std::vector<size_t> places_by_code(std::string_view beginning) {
    std::vector<size_t> found;
    const auto& codes = index().places.codes;
    for (size_t i = 0; i < codes.size(); ++i)
        if (codes[i].starts_with(beginning)) found.push_back(i);
    std::stable_sort(found.begin(), found.end(),
                     [&](size_t a, size_t b) { return codes[a].size() < codes[b].size(); });
    return found;
}

std::vector<size_t> places_by_name(std::string_view query) {
    std::vector<size_t> found;
    for (const auto& match : index().matcher.search(query, 400)) found.push_back(match.entry);
    return found;
}

}  // namespace

std::vector<DivisionHit> find_divisions(std::string_view query, size_t limit, std::string_view home) {
    const auto text = base::to_half_width(base::trim(query));
    if (text.empty()) return {};
    auto found = is_code(text) ? places_by_code(text) : places_by_name(text);
    const auto& codes = index().places.codes;
    if (!home.empty())
        std::stable_partition(found.begin(), found.end(),
                              [&](size_t place) { return codes[place].starts_with(home); });
    if (found.size() > limit) found.resize(limit);
    std::vector<DivisionHit> hits;
    for (const auto place : found) hits.push_back({codes[place], division_words(codes[place])});
    return hits;
}

std::string division_words(std::string_view code) {
    auto words = domain::find_division(code.substr(0, county_digits)).full_name;
    if (words.empty()) return std::string(code);
    for (const size_t digits : {town_digits, code.size()}) {
        if (code.size() < digits || digits <= county_digits) continue;
        const auto known = towns().find(code.substr(0, digits));
        if (known != towns().end())
            words += known->second;
        else if (digits == code.size())
            words += " " + std::string(code);
        if (code.size() == town_digits) break;
    }
    return words;
}

}  // namespace yc::forms
