#include "cli/dossier_copy.h"

#include <nlohmann/json.hpp>
#include <set>

#include "core/base/crypto.h"
#include "core/wire/dossier_file_json.h"
#include "core/wire/event_json.h"
#include "hub/store/case_ledger.h"

namespace yc::cli {
namespace {

using nlohmann::json;

base::Result<std::string> whole_page(hub::store::HubStore& store, const std::string& sha256, int64_t size) {
    std::string bytes;
    while (static_cast<int64_t>(bytes.size()) < size) {
        YC_TRY(const auto piece, store.read_page(sha256, static_cast<int64_t>(bytes.size())));
        bytes += piece;
    }
    return bytes;
}

base::Result<void> add_pages(hub::store::HubStore& store, const std::set<std::string>& pages, json& copy) {
    copy["pages"] = json::object();
    copy["pages_awaited"] = json::array();
    for (const auto& page : pages) {
        YC_TRY(const auto size, store.page_size(page));
        if (!size) {
            copy["pages_awaited"].push_back(page);
            continue;
        }
        YC_TRY(const auto bytes, whole_page(store, page, *size));
        copy["pages"][page] = base::to_base64(bytes);
    }
    return {};
}

}  // namespace

base::Result<json> copy_for_person(hub::store::HubStore& store, const domain::DossierFile& file) {
    json copy = wire::to_json(file);
    std::set<std::string> pages;
    for (const auto& document : file.dossier.documents)
        pages.insert(document.pages.begin(), document.pages.end());
    for (const auto& statement : file.statements)
        pages.insert(statement.pages.begin(), statement.pages.end());
    copy["case_events"] = json::object();
    for (const auto& one : file.cases) {
        YC_TRY(const auto events, store.events_of(one.case_id));
        auto& list = copy["case_events"][one.case_id] = json::array();
        for (const auto& event : events) {
            list.push_back(wire::to_json(event));
            for (auto& page : hub::store::pages_of(event)) pages.insert(std::move(page));
        }
    }
    YC_CHECK(add_pages(store, pages, copy));
    return copy;
}

}  // namespace yc::cli
