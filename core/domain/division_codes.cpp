#include "core/domain/division_codes.h"

#include <algorithm>
#include <vector>

#include "core/domain/division_codes_table.h"

namespace yc::domain {
namespace {

constexpr size_t kCodeLength = 6;

struct Entry {
    std::string_view code;
    bool in_use = false;
    std::string_view name;
};

std::vector<Entry> read_table() {
    std::vector<Entry> entries;
    for (std::string_view province : kDivisionTable) {
        while (!province.empty()) {
            const auto entry = province.substr(0, province.find('|'));
            province.remove_prefix(std::min(province.size(), entry.size() + 1));
            entries.push_back(
                {entry.substr(0, kCodeLength), entry[kCodeLength] == '+', entry.substr(kCodeLength + 1)});
        }
    }
    std::ranges::sort(entries, {}, &Entry::code);
    return entries;
}

const Entry* find_entry(std::string_view code) {
    static const auto entries = read_table();
    const auto found = std::ranges::lower_bound(entries, code, {}, &Entry::code);
    return found != entries.end() && found->code == code ? &*found : nullptr;
}

/// Groups that stand in the table only to give counties a parent; people do not say them.
bool is_group(std::string_view name) {
    return name == "市辖区" || name == "县" || name == "市" || name.ends_with("行政区划") ||
           name.ends_with("行政单位");
}

}  // namespace

Division find_division(std::string_view code) {
    Division division;
    if (code.size() != kCodeLength) return division;
    if (const auto* own = find_entry(code))
        division.state = own->in_use ? DivisionState::in_use : DivisionState::abolished;
    const std::string province = std::string(code.substr(0, 2)) + "0000";
    const std::string city = std::string(code.substr(0, 4)) + "00";
    std::string_view last;
    for (std::string_view level : {std::string_view(province), std::string_view(city), code}) {
        if (level == last) continue;
        last = level;
        if (const auto* entry = find_entry(level); entry != nullptr && !is_group(entry->name))
            division.full_name += entry->name;
    }
    return division;
}

}  // namespace yc::domain
