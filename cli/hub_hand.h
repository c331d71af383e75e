#pragma once
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "core/domain/party.h"
#include "hub/store/hub_store.h"

namespace yc::cli {

/// What commands that work on a hub's data directory share.

/// A line for the hub's audit: now, by who is at this machine ("os:NAME").
[[nodiscard]] hub::store::AuditEntry audit_line(const Session& session, const char* action,
                                                const std::string& purpose = {});

/// The store of a hub that is there; administration never makes one by mistake. Errors: hub.no_store
/// {folder}, those of open_sqlite_store.
base::Result<std::unique_ptr<hub::store::HubStore>> open_hub(const std::string& data);

/// The next line of standard input as a number of this kind, read as at the counter: on the command line
/// every user of the machine could read it. At a terminal `prompt` (a key) is shown, and nothing of what is
/// typed. Errors: hub.no_number, those of domain::parse_identity_as.
base::Result<domain::PartyKey> read_party(const std::string& kind, const Session& session,
                                          const char* prompt);

/// The names that `--kind` may have.
[[nodiscard]] std::vector<std::string> document_kinds();

}  // namespace yc::cli
