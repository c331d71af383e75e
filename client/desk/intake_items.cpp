#include "client/desk/intake_items.h"

#include <algorithm>

#include "client/desk/desk.h"
#include "client/desk/intake_package.h"
#include "core/base/utf8.h"

namespace yc::client::desk {

namespace {

ItemRow row_of(const Desk& desk, const domain::ServiceItem& item, PartyKind party) {
    ItemRow row{.code = item.code,
                .name = item.name,
                .department = item.department_name.empty() ? item.department : item.department_name,
                .kind = {"desk.case_kind." + std::string(base::to_name(item.case_kind)), {}}};
    if (const auto verdict = check_item(desk, &item, party); !verdict) {
        row.can_take = false;
        row.why_not = text_of(verdict.error());
    }
    return row;
}

/// A package can be taken when each item it usually asks for can.
base::Result<void> check_package(const Desk& desk, const domain::ItemPackage& package, PartyKind party) {
    IntakeDraft draft;
    YC_TRY(const auto usual, errands_of_package(package, *desk.catalogue, draft));
    for (const Errand& errand : usual.errands)
        YC_CHECK(check_item(desk, desk.catalogue->newest(errand.item), party));
    return {};
}

ItemRow row_of(const Desk& desk, const domain::ItemPackage& package, PartyKind party) {
    ItemRow row{
        .code = package.code,
        .name = package.name,
        .department = desk.directory.department_name(package.lead_department, package.lead_department),
        .kind = {"desk.package", {{"items", std::to_string(package.members.size())}}}};
    if (const auto verdict = check_package(desk, package, party); !verdict) {
        row.can_take = false;
        row.why_not = text_of(verdict.error());
    }
    return row;
}

}  // namespace

base::Result<void> check_item(const Desk& desk, const domain::ServiceItem* item, PartyKind party) {
    if (item == nullptr) return base::fail("intake.unknown_item");
    const std::map<std::string, std::string> name{{"item", item->name}};
    if (item->state != domain::ItemState::in_use)
        return base::fail("intake.item_not_in_use", item->code, name);
    if (desk.who.counter && !desk.who.counter->takes(item->code))
        return base::fail("intake.item_not_here", item->code, name);
    if (!item->fully_defined) return base::fail("intake.item_not_defined", item->code, name);
    if ((party == PartyKind::person && !domain::is_for_persons(item->definition())) ||
        (party == PartyKind::organisation && !domain::is_for_organisations(item->definition())))
        return base::fail("intake.item_not_for_party", item->code, name);
    return {};
}

std::vector<ItemRow> find_items(const Desk& desk, std::string_view query, size_t limit, PartyKind party) {
    std::vector<ItemRow> rows;
    if (base::trim(query).empty()) {
        for (const domain::ServiceItem* item : desk.catalogue->items())
            if (check_item(desk, item, party)) rows.push_back(row_of(desk, *item, party));
    } else {
        const forms::SearchRequest request{.query = std::string(query), .limit = limit * 4, .packages = true};
        for (const forms::SearchHit& hit : desk.catalogue->search(request))
            rows.push_back(hit.item ? row_of(desk, *hit.item, party) : row_of(desk, *hit.package, party));
        std::stable_partition(rows.begin(), rows.end(), [](const ItemRow& row) { return row.can_take; });
    }
    if (rows.size() > limit) rows.resize(limit);
    return rows;
}

}  // namespace yc::client::desk
