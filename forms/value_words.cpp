#include <algorithm>

#include "forms/division_search.h"
#include "forms/form_definition.h"
#include "localization/localization.h"

namespace yc::forms {

namespace {

/// The words of one choice, or the value as it is.
std::string words_of_option(const Field& field, std::string_view value, std::string_view language) {
    for (const FieldOption& option : field.options)
        if (option.id == value) return option.label.in(language);
    return std::string(value);
}

/// "3000.5": jiao without fen.
bool has_tenths_only(const std::string& amount) {
    return amount.size() > 2 && amount[amount.size() - 2] == '.';
}

}  // namespace

std::string words_of_value(const Field& field, const std::string& value, std::string_view language) {
    const auto spoken =
        language.substr(0, 2) == "en" ? localization::Language::en : localization::Language::zh_CN;
    switch (field.type) {
        case FieldType::checkbox:
            return localization::tr_in(spoken, value == "yes" ? "forms.yes" : "forms.no");
        case FieldType::money:
            return grouped_amount(has_tenths_only(value) ? value + "0" : value);
        case FieldType::division:
            return division_words(value);
        case FieldType::choices: {
            std::string words;
            for (const auto& one : ids_of_choices(value))
                words += (words.empty() ? "" : localization::tr_in(spoken, "forms.and")) +
                         words_of_option(field, one, language);
            return words;
        }
        default:
            return words_of_option(field, value, language);
    }
}

std::string grouped_amount(std::string_view value) {
    const size_t begin = value.starts_with('-') ? 1 : 0;
    const size_t end = std::min(value.find('.'), value.size());
    const bool plain = end > begin && value.substr(begin, end - begin).find_first_not_of("0123456789") ==
                                          std::string_view::npos;
    std::string text(value);
    if (!plain) return text;
    for (size_t place = end; place > begin + 3;) {
        place -= 3;
        text.insert(place, ",");
    }
    return text;
}

}  // namespace yc::forms
