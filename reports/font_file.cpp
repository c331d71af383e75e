#include "reports/font_file.h"

#include <fmt/format.h>
#include <ft2build.h>
#include <hb-ot.h>
#include FT_FREETYPE_H
#include FT_CID_H
#include FT_OUTLINE_H
#include FT_TRUETYPE_TABLES_H

#include <algorithm>
#include <mutex>

namespace yc::reports {

namespace {

/// FreeType's library object belongs to one thread at a time; this lock covers it and every face of it.
std::mutex& freetype_lock() {
    static std::mutex lock;
    return lock;
}

FT_Library freetype() {
    static FT_Library library = [] {
        FT_Library made = nullptr;
        FT_Init_FreeType(&made);
        return made;
    }();
    return library;
}

base::Error unreadable(const std::filesystem::path& path, std::string detail) {
    return base::fail("report.font_unreadable", std::move(detail), {{"file", path.filename().string()}});
}

/// Collects an outline as PDF path operators.
struct PathSink {
    double scale = 1;
    std::string path;
    FT_Vector at{};

    void put(const FT_Vector& point) {
        path += fmt::format("{:.4f} {:.4f} ", point.x * scale, point.y * scale);
    }
    static PathSink& of(void* user) { return *static_cast<PathSink*>(user); }

    static int move(const FT_Vector* to, void* user) {
        of(user).put(*to);
        of(user).path += "m\n";
        of(user).at = *to;
        return 0;
    }
    static int line(const FT_Vector* to, void* user) {
        of(user).put(*to);
        of(user).path += "l\n";
        of(user).at = *to;
        return 0;
    }
    static int conic(const FT_Vector* control, const FT_Vector* to, void* user) {
        const FT_Vector from = of(user).at;
        const FT_Vector first{from.x + (control->x - from.x) * 2 / 3, from.y + (control->y - from.y) * 2 / 3};
        const FT_Vector second{to->x + (control->x - to->x) * 2 / 3, to->y + (control->y - to->y) * 2 / 3};
        return cubic(&first, &second, to, user);
    }
    static int cubic(const FT_Vector* first, const FT_Vector* second, const FT_Vector* to, void* user) {
        of(user).put(*first);
        of(user).put(*second);
        of(user).put(*to);
        of(user).path += "c\n";
        of(user).at = *to;
        return 0;
    }
};

}  // namespace

struct FontFile::Handles {
    hb_blob_t* blob = nullptr;
    hb_face_t* face = nullptr;
    hb_font_t* font = nullptr;
    FT_Face ft = nullptr;

