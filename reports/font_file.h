#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>

#include "core/base/result.h"
#include "reports/font_subset.h"

namespace yc::reports {

/// Measures for the font descriptor, in 1/1000 em.
struct FontMetrics {
    int ascent = 0, descent = 0, cap_height = 0, italic_angle = 0;
    int left = 0, bottom = 0, right = 0, top = 0;
};

/// One opened font of a file. All queries are safe from any thread.
class FontFile {
  public:
    /// Opens and tries the font: it must load, be scalable and have an outline for its first letters.
    /// Errors: report.font_unreadable {file}.
    [[nodiscard]] static base::Result<std::unique_ptr<FontFile>> open(const std::filesystem::path& path,
                                                                      int index);
    ~FontFile();
    FontFile(const FontFile&) = delete;
    FontFile& operator=(const FontFile&) = delete;

    /// The glyph of a character; 0 when the font has none.
    [[nodiscard]] uint32_t glyph(char32_t point) const;
    /// In em.
    [[nodiscard]] double advance(uint32_t glyph) const;
    [[nodiscard]] const std::string& family() const { return family_; }
    [[nodiscard]] const std::string& postscript_name() const { return postscript_name_; }
    [[nodiscard]] const FontMetrics& metrics() const { return metrics_; }
    /// Outlines are cubic (CFF table) rather than TrueType.
    [[nodiscard]] bool is_cff() const { return cff_; }
    /// Its licence bits and format allow embedding; else its glyphs are drawn as paths.
    [[nodiscard]] bool embeddable() const { return embeddable_; }

    /// The font with only these glyphs. Errors: report.font_unreadable {file}.
    [[nodiscard]] base::Result<FontSubset> subset(const std::set<uint32_t>& glyphs) const;

    /// The glyph's outline as PDF path operators in em, ending in a fill.
    [[nodiscard]] std::string outline(uint32_t glyph) const;

  private:
    struct Handles;
    explicit FontFile(std::unique_ptr<Handles> handles);
    void read_properties();
    std::unique_ptr<Handles> handles_;
    std::unique_ptr<FontSubsetter> subsetter_;
    std::string file_, family_, postscript_name_;
    FontMetrics metrics_;
    bool cff_ = false, cid_keyed_ = false, embeddable_ = false;
};

}  // namespace yc::reports
