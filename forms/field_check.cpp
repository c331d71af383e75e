#include "forms/field_check.h"

#include <algorithm>
#include <regex>
#include <set>

#include "core/base/decimal.h"
#include "core/base/utf8.h"
#include "core/domain/division_codes.h"
#include "core/domain/identity_number.h"

namespace yc::forms {

using base::Error;
using base::fail;
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
    using enum FieldType;
    return type == number || type == money || type == date || type == phone || type == id_number ||
           type == credit_code || type == division;
}

bool is_code(FieldType type) {
    return type == FieldType::id_number || type == FieldType::credit_code;
}

void check_pattern(const FieldReport& report, const std::string& value) {
    if (report.field.pattern.empty()) return;
    if (std::regex_match(value, std::regex(report.field.pattern))) return;
    report.add(fail(
        "form.pattern", {},
        report.args({{"hint", report.field.pattern_hint.zh}, {"hint_en", report.field.pattern_hint.en}})));
}

void check_number(const FieldReport& report, const std::string& value) {
    const auto number = base::Decimal::parse(value);
    if (!number) {
        report.add(fail("form.not_a_number", {}, report.args()));
        return;
    }
    const auto& field = report.field;
    const bool low = field.least && *number < base::Decimal::of(*field.least);
    const bool high = field.most && *number > base::Decimal::of(*field.most);
    if (low || high)
        report.add(fail("form.number_range", {},
                        report.args({{"least", field.least ? std::to_string(*field.least) : "−∞"},
                                     {"most", field.most ? std::to_string(*field.most) : "∞"}})));
}

/// Yuan, to the fen.
void check_money(const FieldReport& report, const std::string& value) {
    const auto amount = base::Decimal::parse(value);
    if (amount && *amount != amount->rounded(2))
        report.add(fail("form.money_places", {}, report.args()));
    else
        check_number(report, value);
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

/// Several choices; each at most once.
void check_choices(const FieldReport& report, const std::string& value) {
    std::set<std::string> seen;
    for (const auto& id : ids_of_choices(value)) {
        check_choice(report, id);
        if (!seen.insert(id).second) report.add(fail("form.not_a_choice", {}, report.args()));
    }
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

void check_credit_code(const FieldReport& report, const std::string& value, base::Date today) {
    const auto identity = domain::parse_identity_as(domain::DocumentKind::credit_code, value, today);
    if (!identity) report.add(fail(identity.error().code, {}, identity.error().args));
}

/// GB/T 2260 with 6 digits, or GB/T 10114 below it with 9 (town) or 12 (village).
void check_division(const FieldReport& report, const std::string& value) {
    const bool digits = value.find_first_not_of("0123456789") == std::string::npos;
    const bool whole = value.size() == 6 || value.size() == 9 || value.size() == 12;
    if (!digits || !whole ||
        domain::find_division(value.substr(0, 6)).state == domain::DivisionState::unknown)
        report.add(fail("form.division_unknown", {}, report.args()));
}

void check_type(const FieldReport& report, const std::string& value, base::Date today) {
    switch (report.field.type) {
        case FieldType::number:
            return check_number(report, value);
        case FieldType::money:
            return check_money(report, value);
        case FieldType::choices:
            return check_choices(report, value);
        case FieldType::credit_code:
            return check_credit_code(report, value, today);
        case FieldType::division:
            return check_division(report, value);
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
        case FieldType::table:
        case FieldType::person:
        case FieldType::organisation:
        case FieldType::signature:
        case FieldType::attachment:
        case FieldType::text:
        case FieldType::address:
        case FieldType::textarea:
            return;
    }
}

}  // namespace

bool holds_value(FieldType type) {
    return type != FieldType::signature && type != FieldType::attachment && !has_parts(type);
}

namespace {

/// A day as people write it ("1940.1.5", "19400105", "1940年1月5日") as YYYY-MM-DD; else unchanged.
std::string tidy_date(const std::string& text) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            parts.back() += c;
        else if (!parts.back().empty())
            parts.emplace_back();
    }
    if (parts.back().empty()) parts.pop_back();
    if (parts.size() == 1 && parts[0].size() == 8 && parts[0] == text)
        parts = {text.substr(0, 4), text.substr(4, 2), text.substr(6, 2)};
    if (parts.size() != 3 || parts[0].size() != 4) return text;
    for (size_t i = 1; i < 3; ++i) {
        if (parts[i].size() > 2) return text;
        if (parts[i].size() == 1) parts[i].insert(0, "0");
    }
    auto day = parts[0] + "-" + parts[1] + "-" + parts[2];
    return base::parse_date(day) ? day : text;
}

}  // namespace

std::string tidy_value(const Field& field, const std::string& value) {
    auto tidy = base::trim(value);
    if (is_typed_number(field.type) || !field.pattern.empty()) tidy = base::to_half_width(tidy);
    if (field.type == FieldType::phone || is_code(field.type) || field.type == FieldType::money)
        std::erase_if(tidy, [](char c) { return c == ' '; });
    if (field.type == FieldType::money) std::erase(tidy, ',');
    if (field.type == FieldType::date) tidy = tidy_date(tidy);
    if (is_code(field.type)) tidy = base::to_upper_ascii(tidy);
    return tidy;
}

Problems check_field(const Field& field, const std::string& value, base::Date today, bool required) {
    Problems problems;
    if (!holds_value(field.type)) return problems;
    const FieldReport report{field, problems};
    const auto tidy = tidy_value(field, value);
    const bool unticked = field.type == FieldType::checkbox && tidy == "no";
    if (required && field.type == FieldType::table && tidy == "0")
        report.add(fail("form.rows_required", {}, report.args()));
    if (required && (tidy.empty() || unticked)) report.add(fail("form.required", {}, report.args()));
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

bool is_pattern(const std::string& text) {
    try {
        const std::regex pattern(text);
        return true;
    } catch (const std::regex_error&) {
        return false;
    }
}

bool is_phone(const std::string& text) {
    static const std::regex phone("(\\+?86-?)?1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8}(-[0-9]{1,6})?");
    return std::regex_match(text, phone);
}

}  // namespace yc::forms
