#include "core/sqlite/migrator.h"

#include <fmt/format.h>

#include "core/sqlite/transaction.h"

namespace yc::sqlite {

namespace {

base::Result<void> back_up(Db& db, int version, const std::filesystem::path& folder) {
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    const auto file = folder / fmt::format("{}.v{}.bak", db.file().filename().string(), version);
    const auto fresh = std::filesystem::path(file.string() + ".new");
    std::filesystem::remove(fresh, ignored);
    YC_CHECK(db.backup_to(fresh));
    std::error_code error;
    std::filesystem::rename(fresh, file, error);
    if (error) return base::fail("store.io", "cannot name the backup: " + error.message());
    return {};
}

base::Result<void> take_step(Db& db, const Migration& step) {
    YC_TRY(Tx tx, Tx::begin(db));
    YC_TRY(const int version, db.user_version());
    if (version >= step.version) return {};  // another process was faster
    if (auto done = db.execute(step.sql); !done)
        return base::fail("store.migration_failed", fmt::format("{}: {}", step.name, done.error().detail),
                          {{"version", std::to_string(step.version)}});
    YC_CHECK(db.execute(fmt::format("PRAGMA user_version={}", step.version)));
    return tx.commit();
}

}  // namespace

base::Result<void> refuse_newer(Db& db, std::span<const Migration> steps) {
    YC_TRY(const int found, db.user_version());
    const int known = steps.empty() ? 0 : steps.back().version;
    if (found <= known) return {};
    return base::fail("store.newer_version", "the database was written by a newer program",
                      {{"found", std::to_string(found)}, {"known", std::to_string(known)}});
}

base::Result<void> migrate(Db& db, std::span<const Migration> steps,
                           const std::filesystem::path& backup_folder) {
    YC_CHECK(refuse_newer(db, steps));
    YC_TRY(const int found, db.user_version());
    if (!steps.empty() && found > 0 && found < steps.back().version)
        YC_CHECK(back_up(db, found, backup_folder));
    for (const auto& step : steps)
        if (step.version > found) YC_CHECK(take_step(db, step));
    return {};
}

}  // namespace yc::sqlite
