#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/domain/case_state.h"
#include "core/domain/clock_kind.h"

namespace yc::client::store {

/// How far an event written here has come: 已存本机 → (under way) → 中心已收, or refused with a reason, or
/// given up by the clerk after that.
enum class SendState { pending, sent, accepted, refused, given_up };
constexpr auto names_of(SendState) {
    using enum SendState;
    return std::to_array<base::EnumName<SendState>>({{pending, "pending"},
                                                     {sent, "sent"},
                                                     {accepted, "accepted"},
                                                     {refused, "refused"},
                                                     {given_up, "given_up"}});
}

/// An event of this device with what became of it.
struct OutboxEntry {
    domain::CaseEvent event;
    std::string case_no;
    std::string applicant_name;
    SendState state = SendState::pending;
    bool held_back = false;            ///< an earlier event of its case was refused and is not settled
    std::optional<base::Error> error;  ///< refused, given_up: why
    int attempts = 0;
    std::optional<base::Instant> last_attempt;
};

struct OutboxCounts {
    int pending = 0;  ///< pending or sent, held back ones included
    int held_back = 0;
    int refused = 0;
    int pages = 0;  ///< pages not yet verified at the hub
    std::optional<base::Instant> oldest_pending;
    friend bool operator==(const OutboxCounts&, const OutboxCounts&) = default;
};

/// A line of the list of cases, derived from the events and brought up with each of them.
struct CaseRow {
    std::string case_id;
    std::string case_no;
    std::string item_code;
    std::string item_name;
    std::string applicant_name;
    std::string department;
    std::string department_name;
    std::string hall;
    std::string counter;
    std::string clerk;    ///< user id of who registered it
    std::string handler;  ///< user id
    domain::LifeCycle life = domain::LifeCycle::none;
    std::optional<domain::CaseResult> result;
    domain::ClockState clock = domain::ClockState::idle;
    domain::Custody custody = domain::Custody::counter;
    domain::Delivery delivery = domain::Delivery::none;
    std::optional<base::Instant> registered_at;
    std::optional<base::Instant> received_at;
    std::optional<base::Instant> accepted_at;
    std::optional<base::Instant> decided_at;
    std::optional<base::Instant> closed_at;
    std::optional<domain::ClockKind> due_kind;  ///< the limit that presses, as of the last event
    std::optional<base::Instant> due_at;
    int pages_pending = 0;     ///< pages of this case kept here and not yet verified at the hub
    int unsent = 0;            ///< events of this device that the hub has not accepted
    int refused = 0;           ///< events refused and not settled
    int64_t last_seq = 0;      ///< the hub's last sequence of this case here
    std::string package_name;  ///< of the 一件事 it was taken in with; empty = by itself
    friend bool operator==(const CaseRow&, const CaseRow&) = default;
};

enum class CaseOrder { newest_first, deadline_first };

/// Which cases; members left empty do not restrict.
struct CaseQuery {
    std::vector<domain::LifeCycle> life;
    std::optional<std::string> hall;
    std::optional<std::string> counter;
    std::optional<std::string> department;
    std::optional<std::string> clerk;
    std::optional<std::string> handler;
    std::optional<base::Instant> registered_from;   ///< at or after
    std::optional<base::Instant> registered_until;  ///< before
    /// Case number or its end (4 digits or more), part of the applicant's or item's name, a whole document
    /// number or telephone number.
    std::string search;
    CaseOrder order = CaseOrder::newest_first;
    std::optional<std::string> after;  ///< CasePage::next of the page before
    size_t limit = 100;
};

struct CasePage {
    std::vector<CaseRow> rows;
    std::optional<std::string> next;  ///< nothing: this was the last page
    std::map<domain::LifeCycle, int64_t>
        counts;  ///< of the query without `life` and `after`, in the same snapshot
};

/// Work begun and not finished: typed, scanned, parked. The title must not hold a document number.
struct Draft {
    std::string id;    ///< UUID, of the caller
    std::string kind;  ///< the caller's: "intake", "parked", …
    std::string title;
    std::string json;
    base::Instant updated_at{};
    friend bool operator==(const Draft&, const Draft&) = default;
};

/// A page waiting for upload.
struct PageUpload {
    std::string sha256;
    int64_t size = 0;
    std::string location;  ///< tus upload URL, once created
    int64_t offset = 0;    ///< bytes the hub has
};

/// A paper given out with a number.
struct NoticeRecord {
    std::string number;
    std::string kind;  ///< EventKind name or the caller's ("receipt", "daily_report")
    std::string case_id;
    std::string pdf_sha256;
    std::string printed_by;
    base::Instant printed_at{};
    friend bool operator==(const NoticeRecord&, const NoticeRecord&) = default;
};

/// A look into a dossier, told to the hub's audit when it happened without the hub.
struct DossierLook {
    std::string id;  ///< UUID
    domain::PartyKey key;
    std::string purpose;
    std::string case_id;
    std::string user;
    base::Instant at{};
    std::string ticket;  ///< id of the intake draft it was for
    friend bool operator==(const DossierLook&, const DossierLook&) = default;
};

struct Checkpoint {
    std::string epoch;
    int64_t seq = 0;
    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

struct CatalogueBundle {
    int64_t version = 0;
    std::string bytes;
};

/// What a change of the store touched; a set of bits.
enum Topic : unsigned {
    topic_cases = 1U,
    topic_outbox = 2U,
    topic_drafts = 4U,
    topic_dossiers = 8U,
    topic_pages = 16U,
    topic_catalogue = 32U,
    topic_session = 64U,
    topic_notices = 128U,
};

}  // namespace yc::client::store
