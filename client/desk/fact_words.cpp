#include "client/desk/fact_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "forms/field_check.h"
#include "localization/localization.h"

namespace yc::client::desk {

namespace {

constexpr std::array<std::string_view, 5> particulars{"name", "phone", "address", "legal_representative",
                                                      "contact_name"};

}  // namespace

FactWords::FactWords(const forms::Catalogue& catalogue, std::string_view language) : language_(language) {
    for (const forms::Form& form : catalogue.bundle().forms)
        forms::each_field(form, [this](const std::string&, const forms::Field& field) {
            if (!field.fact.empty()) fields_.emplace(field.fact, &field);
        });
}

std::optional<size_t> FactWords::particular(std::string_view fact) {
    const auto found = std::find(particulars.begin(), particulars.end(), fact);
    if (found == particulars.end()) return std::nullopt;
    return static_cast<size_t>(found - particulars.begin());
}

std::string FactWords::label(const std::string& fact) const {
    if (particular(fact)) return localization::tr("desk.party." + fact);
    const auto found = fields_.find(fact);
    return found == fields_.end() ? fact : found->second->label.in(language_);
}

std::string FactWords::value(const std::string& fact, const std::string& value) const {
    const auto found = fields_.find(fact);
    return found == fields_.end() ? value : forms::words_of_value(*found->second, value, language_);
}

std::vector<std::string> FactWords::choices(const std::string& fact) const {
    std::vector<std::string> labels;
    if (const auto found = fields_.find(fact); found != fields_.end())
        for (const auto& option : found->second->options) labels.push_back(option.label.in(language_));
    return labels;
}

base::Result<std::string> FactWords::typed(const std::string& fact, const std::string& words,
                                           base::Date today) const {
    const auto found = fields_.find(fact);
    if (found == fields_.end()) return words;
    const forms::Field& field = *found->second;
    for (const auto& option : field.options)
        if (option.label.in(language_) == words) return option.id;
    if (!field.options.empty())
        return base::fail("dossier.not_a_choice", "not one of the field's options",
                          {{"choices", fmt::format("{}", fmt::join(choices(fact), " / "))}});
    std::string value = forms::tidy_value(field, words);
    const auto problems = forms::check_field(field, value, today, true);
    if (!problems.empty()) return base::fail(problems.front().code, {}, problems.front().args);
    return value;
}

}  // namespace yc::client::desk
