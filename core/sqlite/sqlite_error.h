#pragma once
#include <string>

#include "core/base/result.h"

struct sqlite3;

namespace yc::sqlite {

/// The Error for a failed call on `db`: its result code in the words of Db's list. `doing` says what was
/// tried; it must not contain values. SQLite's own messages name tables and columns only.
base::Error error_of(sqlite3* db, int code, const std::string& doing);

}  // namespace yc::sqlite
