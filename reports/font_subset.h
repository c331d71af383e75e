#pragma once
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>

struct hb_face_t;

namespace yc::reports {

/// A font reduced to some glyphs, ready to be embedded.
struct FontSubset {
    std::string bytes;                     ///< a TrueType file, or the bare CFF table
    std::map<uint32_t, uint32_t> code_of;  ///< glyph of the whole font → code in the page
};

/// Cuts glyphs out of one font with hb-subset. A CJK font has up to 65,535 glyphs and even reading past the
/// unwanted ones takes milliseconds, so from the second time on it cuts from a face that holds only the
/// everyday characters, where these are enough. The bytes are the same either way. Safe from any thread.
class FontSubsetter {
  public:
    /// `whole` must outlive it and be immutable.
    FontSubsetter(hb_face_t* whole, bool cff);
    ~FontSubsetter();
    FontSubsetter(const FontSubsetter&) = delete;
    FontSubsetter& operator=(const FontSubsetter&) = delete;

    /// Empty when the font cannot be cut.
    [[nodiscard]] std::optional<FontSubset> subset(const std::set<uint32_t>& glyphs);

  private:
    void prepare_everyday();

    hb_face_t* whole_;
    hb_face_t* bare_;  ///< the whole font without what would add glyphs nobody asked for
    bool cff_;
    std::mutex lock_;
    int calls_ = 0;
    hb_face_t* everyday_ = nullptr;
    std::map<uint32_t, uint32_t>
        everyday_glyphs_;  ///< glyph of the whole font → glyph of everyday_; set once
};

}  // namespace yc::reports
