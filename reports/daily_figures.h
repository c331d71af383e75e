#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/domain/case_event.h"
#include "core/domain/case_state.h"

namespace yc::domain {
struct Rules;
}

namespace yc::reports {

/// A rate with what it was made of; the report prints both and the formula beside it.
struct Rate {
    std::string key;  ///< "immediate", "early", …: texts "report.rate.<key>" and "report.rate.<key>.formula"
    int64_t numerator = 0;
    int64_t denominator = 0;
    [[nodiscard]] std::optional<double> value() const {
        return denominator == 0 ? std::nullopt : std::optional(double(numerator) / double(denominator));
    }
    friend bool operator==(const Rate&, const Rate&) = default;
};

/// Counts of one day over one set of cases (everything, one department, one counter, one item).
/// Every case counts when it comes in (收件) and once when it goes out; a decided case is out at its decision
/// (办结时间是决定时间), whatever happens to the paper afterwards.
struct DayCounts {
    int64_t opening_pending = 0;  ///< in before the day, not out before the day
    int64_t received = 0;
    int64_t received_immediate = 0;  ///< of received: 即办件
    int64_t closed = 0;              ///< decided: granted or refused
    int64_t declined = 0;            ///< 不予受理, 不受理
    int64_t returned = 0;  ///< 退件/撤回: withdrawn, lapsed, revoked, escalated, voided, aborted
    int64_t closing_pending = 0;

    int64_t granted = 0, refused = 0;                        ///< of closed
    int64_t on_the_spot = 0, promised = 0;                   ///< of closed: by how they were decided
    int64_t early = 0, on_time = 0, late = 0, no_limit = 0;  ///< of promised

    int64_t pending_before_acceptance = 0;  ///< of closing_pending, as the cases stand now: 待受理
    int64_t pending_supplement = 0;         ///< 补正中
    int64_t pending_in_work = 0;            ///< 在办
    int64_t pending_paused = 0;             ///< 特别程序
    int64_t pending_overdue = 0;            ///< of closing_pending: past the promise at the end of the day
    int64_t moved_since = 0;                ///< of closing_pending: went out after the day

    int64_t materials_required = 0, materials_reused = 0;  ///< of the cases received
    int64_t promised_days = 0, statutory_days = 0;  ///< over closed promised cases with both in working days
    int64_t rated = 0, satisfied = 0;               ///< of closed

    /// opening_pending + received == closed + declined + returned + closing_pending.
    [[nodiscard]] bool balances() const {
        return opening_pending + received == closed + declined + returned + closing_pending;
    }
    friend bool operator==(const DayCounts&, const DayCounts&) = default;
};

/// A row of a breakdown.
struct DayRow {
    std::string id;
    std::string name;
    DayCounts counts;
    friend bool operator==(const DayRow&, const DayRow&) = default;
};

/// A case that came in or went out on the day, for the register behind the figures. Holds no person.
struct RegisterRow {
    std::string case_no;
    std::string item;
    std::string department;
    std::string counter;
    base::Instant received{};
    std::optional<base::Instant> out;  ///< when it went out, if on the day
    std::string outcome;               ///< name of the CaseResult or LifeCycle at the end of the day
    friend bool operator==(const RegisterRow&, const RegisterRow&) = default;
};

/// What reached the hub after the report of its day had been closed (补录).
struct LateEntries {
    int64_t received = 0;
    int64_t finished = 0;
    std::vector<std::string> case_ids;  ///< sorted, each once
    friend bool operator==(const LateEntries&, const LateEntries&) = default;
};

struct DailyFigures {
    base::Date day{};
    int64_t as_of_seq = 0;  ///< the hub's sequence up to which events are counted; 0 = this machine only
    DayCounts total;
    std::vector<DayRow> by_department, by_counter, by_item;  ///< sorted by id; their sums are `total`
    std::array<int64_t, 24> received_by_hour{}, closed_by_hour{};
    std::vector<RegisterRow> cases;  ///< sorted by case number
    std::vector<Rate> rates;
    LateEntries late;
    friend bool operator==(const DailyFigures&, const DailyFigures&) = default;
};

/// The instant a case's promise is due, or none when it never was under one.
using DueOf = std::function<std::optional<base::Instant>(const domain::CaseState&)>;

/// DueOf by the domain's clocks. The rules must outlive it.
[[nodiscard]] DueOf promise_due_of(const domain::Rules& rules, base::Instant now);

/// Counts a day. Pure: the same cases give the same figures. Cases that never were received (drafts) do not
/// count. For a past day give states replayed up to the end of that day where the breakdown of the pending
/// matters.
[[nodiscard]] DailyFigures count_day(std::span<const domain::CaseState> cases, base::Date day,
                                     int64_t as_of_seq, const DueOf& due_of);

/// Entries for days before `day` with a sequence above that of the previous report.
[[nodiscard]] LateEntries count_late(std::span<const domain::CaseEvent> events, base::Date day,
                                     int64_t previous_seq);

/// SHA-256 over the figures in a fixed text form: printed under the report, so that a copy can be checked.
[[nodiscard]] std::string digest_of(const DailyFigures& figures);

}  // namespace yc::reports
