#include "core/sqlite/sqlite_error.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>

namespace yc::sqlite {

namespace {

bool no_room(sqlite3* db, int code) {
    if ((code & 0xff) == SQLITE_FULL) return true;
    const int system = db == nullptr ? 0 : sqlite3_system_errno(db);
    return (code & 0xff) == SQLITE_IOERR && (system == ENOSPC || system == EDQUOT || system == EFBIG);
}

}  // namespace

base::Error error_of(sqlite3* db, int code, const std::string& doing) {
    const std::string detail =
        fmt::format("{}: {} ({})", doing, db == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(db), code);
    if (no_room(db, code)) return base::fail("store.full", detail);
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return base::fail("store.busy", detail);
        case SQLITE_CORRUPT:
            return base::fail("store.corrupt", detail);
        case SQLITE_NOTADB:
            return base::fail("store.wrong_key", detail);
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return base::fail("store.read_only", detail);
        case SQLITE_CONSTRAINT:
            return base::fail("store.constraint", detail);
        case SQLITE_CANTOPEN:
            return base::fail("store.cannot_open", detail);
        case SQLITE_IOERR:
            return base::fail("store.io", detail);
        default:
            return base::fail("store.failed", detail);
    }
}

}  // namespace yc::sqlite
