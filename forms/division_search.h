#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace yc::forms {

/// A place that a form may name: a district, county or city with its 6-digit code (GB/T 2260), or a town (9)
/// or village (12) below it (GB/T 10114) where the data has them.
struct DivisionHit {
    std::string code;
    std::string full_name;  ///< from the province down
    friend bool operator==(const DivisionHit&, const DivisionHit&) = default;
};

/// Places found by name, pinyin or the beginning of their code; only those in use. Places inside `home` (a
/// code or its beginning) come first, then by match position and length. Towns and villages are those of
/// sample/towns.json. Safe from any thread; the first call builds the index.
[[nodiscard]] std::vector<DivisionHit> find_divisions(std::string_view query, size_t limit,
                                                      std::string_view home = {});

/// A code as people read it; the code itself where nobody knows it. A town that is in no data is shown by its
/// county and its code.
[[nodiscard]] std::string division_words(std::string_view code);

}  // namespace yc::forms
