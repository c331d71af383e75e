#include <cstdlib>

#include "hub/store/hub_store.h"

namespace yc::hub::store {
namespace fs = std::filesystem;

fs::path data_dir(const std::string& given) {
    if (!given.empty()) return given;
    if (const char* dir = std::getenv("YICHUANG_HUB_DATA"); dir && *dir) return dir;
    if (const char* data = std::getenv("XDG_DATA_HOME"); data && *data)
        return fs::path(data) / "yichuang" / "hub";
    const char* home = std::getenv("HOME");
    return fs::path(home && *home ? home : ".") / ".local" / "share" / "yichuang" / "hub";
}

}  // namespace yc::hub::store
