#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/item.h"
#include "forms/catalogue_bundle.h"
#include "forms/form_definition.h"
#include "forms/search_hit.h"

namespace yc::forms {

/// The catalogue at a counter, in memory. Immutable: share it as std::shared_ptr<const Catalogue> between
/// threads and replace it whole when a new bundle comes.
class Catalogue {
  public:
    /// Errors: catalogue.duplicate_item (same code and version twice), catalogue.unknown_form.
    [[nodiscard]] static base::Result<std::shared_ptr<const Catalogue>> open(CatalogueBundle bundle);
    ~Catalogue();
    Catalogue(const Catalogue&) = delete;
    Catalogue& operator=(const Catalogue&) = delete;

    [[nodiscard]] int64_t version() const;
    /// The items that may be taken today: of each code the newest version, if in use; by name.
    [[nodiscard]] const std::vector<const domain::ServiceItem*>& items() const;
    /// The newest version of a code, whatever its state; nullptr if unknown.
    [[nodiscard]] const domain::ServiceItem* newest(const std::string& code) const;
    /// Exactly that version; nullptr if unknown.
    [[nodiscard]] const domain::ServiceItem* find(const std::string& code, int version) const;
    /// The form of an item, in the version its cases are filled in with; the common form when it names none.
    [[nodiscard]] const Form& form_of(const domain::ServiceItem& item) const;
    /// The newest version of a form; nullptr if unknown.
    [[nodiscard]] const Form* form(const std::string& id) const;

    /// The packages in use: of each code the newest version; by name.
    [[nodiscard]] const std::vector<const domain::ItemPackage*>& packages() const;

    /// The best `limit` items that may be taken: names first, then everyday words, codes, departments; within
    /// each by match position, then length. Takes hanzi, pinyin initials, full pinyin, mixtures of them,
    /// codes. Well below a millisecond at 100,000 items. An empty query finds nothing.
    [[nodiscard]] std::vector<SearchHit> search(std::string_view query, size_t limit = 20) const;
    /// The same, narrowed by facets (an empty query then gives all that fit, what is in use first, then by
    /// name), with packages beside items, and with what this counter takes before what only stands earlier in
    /// the text (rank_hits).
    [[nodiscard]] std::vector<SearchHit> search(const SearchRequest& request) const;
    /// Bytes of the search's indexes.
    [[nodiscard]] size_t search_memory() const;

    [[nodiscard]] const CatalogueBundle& bundle() const;

  private:
    struct Index;
    explicit Catalogue(CatalogueBundle bundle);
    std::unique_ptr<Index> index_;
};

}  // namespace yc::forms
