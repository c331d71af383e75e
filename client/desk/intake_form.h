#pragma once
#include <map>
#include <string>
#include <vector>

#include "client/desk/intake_draft.h"
#include "client/desk/intake_views.h"
#include "core/domain/dossier.h"
#include "forms/form_definition.h"
#include "forms/form_state.h"
#include "localization/localization.h"

namespace yc::client::desk {

/// Pure: the fields of an errand's form that apply, each with its problem, whether it was left or not.
/// `state` is the form as it stands today.
[[nodiscard]] std::vector<FieldView> field_views(const forms::Form& form, const forms::FormState& state,
                                                 const Errand& errand, base::Date today,
                                                 localization::Language language);

/// Pure: adds a row to a table within its bounds: the new row, or -1 when there is no room. Takes one away
/// with all that stands in it, down to the fewest rows: whether it did.
int add_row(Errand& errand, const forms::Form& form, const std::string& table, base::Date today);
bool remove_row(Errand& errand, const forms::Form& form, const std::string& table, int row, base::Date today);

/// Pure: the usual answers to the item's questions.
[[nodiscard]] domain::Circumstances usual_answers(const domain::ServiceItem& item);

/// Pure: starts the form with its defaults and what the dossier knows. What the clerk typed stays.
void fill_form(Errand& errand, const forms::Form& form, const domain::Dossier& dossier, base::Date today);

/// Pure: what the applicant's column says that a form may ask for again: facts by name (phone, address,
/// birth_date…).
[[nodiscard]] std::map<std::string, std::string> facts_of_party(const domain::Party& party, base::Date today);

/// Pure: fills fields of those facts where nothing else stands.
void fill_from_party(Errand& errand, const forms::Form& form,
                     const std::map<std::string, std::string>& facts);

/// Pure: takes over name, phone, address… of the applicant where nothing was typed.
void fill_party(IntakeDraft& draft, const domain::Dossier& dossier);

/// Pure: "12 份材料，1 份 30 天内到期；办过 8 件".
[[nodiscard]] DossierSummary summary_of(const domain::Dossier& dossier, bool from_cache, base::Date today);

/// Pure: the head line of an item as the answers make it, and what they changed.
[[nodiscard]] ItemHead head_of(const domain::ServiceItem& item, const domain::Circumstances& answers,
                               const domain::Directory& directory);

}  // namespace yc::client::desk
