#include "reports/font_subset.h"

#include <hb-subset.h>
#include <iconv.h>

#include <algorithm>
#include <iterator>

namespace yc::reports {

namespace {

using GlyphMap = std::map<uint32_t, uint32_t>;

/// The face with only these glyphs, and where they went; null when it cannot be made. Layout tables and hints
/// are left out and subroutines written out, so that the bytes depend on the glyphs alone.
hb_face_t* cut(hb_face_t* face, const std::set<uint32_t>& glyphs, GlyphMap& renumbered) {
    hb_subset_input_t* input = hb_subset_input_create_or_fail();
    if (!input) return nullptr;
    for (const uint32_t glyph : glyphs) hb_set_add(hb_subset_input_glyph_set(input), glyph);
    hb_set_t* dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const char* tag :
         {"GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "cmap", "name", "post", "OS/2",
          "DSIG", "kern", "morx", "hdmx", "VDMX", "LTSH", "gasp", "fpgm", "prep", "cvt "})
        hb_set_add(dropped, hb_tag_from_string(tag, 4));
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
    hb_subset_plan_t* plan = hb_subset_plan_create_or_fail(face, input);
    hb_subset_input_destroy(input);
    if (!plan) return nullptr;
    hb_face_t* reduced = hb_subset_plan_execute_or_fail(plan);
    const hb_map_t* map = hb_subset_plan_old_to_new_glyph_mapping(plan);
    for (const uint32_t glyph : glyphs) renumbered[glyph] = hb_map_get(map, glyph);
    hb_subset_plan_destroy(plan);
    return reduced;
}

/// The face without the tables by which hb-subset would add alternates of the glyphs asked for (layout rules,
/// variation sequences).
hb_face_t* without_alternates(hb_face_t* whole) {
    const auto table = [](hb_face_t*, hb_tag_t tag, void* user) {
        for (const char* name : {"GSUB", "GPOS", "GDEF", "cmap"})
            if (tag == hb_tag_from_string(name, 4)) return hb_blob_get_empty();
        return hb_face_reference_table(static_cast<hb_face_t*>(user), tag);
    };
    hb_face_t* made = hb_face_create_for_tables(table, whole, nullptr);
    hb_face_make_immutable(made);
    return made;
}

/// ASCII, and the signs and 3,755 characters of level 1 of GB/T 2312.
std::u32string everyday_characters() {
    std::u32string all;
    for (char32_t c = 0x20; c < 0x7F; ++c) all += c;
    const iconv_t decoder = iconv_open("UTF-32LE", "GB2312");
    if (decoder == iconv_t(-1)) return all;
    for (int row = 0xA1; row <= 0xD7; ++row)
        for (int cell = 0xA1; cell <= 0xFE; ++cell) {
            char bytes[2] = {char(row), char(cell)};
            char32_t point = 0;
            char *in = bytes, *out = reinterpret_cast<char*>(&point);
            size_t in_left = 2, out_left = 4;
            if (iconv(decoder, &in, &in_left, &out, &out_left) != size_t(-1)) all += point;
        }
    iconv_close(decoder);
    return all;
}

}  // namespace

FontSubsetter::FontSubsetter(hb_face_t* whole, bool cff)
    : whole_(whole), bare_(without_alternates(whole)), cff_(cff) {}
FontSubsetter::~FontSubsetter() {
    hb_face_destroy(everyday_);
    hb_face_destroy(bare_);
}

void FontSubsetter::prepare_everyday() {
    static const std::u32string characters = everyday_characters();
    hb_font_t* font = hb_font_create(whole_);
    std::set<uint32_t> glyphs;
    for (const char32_t point : characters) {
        hb_codepoint_t glyph = 0;
        if (hb_font_get_nominal_glyph(font, point, &glyph)) glyphs.insert(glyph);
    }
    hb_font_destroy(font);
    GlyphMap renumbered;
    hb_face_t* built = cut(bare_, glyphs, renumbered);
    if (!built) return;
    // The cut face is still a builder of tables; as bytes it reads fast.
    hb_blob_t* blob = hb_face_reference_blob(built);
    hb_face_destroy(built);
    everyday_ = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    hb_face_make_immutable(everyday_);
    everyday_glyphs_ = std::move(renumbered);
}

std::optional<FontSubset> FontSubsetter::subset(const std::set<uint32_t>& glyphs) {
    hb_face_t* source = bare_;
    std::set<uint32_t> wanted = glyphs;
    {
        const std::scoped_lock hold(lock_);
        if (++calls_ == 2) prepare_everyday();
        const bool enough = everyday_ && std::all_of(glyphs.begin(), glyphs.end(), [&](uint32_t glyph) {
                                return everyday_glyphs_.contains(glyph);
                            });
        if (enough) {
            source = everyday_;
            wanted.clear();
            for (const uint32_t glyph : glyphs) wanted.insert(everyday_glyphs_.at(glyph));
        }
    }
    GlyphMap renumbered;
    hb_face_t* reduced = cut(source, wanted, renumbered);
    if (!reduced) return std::nullopt;
    hb_blob_t* blob =
        cff_ ? hb_face_reference_table(reduced, HB_TAG('C', 'F', 'F', ' ')) : hb_face_reference_blob(reduced);
    unsigned length = 0;
    const char* bytes = hb_blob_get_data(blob, &length);
    FontSubset made{std::string(bytes, length), {}};
    hb_blob_destroy(blob);
    hb_face_destroy(reduced);
    for (const uint32_t glyph : glyphs)
        made.code_of[glyph] = renumbered.at(source == bare_ ? glyph : everyday_glyphs_.at(glyph));
    if (made.bytes.empty()) return std::nullopt;
    return made;
}

}  // namespace yc::reports
