#include "core/sqlite/statement.h"

#include <sqlite3.h>

#include <utility>

#include "core/sqlite/sqlite_error.h"

namespace yc::sqlite {

bool Row::is_null(int column) const {
    return sqlite3_column_type(stmt_, column) == SQLITE_NULL;
}
int64_t Row::integer(int column) const {
    return sqlite3_column_int64(stmt_, column);
}
double Row::real(int column) const {
    return sqlite3_column_double(stmt_, column);
}

std::string Row::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(stmt_, column));
    if (bytes == nullptr) return {};
    return std::string(bytes, static_cast<size_t>(sqlite3_column_bytes(stmt_, column)));
}

std::string Row::blob(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(stmt_, column));
    if (bytes == nullptr) return {};
    return std::string(bytes, static_cast<size_t>(sqlite3_column_bytes(stmt_, column)));
}

std::optional<int64_t> Row::maybe_integer(int column) const {
    if (is_null(column)) return std::nullopt;
    return integer(column);
}

std::optional<std::string> Row::maybe_text(int column) const {
    if (is_null(column)) return std::nullopt;
    return text(column);
}

Stmt::Stmt(Stmt&& other) noexcept
    : stmt_(std::exchange(other.stmt_, nullptr)),
      owner_(other.owner_),
      release_(other.release_),
      bind_error_(other.bind_error_) {}

Stmt& Stmt::operator=(Stmt&& other) noexcept {
    std::swap(stmt_, other.stmt_);
    std::swap(owner_, other.owner_);
    std::swap(release_, other.release_);
    std::swap(bind_error_, other.bind_error_);
    return *this;
}

Stmt::~Stmt() {
    if (stmt_ != nullptr) release_(owner_, stmt_);
}

void Stmt::bind(int index, int64_t value) {
    if (const int code = sqlite3_bind_int64(stmt_, index, value); code != SQLITE_OK) bind_error_ = code;
}
void Stmt::bind(int index, double value) {
    if (const int code = sqlite3_bind_double(stmt_, index, value); code != SQLITE_OK) bind_error_ = code;
}
void Stmt::bind(int index, std::string_view text) {
    // An empty view may have no address, which SQLite would take for NULL.
    const char* bytes = text.data() == nullptr ? "" : text.data();
    const int code = sqlite3_bind_text64(stmt_, index, bytes, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    if (code != SQLITE_OK) bind_error_ = code;
}
void Stmt::bind(int index, Blob blob) {
    const char* bytes = blob.bytes.data() == nullptr ? "" : blob.bytes.data();
    const int code = sqlite3_bind_blob64(stmt_, index, bytes, blob.bytes.size(), SQLITE_TRANSIENT);
    if (code != SQLITE_OK) bind_error_ = code;
}
void Stmt::bind(int index, std::nullptr_t) {
    if (const int code = sqlite3_bind_null(stmt_, index); code != SQLITE_OK) bind_error_ = code;
}

base::Result<bool> Stmt::step() {
    sqlite3* db = sqlite3_db_handle(stmt_);
    if (bind_error_ != 0) return error_of(db, bind_error_, "bind");
    const int code = sqlite3_step(stmt_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return error_of(db, sqlite3_extended_errcode(db), "step");
}

base::Result<void> Stmt::run() {
    while (true) {
        YC_TRY(const bool more, step());
        if (!more) return {};
    }
}

void Stmt::reset() {
    sqlite3_reset(stmt_);
    sqlite3_clear_bindings(stmt_);
    bind_error_ = 0;
}

}  // namespace yc::sqlite
