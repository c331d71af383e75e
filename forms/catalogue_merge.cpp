#include "forms/catalogue_merge.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "core/wire/item_json.h"

namespace yc::forms {

using base::fail;
using base::Result;
using domain::ItemChange;
using domain::ItemState;
using domain::ServiceItem;

namespace {

/// The same entry, whatever version it has become here.
bool same_content(ServiceItem a, const ServiceItem& b) {
    a.version = b.version;
    return a == b;
}

/// The members in which two items differ; how the publisher wrote them is none.
std::vector<std::string> changed_members(const ServiceItem& before, const ServiceItem& after) {
    const auto a = wire::item_to_json(before);
    const auto b = wire::item_to_json(after);
    std::vector<std::string> names;
    for (const auto& [name, value] : b.items())
        if (name != "version" && name != "published" && (!a.contains(name) || a[name] != value))
            names.push_back(name);
    for (const auto& [name, value] : a.items())
        if (!b.contains(name) && name != "published") names.push_back(name);
    if (names.empty()) names.emplace_back("published");
    return names;
}

ItemChange::Kind kind_of(ItemState before, ItemState after) {
    if (before == after) return ItemChange::Kind::changed;
    if (after == ItemState::suspended) return ItemChange::Kind::suspended;
    if (after == ItemState::cancelled) return ItemChange::Kind::cancelled;
    return before == ItemState::suspended ? ItemChange::Kind::resumed : ItemChange::Kind::changed;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

/// Takes items into a bundle one after the other.
class Merger {
  public:
    Merger(CatalogueBundle& bundle, const ChangeNote& note)
        : bundle_(bundle), newest_(newest_of(bundle.items)), note_(note) {}

    MergeLine take(ServiceItem item) {
        using enum MergeLine::Fate;
        pin_form(item);
        const auto known = newest_.find(item.code);
        if (known == newest_.end()) {
            remember(item, ItemChange::Kind::added, note_.note);
            return put(std::move(item), {added});
        }
        const auto& present = bundle_.items[known->second];
        if (present.fully_defined && !item.fully_defined) return {kept_defined, present.version};
        if (same_content(item, present)) return {unchanged, present.version};
        if (present.state == ItemState::cancelled) return {kept_cancelled, present.version};
        item.version = std::max(present.version + 1, item.version);
        MergeLine line{changed, item.version, changed_members(present, item)};
        auto words = joined(line.fields);
        if (!note_.note.empty()) words = note_.note + " (" + words + ")";
        remember(item, kind_of(present.state, item.state), words);
        return put(std::move(item), std::move(line));
    }

  private:
    /// An item that cases are taken for has the newest version of its form.
    void pin_form(ServiceItem& item) const {
        const auto* form = item.fully_defined ? newest_form(bundle_, form_id_of(item)) : nullptr;
        if (!form || form->version == item.definition().form_version) return;
        auto definition = item.definition();
        definition.form_version = form->version;
        item.define(std::move(definition));
    }
    void remember(const ServiceItem& item, ItemChange::Kind kind, const std::string& words) {
        bundle_.history.push_back({kind, item.code, item.version, {}, note_.on, words});
    }
    MergeLine put(ServiceItem item, MergeLine line) {
        line.version = item.version;
        newest_[item.code] = bundle_.items.size();
        bundle_.items.push_back(std::move(item));
        return line;
    }

    CatalogueBundle& bundle_;
    std::unordered_map<std::string, size_t> newest_;
    const ChangeNote& note_;
};

void count(MergeCounts& counts, MergeLine line) {
    using enum MergeLine::Fate;
    counts.added += line.fate == added;
    counts.changed += line.fate == changed;
    counts.unchanged += line.fate == unchanged;
    counts.kept_defined += line.fate == kept_defined;
    counts.kept_cancelled += line.fate == kept_cancelled;
    counts.lines.push_back(std::move(line));
}

Result<const ServiceItem*> newest_with(const CatalogueBundle& bundle, const std::string& code) {
    const ServiceItem* newest = nullptr;
    for (const auto& item : bundle.items)
        if (item.code == code && (!newest || newest->version < item.version)) newest = &item;
    if (!newest) return fail("catalogue.no_such_item", {}, {{"item_code", code}});
    return newest;
}

/// Adds the item's next version, in that state.
Result<void> change_state(CatalogueBundle& bundle, const std::string& code, ItemState state,
                          const ChangeNote& note) {
    YC_TRY(const auto* present, newest_with(bundle, code));
    const std::map<std::string, std::string> about{{"item", present->name},
                                                   {"state", std::string(base::to_name(state))}};
    if (present->state == state) return fail("catalogue.state_already", {}, about);
    if (present->state == ItemState::cancelled) return fail("catalogue.state_final", {}, about);
    auto item = *present;
    item.state = state;
    ++item.version;
    bundle.history.push_back({kind_of(present->state, state), code, item.version, {}, note.on, note.note});
    bundle.items.push_back(std::move(item));
    return {};
}

}  // namespace

CatalogueBundle merge_items(CatalogueBundle bundle, const std::vector<ServiceItem>& items,
                            const ChangeNote& note, MergeCounts* counts) {
    MergeCounts done;
    Merger merger(bundle, note);
    for (const auto& item : items) count(done, merger.take(item));
    if (done.added + done.changed > 0) ++bundle.version;
    if (counts) *counts = std::move(done);
    return bundle;
}

Result<CatalogueBundle> with_state(CatalogueBundle bundle, const std::string& code, ItemState state,
                                   const ChangeNote& note) {
    YC_CHECK(change_state(bundle, code, state, note));
    ++bundle.version;
    return bundle;
}

Result<CatalogueBundle> with_succession(CatalogueBundle bundle, const std::vector<std::string>& from,
                                        const std::vector<std::string>& into, const ChangeNote& note) {
    const auto kind = from.size() > 1 ? ItemChange::Kind::merged : ItemChange::Kind::split;
    for (const auto& code : into) {
        if (std::find(from.begin(), from.end(), code) != from.end())
            return fail("catalogue.own_successor", {}, {{"item_code", code}});
        YC_TRY(const auto* item, newest_with(bundle, code));
        if (item->state != ItemState::in_use)
            return fail("catalogue.successor_not_in_use", {}, {{"item", item->name}, {"item_code", code}});
        bundle.history.push_back({kind, code, item->version, from, note.on, note.note});
    }
    for (const auto& code : from) YC_CHECK(change_state(bundle, code, ItemState::cancelled, note));
    ++bundle.version;
    return bundle;
}

PresentItem present_in(const CatalogueBundle& bundle) {
    return [&bundle, places = newest_of(bundle.items)](const std::string& code) {
        const auto place = places.find(code);
        return place == places.end() ? nullptr : &bundle.items[place->second];
    };
}

std::vector<const ServiceItem*> newest_items(const CatalogueBundle& bundle) {
    std::vector<const ServiceItem*> items;
    const auto newest = newest_of(bundle.items);
    for (size_t i = 0; i < bundle.items.size(); ++i)
        if (newest.at(bundle.items[i].code) == i) items.push_back(&bundle.items[i]);
    return items;
}

}  // namespace yc::forms
