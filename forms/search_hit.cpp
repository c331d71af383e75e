#include "forms/search_hit.h"

#include <algorithm>
#include <tuple>

namespace yc::forms {

namespace {

/// 0 = the whole text, 1 = its beginning, 2 = inside.
int grade(const SearchHit& hit) {
    if (hit.position > 0) return 2;
    return hit.length < hit.text_length ? 1 : 0;
}

}  // namespace

void rank_hits(std::vector<SearchHit>& hits) {
    const auto key = [](const SearchHit& hit) {
        return std::tuple(hit.matched, grade(hit), !hit.use.favourite, -hit.use.taken, hit.position,
                          hit.text_length);
    };
    std::stable_sort(hits.begin(), hits.end(),
                     [&](const SearchHit& a, const SearchHit& b) { return key(a) < key(b); });
}

}  // namespace yc::forms
