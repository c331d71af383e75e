#include "core/sqlite/transaction.h"

namespace yc::sqlite {

base::Result<Tx> Tx::begin(Db& db) {
    YC_CHECK(db.run("BEGIN IMMEDIATE"));
    return Tx(db);
}

base::Result<Tx> Tx::begin_read(Db& db) {
    YC_CHECK(db.run("BEGIN DEFERRED"));
    return Tx(db);
}

Tx::~Tx() {
    // After some errors (a full disk) SQLite has rolled back by itself; the second time fails and changes
    // nothing.
    if (db_ != nullptr) (void)db_->run("ROLLBACK");
}

base::Result<void> Tx::commit() {
    YC_CHECK(db_->run("COMMIT"));
    db_ = nullptr;
    return {};
}

}  // namespace yc::sqlite
