#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "client/store/case_rows.h"
#include "client/store/store_impl.h"
#include "core/base/utf8.h"

namespace yc::client::store {

namespace {

constexpr std::string_view kColumns =
    "SELECT c.case_id, c.case_no, c.item_code, c.item_name, c.applicant_name, c.department, "
    "c.department_name, c.hall,"
    " c.counter, c.clerk, c.handler, c.life, c.result, c.clock, c.custody, c.delivery, c.registered_at, "
    "c.received_at,"
    " c.accepted_at, c.decided_at, c.closed_at, c.due_kind, c.due_at, c.last_seq,"
    " (SELECT count(*) FROM case_pages cp JOIN pages p ON p.sha256=cp.sha256"
    "   WHERE cp.case_id=c.case_id AND p.state='waiting'),"
    " (SELECT count(*) FROM outbox o WHERE o.case_id=c.case_id AND o.state IN ('pending','sent')),"
    " (SELECT count(*) FROM outbox o WHERE o.case_id=c.case_id AND o.state='refused'),"
    " c.package_name"
    " FROM cases c";

std::optional<base::Instant> instant(const sqlite::Row& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return from_ms(row.integer(column));
}

template <class E>
E named(const sqlite::Row& row, int column) {
    return base::from_name<E>(row.text(column)).value_or(E{});
}

CaseRow read_row(const sqlite::Row& row) {
    CaseRow c{row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
              row.text(6), row.text(7), row.text(8), row.text(9), row.text(10)};
    c.life = named<domain::LifeCycle>(row, 11);
    c.result = base::from_name<domain::CaseResult>(row.text(12));
    c.clock = named<domain::ClockState>(row, 13);
    c.custody = named<domain::Custody>(row, 14);
    c.delivery = named<domain::Delivery>(row, 15);
    c.registered_at = instant(row, 16);
    c.received_at = instant(row, 17);
    c.accepted_at = instant(row, 18);
    c.decided_at = instant(row, 19);
    c.closed_at = instant(row, 20);
    c.due_kind = base::from_name<domain::ClockKind>(row.text(21));
    c.due_at = instant(row, 22);
    c.last_seq = row.integer(23);
    c.pages_pending = static_cast<int>(row.integer(24));
    c.unsent = static_cast<int>(row.integer(25));
    c.refused = static_cast<int>(row.integer(26));
    c.package_name = row.text(27);
    return c;
}

/// A WHERE clause with its values; every value is bound, none is written into the SQL.
class Where {
  public:
    void add(const std::string& condition) { sql_ += (sql_.empty() ? " WHERE " : " AND ") + condition; }
    /// The placeholder of a value.
    template <class T>
    std::string value(T bound) {
        binders_.push_back([bound](sqlite::Stmt& stmt, int index) { stmt.bind(index, bound); });
        return fmt::format("?{}", binders_.size());
    }
    void equal(const char* column, const std::optional<std::string>& text) {
        if (text) add(fmt::format("c.{}={}", column, value(*text)));
    }
    [[nodiscard]] const std::string& sql() const { return sql_; }
    base::Result<void> each(sqlite::Db& db, const std::string& sql,
                            const std::function<void(const sqlite::Row&)>& take) {
        YC_TRY(sqlite::Stmt stmt, db.cached(sql));
        for (size_t i = 0; i < binders_.size(); ++i) binders_[i](stmt, static_cast<int>(i) + 1);
        while (true) {
            YC_TRY(const bool more, stmt.step());
            if (!more) return {};
            take(stmt.row());
        }
    }

