#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace yc::forms {

/// An everyday word and a term of official names that it stands for: 退休金 → 养老保险待遇.
struct Synonym {
    std::string word;
    std::string term;
    friend bool operator==(const Synonym&, const Synonym&) = default;
};

/// One line an everyday word: "word = term term …"; lines of other shape and those beginning with # are left
/// out.
[[nodiscard]] std::vector<Synonym> parse_synonyms(std::string_view text);
/// Those built in (data/synonyms.txt), read once.
[[nodiscard]] const std::vector<Synonym>& synonyms();

/// The query with an everyday word in it said officially, once for each that stands in it: "退休金认证" gives
/// "养老保险待遇认证" and so on, at most `limit`. The query itself being the word gives nothing.
[[nodiscard]] std::vector<Synonym> rewrite_query(std::string_view query, size_t limit);

}  // namespace yc::forms
