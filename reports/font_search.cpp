#include "reports/font_search.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <cmath>

namespace yc::reports {

std::vector<std::string_view> families_for(Face face) {
    switch (face) {
        case Face::body:
            return {"FangSong",          "FangSong_GB2312", "STFangsong",          "FZFangSong-Z02",
                    "Noto Serif CJK SC", "Noto Serif SC",   "Source Han Serif SC", "SimSun",
                    "AR PL UMing CN",    "LXGW WenKai"};
        case Face::body_bold:
            return {"Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "SimSun", "LXGW WenKai"};
        case Face::heading:
            return {"SimHei",    "Noto Sans CJK SC",  "Noto Sans SC",       "Source Han Sans SC",
                    "FZHei-B01", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei"};
        case Face::title:
            return {"FZXiaoBiaoSong-B05",  "Noto Serif CJK SC", "Noto Serif SC",
                    "Source Han Serif SC", "STZhongsong",       "SimSun",
                    "LXGW WenKai"};
        case Face::digits:
            return {"Noto Sans Mono CJK SC", "DejaVu Sans Mono", "WenQuanYi Micro Hei Mono"};
    }
    return {};
}

bool is_bold(Face face) {
    return face == Face::body_bold || face == Face::heading || face == Face::title;
}

std::vector<std::string_view> families_of_last_resort() {
    return {"Noto Serif CJK SC", "Noto Sans CJK SC", "LXGW WenKai",         "BabelStone Han",
            "HanaMinA",          "HanaMinB",         "WenQuanYi Micro Hei", "DejaVu Sans"};
}

FontSearch::FontSearch() : config_(FcInitLoadConfigAndFonts()) {}
FontSearch::~FontSearch() {
    if (config_) FcConfigDestroy(static_cast<FcConfig*>(config_));
}

std::vector<FontPlace> FontSearch::find(std::string_view family, bool bold) const {
    FcPattern* wanted = FcPatternCreate();
    FcPatternAddString(wanted, FC_FAMILY, reinterpret_cast<const FcChar8*>(std::string(family).c_str()));
    FcPatternAddBool(wanted, FC_SCALABLE, FcTrue);
    FcPatternAddInteger(wanted, FC_SLANT, FC_SLANT_ROMAN);
    FcObjectSet* fields = FcObjectSetBuild(FC_FILE, FC_INDEX, FC_WEIGHT, nullptr);
    FcFontSet* found = FcFontList(static_cast<FcConfig*>(config_), wanted, fields);
    struct Candidate {
        double distance;
        FontPlace place;
    };
    std::vector<Candidate> candidates;
    for (int i = 0; found && i < found->nfont; ++i) {
        FcChar8* file = nullptr;
        int index = 0, weight = FC_WEIGHT_REGULAR;
        FcPatternGetInteger(found->fonts[i], FC_INDEX, 0, &index);
        FcPatternGetInteger(found->fonts[i], FC_WEIGHT, 0, &weight);
        if (FcPatternGetString(found->fonts[i], FC_FILE, 0, &file) != FcResultMatch) continue;
        const double distance = std::abs(weight - (bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR));
        candidates.push_back({distance, {reinterpret_cast<const char*>(file), index}});
    }
    if (found) FcFontSetDestroy(found);
    FcObjectSetDestroy(fields);
    FcPatternDestroy(wanted);
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.distance != b.distance ? a.distance < b.distance : a.place < b.place;
    });
    std::vector<FontPlace> places;
    for (auto& candidate : candidates) places.push_back(std::move(candidate.place));
    return places;
}

}  // namespace yc::reports
