#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "client/desk/workplace.h"

namespace yc::client::desk {

/// Where a client keeps its data unless told otherwise: $YICHUANG_DATA, else yichuang/client in
/// $XDG_DATA_HOME or ~/.local/share.
[[nodiscard]] std::filesystem::path default_data_dir();

/// What this computer remembers in the open, so that the sign-in window can offer it: no personal data but
/// the last user's id. File `place.json` in the data folder; unreadable or missing means nothing is
/// remembered.
[[nodiscard]] SignInHints read_place(const std::filesystem::path& data_dir);
/// Best effort: a place that cannot be kept only means that more must be typed next time.
void write_place(const std::filesystem::path& data_dir, const SignInHints& hints);

/// The store in which this user has a key slot; else the folder in which to make one.
struct StoreFolder {
    std::filesystem::path folder;
    bool has_user = false;
};
[[nodiscard]] StoreFolder store_folder(const std::filesystem::path& data_dir, const std::string& user);
/// The store that the hub can help to open for somebody who never signed in here; nothing when there is none.
[[nodiscard]] std::optional<std::filesystem::path> store_of_computer(const std::filesystem::path& data_dir);

}  // namespace yc::client::desk