  private:
    std::string sql_;
    std::vector<std::function<void(sqlite::Stmt&, int)>> binders_;
};

std::string like_part(const std::string& text) {
    std::string pattern = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

bool all_digits(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void add_search(Where& where, const std::string& typed, const NumberDigest& digest) {
    const std::string text = base::trim(base::to_half_width(typed));
    if (text.empty()) return;
    const std::string part = where.value(like_part(text));
    const std::string number = where.value(digest(base::to_upper_ascii(text)));
    std::string condition = fmt::format(
        "c.applicant_name LIKE {0} ESCAPE '\\' OR c.item_name LIKE {0} ESCAPE '\\' OR c.package_name LIKE "
        "{0} ESCAPE '\\'"
        " OR c.number_digest={1} OR c.phone_digest={1}",
        part, number);
    if (all_digits(text) && text.size() >= 4) {
        const std::string end = where.value(text);
        condition += fmt::format(" OR c.case_no={0} OR substr(c.case_no, -length({0}))={0}", end);
    }
    where.add("(" + condition + ")");
}

void add_filters(Where& where, const CaseQuery& query, const NumberDigest& digest) {
    where.equal("hall", query.hall);
    where.equal("counter", query.counter);
    where.equal("department", query.department);
    where.equal("clerk", query.clerk);
    where.equal("handler", query.handler);
    if (query.registered_from) where.add("c.registered_at>=" + where.value(to_ms(*query.registered_from)));
    if (query.registered_until) where.add("c.registered_at<" + where.value(to_ms(*query.registered_until)));
    add_search(where, query.search, digest);
}

void add_life(Where& where, const std::vector<domain::LifeCycle>& lives) {
    if (lives.empty()) return;
    std::string list;
    for (const auto life : lives)
        list += (list.empty() ? "" : ",") + where.value(std::string(base::to_name(life)));
    where.add("c.life IN (" + list + ")");
}

constexpr int64_t kNoDue = std::numeric_limits<int64_t>::max();

/// What a row is ordered by, first part: newest_first by time, deadline_first with those without a limit
/// last.
int64_t order_value(const CaseRow& row, CaseOrder order) {
    if (order == CaseOrder::newest_first) return row.registered_at ? to_ms(*row.registered_at) : 0;
    return row.due_at ? to_ms(*row.due_at) : kNoDue;
}

std::string order_column(CaseOrder order) {
    return order == CaseOrder::newest_first ? "c.registered_at"
                                            : fmt::format("coalesce(c.due_at, {})", kNoDue);
}

/// The key of the last row: "<order value>/<case id>".
base::Result<void> add_after(Where& where, const CaseQuery& query) {
    if (!query.after) return {};
    const auto slash = query.after->find('/');
    int64_t value = 0;
    try {
        value = std::stoll(query.after->substr(0, slash));
    } catch (const std::exception&) {
        return base::fail("store.bad_page_key", "not a key of a page of cases");
    }
    if (slash == std::string::npos) return base::fail("store.bad_page_key", "not a key of a page of cases");
    const char* sign = query.order == CaseOrder::newest_first ? "<" : ">";
    const std::string first = where.value(value);
    const std::string second = where.value(query.after->substr(slash + 1));
    where.add(fmt::format("({}, c.case_id){}({}, {})", order_column(query.order), sign, first, second));
    return {};
}

base::Result<void> count(sqlite::Db& db, const CaseQuery& query, const NumberDigest& digest, CasePage& page) {
    Where where;
    add_filters(where, query, digest);
    return where.each(
        db, "SELECT c.life, count(*) FROM cases c" + where.sql() + " GROUP BY c.life",
        [&](const sqlite::Row& row) { page.counts[named<domain::LifeCycle>(row, 0)] = row.integer(1); });
}

}  // namespace

base::Result<CasePage> query_cases(sqlite::Db& db, const CaseQuery& query, const NumberDigest& digest) {
    CasePage page;
    Where where;
    add_filters(where, query, digest);
    add_life(where, query.life);
    YC_CHECK(add_after(where, query));
    const char* direction = query.order == CaseOrder::newest_first ? "DESC" : "ASC";
    const std::string sql = fmt::format("{}{} ORDER BY {} {}, c.case_id {} LIMIT {}", kColumns, where.sql(),
                                        order_column(query.order), direction, direction, query.limit + 1);
    YC_CHECK(where.each(db, sql, [&](const sqlite::Row& row) { page.rows.push_back(read_row(row)); }));
    if (page.rows.size() > query.limit) {
        page.rows.resize(query.limit);
        if (!page.rows.empty())
            page.next =
                fmt::format("{}/{}", order_value(page.rows.back(), query.order), page.rows.back().case_id);
    }
    YC_CHECK(count(db, query, digest, page));
    return page;
}

base::Result<std::optional<CaseRow>> load_case_row(sqlite::Db& db, const std::string& case_id) {
    std::optional<CaseRow> found;
    YC_CHECK(db.each(
        std::string(kColumns) + " WHERE c.case_id=?1", [&](const sqlite::Row& row) { found = read_row(row); },
        case_id));
    return found;
}

}  // namespace yc::client::store
