#include "forms/exchange/national_file.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/wire/json_text.h"
#include "forms/exchange/national_record.h"
#include "forms/list_scanner.h"

namespace yc::forms::exchange {

using base::fail;
using base::Result;
using nlohmann::json;

namespace {

constexpr std::string_view list_member = "\"list\"";
constexpr std::string_view item_member = "\"AUDIT_ITEM\"";

/// Where the array of records begins: npos when the text has none.
size_t list_begin(std::string_view text) {
    const auto first = text.find_first_of("[{");
    if (first == std::string_view::npos || text[first] == '[') return first;
    const auto item = text.find(item_member);
    const auto list = text.find(list_member);
    if (list == std::string_view::npos || list > item) return std::string_view::npos;
    const auto begin = text.find_first_not_of(" \t\r\n:", list + list_member.size());
    return begin != std::string_view::npos && text[begin] == '[' ? begin : std::string_view::npos;
}

Result<std::vector<ListEntry>> records_of(std::string_view text) {
    const auto begin = list_begin(text);
    if (begin == std::string_view::npos) {
        const auto whole = text.find('{');
        if (whole == std::string_view::npos) return fail("catalogue.not_json", "no object");
        if (text.find(item_member) == std::string_view::npos) return fail("catalogue.not_a_list");
        return std::vector<ListEntry>{{text.substr(whole), 1}};
    }
    YC_TRY(auto entries, scan_list(text.substr(begin), OpenElement::runs_on));
    const auto lines_before =
        static_cast<size_t>(std::count(text.begin(), text.begin() + static_cast<long>(begin), '\n'));
    for (auto& entry : entries) entry.line += lines_before;
    return entries;
}

}  // namespace

bool looks_national(std::string_view text) {
    return text.find(item_member) != std::string_view::npos;
}

Result<ImportReport> read_national(std::string_view text, const CodeProfile& profile,
                                   const PresentItem& present) {
    YC_TRY(const auto entries, records_of(text));
    return read_entries(entries, [&](const json& record, ImportCollector& collector) {
        return item_of_record(record, profile, present, collector);
    });
}

std::string write_national(const std::vector<const domain::ServiceItem*>& items, const CodeProfile& profile) {
    std::string text = "{\"STATUS\":{\"CODE\":\"00\",\"TEXT\":\"\"},\"data\":{\"RETURNITEMSUNNUM\":" +
                       std::to_string(items.size()) + ",\"list\":[";
    for (size_t i = 0; i < items.size(); ++i) {
        text += i > 0 ? ",\n" : "\n";
        text += wire::to_text(record_of_item(*items[i], profile));
    }
    return text + "\n]}}\n";
}

}  // namespace yc::forms::exchange
