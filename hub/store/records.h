#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/domain/case_state.h"
#include "core/domain/directory.h"
#include "core/domain/party.h"

namespace yc::hub::store {

/// Somebody who may sign in, with what the sign-in needs.
struct UserRecord {
    domain::User user;
    std::string password_hash;  ///< base::hash_password
    int failures = 0;           ///< wrong passwords in a row
    std::optional<base::Instant> locked_until;
};

/// A signed-in user. The token itself is kept nowhere, only its digest.
struct SessionRecord {
    std::string token_digest;
    domain::User user;
    std::string device;
    std::string counter;
    base::Instant expires_at{};
    std::optional<base::Instant> authority_until;
};

/// What lists, jobs and scopes need of a case; derived from its events, never changed otherwise.
struct CaseRow {
    std::string id;
    std::string case_no;
    domain::PartyKey person;
    std::string hall;
    std::string counter;
    std::string department;
    std::string item_code;
    domain::LifeCycle life = domain::LifeCycle::none;
    std::optional<domain::CaseResult> result;
    std::optional<base::Instant> due;  ///< end of the limit that presses now
    int64_t last_seq = 0;
};

/// A place whose people see a case: a hall or a department.
struct Scope {
    enum class Kind { hall, department };
    Kind kind = Kind::hall;
    std::string id;
    friend auto operator<=>(const Scope&, const Scope&) = default;
};

/// A page being uploaded.
struct Upload {
    std::string id;
    std::string sha256;
    std::string user;
    int64_t length = 0;
    int64_t received = 0;
    base::Instant expires_at{};
};

/// A line of the audit: who did what, when, for which case. `about` says whose dossier was looked at; it is
/// kept as the number of the person's record, not as a name or an identity number.
struct AuditEntry {
    base::Instant at{};
    std::string user;
    std::string action;  ///< "dossier.look", "session.open", "catalogue.publish", …
    std::string purpose;
    std::string case_id;  ///< or the ticket of a running intake
    std::optional<int64_t> about;
    std::string reason;  ///< in words, where one was asked for
};

/// What a whole store holds, found sound; the heads name the end of each chain, so that a copy can be
/// compared.
struct StoreReport {
    int64_t events = 0;
    std::string event_head;
    int64_t audit_lines = 0;
    std::string audit_head;
    int64_t pages = 0;
    int64_t pages_awaited = 0;  ///< named by cases and not uploaded yet
    friend bool operator==(const StoreReport&, const StoreReport&) = default;
};

/// What was destroyed of a person.
struct Erasure {
    bool known = false;  ///< there was such a person
    int64_t cases = 0;   ///< whose events can no longer be read
    int64_t pages = 0;   ///< images deleted: those that no other person's case uses
    /// Else images or traces in a journal still stand on the disk (somebody was reading, or it is full): the
    /// hub finishes when it starts again.
    bool finished = true;
};

/// What becomes of the computer of a counter that is freed.
enum class LostDevice { revoke, keep };

/// What answers of the change feed depend on.
struct Standing {
    std::string epoch;
    int64_t last_seq = 0;
    int64_t catalogue_version = 0;
    int64_t outside = 0;  ///< HubStore::outside_changes
};

/// A number for the metrics page.
struct StoreFigures {
    int64_t events = 0;
    int64_t cases_open = 0;
    int64_t cases = 0;
    int64_t dossiers = 0;
    int64_t pages = 0;
    int64_t sessions = 0;
};

}  // namespace yc::hub::store
