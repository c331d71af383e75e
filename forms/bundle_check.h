#pragma once
#include <vector>

#include "core/base/result.h"
#include "core/domain/directory.h"
#include "forms/catalogue_bundle.h"

namespace yc::forms {

/// Whether the parts of a bundle fit each other and the directory: item and field references exist, codes,
/// names and material codes are unique, promise within the statutory limit, no catch-all materials
/// (其他材料), an on-the-spot item decided at the counter. Returns everything wrong, one Error each. Codes:
/// catalogue.duplicate_item, catalogue.duplicate_form, catalogue.unknown_form, catalogue.unknown_department,
/// catalogue.unknown_question, catalogue.unknown_field, catalogue.promise_beyond_limit,
/// catalogue.catch_all_material, catalogue.duplicate_material, catalogue.kind_and_limit; args {item or form,
/// field}.
[[nodiscard]] std::vector<base::Error> check_bundle(const CatalogueBundle& bundle,
                                                    const domain::Directory& directory);

}  // namespace yc::forms
