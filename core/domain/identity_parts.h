#pragma once
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/base/result.h"

namespace yc::domain {

/// What may stand at a position; the names of localization's "character_class.*".
enum class CharacterClass { digit, digit_or_x, letter, letter_or_digit, credit_character, pass_letter };

/// A number being read: upper case, half width, without white space. Positions count from 1.
class NumberText {
  public:
    explicit NumberText(std::string_view typed);

    [[nodiscard]] size_t length() const { return points_.size(); }
    [[nodiscard]] bool is(size_t position, CharacterClass wanted) const;
    [[nodiscard]] bool all(size_t first, size_t last, CharacterClass wanted) const;
    [[nodiscard]] size_t count(CharacterClass wanted) const;
    /// The characters as text; plain ASCII once they are known to be of a class.
    [[nodiscard]] std::string text(size_t first, size_t last) const;
    [[nodiscard]] std::string text() const { return text(1, length()); }

    /// Errors: identity.character for the first position that is not of the class.
    [[nodiscard]] base::Result<void> require(size_t first, size_t last, CharacterClass wanted) const;
    /// Errors: identity.length; `expected` is what the sentence says.
    [[nodiscard]] base::Result<void> require_length(std::string expected, bool good) const;

  private:
    std::u32string points_;
};

/// The date of birth written as YYYYMMDD; `position` is where it stands in the number, for errors.
/// Errors: identity.birth_invalid, identity.birth_early, identity.birth_future.
[[nodiscard]] base::Result<base::Date> read_birth(std::string_view digits, size_t position, base::Date today);

}  // namespace yc::domain
