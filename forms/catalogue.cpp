#include "forms/catalogue.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <tuple>

#include "forms/catalogue_search.h"

namespace yc::forms {

using domain::ItemPackage;
using domain::ServiceItem;

namespace {

const Form& empty_form() {
    static const Form form;
    return form;
}

}  // namespace

struct Catalogue::Index {
    explicit Index(CatalogueBundle source);
    void order_items();
    void find_current();
    /// The versions of a code, as a range of `by_code`.
    [[nodiscard]] std::pair<size_t, size_t> versions(const std::string& code) const;

    CatalogueBundle bundle;
    std::vector<uint32_t> by_code;                             ///< items by code, then version
    std::map<std::pair<std::string, int>, const Form*> forms;  ///< by id and version
    std::vector<const ServiceItem*> current;
    std::vector<const ItemPackage*> current_packages;
    std::optional<CatalogueSearch> search;
};

Catalogue::Index::Index(CatalogueBundle source) : bundle(std::move(source)) {
    bundle.items.shrink_to_fit();
    for (const auto& form : bundle.forms) forms.try_emplace({form.id, form.version}, &form);
    order_items();
    find_current();
}

void Catalogue::Index::order_items() {
    by_code.resize(bundle.items.size());
    std::iota(by_code.begin(), by_code.end(), 0u);
    std::sort(by_code.begin(), by_code.end(), [&](uint32_t a, uint32_t b) {
        return std::tie(bundle.items[a].code, bundle.items[a].version) <
               std::tie(bundle.items[b].code, bundle.items[b].version);
    });
}

void Catalogue::Index::find_current() {
    for (size_t i = 0; i < by_code.size(); ++i) {
        const auto& item = bundle.items[by_code[i]];
        const bool newest = i + 1 == by_code.size() || bundle.items[by_code[i + 1]].code != item.code;
        if (newest && item.state == domain::ItemState::in_use) current.push_back(&item);
    }
    const auto by_name = [](const auto* a, const auto* b) { return a->name < b->name; };
    std::stable_sort(current.begin(), current.end(), by_name);
    const auto newest = newest_of(bundle.packages);
    for (size_t i = 0; i < bundle.packages.size(); ++i)
        if (const auto& package = bundle.packages[i];
            package.state == domain::ItemState::in_use && newest.at(package.code) == i)
            current_packages.push_back(&package);
    std::stable_sort(current_packages.begin(), current_packages.end(), by_name);
}

std::pair<size_t, size_t> Catalogue::Index::versions(const std::string& code) const {
    const auto code_of = [this](uint32_t item) -> const std::string& { return bundle.items[item].code; };
    const auto first =
        std::lower_bound(by_code.begin(), by_code.end(), code,
                         [&](uint32_t item, const std::string& wanted) { return code_of(item) < wanted; });
    auto last = first;
    while (last != by_code.end() && code_of(*last) == code) ++last;
    return {static_cast<size_t>(first - by_code.begin()), static_cast<size_t>(last - by_code.begin())};
}

Catalogue::Catalogue(CatalogueBundle bundle) : index_(std::make_unique<Index>(std::move(bundle))) {}
Catalogue::~Catalogue() = default;

base::Result<std::shared_ptr<const Catalogue>> Catalogue::open(CatalogueBundle bundle) {
    std::shared_ptr<Catalogue> catalogue(new Catalogue(std::move(bundle)));
    auto& index = *catalogue->index_;
    const auto& items = index.bundle.items;
    for (size_t i = 1; i < index.by_code.size(); ++i) {
        const auto &before = items[index.by_code[i - 1]], &item = items[index.by_code[i]];
        if (before.code == item.code && before.version == item.version)
            return base::fail("catalogue.duplicate_item", {}, {{"item", item.name}, {"field", item.code}});
    }
    for (const auto& item : items)
        if (const auto form = form_id_of(item); !index.forms.contains({form, item.definition().form_version}))
            return base::fail("catalogue.unknown_form", {}, {{"item", item.name}, {"field", form}});
    index.search.emplace(index.current, index.current_packages,
                         [&](const std::string& code) { return catalogue->newest(code); });
    return std::shared_ptr<const Catalogue>(std::move(catalogue));
}

int64_t Catalogue::version() const {
    return index_->bundle.version;
}
const std::vector<const ServiceItem*>& Catalogue::items() const {
    return index_->current;
}
const std::vector<const ItemPackage*>& Catalogue::packages() const {
    return index_->current_packages;
}
const CatalogueBundle& Catalogue::bundle() const {
    return index_->bundle;
}

const ServiceItem* Catalogue::newest(const std::string& code) const {
    const auto [first, last] = index_->versions(code);
    return first == last ? nullptr : &index_->bundle.items[index_->by_code[last - 1]];
}

const ServiceItem* Catalogue::find(const std::string& code, int version) const {
    const auto [first, last] = index_->versions(code);
    for (auto i = first; i < last; ++i)
        if (const auto& item = index_->bundle.items[index_->by_code[i]]; item.version == version)
            return &item;
    return nullptr;
}

const Form* Catalogue::form(const std::string& id) const {
    const auto beyond = index_->forms.upper_bound({id, std::numeric_limits<int>::max()});
    if (beyond == index_->forms.begin()) return nullptr;
    const auto& newest = *std::prev(beyond)->second;
    return newest.id == id ? &newest : nullptr;
}

const Form& Catalogue::form_of(const ServiceItem& item) const {
    const auto found = index_->forms.find({form_id_of(item), item.definition().form_version});
    return found == index_->forms.end() ? empty_form() : *found->second;
}

std::vector<SearchHit> Catalogue::search(std::string_view query, size_t limit) const {
    return index_->search->search({.query = std::string(query), .limit = limit});
}

std::vector<SearchHit> Catalogue::search(const SearchRequest& request) const {
    return index_->search->search(request);
}

size_t Catalogue::search_memory() const {
    return index_->search->memory();
}

}  // namespace yc::forms
