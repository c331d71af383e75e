#include "forms/items_in_use.h"

#include "forms/catalogue.h"
#include "forms/catalogue_search.h"

namespace yc::forms {

ItemsInUse::ItemsInUse(const Catalogue& catalogue, UseCounts use) : use_(std::move(use)) {
    for (const auto& [code, counts] : use_)
        if (const auto* item = catalogue.newest(code); item && item->state == domain::ItemState::in_use)
            items_.push_back(item);
    for (const auto* package : catalogue.packages())
        if (use_.contains(package->code)) packages_.push_back(package);
    search_ = std::make_unique<CatalogueSearch>(
        items_, packages_, [&](const std::string& code) { return catalogue.newest(code); });
}

ItemsInUse::~ItemsInUse() = default;

std::vector<SearchHit> ItemsInUse::search(const SearchRequest& request) const {
    SearchRequest all = request;
    all.use = nullptr;
    all.limit = items_.size() + packages_.size();
    return search_->search(all);
}

}  // namespace yc::forms
