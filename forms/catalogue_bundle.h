#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/item.h"
#include "core/domain/item_package.h"
#include "forms/form_definition.h"

namespace yc::forms {

/// What the hub publishes and clients keep: every version of every item still needed, forms, packages,
/// and what changed when.
struct CatalogueBundle {
    int64_t version = 1;
    std::vector<domain::ServiceItem> items;
    std::vector<Form> forms;
    std::vector<domain::ItemPackage> packages;
    std::vector<domain::ItemChange> history;  ///< oldest first
    friend bool operator==(const CatalogueBundle&, const CatalogueBundle&) = default;
};

/// One JSON document; members without content are left out. Errors of reading: wire.not_json, wire.invalid
/// {field}.
[[nodiscard]] base::Result<CatalogueBundle> parse_bundle(std::string_view json);
[[nodiscard]] std::string serialise_bundle(const CatalogueBundle& bundle);

}  // namespace yc::forms
