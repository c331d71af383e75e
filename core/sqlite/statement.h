#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "core/base/result.h"

struct sqlite3_stmt;

namespace yc::sqlite {

/// Bytes to bind as a BLOB; text is bound as TEXT.
struct Blob {
    std::string_view bytes;
};

/// The current row of a Stmt; valid until its next step. Columns count from 0. Reading a column of another
/// type converts as SQLite does; STRICT tables make that a thing that does not happen.
class Row {
  public:
    explicit Row(sqlite3_stmt* stmt) : stmt_(stmt) {}
    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] int64_t integer(int column) const;   ///< NULL reads as 0
    [[nodiscard]] double real(int column) const;       ///< NULL reads as 0
    [[nodiscard]] std::string text(int column) const;  ///< NULL reads as ""
    [[nodiscard]] std::string blob(int column) const;  ///< NULL reads as ""
    [[nodiscard]] std::optional<int64_t> maybe_integer(int column) const;
    [[nodiscard]] std::optional<std::string> maybe_text(int column) const;

  private:
    sqlite3_stmt* stmt_;
};

/// A prepared statement of one Db, which must outlive it. Parameters count from 1, as in ?1.
class Stmt {
  public:
    /// What happens to the sqlite3_stmt at the end: finalized, or handed back to the connection's cache.
    using Release = void (*)(void* owner, sqlite3_stmt*);
    Stmt(sqlite3_stmt* stmt, void* owner, Release release) : stmt_(stmt), owner_(owner), release_(release) {}
    Stmt(Stmt&& other) noexcept;
    Stmt& operator=(Stmt&& other) noexcept;
    ~Stmt();

    void bind(int index, int64_t value);
    void bind(int index, double value);
    void bind(int index, std::string_view text);
    void bind(int index, Blob blob);
    void bind(int index, std::nullptr_t);
    template <class T>
    requires(std::is_integral_v<T>) void bind(int index, T value) {
        bind(index, static_cast<int64_t>(value));
    }
    void bind(int index, const std::string& text) { bind(index, std::string_view(text)); }
    void bind(int index, const char* text) { bind(index, std::string_view(text)); }
    template <class T>
    void bind(int index, const std::optional<T>& value) {
        if (value)
            bind(index, *value);
        else
            bind(index, nullptr);
    }
    /// Binds the values to ?1, ?2, … in order.
    template <class... Values>
    void bind_all(const Values&... values) {
        int index = 0;
        (bind(++index, values), ...);
    }

    /// Goes to the next row; false when there are no more. A failed bind is reported here.
    base::Result<bool> step();
    /// Steps to the end.
    base::Result<void> run();
    [[nodiscard]] Row row() const { return Row(stmt_); }
    /// Ready to be bound and stepped again; nothing stays bound.
    void reset();

  private:
    sqlite3_stmt* stmt_;
    void* owner_;
    Release release_;
    int bind_error_ = 0;
};

}  // namespace yc::sqlite
