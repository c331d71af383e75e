#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "reports/display_list.h"

namespace yc::reports {

/// Where one font lies: a file and the font's number in it (collections hold several).
struct FontPlace {
    std::filesystem::path path;
    int index = 0;
    friend auto operator<=>(const FontPlace&, const FontPlace&) = default;
};

/// Families wanted for a face, best first: those of official paper where the machine has them, then free
/// ones.
[[nodiscard]] std::vector<std::string_view> families_for(Face face);
[[nodiscard]] bool is_bold(Face face);

/// Families with wide coverage, asked last for characters that others lack.
[[nodiscard]] std::vector<std::string_view> families_of_last_resort();

/// The machine's fonts by family, through fontconfig. Not safe from several threads.
class FontSearch {
  public:
    FontSearch();
    ~FontSearch();
    FontSearch(const FontSearch&) = delete;
    FontSearch& operator=(const FontSearch&) = delete;

    /// Upright fonts of exactly this family, the nearest weight first; empty when the machine has none.
    [[nodiscard]] std::vector<FontPlace> find(std::string_view family, bool bold) const;

  private:
    void* config_ = nullptr;
};

}  // namespace yc::reports
