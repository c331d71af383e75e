#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace yc::base {

/// Replaces a file in one step: after a power cut it holds either the old bytes or the new ones, and when
/// this has returned, the new ones. The file is readable for its owner only. Errors: store.full, store.io.
Result<void> write_durably(const std::filesystem::path& file, std::string_view bytes);

/// A file that somebody asked for, whole or not at all as write_durably; who may read it is as usual (umask).
/// A link stays one; what is no file (a pipe, /dev/stdout) gets the bytes as they come. Errors:
/// file.unwritable {file}.
Result<void> write_out(const std::filesystem::path& file, std::string_view bytes);

/// Makes the bytes of a file that others wrote durable. Errors: store.full, store.io.
Result<void> sync_file(const std::filesystem::path& file);

/// Makes the names of new files and folders in `folder` durable. Errors: store.io.
Result<void> sync_folder(const std::filesystem::path& folder);

/// Lets nobody but the owner read or write the file; makes an empty one where there is none, so that a
/// program which fills it afterwards never has it open to others. Errors: store.full, store.io.
Result<void> keep_private(const std::filesystem::path& file);

/// The whole file. Errors: store.io.
Result<std::string> read_whole(const std::filesystem::path& file);

}  // namespace yc::base
