#include "forms/synonyms.h"

#include "core/base/utf8.h"
#include "forms/embedded.h"

namespace yc::forms {

std::vector<Synonym> parse_synonyms(std::string_view text) {
    std::vector<Synonym> out;
    for (const auto& line : base::split(text, '\n')) {
        const auto sign = line.find('=');
        const auto word = base::trim(line.substr(0, sign));
        if (sign == std::string::npos || word.empty() || word.front() == '#') continue;
        for (const auto& term : base::split(std::string_view(line).substr(sign + 1), ' '))
            if (!base::trim(term).empty()) out.push_back({word, base::trim(term)});
    }
    return out;
}

const std::vector<Synonym>& synonyms() {
    static const auto table = [] {
        for (const auto& file : embedded_files())
            if (file.name == "data/synonyms.txt") return parse_synonyms(file.content);
        return std::vector<Synonym>{};
    }();
    return table;
}

std::vector<Synonym> rewrite_query(std::string_view query, size_t limit) {
    std::vector<Synonym> out;
    for (const auto& [word, term] : synonyms()) {
        if (out.size() >= limit) break;
        const auto place = query.find(word);
        if (place == std::string_view::npos || query.size() == word.size()) continue;
        std::string official(query.substr(0, place));
        out.push_back({word, official.append(term).append(query.substr(place + word.size()))});
    }
    return out;
}

}  // namespace yc::forms
