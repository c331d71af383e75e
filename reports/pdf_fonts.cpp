#include "reports/pdf_fonts.h"

#include <fmt/format.h>

#include <cmath>
#include <vector>

#include "core/base/utf8.h"

namespace yc::reports {

namespace {

constexpr char32_t carrier_character = U'一';

/// Glyphs of each font in the order of fonts' first use, each with the character it was first used for.
struct UsedGlyphs {
    std::vector<const FontFile*> order;
    std::map<const FontFile*, std::map<uint32_t, char32_t>> glyphs;

    void add(const DrawnGlyph& drawn, char32_t point) {
        if (!drawn.font || !drawn.font->embeddable()) return;
        auto& of_font = glyphs[drawn.font];
        if (of_font.empty()) order.push_back(drawn.font);
        of_font.try_emplace(drawn.glyph, point);
    }
};

UsedGlyphs collect(const Document& document, const FontBook& fonts) {
    UsedGlyphs used;
    std::set<std::pair<Face, char32_t>> seen;
    std::vector<bool> seen_bmp(size_t(face_count) << 16);
    const auto add = [&](Face face, char32_t point) {
        if (point < 0x10000) {
            auto mark = seen_bmp[(size_t(face) << 16) + point];
            if (mark) return;
            mark = true;
        } else if (!seen.insert({face, point}).second) {
            return;
        }
        used.add(fonts.glyph(point, face), point);
    };
    add(Face::body, carrier_character);
    for (const Page& page : document.pages)
        for (const Operation& operation : page.operations)
            if (const auto* run = std::get_if<TextRun>(&operation))
                for (const char32_t point : base::decode_utf8(run->text)) add(run->face, point);
    return used;
}

/// A tag of six letters that depends on the subset only (ISO 32000-1 §9.6.4).
std::string subset_tag(const std::map<uint32_t, char32_t>& glyphs) {
    uint64_t hash = 1469598103934665603ull;
    for (const auto& [glyph, point] : glyphs)
        hash = (hash ^ (uint64_t(glyph) << 21 ^ point)) * 1099511628211ull;
    std::string tag;
    for (int i = 0; i < 6; ++i, hash /= 26) tag += char('A' + hash % 26);
    return tag;
}

/// ISO 32000-1 §9.10.3, at most 100 entries a section.
std::string to_unicode_map(const PdfFont& font) {
    std::map<uint32_t, char32_t> by_code;
    for (const auto& [glyph, point] : font.extracts_as) by_code[font.code_of.at(glyph)] = point;
    std::string map =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    size_t left = by_code.size(), in_section = 0;
    for (const auto& [code, point] : by_code) {
        if (in_section == 0) {
            in_section = std::min<size_t>(left, 100);
            map += fmt::format("{} beginbfchar\n", in_section);
        }
        map += fmt::format("<{:04X}> <{}>\n", code, utf16_hex({&point, 1}));
        --left;
        if (--in_section == 0) map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

HPDF_Array numbers(PdfFile& file, std::initializer_list<int> values) {
    HPDF_Array array = file.array();
    for (const int value : values) HPDF_Array_AddNumber(array, value);
    return array;
}

HPDF_Dict descriptor(PdfFile& file, const FontFile& font, const std::string& name, const FontSubset& subset) {
    const FontMetrics& m = font.metrics();
    HPDF_Dict dict = file.object("FontDescriptor");
    HPDF_Dict_AddName(dict, "FontName", name.c_str());
    HPDF_Dict_AddNumber(dict, "Flags", 4);
    HPDF_Dict_Add(dict, "FontBBox", numbers(file, {m.left, m.bottom, m.right, m.top}));
    HPDF_Dict_AddNumber(dict, "ItalicAngle", m.italic_angle);
    HPDF_Dict_AddNumber(dict, "Ascent", m.ascent);
    HPDF_Dict_AddNumber(dict, "Descent", m.descent);
    HPDF_Dict_AddNumber(dict, "CapHeight", m.cap_height);
    HPDF_Dict_AddNumber(dict, "StemV", 80);
    HPDF_Dict bytes = file.stream(subset.bytes);
    if (font.is_cff()) {
        HPDF_Dict_AddName(bytes, "Subtype", "CIDFontType0C");
        HPDF_Dict_Add(dict, "FontFile3", bytes);
    } else {
        HPDF_Dict_AddNumber(bytes, "Length1", HPDF_INT32(subset.bytes.size()));
        HPDF_Dict_Add(dict, "FontFile2", bytes);
    }
    return dict;
}

/// /W: every code whose glyph is not one em wide, each as `code [width]`.
HPDF_Array widths(PdfFile& file, const FontFile& font, const PdfFont& used) {
    std::map<uint32_t, int> by_code;
    for (const auto& [glyph, code] : used.code_of)
        by_code[code] = int(std::lround(font.advance(glyph) * 1000));
    HPDF_Array array = file.array();
    for (const auto& [code, width] : by_code) {
        if (width == 1000) continue;
        HPDF_Array_AddNumber(array, HPDF_INT32(code));
        HPDF_Array_Add(array, numbers(file, {width}));
    }
    return array;
}

HPDF_Dict composite_font(PdfFile& file, const FontFile& font, const PdfFont& used, const std::string& name,
                         const FontSubset& subset) {
    HPDF_Dict descendant = file.object("Font");
    HPDF_Dict_AddName(descendant, "Subtype", font.is_cff() ? "CIDFontType0" : "CIDFontType2");
    HPDF_Dict_AddName(descendant, "BaseFont", name.c_str());
    HPDF_Dict system = file.direct("");
    HPDF_Dict_Add(system, "Registry", HPDF_String_New(file.memory(), "Adobe", nullptr));
    HPDF_Dict_Add(system, "Ordering", HPDF_String_New(file.memory(), "Identity", nullptr));
    HPDF_Dict_AddNumber(system, "Supplement", 0);
    HPDF_Dict_Add(descendant, "CIDSystemInfo", system);
    HPDF_Dict_AddNumber(descendant, "DW", 1000);
    HPDF_Dict_Add(descendant, "W", widths(file, font, used));
    HPDF_Dict_Add(descendant, "FontDescriptor", descriptor(file, font, name, subset));
    if (!font.is_cff()) HPDF_Dict_AddName(descendant, "CIDToGIDMap", "Identity");

    HPDF_Dict dict = file.object("Font");
    HPDF_Dict_AddName(dict, "Subtype", "Type0");
    HPDF_Dict_AddName(dict, "BaseFont", name.c_str());
    HPDF_Dict_AddName(dict, "Encoding", "Identity-H");
    HPDF_Array descendants = file.array();
    HPDF_Array_Add(descendants, descendant);
    HPDF_Dict_Add(dict, "DescendantFonts", descendants);
    HPDF_Dict_Add(dict, "ToUnicode", file.stream(to_unicode_map(used)));
    return dict;
}

}  // namespace

base::Result<PdfFonts> PdfFonts::embed(const Document& document, const FontBook& fonts, PdfFile& file) {
    const UsedGlyphs used = collect(document, fonts);
    PdfFonts all;
    for (const FontFile* font : used.order) {
        const auto& glyphs = used.glyphs.at(font);
        std::set<uint32_t> wanted;
        for (const auto& [glyph, point] : glyphs) wanted.insert(glyph);
        YC_TRY(const FontSubset subset, font->subset(wanted));
        auto entry = std::make_unique<PdfFont>();
        entry->resource = fmt::format("F{}", all.fonts_.size() + 1);
        entry->code_of = subset.code_of;
        entry->extracts_as = glyphs;
        const std::string name = subset_tag(glyphs) + "+" + font->postscript_name();
        entry->dict = composite_font(file, *font, *entry, name, subset);
        all.fonts_[font] = std::move(entry);
    }
    const DrawnGlyph& carrier = fonts.glyph(carrier_character, Face::body);
    all.carrier_ = all.find(carrier.font);
    if (all.carrier_) all.carrier_code_ = all.carrier_->code_of.at(carrier.glyph);
    return all;
}

const PdfFont* PdfFonts::find(const FontFile* font) const {
    const auto known = fonts_.find(font);
    return known == fonts_.end() ? nullptr : known->second.get();
}

HPDF_Dict PdfFonts::resources(PdfFile& file) const {
    HPDF_Dict dict = file.direct("");
    std::map<std::string, HPDF_Dict> by_name;
    for (const auto& [font, entry] : fonts_) by_name[entry->resource] = entry->dict;
    for (const auto& [name, font] : by_name) HPDF_Dict_Add(dict, name.c_str(), font);
    return dict;
}

}  // namespace yc::reports
