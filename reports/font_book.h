#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "reports/display_list.h"

namespace yc::reports {

class FontFile;

/// Where fonts come from. Files named here go before those the machine offers (仿宋 of an office suite, for
/// instance), for every face that is not bold.
struct FontOptions {
    std::vector<std::filesystem::path> preferred_files;
    bool use_system = true;  ///< ask fontconfig
};

/// A character as it will be drawn: which font has it, under which glyph, and how wide it is.
struct DrawnGlyph {
    const FontFile* font = nullptr;  ///< null when no font of the machine has the character
    uint32_t glyph = 0;
    double advance = 1;  ///< in em
};

/// The fonts of this machine, opened and checked: what each can draw and how wide. Opening takes some tens of
/// milliseconds, so a program keeps one. Safe from any thread.
class FontBook {
  public:
    /// Errors: report.font_missing (nothing on this machine can draw Chinese), report.font_unreadable (a
    /// preferred file is no font).
    [[nodiscard]] static base::Result<FontBook> open(const FontOptions& options = {});
    FontBook(FontBook&&) noexcept;
    FontBook& operator=(FontBook&&) noexcept;
    ~FontBook();

    /// Width of a line of text in mm at a size (em) in mm, each character measured in the font that will draw
    /// it.
    [[nodiscard]] double width(std::string_view text, Face face, double size) const;
    [[nodiscard]] double width(std::u32string_view text, Face face, double size) const;

    /// How one character is drawn: in the face's first choice, else the next font that has it. The font lives
    /// as long as the book.
    [[nodiscard]] const DrawnGlyph& glyph(char32_t point, Face face) const;

    /// Characters of the text that no font here can draw; they print as an empty box that still extracts.
    [[nodiscard]] std::u32string undrawable(std::string_view text) const;

    /// Family name of each face's first choice, for the log and the about page.
    [[nodiscard]] std::string family(Face face) const;

  private:
    class State;
    explicit FontBook(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace yc::reports
