#include "core/domain/identity_number.h"

#include "core/domain/division_codes.h"
#include "core/domain/identity_parts.h"

namespace yc::domain {
namespace {

using base::fail;
using base::Result;
using enum CharacterClass;

constexpr size_t kLength = 18;
constexpr size_t kOldLength = 15;
/// Stands in credit codes of bodies registered by the State itself.
constexpr std::string_view kNationalRegistry = "100000";

void look_up_division(Identity& identity, std::string code) {
    const auto division = find_division(code);
    identity.division = std::move(code);
    identity.division_name = division.full_name;
    const std::map<std::string, std::string> args{{"division", identity.division},
                                                  {"name", division.full_name}};
    if (division.state == DivisionState::unknown)
        identity.warnings.push_back(fail("identity.division_unknown", "", args));
    if (division.state == DivisionState::abolished)
        identity.warnings.push_back(fail("identity.division_abolished", "", args));
}

Result<void> require_check(size_t position, char expected, char found) {
    if (expected == found) return {};
    return fail("identity.check_digit", "",
                {{"position", std::to_string(position)},
                 {"expected", std::string(1, expected)},
                 {"found", std::string(1, found)}});
}

/// Lawful, but far more often a slip of the pen: nobody born before 1900 comes to a counter.
void warn_of_long_ago(Identity& identity) {
    if (identity.birth && static_cast<int>(identity.birth->year()) < 1900)
        identity.warnings.push_back(
            fail("identity.birth_long_ago", "", {{"found", base::to_string(*identity.birth)}}));
}

DocumentKind kind_by_prefix(const std::string& number) {
    if (number[0] == '9') return DocumentKind::foreign_permanent;
    const bool permit = number.starts_with("81") || number.starts_with("82") || number.starts_with("83");
    return permit ? DocumentKind::residence_permit : DocumentKind::citizen_id;
}

/// GB 11643 and the numbers made after it: 6 division + 8 birth + 3 order + 1 check. A foreigner's has 9, the
/// province of application and the country in place of the division, and says nothing certain about the sex.
Result<Identity> parse_person_18(const NumberText& number, base::Date today) {
    YC_CHECK(number.require(1, 17, digit));
    YC_CHECK(number.require(18, 18, digit_or_x));
    Identity identity;
    identity.number = number.text();
    identity.kind = kind_by_prefix(identity.number);
    YC_TRY(identity.birth, read_birth(number.text(7, 14), 7, today));
    YC_CHECK(require_check(18, citizen_check_digit(number.text(1, 17)), identity.number[17]));
    warn_of_long_ago(identity);
    if (identity.kind == DocumentKind::foreign_permanent) {
        look_up_division(identity, number.text(2, 3) + "0000");
        return identity;
    }
    identity.sex = (identity.number[16] - '0') % 2 == 1 ? Sex::male : Sex::female;
    look_up_division(identity, number.text(1, 6));
    return identity;
}

/// The form before 1999-10-01: 6 division + 6 birth without century + 3 order.
Result<Identity> parse_citizen_15(const NumberText& number, base::Date today) {
    YC_CHECK(number.require(1, kOldLength, digit));
    Identity identity;
    identity.number = to_18_digits(number.text());
    identity.from_15_digits = true;
    auto birth = read_birth("19" + number.text(7, 12), 7, today);
    if (!birth) {
        auto error = birth.error();
        // The century is not written, so month and day stand two places further left.
        if (auto& position = error.args["position"]; position != "7")
            position = std::to_string(std::stoi(position) - 2);
        return error;
    }
    identity.birth = *birth;
    identity.sex = (identity.number[16] - '0') % 2 == 1 ? Sex::male : Sex::female;
    look_up_division(identity, number.text(1, 6));
    return identity;
}

Result<Identity> parse_credit_code(const NumberText& number) {
    YC_CHECK(number.require_length("18", number.length() == kLength));
    YC_CHECK(number.require(1, 2, credit_character));
    YC_CHECK(number.require(3, 8, digit));
    YC_CHECK(number.require(9, kLength, credit_character));
    Identity identity;
    identity.kind = DocumentKind::credit_code;
    identity.number = number.text();
    YC_CHECK(require_check(18, credit_check_digit(number.text(1, 17)), identity.number[17]));
    if (number.text(3, 8) == kNationalRegistry)
        identity.division = kNationalRegistry;
    else
        look_up_division(identity, number.text(3, 8));
    const char inner = organisation_check_digit(number.text(9, 16));
    if (inner != identity.number[16])
        identity.warnings.push_back(fail("identity.organisation_check", "",
                                         {{"position", "17"},
                                          {"expected", std::string(1, inner)},
                                          {"found", std::string(1, identity.number[16])}}));
    return identity;
}

/// The form before 2023-12-01: 3 letters of the country + 12 digits.
Result<Identity> parse_foreigner_15(const NumberText& number) {
    YC_CHECK(number.require(1, 3, letter));
    YC_CHECK(number.require(4, kOldLength, digit));
    Identity identity;
    identity.kind = DocumentKind::foreign_permanent;
    identity.number = number.text();
    return identity;
}

/// A document without a check digit.
Identity plain(DocumentKind kind, const NumberText& number) {
    Identity identity;
    identity.kind = kind;
    identity.number = number.text();
    return identity;
}

Result<Identity> parse_hk_macao_pass(const NumberText& number) {
    YC_CHECK(number.require_length("9 / 11", number.length() == 9 || number.length() == 11));
    YC_CHECK(number.require(1, 1, pass_letter));
    YC_CHECK(number.require(2, number.length(), digit));
    return plain(DocumentKind::hk_macao_pass, number);
}

Result<Identity> parse_lettered(DocumentKind kind, const NumberText& number, size_t least, size_t most) {
    YC_CHECK(number.require_length(std::to_string(least) + "–" + std::to_string(most),
                                   number.length() >= least && number.length() <= most));
    YC_CHECK(number.require(1, number.length(), letter_or_digit));
    return plain(kind, number);
}

/// 18 characters: a person's number or a credit code, which can both be all digits (91…, 11…).
Result<Identity> parse_18(const NumberText& number, base::Date today) {
    const auto person = parse_person_18(number, today);
    const auto credit = parse_credit_code(number);
    if (person && credit && number.is(1, digit) && number.text(1, 1) == "9")
        // Both checks fit by chance: the organisation code inside has a check of its own to decide by.
        return credit->warnings.empty() ? credit : person;
    if (person) return person;
    if (credit) return credit;
    const auto century = number.text(7, 8);
    const bool dated = number.all(7, 14, digit) && (century == "19" || century == "20");
    const bool mostly_digits = number.count(digit) + 1 >= number.length() - 1;
    const bool enterprise = number.text(1, 1) == "9" && !dated;
    return mostly_digits && !enterprise && (dated || number.all(1, 17, digit)) ? person : credit;
}

Result<Identity> parse_15(const NumberText& number, base::Date today) {
    if (number.all(1, 2, letter)) return parse_foreigner_15(number);
    return parse_citizen_15(number, today);
}

bool looks_like_passport(const NumberText& number) {
    return number.length() >= 6 && number.length() <= 9 && number.count(letter_or_digit) == number.length() &&
           number.count(digit) >= 4;
}

/// Kinds whose numbers carry a check digit, so that a match is no accident.
bool is_checked(const Identity& identity) {
    return identity.number.size() == kLength && !identity.from_15_digits;
}

Result<Identity> parse_of_kind(DocumentKind kind, const NumberText& number, base::Date today) {
    switch (kind) {
        case DocumentKind::citizen_id:
            YC_CHECK(
                number.require_length("18", number.length() == kLength || number.length() == kOldLength));
            return number.length() == kLength ? parse_person_18(number, today)
                                              : parse_citizen_15(number, today);
        case DocumentKind::residence_permit:
            YC_CHECK(number.require_length("18", number.length() == kLength));
            return parse_person_18(number, today);
        case DocumentKind::foreign_permanent:
            YC_CHECK(number.require_length("18 / 15",
                                           number.length() == kLength || number.length() == kOldLength));
            return number.length() == kLength ? parse_person_18(number, today) : parse_foreigner_15(number);
        case DocumentKind::credit_code:
            return parse_credit_code(number);
        case DocumentKind::hk_macao_pass:
            return parse_hk_macao_pass(number);
        case DocumentKind::taiwan_pass:
            return parse_lettered(kind, number, 8, 12);
        case DocumentKind::passport:
            return parse_lettered(kind, number, 5, kLength);
    }
    return fail("identity.unrecognised", "", {{"found", std::to_string(number.length())}});
}

}  // namespace

Result<Identity> parse_identity(std::string_view text, base::Date today) {
    const NumberText number(text);
    if (number.length() == 0) return fail("identity.empty");
    if (number.length() == kLength) return parse_18(number, today);
    if (number.length() == kOldLength) return parse_15(number, today);
    if (number.is(1, pass_letter) && (number.length() == 9 || number.length() == 11) &&
        number.all(2, number.length(), digit))
        return plain(DocumentKind::hk_macao_pass, number);
    if (number.length() == 8 && number.count(digit) == 8) return plain(DocumentKind::taiwan_pass, number);
    if (looks_like_passport(number)) return plain(DocumentKind::passport, number);
    // Nearly all digits: somebody's number with some missing or too many.
    if (number.length() >= 10 && number.count(digit) + 2 >= number.length())
        return fail("identity.length", "", {{"expected", "18"}, {"found", std::to_string(number.length())}});
    return fail("identity.unrecognised", "", {{"found", std::to_string(number.length())}});
}

Result<Identity> parse_identity_as(DocumentKind kind, std::string_view text, base::Date today) {
    auto read = parse_of_kind(kind, NumberText(text), today);
    if (read && read->kind == kind && is_checked(*read) && kind != DocumentKind::passport) return read;
    const auto guess = parse_identity(text, today);
    if (guess && guess->kind != kind && is_checked(*guess))
        return fail("identity.other_kind", "", {{"kind", std::string(base::to_name(guess->kind))}});
    if (read && read->kind != kind)
        return fail("identity.other_kind", "", {{"kind", std::string(base::to_name(read->kind))}});
    return read;
}

std::string to_18_digits(std::string_view old_number) {
    std::string number(old_number.substr(0, 6));
    number += "19";
    number += old_number.substr(6, 9);
    return number + citizen_check_digit(number);
}

}  // namespace yc::domain
