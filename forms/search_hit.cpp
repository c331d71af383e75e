#include "forms/search_hit.h"

#include <algorithm>
#include <tuple>

#include "core/base/utf8.h"

namespace yc::forms {

namespace {

/// 0 = the whole text, 1 = its beginning, 2 = inside.
int grade(const SearchHit& hit) {
    if (hit.position > 0) return 2;
    return hit.length < hit.text_length ? 1 : 0;
}

}  // namespace

std::string marked_text(const SearchHit& hit) {
    const std::u32string points = base::decode_utf8(hit.text);
    const auto from = std::min(points.size(), static_cast<size_t>(std::max(0, hit.position)));
    return base::encode_utf8(points.substr(from, static_cast<size_t>(std::max(0, hit.length))));
}

void rank_hits(std::vector<SearchHit>& hits) {
    const auto key = [](const SearchHit& hit) {
        return std::tuple(hit.matched, grade(hit), !hit.use.favourite, -hit.use.taken, hit.position,
                          hit.text_length);
    };
    std::stable_sort(hits.begin(), hits.end(),
                     [&](const SearchHit& a, const SearchHit& b) { return key(a) < key(b); });
}

}  // namespace yc::forms
