#include "forms/catalogue.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/utf8.h"
#include "forms/code_matcher.h"
#include "forms/name_matcher.h"

namespace yc::forms {

using domain::ServiceItem;

namespace {

/// A matcher over texts of items, and which item each text belongs to.
struct TextsOfItems {
    std::vector<std::string> texts;
    std::vector<uint32_t> items;
    void add(uint32_t item, const std::string& text) {
        if (text.empty()) return;
        texts.push_back(text);
        items.push_back(item);
    }
};

const Form& empty_form() {
    static const Form form;
    return form;
}

}  // namespace

struct Catalogue::Index {
    explicit Index(CatalogueBundle source);
    void add_hits(std::vector<SearchHit>& hits, std::set<uint32_t>& taken, const NameMatcher& matcher,
                  const TextsOfItems& texts, MatchedIn matched, std::string_view query, size_t limit) const;

    CatalogueBundle bundle;
    std::map<std::string, std::map<int, const ServiceItem*>> versions;
    std::map<std::string, const Form*> forms;
    std::vector<const ServiceItem*> current;
    TextsOfItems names, words, places;
    NameMatcher by_name{{}}, by_word{{}}, by_place{{}};
    CodeMatcher by_code{{}};
};

Catalogue::Index::Index(CatalogueBundle source) : bundle(std::move(source)) {
    for (const auto& form : bundle.forms) forms.emplace(form.id, &form);
    for (const auto& item : bundle.items) versions[item.code].emplace(item.version, &item);
    for (const auto& [code, of_code] : versions)
        if (const auto* newest = of_code.rbegin()->second; newest->state == domain::ItemState::in_use)
            current.push_back(newest);
    std::stable_sort(current.begin(), current.end(),
                     [](const auto* a, const auto* b) { return a->name < b->name; });
    std::vector<std::string> codes;
    for (uint32_t i = 0; i < current.size(); ++i) {
        names.add(i, current[i]->name);
        for (const auto& word : current[i]->definition().words) words.add(i, word);
        places.add(i, current[i]->department_name);
        if (current[i]->main_item != current[i]->name) places.add(i, current[i]->main_item);
        codes.push_back(current[i]->code);
    }
    by_name = NameMatcher(names.texts);
    by_word = NameMatcher(words.texts);
    by_place = NameMatcher(places.texts);
    by_code = CodeMatcher(std::move(codes));
}

void Catalogue::Index::add_hits(std::vector<SearchHit>& hits, std::set<uint32_t>& taken,
                                const NameMatcher& matcher, const TextsOfItems& texts, MatchedIn matched,
                                std::string_view query, size_t limit) const {
    // Several texts may belong to one item already taken: ask for as many more as could be in the way.
    const size_t wanted = matched == MatchedIn::name ? limit : 4 * limit;
    for (const auto& match : matcher.search(query, wanted)) {
        if (hits.size() >= limit) return;
        const auto item = texts.items[match.entry];
        if (!taken.insert(item).second) continue;
        hits.push_back({current[item], matched, static_cast<int>(match.position),
                        static_cast<int>(match.length), texts.texts[match.entry]});
    }
}

Catalogue::Catalogue(CatalogueBundle bundle) : index_(std::make_unique<Index>(std::move(bundle))) {}
Catalogue::~Catalogue() = default;

base::Result<std::shared_ptr<const Catalogue>> Catalogue::open(CatalogueBundle bundle) {
    std::set<std::string> forms;
    for (const auto& form : bundle.forms) forms.insert(form.id);
    std::set<std::pair<std::string, int>> codes;
    for (const auto& item : bundle.items) {
        const auto form =
            item.definition().form.empty() ? std::string(common_form_id) : item.definition().form;
        if (!codes.emplace(item.code, item.version).second)
            return base::fail("catalogue.duplicate_item", {}, {{"item", item.name}, {"field", item.code}});
        if (!forms.contains(form))
            return base::fail("catalogue.unknown_form", {}, {{"item", item.name}, {"field", form}});
    }
    return std::shared_ptr<const Catalogue>(new Catalogue(std::move(bundle)));
}

int64_t Catalogue::version() const {
    return index_->bundle.version;
}
const std::vector<const ServiceItem*>& Catalogue::items() const {
    return index_->current;
}
const CatalogueBundle& Catalogue::bundle() const {
    return index_->bundle;
}

const ServiceItem* Catalogue::newest(const std::string& code) const {
    const auto found = index_->versions.find(code);
    return found == index_->versions.end() ? nullptr : found->second.rbegin()->second;
}

const ServiceItem* Catalogue::find(const std::string& code, int version) const {
    const auto found = index_->versions.find(code);
    if (found == index_->versions.end()) return nullptr;
    const auto of_version = found->second.find(version);
    return of_version == found->second.end() ? nullptr : of_version->second;
}

const Form* Catalogue::form(const std::string& id) const {
    const auto found = index_->forms.find(id);
    return found == index_->forms.end() ? nullptr : found->second;
}

const Form& Catalogue::form_of(const ServiceItem& item) const {
    const auto* found = form(item.definition().form.empty() ? common_form_id : item.definition().form);
    return found ? *found : empty_form();
}

std::vector<SearchHit> Catalogue::search(std::string_view query, size_t limit) const {
    std::vector<SearchHit> hits;
    std::set<uint32_t> taken;
    const auto& index = *index_;
    index.add_hits(hits, taken, index.by_name, index.names, MatchedIn::name, query, limit);
    if (hits.size() < limit)
        index.add_hits(hits, taken, index.by_word, index.words, MatchedIn::word, query, limit);
    if (hits.size() < limit)
        for (const auto& match : index.by_code.search(query, limit)) {
            if (hits.size() >= limit || !taken.insert(match.entry).second) continue;
            const auto* item = index.current[match.entry];
            hits.push_back({item, MatchedIn::code, static_cast<int>(match.position),
                            static_cast<int>(match.length), item->code});
        }
    if (hits.size() < limit)
        index.add_hits(hits, taken, index.by_place, index.places, MatchedIn::place, query, limit);
    return hits;
}

}  // namespace yc::forms
