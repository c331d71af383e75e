#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "forms/code_matcher.h"
#include "forms/name_matcher.h"
#include "forms/search_hit.h"

namespace yc::forms {

/// Finds items and packages of a catalogue that stays where it is while this lives. Names first, then
/// everyday words (an item's own, and synonyms whose official term its name holds), codes, departments and
/// main items. Immutable; safe from any thread.
class CatalogueSearch {
  public:
    using Items = std::vector<const domain::ServiceItem*>;
    using Packages = std::vector<const domain::ItemPackage*>;
    /// `newest` gives the item of a code, for what belongs to a package.
    CatalogueSearch(const Items& items, const Packages& packages,
                    const std::function<const domain::ServiceItem*(const std::string&)>& newest);

    [[nodiscard]] std::vector<SearchHit> search(const SearchRequest& request) const;
    /// Bytes of the indexes.
    [[nodiscard]] size_t memory() const;

  private:
    /// Texts that several entries have alike, each kept once.
    struct SharedTexts {
        struct Text {
            std::string text;
            std::string meaning;
            std::vector<uint32_t> entries;
        };
        std::vector<Text> texts;
        NameMatcher matcher;
        void index();
    };
    struct Gathering;

    [[nodiscard]] bool is_item(uint32_t entry) const { return entry < items_.size(); }
    [[nodiscard]] const std::string& name_of(uint32_t entry) const;
    [[nodiscard]] const std::string& code_of(uint32_t entry) const;
    [[nodiscard]] bool entry_fits(uint32_t entry, const SearchRequest& request) const;
    void index_words();
    void index_places();
    void gather(Gathering& gathering, std::string_view query) const;
    void gather_names(Gathering& gathering, std::string_view query, const std::string& said) const;
    void gather_texts(Gathering& gathering, const SharedTexts& texts, MatchedIn matched,
                      std::string_view query) const;
    /// Notes the use of each and leaves the best.
    static void rank_by_use(std::vector<SearchHit>& hits, const SearchRequest& request);
    [[nodiscard]] std::vector<SearchHit> all_fitting(const SearchRequest& request) const;
    [[nodiscard]] SearchHit hit_of(uint32_t entry, MatchedIn matched, const NameMatch& match,
                                   std::string text) const;

    const Items& items_;
    const Packages& packages_;            ///< entries behind the items
    std::vector<Items> package_members_;  ///< by package
    NameMatcher by_name_;
    CodeMatcher by_code_{{}};
    SharedTexts words_, places_;
};

}  // namespace yc::forms
