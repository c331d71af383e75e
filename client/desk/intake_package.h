#pragma once
#include <map>
#include <string>
#include <vector>

#include "client/desk/intake_draft.h"
#include "core/base/result.h"
#include "forms/catalogue.h"
#include "forms/form_state.h"

namespace yc::client::desk {

/// Several errands of one applicant, as a package (一件事) or simply one after the other: one form in which
/// nothing is asked twice. Everything here is pure.

/// In the ids of questions shown: those of the package, before those of its items.
inline constexpr const char* package_question_prefix = "package/";

/// The package of that code in use; nullptr if there is none.
[[nodiscard]] const domain::ItemPackage* find_package(const forms::Catalogue& catalogue,
                                                      const std::string& code);

/// The errands that the draft's package asks for, in its order. What was typed into those that stay is kept;
/// new ones start with the usual answers and those the package settles. Errands the package does not know,
/// chosen beside it, follow. Errors: package.cycle, package.unknown_member.
[[nodiscard]] base::Result<std::vector<Errand>> errands_of_package(const domain::ItemPackage& package,
                                                                   const forms::Catalogue& catalogue,
                                                                   const IntakeDraft& draft);

/// A field that an earlier errand asks for already.
struct AskedBefore {
    size_t errand = 0;  ///< where it is asked
    std::string path;   ///< and under which path
    friend bool operator==(const AskedBefore&, const AskedBefore&) = default;
};

/// For each errand the fields asked before: path → where. Two fields are the same when they have one type and
/// hold the same dossier fact. `states` are the errands' forms as they stand.
[[nodiscard]] std::vector<std::map<std::string, AskedBefore>> asked_before(
    const std::vector<forms::FormState>& states);

/// Writes the values of fields asked in one errand into the errands that ask for them again.
void share_values(std::vector<Errand>& errands, const std::vector<forms::FormState>& states);

}  // namespace yc::client::desk
