#include "forms/form_rules.h"

#include <algorithm>
#include <charconv>
#include <regex>

#include "core/base/utf8.h"
#include "core/domain/identity_number.h"

namespace yc::forms {

using base::Error;
using base::fail;
using domain::Circumstances;
using Problems = std::vector<FieldProblem>;

namespace {

/// Collects what is wrong with one field.
struct FieldReport {
    const Field& field;
    Problems& problems;
    void add(Error error) const {
        problems.push_back({field.id, std::move(error.code), std::move(error.args)});
    }
    /// Arguments every sentence may use: the field's label in both languages.
    [[nodiscard]] std::map<std::string, std::string> args(
        std::map<std::string, std::string> more = {}) const {
        more.emplace("field", field.label.zh);
        more.emplace("field_en", field.label.en);
        return more;
    }
};

/// Values people type with full-width digits and spaces.
bool is_typed_number(FieldType type) {
    return type == FieldType::number || type == FieldType::date || type == FieldType::phone ||
           type == FieldType::id_number;
}

std::string tidy_value(const Field& field, const std::string& value) {
    auto tidy = base::trim(value);
    if (is_typed_number(field.type) || !field.pattern.empty()) tidy = base::to_half_width(tidy);
    if (field.type == FieldType::phone || field.type == FieldType::id_number)
        std::erase_if(tidy, [](char c) { return c == ' '; });
    if (field.type == FieldType::id_number) tidy = base::to_upper_ascii(tidy);
    return tidy;
}

void check_pattern(const FieldReport& report, const std::string& value) {
    if (report.field.pattern.empty()) return;
    if (std::regex_match(value, std::regex(report.field.pattern))) return;
    report.add(fail(
        "form.pattern", {},
        report.args({{"hint", report.field.pattern_hint.zh}, {"hint_en", report.field.pattern_hint.en}})));
}

void check_number(const FieldReport& report, const std::string& value) {
    static const std::regex decimal("-?[0-9]{1,12}(\\.[0-9]{1,4})?");
    if (!std::regex_match(value, decimal)) {
        report.add(fail("form.not_a_number", {}, report.args()));
        return;
    }
    double number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    const auto& field = report.field;
    const bool low = field.least && number < static_cast<double>(*field.least);
    const bool high = field.most && number > static_cast<double>(*field.most);
    if (low || high)
        report.add(fail("form.number_range", {},
                        report.args({{"least", field.least ? std::to_string(*field.least) : "−∞"},
                                     {"most", field.most ? std::to_string(*field.most) : "∞"}})));
}

void check_date(const FieldReport& report, const std::string& value, base::Date today) {
    const auto date = base::parse_date(value);
    if (!date)
        report.add(fail("form.date_invalid", {}, report.args()));
    else if (report.field.past_only && *date > today)
        report.add(fail("form.date_in_future", {}, report.args()));
}

void check_choice(const FieldReport& report, const std::string& value) {
    const auto& options = report.field.options;
    if (std::none_of(options.begin(), options.end(), [&](const auto& option) { return option.id == value; }))
        report.add(fail("form.not_a_choice", {}, report.args()));
}

void check_phone(const FieldReport& report, const std::string& value) {
    if (!is_phone(value)) report.add(fail("form.phone_invalid", {}, report.args()));
}

/// A number of a person; says which position is wrong as the identity rules do.
void check_id_number(const FieldReport& report, const std::string& value, base::Date today) {
    const auto identity = domain::parse_identity(value, today);
    if (!identity) {
        report.add(fail(identity.error().code, {}, identity.error().args));
        return;
    }
    if (identity->kind == domain::DocumentKind::credit_code)
        report.add(fail("form.id_number_invalid", {}, report.args()));
}

void check_type(const FieldReport& report, const std::string& value, base::Date today) {
    switch (report.field.type) {
        case FieldType::number:
            return check_number(report, value);
        case FieldType::date:
            return check_date(report, value, today);
        case FieldType::choice:
            return check_choice(report, value);
        case FieldType::phone:
            return check_phone(report, value);
        case FieldType::id_number:
            return check_id_number(report, value, today);
        case FieldType::checkbox:
            if (value != "yes" && value != "no") report.add(fail("form.not_a_choice", {}, report.args()));
            return;
        case FieldType::text:
        case FieldType::address:
        case FieldType::textarea:
            return;
    }
}

std::string value_of(const FormValues& values, const std::string& field) {
    const auto found = values.find(field);
    return found == values.end() ? std::string() : found->second;
}

/// Values of the fields shown so far; a hidden field decides nothing.
bool is_visible(const Field& field, const FormValues& shown, const Circumstances& circumstances) {
    return field.when.holds(circumstances) && field.when_fields.holds(shown);
}

}  // namespace

std::vector<const Field*> visible_fields(const Form& form, const FormValues& values,
                                         const Circumstances& circumstances) {
    std::vector<const Field*> visible;
    FormValues shown;
    for (const auto& section : form.sections)
        for (const auto& field : section.fields) {
            if (!is_visible(field, shown, circumstances)) continue;
            visible.push_back(&field);
            shown[field.id] = tidy_value(field, value_of(values, field.id));
        }
    return visible;
}

Problems check_field(const Field& field, const std::string& value, base::Date today) {
    Problems problems;
    const FieldReport report{field, problems};
    const auto tidy = tidy_value(field, value);
    const bool unticked = field.type == FieldType::checkbox && tidy == "no";
    if (field.required && (tidy.empty() || unticked)) report.add(fail("form.required", {}, report.args()));
    if (tidy.empty() || !problems.empty()) return problems;
    if (base::length_utf8(tidy) > static_cast<size_t>(field.max_length)) {
        report.add(fail("form.too_long", {},
                        report.args({{"most", std::to_string(field.max_length)},
                                     {"found", std::to_string(base::length_utf8(tidy))}})));
        return problems;
    }
    check_type(report, tidy, today);
    if (problems.empty()) check_pattern(report, tidy);
    return problems;
}

Problems check_form(const Form& form, const FormValues& values, const Circumstances& circumstances,
                    base::Date today) {
    Problems problems;
    for (const auto* field : visible_fields(form, values, circumstances))
        for (auto& problem : check_field(*field, value_of(values, field->id), today))
            problems.push_back(std::move(problem));
    for (const auto& [id, value] : values)
        if (!form.find(id)) {
            auto error = fail("form.unknown_field", {}, {{"field", id}});
            problems.push_back({id, std::move(error.code), std::move(error.args)});
        }
    return problems;
}

FormValues defaults(const Form& form) {
    FormValues values;
    for (const auto& section : form.sections)
        for (const auto& field : section.fields)
            if (!field.default_value.empty()) values.emplace(field.id, field.default_value);
    return values;
}

std::map<std::string, Prefill> prefill(const Form& form, const domain::Dossier& dossier, base::Date today) {
    std::map<std::string, Prefill> filled;
    for (const auto& section : form.sections)
        for (const auto& field : section.fields) {
            if (field.fact.empty()) continue;
            const domain::Fact* newest = nullptr;
            for (const auto& fact : dossier.facts)
                if (fact.field == field.fact && !(fact.valid_until && *fact.valid_until < today) &&
                    (!newest || newest->at <= fact.at))
                    newest = &fact;
            if (newest && !newest->value.empty() && check_field(field, newest->value, today).empty())
                filled.emplace(field.id, Prefill{newest->value, *newest});
        }
    return filled;
}

FormValues tidy_values(const Form& form, const FormValues& values, const Circumstances& circumstances) {
    FormValues tidy;
    for (const auto* field : visible_fields(form, values, circumstances))
        if (auto value = tidy_value(*field, value_of(values, field->id)); !value.empty())
            tidy.emplace(field->id, std::move(value));
    return tidy;
}

std::map<std::string, std::string> facts_to_settle(const Form& form, const FormValues& values) {
    std::map<std::string, std::string> facts;
    for (const auto& section : form.sections)
        for (const auto& field : section.fields)
            if (auto value = tidy_value(field, value_of(values, field.id));
                field.settles && !field.fact.empty() && !value.empty())
                facts.emplace(field.fact, std::move(value));
    return facts;
}

bool is_phone(const std::string& text) {
    static const std::regex phone("(\\+?86-?)?1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8}(-[0-9]{1,6})?");
    return std::regex_match(text, phone);
}

}  // namespace yc::forms
