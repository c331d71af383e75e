#include "hub/store/publishing.h"

#include <set>
#include <tuple>

namespace yc::hub::store {
namespace {

/// Adds what of `from` is not among `to`; two are the same when `key` says so.
template <class T, class Key>
void add_new(std::vector<T>& to, const std::vector<T>& from, Key key) {
    std::set<decltype(key(from.front()))> known;
    for (const auto& one : to) known.insert(key(one));
    for (const auto& one : from)
        if (known.insert(key(one)).second) to.push_back(one);
}

void add_new(forms::CatalogueBundle& to, const forms::CatalogueBundle& from) {
    const auto code_and_version = [](const auto& one) { return std::make_pair(one.code, one.version); };
    add_new(to.items, from.items, code_and_version);
    add_new(to.packages, from.packages, code_and_version);
    add_new(to.forms, from.forms, [](const forms::Form& form) { return form.id; });
    add_new(to.history, from.history, [](const domain::ItemChange& change) {
        return std::make_tuple(change.code, change.version, change.kind, change.on, change.note);
    });
}

}  // namespace

base::Result<Published> publish(HubStore& store, const forms::CatalogueBundle& bundle, base::Instant now) {
    YC_TRY(const auto text, store.catalogue());
    forms::CatalogueBundle whole;
    if (text) {
        YC_TRY(whole, forms::parse_bundle(*text));
    }
    add_new(whole, bundle);
    YC_TRY(const int64_t newest, store.catalogue_version());
    whole.version = newest + 1;
    YC_CHECK(forms::Catalogue::open(whole));
    YC_CHECK(store.publish_catalogue(whole.version, forms::serialise_bundle(whole), now));
    YC_CHECK(
        store.audit({.at = now, .action = "catalogue.publish", .purpose = std::to_string(whole.version)}));
    return Published{whole.version, whole.items.size()};
}

base::Result<std::shared_ptr<const forms::Catalogue>> published_catalogue(HubStore& store) {
    YC_TRY(const auto text, store.catalogue());
    if (!text) return std::shared_ptr<const forms::Catalogue>{};
    YC_TRY(auto bundle, forms::parse_bundle(*text));
    return forms::Catalogue::open(std::move(bundle));
}

SettlingFields settling_fields(const forms::Catalogue* catalogue, const std::string& code, int version) {
    SettlingFields fields;
    const auto* item = catalogue ? catalogue->find(code, version) : nullptr;
    if (!item) return fields;
    forms::each_field(catalogue->form_of(*item), [&](const std::string& path, const forms::Field& field) {
        if (field.settles && !field.fact.empty()) fields[path] = field.fact;
    });
    return fields;
}

}  // namespace yc::hub::store
