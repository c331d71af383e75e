#pragma once
#include <vector>

#include "core/base/result.h"
#include "core/domain/directory.h"
#include "forms/catalogue_bundle.h"

namespace yc::forms {

/// Whether the parts of a bundle fit each other and the directory; what is only unwise or unlawful is for
/// forms/lint. Items of a list need no more than a code and version of their own and a form; of fully defined
/// ones the form, questions, materials, adjustments and, while they are not cancelled, the departments of the
/// newest version must be there. Packages in use name members and answers there are and never contain
/// themselves. Returns everything wrong, one Error each. Codes: catalogue.duplicate_item,
/// catalogue.unknown_form, catalogue.unknown_department, catalogue.unknown_question,
/// catalogue.unknown_material, catalogue.duplicate_material, catalogue.duplicate_question {item, field},
/// catalogue.duplicate_form {form}, catalogue.form_faulty {form, path}, those of check_against(),
/// package.unknown_member {package, member}, package.cycle {package}.
[[nodiscard]] std::vector<base::Error> check_bundle(const CatalogueBundle& bundle,
                                                    const domain::Directory& directory, base::Date today);

}  // namespace yc::forms
