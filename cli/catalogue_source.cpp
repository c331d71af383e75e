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

base::Result<District> district_of(const fs::path& dir) {
    if (!has_hub(dir)) return District{forms::sample_directory()};
    YC_TRY(const auto store, hub::store::open_sqlite_store(dir.string()));
    District district;
    YC_TRY(district.directory, store->directory());
    YC_TRY(district.sample, hub::store::is_sample(*store));
    return district;
}

base::Result<bool> publish_change(const fs::path& dir, const forms::CatalogueBundle& bundle,
                                  base::Instant now, bool dry_run) {
    const bool seeds = !has_hub(dir);
    if (seeds || dry_run) {
        YC_TRY(const auto district, district_of(dir));
        if (auto faults = forms::check_bundle(bundle, district.directory, base::date_of(now));
            !faults.empty())
            return std::move(faults.front());
    }
    if (dry_run) return false;
    std::error_code error;
    fs::create_directories(dir, error);
    YC_TRY(const auto store, hub::store::open_sqlite_store(dir.string()));
    if (seeds) YC_CHECK(hub::store::seed_sample(*store, now));
    YC_CHECK(hub::store::publish(*store, bundle, now));
    return seeds;
}

}  // namespace yc::cli
