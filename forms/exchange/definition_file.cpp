#include "forms/exchange/definition_file.h"

#include <nlohmann/json.hpp>

#include "core/wire/item_json.h"
#include "forms/definition_text.h"
#include "forms/list_scanner.h"
#include "forms/unknown_member.h"

namespace yc::forms::exchange {

using base::fail;
using base::Result;
using domain::ServiceItem;
using nlohmann::json;

namespace {

constexpr std::string_view own_member = "\"fully_defined\"";

Result<ServiceItem> item_of(const json& entry) {
    auto item = wire::item_from_json(entry);
    if (!item) return fail("catalogue.entry_definition", {}, {{"field", item.error().args.at("field")}});
    if (const auto member = unknown_member(entry, wire::item_to_json(*item)))
        return fail("catalogue.entry_unknown_member", {}, {{"field", *member}});
    YC_CHECK(check_names(*item));
    return item;
}

}  // namespace

bool looks_defined(std::string_view text) {
    return text.find(own_member) != std::string_view::npos;
}

Result<ImportReport> read_definitions(std::string_view text) {
    YC_TRY(const auto entries, scan_list(text, OpenElement::runs_on));
    return read_entries(entries, [](const json& entry, ImportCollector&) { return item_of(entry); });
}

std::string write_definitions(const std::vector<const ServiceItem*>& items) {
    json list = json::array();
    for (const auto* item : items) list.push_back(wire::item_to_json(*item));
    return readable_text(list);
}

}  // namespace yc::forms::exchange
