#include "cli/catalogue_source.h"

#include <cstdlib>

#include "forms/sample_district.h"
#include "hub/store/publishing.h"
#include "hub/store/seeding.h"

namespace yc::cli {

namespace fs = std::filesystem;

fs::path hub_data_dir(const std::string& given) {
    if (!given.empty()) return given;
    if (const char* dir = std::getenv("YICHUANG_HUB_DATA"); dir && *dir) return dir;
    if (const char* data = std::getenv("XDG_DATA_HOME"); data && *data)
        return fs::path(data) / "yichuang" / "hub";
    const char* home = std::getenv("HOME");
    return fs::path(home && *home ? home : ".") / ".local" / "share" / "yichuang" / "hub";
}

bool has_hub(const fs::path& dir) {
    std::error_code error;
    return fs::exists(dir / "hub.db", error);
}

base::Result<std::shared_ptr<const forms::Catalogue>> catalogue_of(const fs::path& dir) {
    if (has_hub(dir)) {
        YC_TRY(const auto store, hub::store::open_sqlite_store(dir.string()));
        YC_TRY(auto published, hub::store::published_catalogue(*store));
        if (published) return published;
    }
    return forms::Catalogue::open(forms::sample_catalogue());
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

}  // namespace yc::cli
