#pragma once
#include "core/base/result.h"
#include "core/sqlite/connection.h"

namespace yc::sqlite {

/// A transaction, rolled back unless committed. Transactions do not nest.
class Tx {
  public:
    /// BEGIN IMMEDIATE: the right to write is taken at once, so that no later statement finds the store busy.
    /// Errors: store.busy and those of Db.
    static base::Result<Tx> begin(Db& db);
    /// BEGIN DEFERRED: all reads until the end see one snapshot.
    static base::Result<Tx> begin_read(Db& db);

    Tx(Tx&& other) noexcept : db_(other.db_) { other.db_ = nullptr; }
    Tx& operator=(Tx&&) = delete;
    ~Tx();

    /// When this returns without an error, the changes are on the disk. On an error nothing has changed.
    base::Result<void> commit();

  private:
    explicit Tx(Db& db) : db_(&db) {}
    Db* db_;
};

}  // namespace yc::sqlite
