#pragma once
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/enum_names.h"
#include "core/domain/item.h"
#include "forms/expression.h"

namespace yc::forms {

/// What a field holds; says how it is checked (field_check.h) and with which control it is shown.
/// `table` has rows of its columns; a person or an organisation has the parts of party_fields.h. `signature`
/// is a place to sign on the printed form and `attachment` names one of the item's materials: neither holds a
/// value.
enum class FieldType {
    text,
    number,
    money,
    date,
    choice,
    choices,
    phone,
    id_number,
    credit_code,
    person,
    organisation,
    division,
    address,
    textarea,
    checkbox,
    table,
    signature,
    attachment,
};
constexpr auto names_of(FieldType) {
    using enum FieldType;
    return std::to_array<base::EnumName<FieldType>>({{text, "text"},
                                                     {number, "number"},
                                                     {money, "money"},
                                                     {date, "date"},
                                                     {choice, "choice"},
                                                     {choices, "choices"},
                                                     {phone, "phone"},
                                                     {id_number, "id_number"},
                                                     {credit_code, "credit_code"},
                                                     {person, "person"},
                                                     {organisation, "organisation"},
                                                     {division, "division"},
                                                     {address, "address"},
                                                     {textarea, "textarea"},
                                                     {checkbox, "checkbox"},
                                                     {table, "table"},
                                                     {signature, "signature"},
                                                     {attachment, "attachment"}});
}

/// How much of a row a field wants; a hint, the view may ignore it.
enum class WidthHint { full, half, third };
constexpr auto names_of(WidthHint) {
    using enum WidthHint;
    return std::to_array<base::EnumName<WidthHint>>({{full, "full"}, {half, "half"}, {third, "third"}});
}

/// A label in both languages of the product.
struct Label {
    std::string zh;
    std::string en;
    /// For a localization language name: "en…" gives English, anything else Chinese.
    [[nodiscard]] const std::string& in(std::string_view language) const {
        return language.substr(0, 2) == "en" ? en : zh;
    }
    friend bool operator==(const Label&, const Label&) = default;
};

struct FieldOption {
    std::string id;
    Label label;
    friend bool operator==(const FieldOption&, const FieldOption&) = default;
};

/// One field of a form. Values are text: dates YYYY-MM-DD, numbers with a point, choices by id (several with
/// commas between), a checkbox is "yes" or "no", a division its code, a table the number of its rows.
struct Field {
    std::string id;
    Label label;
    FieldType type = FieldType::text;
    /// The name of a type that this program does not know (the form is of a newer one): the field is kept and
    /// shown as text, with a note. Empty = known.
    std::string foreign_type;
    bool required = false;
    std::string pattern;               ///< ECMAScript expression over the whole value; empty = none
    Label pattern_hint;                ///< what the pattern wants, in words
    int max_length = 100;              ///< code points
    std::optional<int64_t> least;      ///< number only
    std::optional<int64_t> most;       ///< number only
    bool past_only = false;            ///< date only: not after today
    std::vector<FieldOption> options;  ///< choice only
    std::string default_value;
    domain::Condition when;  ///< shown only for these answers to the item's questions
    Expression show_if;      ///< and only while this is true; empty = always
    Expression required_if;  ///< required while this is true, beside `required`
    Expression computed;     ///< gives the value, which nobody types; empty = typed
    /// Of a table: its columns, with values under "table.row.column", rows from 0. Of a person or an
    /// organisation: its parts, with values under "id.part"; made on reading, never written.
    std::vector<Field> columns;
    int least_rows = 0;  ///< table only
    int most_rows = 20;  ///< table only, at most most_table_rows

    std::string material;  ///< attachment only: Material::code
    std::string fact;      ///< dossier fact it is filled from; empty = none
    bool settles = false;  ///< whether a decided case writes its value back to `fact`
    WidthHint width = WidthHint::half;
    friend bool operator==(const Field&, const Field&) = default;
};

struct Section {
    std::string id;
    Label title;
    domain::Condition when;  ///< asked only for these answers to the item's questions
    std::vector<Field> fields;
    friend bool operator==(const Section&, const Section&) = default;
};

/// What must hold between fields. Judged only while none of the fields it looks at is hidden and one of them
/// is filled in. A rule about who may be granted what is advice: an application that will fail is received
/// all the same and refused by the department in writing (行政许可法 §29, §32, §38).
struct FormRule {
    Expression check;
    Label message;
    bool advice = false;  ///< shown, but stops nothing

    std::vector<std::string> fields;  ///< where the message stands; the first one there is
    friend bool operator==(const FormRule&, const FormRule&) = default;
};

/// The form of an item (申请表). Once published a version never changes: a changed form is its next version
/// (form_change.h), so that a case pinned to an item version finds the form it was received with.
struct Form {
    std::string id;
    int version = 1;
    Label title;
    std::vector<Section> sections;
    std::vector<FormRule> rules;
    /// By id, or by the path of a table's cell or a person's part ("family.0.name" gives the column).
    [[nodiscard]] const Field* find(const std::string& path) const;
    friend bool operator==(const Form&, const Form&) = default;
};

/// Tables have no more rows than this, whatever their definition says.
inline constexpr int most_table_rows = 200;

/// Path of a field → value: its id, "table.row.column" for a cell, "id.part" for a part of a person.
using FormValues = std::map<std::string, std::string>;

/// A value as people read it, in "zh_CN" or "en": the words of a choice, 是 or 否 for a tick, a place by its
/// name, money with its thousands apart and fen (元角分) if it has any, else as it is.
[[nodiscard]] std::string words_of_value(const Field& field, const std::string& value,
                                         std::string_view language);

/// "1234567.5" → "1,234,567.5"; what is no number stays as it is.
[[nodiscard]] std::string grouped_amount(std::string_view value);

/// Whether a field is made of parts: a person or an organisation.
[[nodiscard]] bool has_parts(FieldType type);

/// Every field with its path, parts of persons and organisations too, but not the cells of tables.
template <class Visit>
void each_field(const Form& form, Visit visit) {
    for (const auto& section : form.sections)
        for (const auto& field : section.fields) {
            visit(field.id, field);
            if (!has_parts(field.type)) continue;
            for (const auto& part : field.columns) visit(field.id + "." + part.id, part);
        }
}

/// The ids in the value of a field of several choices.
[[nodiscard]] std::vector<std::string> ids_of_choices(std::string_view value);

/// Id of the form of items that name none: contact and what the matter is about.
inline constexpr const char* common_form_id = "common";

}  // namespace yc::forms
