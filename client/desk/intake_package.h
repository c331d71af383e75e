#pragma once
#include <map>
#include <string>
#include <vector>

#include "client/desk/intake_draft.h"
#include "core/base/result.h"
#include "forms/catalogue.h"
#include "forms/form_state.h"
#include "forms/package_members.h"

namespace yc::client::desk {

/// Several errands of one applicant, as a package (一件事) or simply one after the other: one form in which
/// nothing is asked twice. Everything here is pure.

/// In the ids of questions shown: those of the package, before those of its items.
inline constexpr const char* package_question_prefix = "package/";

/// What a package makes of a draft's errands.
struct PackageErrands {
    std::vector<Errand> errands;
    std::vector<Errand> set_aside;  ///< IntakeDraft::set_aside
};

/// The errands that the draft's package asks for, in its order. What was typed into those that stay or were
/// set aside is kept; new ones start with the usual answers; those the package settles hold for all. Errands
/// the package does not know, chosen beside it, follow. Those it no longer asks for are set aside. Errors:
/// package.cycle, package.unknown_member.
[[nodiscard]] base::Result<PackageErrands> errands_of_package(const domain::ItemPackage& package,
                                                              const forms::Catalogue& catalogue,
                                                              const IntakeDraft& draft);

/// A field that an earlier errand asks for already.
struct AskedBefore {
    size_t errand = 0;  ///< where it is asked
    std::string path;   ///< and under which path
    friend bool operator==(const AskedBefore&, const AskedBefore&) = default;
};

/// Of one errand the fields asked before: path → where.
using AskedFields = std::map<std::string, AskedBefore>;

/// For each errand the fields asked before. Two fields are the same when they have one type, offer the same
/// options and hold the same dossier fact; cells of tables never are. `states` are the errands' forms as they
/// stand.
[[nodiscard]] std::vector<AskedFields> asked_before(const std::vector<forms::FormState>& states);

/// Leaves out what was asked before. Where it is asked it is required if any errand needs it, and says what
/// stops any of them.
void ask_once(std::vector<std::vector<FieldView>>& views, const std::vector<AskedFields>& before);

/// Writes the values of fields asked in one errand into the errands that ask for them again. A field that two
/// errands begin to share keeps what was typed in the later one when nobody typed into the earlier.
void share_values(std::vector<Errand>& errands, const std::vector<AskedFields>& before);

}  // namespace yc::client::desk
