#include "hub/store/publishing.h"

#include <utility>

#include "forms/bundle_check.h"

namespace yc::hub::store {

base::Result<void> publish(HubStore& store, const forms::CatalogueBundle& bundle, base::Instant now) {
    YC_TRY(const int64_t newest, store.catalogue_version());
    if (bundle.version != newest + 1)
        return base::fail("catalogue.version_taken", "newest is " + std::to_string(newest),
                          {{"version", std::to_string(bundle.version)}});
    YC_TRY(const auto directory, store.directory());
    if (auto faults = forms::check_bundle(bundle, directory, base::date_of(now)); !faults.empty())
        return std::move(faults.front());
    YC_CHECK(store.publish_catalogue(bundle.version, forms::serialise_bundle(bundle), now));
    return store.audit({.at = now, .action = "catalogue.publish", .purpose = std::to_string(bundle.version)});
}

base::Result<std::optional<forms::CatalogueBundle>> published_bundle(HubStore& store) {
    YC_TRY(const auto text, store.catalogue());
    if (!text) return std::optional<forms::CatalogueBundle>{};
    YC_TRY(auto bundle, forms::parse_bundle(*text));
    return std::optional(std::move(bundle));
}

base::Result<std::shared_ptr<const forms::Catalogue>> published_catalogue(HubStore& store) {
    YC_TRY(auto bundle, published_bundle(store));
    if (!bundle) return std::shared_ptr<const forms::Catalogue>{};
    return forms::Catalogue::open(*std::move(bundle));
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
