#include "hub/store/publishing.h"

#include <algorithm>

namespace yc::hub::store {
namespace {

void add_new(forms::CatalogueBundle& to, const forms::CatalogueBundle& from) {
    for (const auto& item : from.items) {
        const bool known =
            std::any_of(to.items.begin(), to.items.end(), [&](const domain::ServiceItem& other) {
                return other.code == item.code && other.version == item.version;
            });
        if (!known) to.items.push_back(item);
    }
    for (const auto& form : from.forms) {
        const bool known = std::any_of(to.forms.begin(), to.forms.end(),
                                       [&](const forms::Form& other) { return other.id == form.id; });
        if (!known) to.forms.push_back(form);
    }
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
