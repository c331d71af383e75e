#pragma once
#include <filesystem>

#include "core/base/date.h"
#include "core/base/result.h"
#include "hub/store/hub_store.h"

namespace yc::hub::store {

/// A backup is a folder: hub.db, pages.db, policy.json when there is one, backup.json (what the copy holds),
/// and hub.key only when asked for: without that file nobody can read the rest.
struct BackupOptions {
    std::filesystem::path data_dir;
    std::filesystem::path to;  ///< must not exist
    bool with_key = false;
};

/// Makes a backup beside a hub that may go on working, and checks the copy by reading all of it. The folder
/// appears under its name only when it is whole. Errors: hub.backup_exists {to}, hub.backup_failed,
/// hub.backup_full; those of inspect() for the copy.
base::Result<StoreReport> back_up(HubStore& store, const BackupOptions& options, base::Instant now);

/// Reads a backup whole and compares it with its backup.json. Changes nothing, neither in it nor beside
/// it, and needs no newest schema. Errors: hub.no_store {folder}, hub.key_missing, hub.backup_differs {what};
/// those of inspect().
base::Result<StoreReport> check_backup(const std::filesystem::path& folder,
                                       const std::filesystem::path& key_file);

}  // namespace yc::hub::store
