#include "client/desk/intake_items.h"

#include <algorithm>

#include "client/desk/desk.h"
#include "client/desk/intake_package.h"
#include "core/base/utf8.h"
#include "forms/catalogue.h"

namespace yc::client::desk {

namespace {

/// What was found, in words: the name's own characters, or what led to it.
Text found_in(const forms::SearchHit& hit, const std::string& department) {
    switch (hit.matched) {
        case forms::MatchedIn::name:
            return {"desk.found.name", {{"text", marked_text(hit)}}};
        case forms::MatchedIn::word:
            if (hit.meaning.empty()) return {"desk.found.word", {{"word", hit.text}}};
            return {"desk.found.meaning", {{"word", hit.text}, {"meaning", hit.meaning}}};
        case forms::MatchedIn::code:
            return {"desk.found.code", {{"code", hit.text}}};
        case forms::MatchedIn::place:
            break;
    }
    return {hit.text == department ? "desk.found.department" : "desk.found.main_item", {{"name", hit.text}}};
}

/// A package can be taken when each item it usually asks for can.
base::Result<void> check_package(const Desk& desk, const domain::ItemPackage& package, PartyKind party) {
    IntakeDraft draft;
    YC_TRY(const auto usual, errands_of_package(package, *desk.catalogue, draft));
    for (const Errand& errand : usual.errands)
        YC_CHECK(check_item(desk, desk.catalogue->newest(errand.item), party));
    return {};
}

ItemRow row_of(const Desk& desk, const forms::SearchHit& hit, PartyKind party) {
    ItemRow row{.code = hit.code(), .name = hit.name()};
    base::Result<void> verdict;
    if (hit.item != nullptr) {
        const domain::ServiceItem& item = *hit.item;
        row.department = item.department_name.empty() ? item.department : item.department_name;
        row.kind = {"desk.case_kind." + std::string(base::to_name(item.case_kind)), {}};
        verdict = check_item(desk, &item, party);
    } else {
        const domain::ItemPackage& package = *hit.package;
        row.department = desk.directory.department_name(package.lead_department, package.lead_department);
        row.kind = {"desk.package", {{"items", std::to_string(package.members.size())}}};
        verdict = check_package(desk, package, party);
    }
    if (!verdict) {
        row.can_take = false;
        row.why_not = text_of(verdict.error());
    }
    row.favourite = hit.use.favourite;
    if (hit.use.taken > 0)
        row.use = {
            "desk.item_use",
            {{"days", std::to_string(ItemsAtHand::counted_days)}, {"times", std::to_string(hit.use.taken)}}};
    if (hit.length == 0) return row;
    row.found = found_in(hit, row.department);
    if (hit.matched == forms::MatchedIn::name) {
        row.marked_from = hit.position;
        row.marked_length = hit.length;
    }
    return row;
}

}  // namespace

base::Result<void> check_item(const Desk& desk, const domain::ServiceItem* item, PartyKind party) {
    if (item == nullptr) return base::fail("intake.unknown_item");
    const auto refused = [item](const char* code) {
        return base::fail(code, item->code, {{"item", item->name}});
    };
    if (item->state != domain::ItemState::in_use) return refused("intake.item_not_in_use");
    if (desk.who.counter && !desk.who.counter->takes(item->code)) return refused("intake.item_not_here");
    if (!item->fully_defined) return refused("intake.item_not_defined");
    if ((party == PartyKind::person && !domain::is_for_persons(item->definition())) ||
        (party == PartyKind::organisation && !domain::is_for_organisations(item->definition())))
        return refused("intake.item_not_for_party");
    return {};
}

std::vector<ItemRow> find_items(const Desk& desk, const ItemQuery& query, PartyKind party) {
    const bool typed = !base::trim(query.text).empty();
    forms::SearchRequest request{.query = std::string(query.text),
                                 .limit = typed ? query.limit * 4 : desk.catalogue->items().size(),
                                 .facets = query.facets,
                                 .packages = true,
                                 .use = &desk.at_hand.in_use()};
    if (!typed) request.facets.defined = true;
    std::vector<ItemRow> rows;
    for (const forms::SearchHit& hit : desk.catalogue->search(request)) {
        ItemRow row = row_of(desk, hit, party);
        if (!typed && !row.can_take) continue;
        rows.push_back(std::move(row));
        if (!typed && rows.size() == query.limit) break;
    }
    std::stable_partition(rows.begin(), rows.end(), [](const ItemRow& row) { return row.can_take; });
    if (rows.size() > query.limit) rows.resize(query.limit);
    return rows;
}

}  // namespace yc::client::desk
