#include "client/store/page_files.h"

#include "core/base/crypto.h"
#include "core/base/durable_file.h"

namespace yc::client::store {

std::filesystem::path PageFiles::file_of(const std::string& sha256) const {
    const std::string name = base::keyed_digest(key_, sha256);
    return folder_ / name.substr(0, 2) / name;
}

base::Result<void> PageFiles::write(const std::string& sha256, std::string_view bytes) const {
    const auto file = file_of(sha256);
    std::error_code error;
    if (std::filesystem::exists(file, error) && read(sha256)) return {};
    const bool new_folder = std::filesystem::create_directories(file.parent_path(), error);
    if (error == std::errc::no_space_on_device)
        return base::fail("store.full", "create folder: " + error.message());
    if (error) return base::fail("store.io", "create folder: " + error.message());
    if (new_folder) YC_CHECK(base::sync_folder(folder_));
    return base::write_durably(file, base::seal(key_, bytes, sha256));
}

base::Result<std::string> PageFiles::read(const std::string& sha256) const {
    const auto file = file_of(sha256);
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return base::fail("page.unknown", "no file of this page");
    YC_TRY(const std::string sealed, base::read_whole(file));
    auto bytes = base::unseal(key_, sealed, sha256);
    if (!bytes) return base::fail("store.page_damaged", "the page file is not authentic");
    return bytes;
}

}  // namespace yc::client::store
