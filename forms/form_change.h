#pragma once
#include <string>
#include <vector>

#include "core/base/result.h"
#include "forms/catalogue_bundle.h"
#include "forms/catalogue_merge.h"

namespace yc::forms {

/// The items that cases are taken for with this form: of each code the newest version, fully defined and not
/// cancelled. Pointers into the bundle.
[[nodiscard]] std::vector<const domain::ServiceItem*> items_using(const CatalogueBundle& bundle,
                                                                  const std::string& form);

/// What a changed form does to the catalogue.
struct FormChange {
    CatalogueBundle bundle;                  ///< the next one; the same when nothing changed
    bool is_new = false;                     ///< there was no form of that id
    bool same = false;                       ///< the newest version says the same already
    int version = 1;                         ///< of the form, afterwards
    std::vector<std::string> added;          ///< fields, by id; a table's column as "table.column"
    std::vector<std::string> changed;        ///< fields that are asked in another way
    std::vector<std::string> removed;        ///< fields; what cases hold in them stays with those cases
    std::vector<domain::ServiceItem> items;  ///< the versions made of the items that use the form
};

/// The bundle with the form as its next version and, for every item that uses it, a new version with that
/// form; cases of older versions keep the form they were filled in with. `form.version` says which version
/// the change was made from. Each item's change is a line of the history. Errors: catalogue.form_not_newest
/// {form, version, newest}: somebody published another version meanwhile.
[[nodiscard]] base::Result<FormChange> with_form(CatalogueBundle bundle, Form form, const ChangeNote& note);

}  // namespace yc::forms
