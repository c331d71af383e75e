#pragma once
#include <filesystem>
#include <span>
#include <string_view>

#include "core/base/result.h"
#include "core/sqlite/connection.h"

namespace yc::sqlite {

/// One numbered step of a schema. Steps are files `NNN_name.sql`, compiled in by yichuang_embed_migrations().
struct Migration {
    int version;  ///< 1, 2, 3 … without gaps
    std::string_view name;
    std::string_view sql;
};

/// Whether a database is of no newer program than `steps`. Errors: store.newer_version (args found, known).
base::Result<void> refuse_newer(Db& db, std::span<const Migration> steps);

/// Brings a database to the newest of `steps`, each step in its own transaction together with user_version.
/// A database that has content already is first copied to `backup_folder` (file.v<old>.bak, same key); a
/// backup of the same version is replaced. Safe when two processes start at once. Errors: store.newer_version
/// (args found, known), store.migration_failed (args version), and those of Db.
base::Result<void> migrate(Db& db, std::span<const Migration> steps,
                           const std::filesystem::path& backup_folder);

}  // namespace yc::sqlite
