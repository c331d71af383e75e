#pragma once
#include <filesystem>
#include <string>

#include "core/base/result.h"

namespace yc::hub::store {

/// The keys of a hub, all made from the 32 bytes in its key file.
struct HubKeys {
    std::string database;  ///< hub.db
    std::string pages;     ///< pages.db
    std::string wrapping;  ///< wraps the persons' keys
    std::string index;     ///< blind index of identity numbers
    std::string devices;   ///< makes the key of each device
};

/// Reads DIR/hub.key, or makes it (mode 0600, synced) when there is no database yet. Errors: hub.key_missing
/// when there is a database without its key, hub.key_invalid, hub.data_dir when the folder cannot be used.
base::Result<HubKeys> load_keys(const std::filesystem::path& data_dir);
/// Reads a key file wherever it lies. Errors: hub.key_missing, hub.key_invalid.
base::Result<HubKeys> load_keys_from(const std::filesystem::path& key_file);

}  // namespace yc::hub::store
