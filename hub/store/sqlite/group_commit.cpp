#include "hub/store/sqlite/group_commit.h"

#include <exception>

#include "core/sqlite/transaction.h"

namespace yc::hub::store {

base::Result<void> GroupCommit::run(const Work& work) {
    Ticket mine{work, {}};
    std::unique_lock lock(mutex_);
    waiting_.push_back(&mine);
    turn_.wait(lock, [&] { return mine.result || !committing_; });
    if (!mine.result) {
        committing_ = true;
        const std::vector<Ticket*> batch = std::exchange(waiting_, {});
        lock.unlock();
        commit(batch);
        lock.lock();
        committing_ = false;
        turn_.notify_all();
    }
    return *mine.result;
}

void GroupCommit::commit(const std::vector<Ticket*>& batch) {
    std::vector<base::Result<void>> results(batch.size());
    base::Result<void> all;
    try {
        const std::lock_guard lock(db_mutex_);
        all = run_all(batch, results);
    } catch (...) {  // out of memory: whoever waits is told, the transaction was undone on the way here
        all = base::fail("hub.failed", "the transaction broke off");
    }
    const std::lock_guard lock(mutex_);
    for (size_t i = 0; i < batch.size(); ++i) batch[i]->result = all ? results[i] : all;
}

base::Result<void> GroupCommit::run_all(const std::vector<Ticket*>& batch,
                                        std::vector<base::Result<void>>& results) {
    YC_TRY(auto tx, sqlite::Tx::begin(db_));
    for (size_t i = 0; i < batch.size(); ++i) YC_CHECK(run_alone(batch[i]->work, results[i]));
    return tx.commit();
}

/// Errors only when the transaction as a whole cannot go on.
base::Result<void> GroupCommit::run_alone(const Work& work, base::Result<void>& result) {
    YC_CHECK(db_.run("SAVEPOINT work"));
    try {
        result = work();
    } catch (const std::exception& failure) {  // a bug in one writer's work must not leave the others waiting
        result = base::fail("hub.failed", failure.what());
    } catch (...) {
        result = base::fail("hub.failed", "thrown by the work");
    }
    if (!result) {
        // A full disk makes SQLite give up the transaction; then going back fails too, and nobody was
        // written: the others are told what happened to the store, not what was wrong with this work.
        const auto undone = db_.run("ROLLBACK TO work");
        if (!undone) return result.error().code.starts_with("store.") ? result : undone;
    }
    return db_.run("RELEASE work");
}

}  // namespace yc::hub::store
