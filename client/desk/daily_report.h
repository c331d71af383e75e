#pragma once
#include <string>
#include <vector>

#include "client/desk/printed.h"
#include "client/desk/text.h"
#include "core/base/date.h"
#include "core/base/result.h"

namespace yc::client::desk {

struct Desk;

/// What the report of a day is about.
struct DailyScope {
    enum class Kind { mine, counter, hall, department };
    Kind kind = Kind::hall;
    std::string id;  ///< user, counter, hall or department; empty = mine
};

struct DailyFigure {
    Text name;
    int value = 0;
};

struct DailyItemLine {
    std::string item_name;
    int received = 0, closed = 0, declined = 0, returned = 0, open_after = 0;
};

struct DailyFigures {
    base::Date day{};
    std::string scope_name;
    std::vector<DailyFigure> figures;  ///< received, decided, declined, returned, overdue…
    std::vector<DailyItemLine> items;
    int open_before = 0, came_in = 0, finished = 0, open_after = 0;
    bool balances = false;  ///< open_before + came_in − finished = open_after
    Text balance;           ///< the line that must add up, with its numbers
    int64_t as_of_seq = 0;  ///< the hub sequence it was made from
    int not_sent = 0;       ///< events in it that the hub does not have yet
};

/// The report of a day from the local store. UI thread.
class DailyReport {
  public:
    explicit DailyReport(Desk& desk) : desk_(desk) {}
    /// The scopes this user may see, the usual one first.
    [[nodiscard]] std::vector<DailyScope> scopes() const;
    /// Errors: report.not_yours, the store's.
    [[nodiscard]] base::Result<DailyFigures> figures(base::Date day, const DailyScope& scope) const;
    [[nodiscard]] base::Result<PrintedDocument> print(base::Date day, const DailyScope& scope) const;

  private:
    Desk& desk_;
};

}  // namespace yc::client::desk
