#pragma once
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/enum_names.h"
#include "core/domain/item.h"

namespace yc::forms {

/// What a field holds; says how it is checked (form_rules.h) and with which control it is shown.
enum class FieldType { text, number, date, choice, phone, id_number, address, textarea, checkbox };
constexpr auto names_of(FieldType) {
    using enum FieldType;
    return std::to_array<base::EnumName<FieldType>>({{text, "text"},
                                                     {number, "number"},
                                                     {date, "date"},
                                                     {choice, "choice"},
                                                     {phone, "phone"},
                                                     {id_number, "id_number"},
                                                     {address, "address"},
                                                     {textarea, "textarea"},
                                                     {checkbox, "checkbox"}});
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

/// One field of a form. Values are text: dates YYYY-MM-DD, numbers with a point, choices and checkboxes by id
/// (a checkbox is "yes" or "no").
struct Field {
    std::string id;
    Label label;
    FieldType type = FieldType::text;
    bool required = false;
    std::string pattern;               ///< ECMAScript expression over the whole value; empty = none
    Label pattern_hint;                ///< what the pattern wants, in words
    int max_length = 100;              ///< code points
    std::optional<int64_t> least;      ///< number only
    std::optional<int64_t> most;       ///< number only
    bool past_only = false;            ///< date only: not after today
    std::vector<FieldOption> options;  ///< choice only
    std::string default_value;
    domain::Condition when;         ///< shown only for these answers to the item's questions
    domain::Condition when_fields;  ///< and only for these values of other fields of the same form
    std::string fact;               ///< dossier fact it is filled from; empty = none
    bool settles = false;           ///< whether a decided case writes its value back to `fact`
    WidthHint width = WidthHint::half;
    friend bool operator==(const Field&, const Field&) = default;
};

struct Section {
    std::string id;
    Label title;
    std::vector<Field> fields;
    friend bool operator==(const Section&, const Section&) = default;
};

/// The form of an item (申请表). Once published a form never changes: a changed one gets a new id, so that a
/// case pinned to an item version finds the form it was received with.
struct Form {
    std::string id;
    Label title;
    std::vector<Section> sections;
    [[nodiscard]] const Field* find(const std::string& field_id) const;
    friend bool operator==(const Form&, const Form&) = default;
};

/// Field id → value.
using FormValues = std::map<std::string, std::string>;

/// A value as people read it, in "zh_CN" or "en": the words of a choice, 是 or 否 for a tick, else as it is.
[[nodiscard]] std::string words_of_value(const Field& field, const std::string& value,
                                         std::string_view language);

/// Id of the form of items that name none: contact and what the matter is about.
inline constexpr const char* common_form_id = "common";

}  // namespace yc::forms
