#pragma once
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/sqlite/connection.h"

namespace yc::hub::store {

/// Lets writers that wait at the same time share one transaction, and so one sync of the disk. Each piece of
/// work is undone alone when it fails. run() returns success only after the transaction that holds the work
/// was committed: acknowledged means durable. Safe from any thread.
class GroupCommit {
  public:
    using Work = std::function<base::Result<void>()>;
    /// `db` is used under `db_mutex` only.
    GroupCommit(sqlite::Db& db, std::mutex& db_mutex) : db_(db), db_mutex_(db_mutex) {}

    /// Runs `work` on the calling thread or that of another writer, before this returns. Errors: those of the
    /// work; those of the commit, for all that shared it (nothing of them was kept).
    base::Result<void> run(const Work& work);

  private:
    /// A writer that waits.
    struct Ticket {
        const Work& work;
        std::optional<base::Result<void>> result;
    };
    void commit(const std::vector<Ticket*>& batch);
    base::Result<void> run_all(const std::vector<Ticket*>& batch, std::vector<base::Result<void>>& results);
    base::Result<void> run_alone(const Work& work, base::Result<void>& result);

    sqlite::Db& db_;
    std::mutex& db_mutex_;
    std::mutex mutex_;  ///< guards what follows
    std::condition_variable turn_;
    std::vector<Ticket*> waiting_;
    bool committing_ = false;
};

}  // namespace yc::hub::store
