#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/domain/party.h"

namespace yc::domain {

enum class Sex { unknown, male, female };
constexpr auto names_of(Sex) {
    using enum Sex;
    return std::to_array<base::EnumName<Sex>>({{unknown, "unknown"}, {male, "male"}, {female, "female"}});
}

/// What a valid number says about its holder.
struct Identity {
    DocumentKind kind = DocumentKind::citizen_id;
    std::string number;  ///< as a dossier is kept under: upper case, half width, no spaces, 15 digits made 18
    std::optional<base::Date> birth;
    Sex sex = Sex::unknown;
    std::string division;       ///< 6 digits, or empty where the number has none
    std::string division_name;  ///< "广西壮族自治区南宁市青秀区"; as far as the code is known
    bool from_15_digits = false;
    /// What a clerk should know but must not refuse for; each has its sentence like an error:
    /// identity.division_unknown {division, name}, identity.division_abolished {division, name},
    /// identity.organisation_check {position, expected, found}.
    std::vector<base::Error> warnings;
    [[nodiscard]] PartyKey key() const { return {kind, number}; }
};

/// Reads a number whose kind is not known: citizen (GB 11643, 15 or 18 characters), residence permit (81, 82,
/// 83), foreigner (9… with 18 digits, or 3 letters + 12 digits), credit code (GB 32100), travel passes,
/// passport. White space inside and at the ends is dropped, full-width characters and lower case are taken.
///
/// Errors, with the position counted from 1 in the number without spaces and what was expected there:
/// identity.empty; identity.length {expected, found}; identity.character {position, expected, found};
/// identity.check_digit {position, expected, found}; identity.birth_invalid, identity.birth_early,
/// identity.birth_future {position, expected, found}; identity.unrecognised {found: the length}.
[[nodiscard]] base::Result<Identity> parse_identity(std::string_view text, base::Date today);

/// Reads a number of a kind the clerk has chosen. Errors as above, and identity.other_kind {kind} when the
/// number is a good one of another kind (its name).
[[nodiscard]] base::Result<Identity> parse_identity_as(DocumentKind kind, std::string_view text,
                                                       base::Date today);

/// The 18-digit form of a 15-digit citizen number (born 19xx); `old_number` has 15 digits.
[[nodiscard]] std::string to_18_digits(std::string_view old_number);

/// The check character of the first 17 digits (GB 11643, ISO 7064 MOD 11-2).
[[nodiscard]] char citizen_check_digit(std::string_view first17);
/// The check character of the first 17 characters of a credit code (GB 32100, MOD 31-3).
[[nodiscard]] char credit_check_digit(std::string_view first17);
/// The check character of the first 8 characters of an organisation code (GB 11714, MOD 11).
[[nodiscard]] char organisation_check_digit(std::string_view first8);

/// Full years of age on a day; somebody born on 29 February turns a year older on 1 March of common years.
[[nodiscard]] int age_on(base::Date birth, base::Date day);
/// 18 or older (民法典 §17).
[[nodiscard]] bool is_adult(base::Date birth, base::Date day);

/// For screens and papers that need not show the whole: 18 characters keep the first 6 and the last 4, others
/// the first and last third (at most 3) of them.
[[nodiscard]] std::string mask_number(std::string_view number);
/// A phone keeps its first 3 and last 4 digits.
[[nodiscard]] std::string mask_phone(std::string_view phone);
/// A name of two characters keeps the first, a longer one the first and the last.
[[nodiscard]] std::string mask_name(std::string_view name);

}  // namespace yc::domain
