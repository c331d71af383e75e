#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/domain/item.h"
#include "core/domain/item_package.h"
#include "forms/form_definition.h"

namespace yc::forms {

/// What the hub publishes and clients keep: every version of every item and form still needed, packages, and
/// what changed when. The newest version of an item has the newest version of its form; an older one keeps
/// the version that its cases were filled in with.
struct CatalogueBundle {
    int64_t version = 1;
    std::vector<domain::ServiceItem> items;
    std::vector<Form> forms;
    std::vector<domain::ItemPackage> packages;
    std::vector<domain::ItemChange> history;  ///< oldest first
    friend bool operator==(const CatalogueBundle&, const CatalogueBundle&) = default;
};

/// Where the newest version of each code stands in a list of items or packages.
template <class T>
[[nodiscard]] std::unordered_map<std::string, size_t> newest_of(const std::vector<T>& versions) {
    std::unordered_map<std::string, size_t> newest;
    for (size_t i = 0; i < versions.size(); ++i) {
        const auto [place, is_new] = newest.try_emplace(versions[i].code, i);
        if (!is_new && versions[place->second].version < versions[i].version) place->second = i;
    }
    return newest;
}

/// The id of the form an item is taken with: that of the common form when it names none.
[[nodiscard]] std::string form_id_of(const domain::ServiceItem& item);

/// The newest version of a form; nullptr if there is none of that id.
[[nodiscard]] const Form* newest_form(const CatalogueBundle& bundle, const std::string& id);

/// One JSON document; members without content are left out. What is kept already is read whatever program
/// wrote it: members that this one does not know are passed over. Errors: wire.not_json, wire.invalid
/// {field}.
[[nodiscard]] base::Result<CatalogueBundle> parse_bundle(std::string_view json);
/// One that is to take the place of another: a form with members that this program does not know is of a
/// newer one, and refuses the whole bundle. Errors: of parse_bundle, form.unknown_member {form, field}.
[[nodiscard]] base::Result<CatalogueBundle> parse_new_bundle(std::string_view json);
[[nodiscard]] std::string serialise_bundle(const CatalogueBundle& bundle);

}  // namespace yc::forms
