#include "forms/catalogue_search.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "core/base/utf8.h"
#include "forms/items_in_use.h"
#include "forms/synonyms.h"

namespace yc::forms {

using domain::ServiceItem;

namespace {

constexpr size_t most_of_a_synonym = 200;  // items one everyday word leads to; the best by place and length
constexpr size_t most_rewrites = 4;

}  // namespace

/// Hits so far, each entry once.
struct CatalogueSearch::Gathering {
    size_t limit;
    EntryFilter wanted;
    std::vector<bool> settled;  ///< taken already, or not wanted: asked about once, however often it is found
    std::vector<SearchHit> hits{};

    [[nodiscard]] bool full() const { return hits.size() >= limit; }
    [[nodiscard]] size_t room() const { return limit - hits.size(); }
    [[nodiscard]] bool takes(uint32_t entry) {
        if (!settled[entry] && !wanted(entry)) settled[entry] = true;
        return !settled[entry];
    }
    void add(uint32_t entry, SearchHit hit) {
        if (full() || !takes(entry)) return;
        settled[entry] = true;
        hits.push_back(std::move(hit));
    }
};

void CatalogueSearch::SharedTexts::index() {
    std::vector<std::string_view> views;
    views.reserve(texts.size());
    for (const auto& text : texts) views.emplace_back(text.text);
    matcher = NameMatcher(views);
}

CatalogueSearch::CatalogueSearch(const Items& items, const Packages& packages,
                                 const std::function<const ServiceItem*(const std::string&)>& newest)
    : items_(items), packages_(packages), package_members_(packages.size()) {
    for (size_t i = 0; i < packages.size(); ++i)
        for (const auto& member : packages[i]->members)
            if (const auto* item = newest(member.item)) package_members_[i].push_back(item);
    std::vector<std::string_view> texts;
    texts.reserve(items.size() + packages.size());
    for (uint32_t entry = 0; entry < items.size() + packages.size(); ++entry)
        texts.emplace_back(name_of(entry));
    by_name_ = NameMatcher(texts);
    for (uint32_t entry = 0; entry < texts.size(); ++entry) texts[entry] = code_of(entry);
    by_code_ = CodeMatcher(texts);
    index_words();
    index_places();
}

const std::string& CatalogueSearch::name_of(uint32_t entry) const {
    return is_item(entry) ? items_[entry]->name : packages_[entry - items_.size()]->name;
}

const std::string& CatalogueSearch::code_of(uint32_t entry) const {
    return is_item(entry) ? items_[entry]->code : packages_[entry - items_.size()]->code;
}

void CatalogueSearch::index_words() {
    std::map<std::string, std::vector<uint32_t>> own;
    for (uint32_t entry = 0; entry < items_.size(); ++entry)
        for (const auto& word : items_[entry]->definition().words) own[word].push_back(entry);
    for (uint32_t i = 0; i < packages_.size(); ++i)
        for (const auto& word : packages_[i]->words)
            own[word].push_back(static_cast<uint32_t>(items_.size()) + i);
    for (auto& [word, entries] : own) words_.texts.push_back({word, {}, std::move(entries)});
    for (const auto& [word, term] : synonyms()) {
        SharedTexts::Text text{word, term, {}};
        for (const auto& match : by_name_.search(term, most_of_a_synonym))
            text.entries.push_back(match.entry);
        if (!text.entries.empty()) words_.texts.push_back(std::move(text));
    }
    words_.index();
}

void CatalogueSearch::index_places() {
    std::unordered_map<std::string_view, size_t> known;
    const auto add = [&](const std::string& place, uint32_t entry) {
        if (place.empty()) return;
        const auto [found, is_new] = known.try_emplace(place, places_.texts.size());
        if (is_new) places_.texts.push_back({place, {}, {}});
        places_.texts[found->second].entries.push_back(entry);
    };
    for (uint32_t entry = 0; entry < items_.size(); ++entry) {
        add(items_[entry]->department_name, entry);
        if (items_[entry]->main_item != items_[entry]->name) add(items_[entry]->main_item, entry);
    }
    for (auto& text : places_.texts) text.entries.shrink_to_fit();
    places_.index();
}

bool CatalogueSearch::entry_fits(uint32_t entry, const SearchRequest& request) const {
    if (is_item(entry)) return fits(*items_[entry], request.facets);
    const auto& members = package_members_[entry - items_.size()];
    return request.packages && (request.facets == ItemFacets{} ||
                                std::any_of(members.begin(), members.end(), [&](const ServiceItem* item) {
                                    return fits(*item, request.facets);
                                }));
}

SearchHit CatalogueSearch::hit_of(uint32_t entry, MatchedIn matched, const NameMatch& match,
                                  std::string text) const {
    SearchHit hit{.matched = matched,
                  .text = std::move(text),
                  .position = static_cast<int>(match.position),
                  .length = static_cast<int>(match.span),
                  .text_length = static_cast<int>(match.length)};
    if (is_item(entry))
        hit.item = items_[entry];
    else
        hit.package = packages_[entry - items_.size()];
    return hit;
}

/// `said`: the everyday word that `query` says officially; empty when it is what was typed.
void CatalogueSearch::gather_names(Gathering& gathering, std::string_view query,
                                   const std::string& said) const {
    const auto wanted = [&](uint32_t entry) { return gathering.takes(entry); };
    for (const auto& match : by_name_.search(query, gathering.room(), wanted)) {
        auto hit = hit_of(match.entry, MatchedIn::name, match, name_of(match.entry));
        if (!said.empty()) {
            const auto length = static_cast<int>(base::length_utf8(said));
            hit.matched = MatchedIn::word;
            hit.meaning = query;
            hit.text = said;
            hit.position = 0;
            hit.length = hit.text_length = length;
        }
        gathering.add(match.entry, std::move(hit));
    }
}

void CatalogueSearch::gather_texts(Gathering& gathering, const SharedTexts& texts, MatchedIn matched,
                                   std::string_view query) const {
    const auto wanted = [&](uint32_t text) {
        const auto& entries = texts.texts[text].entries;
        return std::any_of(entries.begin(), entries.end(),
                           [&](uint32_t entry) { return gathering.takes(entry); });
    };
    // One entry may have several of the texts: ask for as many more as could be in the way.
    for (const auto& match : texts.matcher.search(query, 4 * gathering.limit, wanted)) {
        const auto& text = texts.texts[match.entry];
        for (const auto entry : text.entries) {
            if (gathering.full()) return;
            if (!gathering.takes(entry)) continue;
            auto hit = hit_of(entry, matched, match, text.text);
            hit.meaning = text.meaning;
            gathering.add(entry, std::move(hit));
        }
    }
}

void CatalogueSearch::gather(Gathering& gathering, std::string_view query) const {
    gather_names(gathering, query, {});
    if (!gathering.full()) gather_texts(gathering, words_, MatchedIn::word, query);
    if (!gathering.full())
        for (const auto& [word, official] : rewrite_query(query, most_rewrites))
            if (!gathering.full()) gather_names(gathering, official, word);
    if (!gathering.full()) {
        const auto wanted = [&](uint32_t entry) { return gathering.takes(entry); };
        for (const auto& match : by_code_.search(query, gathering.room(), wanted))
            gathering.add(match.entry, hit_of(match.entry, MatchedIn::code, match, code_of(match.entry)));
    }
    if (!gathering.full()) gather_texts(gathering, places_, MatchedIn::place, query);
}

void CatalogueSearch::rank_by_use(std::vector<SearchHit>& hits, const SearchRequest& request) {
    const UseCounts& counts = request.use->counts();
    for (auto& hit : hits)
        if (const auto use = counts.find(hit.code()); use != counts.end()) hit.use = use->second;
    rank_hits(hits);
    if (hits.size() > request.limit) hits.resize(request.limit);
}

std::vector<SearchHit> CatalogueSearch::all_fitting(const SearchRequest& request) const {
    std::vector<SearchHit> hits;
    const bool ranked = request.use != nullptr;
    for (uint32_t entry = 0; entry < items_.size() + packages_.size(); ++entry) {
        if (!ranked && hits.size() >= request.limit) break;
        if (entry_fits(entry, request)) hits.push_back(hit_of(entry, MatchedIn::name, {}, name_of(entry)));
    }
    if (ranked) rank_by_use(hits, request);
    return hits;
}

std::vector<SearchHit> CatalogueSearch::search(const SearchRequest& request) const {
    if (base::trim(request.query).empty())
        return request.facets == ItemFacets{} ? std::vector<SearchHit>() : all_fitting(request);
    const auto total = items_.size() + packages_.size();
    const bool every = request.facets == ItemFacets{} && (request.packages || packages_.empty());
    Gathering best{.limit = request.limit,
                   .wanted = [&](uint32_t entry) { return every || entry_fits(entry, request); },
                   .settled = std::vector<bool>(total)};
    gather(best, request.query);
    if (request.use == nullptr) return std::move(best.hits);
    // What this counter takes may stand far behind by name alone: it is looked for by itself.
    std::unordered_set<std::string_view> there;
    for (const auto& hit : best.hits) there.insert(hit.code());
    for (auto& hit : request.use->search(request))
        if (!there.contains(hit.code())) best.hits.push_back(std::move(hit));
    rank_by_use(best.hits, request);
    return std::move(best.hits);
}

size_t CatalogueSearch::memory() const {
    size_t bytes = by_name_.memory() + by_code_.memory();
    for (const auto* shared : {&words_, &places_}) {
        bytes += shared->matcher.memory();
        for (const auto& text : shared->texts)
            bytes += sizeof text + text.text.capacity() + text.entries.capacity() * sizeof(uint32_t);
    }
    return bytes;
}

}  // namespace yc::forms
