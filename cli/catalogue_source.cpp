#include "cli/catalogue_source.h"

#include "forms/bundle_check.h"
#include "forms/sample_district.h"
#include "hub/store/publishing.h"
#include "hub/store/seeding.h"

namespace yc::cli {

namespace fs = std::filesystem;

fs::path hub_data_dir(const std::string& given) {
    return hub::store::data_dir(given);
}

bool has_hub(const fs::path& dir) {
    std::error_code error;
    return fs::exists(dir / "hub.db", error);
}

base::Result<forms::CatalogueBundle> bundle_of(const fs::path& dir) {
    if (!has_hub(dir)) return forms::sample_catalogue();
    YC_TRY(const auto store, hub::store::open_sqlite_store(dir.string()));
    YC_TRY(auto published, hub::store::published_bundle(*store));
    if (published) return *std::move(published);
    return forms::CatalogueBundle{.version = 0, .forms = forms::sample_catalogue().forms};
}

base::Result<std::shared_ptr<const forms::Catalogue>> catalogue_of(const fs::path& dir) {
    YC_TRY(auto bundle, bundle_of(dir));
    return forms::Catalogue::open(std::move(bundle));
}

base::Result<AdministeredStore> open_for_change(const fs::path& dir, base::Instant now) {
    AdministeredStore out;
    out.seeded = !has_hub(dir);
    std::error_code error;
    fs::create_directories(dir, error);
    YC_TRY(out.store, hub::store::open_sqlite_store(dir.string()));
    if (out.seeded) YC_CHECK(hub::store::seed_sample(*out.store, now));
    return out;
}

base::Result<void> check_change(const fs::path& dir, const forms::CatalogueBundle& bundle,
                                base::Instant now) {
    auto directory = forms::sample_directory();
    if (has_hub(dir)) {
        YC_TRY(const auto store, hub::store::open_sqlite_store(dir.string()));
        YC_TRY(directory, store->directory());
    }
    if (auto faults = forms::check_bundle(bundle, directory, base::date_of(now)); !faults.empty())
        return std::move(faults.front());
    return {};
}

}  // namespace yc::cli
