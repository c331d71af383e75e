#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace yc::client::store {

/// Replaces a file in one step: after a power cut it holds either the old bytes or the new ones, and when
/// this has returned, the new ones. The file is readable for its owner only. Errors: store.full, store.io.
base::Result<void> write_durably(const std::filesystem::path& file, std::string_view bytes);

/// Makes the names of new files and folders in `folder` durable. Errors: store.io.
base::Result<void> sync_folder(const std::filesystem::path& folder);

/// The whole file. Errors: store.io.
base::Result<std::string> read_whole(const std::filesystem::path& file);

}  // namespace yc::client::store
