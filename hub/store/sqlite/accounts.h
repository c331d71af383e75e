#pragma once
#include "core/sqlite/connection.h"
#include "hub/store/records.h"

#include "core/base/result.h"

namespace yc::hub::store {

/// Users, sessions and the devices of the counters, as rows. Use inside the store's lock.
class Accounts {
  public:
    explicit Accounts(sqlite::Db& db) : db_(db) {}
    base::Result<std::optional<UserRecord>> user(const std::string& id);
    base::Result<void> put_user(const UserRecord& user);
    base::Result<void> open_session(const SessionRecord& session);
    base::Result<std::optional<SessionRecord>> session(const std::string& token_digest);
    base::Result<void> close_session(const std::string& token_digest);
    base::Result<void> drop_sessions_before(base::Instant now);
    base::Result<std::optional<base::Instant>> granted_authority(const std::string& user);
    base::Result<void> bind_device(const std::string& counter, const std::string& device);

  private:
    sqlite::Db& db_;
};

}  // namespace yc::hub::store
