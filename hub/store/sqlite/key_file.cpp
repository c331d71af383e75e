#include "hub/store/sqlite/key_file.h"

#include "core/base/crypto.h"
#include "core/base/durable_file.h"
#include "core/base/utf8.h"

namespace yc::hub::store {
namespace fs = std::filesystem;
namespace {

/// One of the keys of the hub, by its purpose.
std::string derived(const std::string& master, std::string_view purpose) {
    return *base::from_hex(base::keyed_digest(master, purpose));
}

base::Result<std::string> make_key(const fs::path& file) {
    std::string master = base::random_bytes(32);
    std::string text = base::to_hex(master) + "\n";
    const fs::path beside = file.string() + ".new";
    auto written = base::write_durably(beside, text);
    base::wipe(text);
    if (written) {  // a link, which never takes the place of a key that another process has made meanwhile
        std::error_code error;
        fs::create_hard_link(beside, file, error);
        if (error) written = base::fail("store.io", error.message());
    }
    std::error_code ignored;
    fs::remove(beside, ignored);
    if (written) written = base::sync_folder(file.parent_path());
    if (written) return master;
    return base::fail(written.error().code == "store.full" ? "hub.full" : "hub.data_dir",
                      "the key file: " + written.error().detail);
}

base::Result<std::string> read_key(const fs::path& file) {
    const auto text = base::read_whole(file);
    const auto master = text ? base::from_hex(base::trim(*text)) : text;
    if (!master || master->size() != 32) return base::fail("hub.key_invalid", "not 64 hex digits");
    return *master;
}

base::Result<std::string> master_key(const fs::path& data_dir) {
    std::error_code error;
    fs::create_directories(data_dir, error);
    if (error) return base::fail("hub.data_dir", error.message());
    fs::permissions(data_dir, fs::perms::owner_all, fs::perm_options::replace, error);
    if (error) return base::fail("hub.data_dir", error.message());
    const fs::path file = data_dir / "hub.key";
    if (fs::exists(file, error)) return read_key(file);
    if (fs::exists(data_dir / "hub.db", error))
        return base::fail("hub.key_missing", "databases without their key");
    return make_key(file);
}

HubKeys keys_from(std::string master) {
    HubKeys keys{derived(master, "hub.db"), derived(master, "pages.db"), derived(master, "person keys"),
                 derived(master, "blind index"), derived(master, "device keys")};
    base::wipe(master);
    return keys;
}

}  // namespace

base::Result<HubKeys> load_keys(const fs::path& data_dir) {
    YC_TRY(std::string master, master_key(data_dir));
    return keys_from(std::move(master));
}

base::Result<HubKeys> load_keys_from(const fs::path& key_file) {
    std::error_code error;
    if (!fs::exists(key_file, error)) return base::fail("hub.key_missing", "no key file");
    YC_TRY(std::string master, read_key(key_file));
    return keys_from(std::move(master));
}

}  // namespace yc::hub::store