    ~Handles() {
        hb_font_destroy(font);
        hb_face_destroy(face);
        hb_blob_destroy(blob);
        if (ft) {
            const std::scoped_lock hold(freetype_lock());
            FT_Done_Face(ft);
        }
    }
};

FontFile::FontFile(std::unique_ptr<Handles> handles) : handles_(std::move(handles)) {}
FontFile::~FontFile() = default;

base::Result<std::unique_ptr<FontFile>> FontFile::open(const std::filesystem::path& path, int index) {
    auto handles = std::make_unique<Handles>();
    {
        const std::scoped_lock hold(freetype_lock());
        if (FT_New_Face(freetype(), path.c_str(), index, &handles->ft) != 0)
            return unreadable(path, "FreeType cannot open the file");
        if (!FT_IS_SCALABLE(handles->ft)) return unreadable(path, "not a scalable font");
    }
    handles->blob = hb_blob_create_from_file(path.c_str());
    handles->face = hb_face_create(handles->blob, unsigned(index & 0xFFFF));
    if (hb_face_get_glyph_count(handles->face) == 0) return unreadable(path, "no glyphs");
    hb_face_make_immutable(handles->face);
    handles->font = hb_font_create(handles->face);
    hb_ot_font_set_funcs(handles->font);
    const int units = int(hb_face_get_upem(handles->face));
    hb_font_set_scale(handles->font, units, units);
    hb_font_make_immutable(handles->font);

    std::unique_ptr<FontFile> file(new FontFile(std::move(handles)));
    file->file_ = path.filename().string();
    file->read_properties();
    for (const char32_t probe : {U'国', U'A', U'0'}) {
        const uint32_t glyph = file->glyph(probe);
        if (glyph != 0 && file->outline(glyph).empty()) return unreadable(path, "an outline does not load");
    }
    return file;
}

void FontFile::read_properties() {
    const std::scoped_lock hold(freetype_lock());
    const FT_Face ft = handles_->ft;
    family_ = ft->family_name ? ft->family_name : file_;
    const char* name = FT_Get_Postscript_Name(ft);
    postscript_name_ = name ? name : "Font";
    const auto has_table = [&](const char* tag) {
        hb_blob_t* table = hb_face_reference_table(handles_->face, hb_tag_from_string(tag, 4));
        const bool found = hb_blob_get_length(table) > 0;
        hb_blob_destroy(table);
        return found;
    };
    cff_ = has_table("CFF ");
    const FT_UShort rights = FT_Get_FSType_Flags(ft);
    const bool restricted = (rights & FT_FSTYPE_RESTRICTED_LICENSE_EMBEDDING) != 0 ||
                            (rights & (FT_FSTYPE_NO_SUBSETTING | FT_FSTYPE_BITMAP_EMBEDDING_ONLY)) != 0;
    embeddable_ = !restricted && (cff_ || has_table("glyf")) && !has_table("fvar");
    subsetter_ = std::make_unique<FontSubsetter>(handles_->face, cff_);
    FT_Bool keyed = 0;
    cid_keyed_ = cff_ && FT_Get_CID_Is_Internally_CID_Keyed(ft, &keyed) == 0 && keyed;
    const auto scaled = [&](long value) { return int(value * 1000 / std::max<long>(ft->units_per_EM, 1)); };
    metrics_ = {scaled(ft->ascender),  scaled(ft->descender), scaled(ft->ascender),  0,
                scaled(ft->bbox.xMin), scaled(ft->bbox.yMin), scaled(ft->bbox.xMax), scaled(ft->bbox.yMax)};
    if (const auto* os2 = static_cast<TT_OS2*>(FT_Get_Sfnt_Table(ft, FT_SFNT_OS2)); os2 && os2->version >= 2)
        metrics_.cap_height = scaled(os2->sCapHeight);
}

uint32_t FontFile::glyph(char32_t point) const {
    hb_codepoint_t found = 0;
    return hb_font_get_nominal_glyph(handles_->font, point, &found) ? found : 0;
}

double FontFile::advance(uint32_t glyph) const {
    return double(hb_font_get_glyph_h_advance(handles_->font, glyph)) /
           double(hb_face_get_upem(handles_->face));
}

base::Result<FontSubset> FontFile::subset(const std::set<uint32_t>& glyphs) const {
    auto made = subsetter_->subset(glyphs);
    if (!made) return unreadable(file_, "the subset cannot be made");
    if (cid_keyed_) {
        const std::scoped_lock hold(freetype_lock());
        for (auto& [glyph, code] : made->code_of) {
            FT_UInt cid = 0;
            if (FT_Get_CID_From_Glyph_Index(handles_->ft, glyph, &cid) == 0) code = cid;
        }
    }
    return *std::move(made);
}

std::string FontFile::outline(uint32_t glyph) const {
    const std::scoped_lock hold(freetype_lock());
    if (FT_Load_Glyph(handles_->ft, glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_BITMAP) != 0) return {};
    if (handles_->ft->glyph->format != FT_GLYPH_FORMAT_OUTLINE) return {};
    PathSink sink{1.0 / std::max<double>(handles_->ft->units_per_EM, 1), {}, {}};
    const FT_Outline_Funcs funcs{&PathSink::move, &PathSink::line, &PathSink::conic, &PathSink::cubic, 0, 0};
    if (FT_Outline_Decompose(&handles_->ft->glyph->outline, &funcs, &sink) != 0) return {};
    return sink.path.empty() ? sink.path : sink.path + "f\n";
}

}  // namespace yc::reports
