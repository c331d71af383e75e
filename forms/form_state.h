#pragma once
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/date.h"
#include "forms/form_definition.h"

namespace yc::forms {

/// One field that applies, as it stands.
struct FieldState {
    std::string path;              ///< its id, "table.row.column" or "party.part"
    const Field* field = nullptr;  ///< in the form
    const Section* section = nullptr;
    const Field* table = nullptr;  ///< of a table's cell; the person or organisation of a part
    int row = -1;                  ///< of a table's cell, from 0
    std::string value;             ///< tidy; worked out where it is computed
    bool required = false;
};

/// A form with its values, circumstances and a day: what applies, in order. The fields point into the form.
class FormState {
  public:
    [[nodiscard]] const std::vector<FieldState>& fields() const& { return fields_; }
    [[nodiscard]] std::vector<FieldState> fields() && { return std::move(fields_); }
    [[nodiscard]] const FieldState* find(const std::string& path) const;
    FieldState& add(FieldState field);

  private:
    std::vector<FieldState> fields_;
    std::unordered_map<std::string, size_t> places_;  ///< path → place in fields_
};

/// The model behind every view of a form: limits and enablement come from here, a view only shows. A hidden
/// field decides nothing; computed values and what they show or hide are worked out until nothing changes, at
/// most `most_passes` times, so that a definition that runs in a circle still ends. Pure; safe from any
/// thread.
[[nodiscard]] FormState state_of(const Form& form, const FormValues& values,
                                 const domain::Circumstances& circumstances, base::Date today);
inline constexpr int most_passes = 8;

/// A value as expressions see it, by the type of its field.
[[nodiscard]] Value value_of(const Field& field, const std::string& text);

/// What an expression sees of a state; both must outlive the scope.
[[nodiscard]] Scope scope_of(const FormState& state, const domain::Circumstances& circumstances,
                             base::Date today);

}  // namespace yc::forms
