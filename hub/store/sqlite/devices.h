#pragma once
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/domain/directory.h"
#include "core/sqlite/connection.h"

namespace yc::hub::store {

/// The keys by which the hub opens the stores of the computers it knows. Use inside the store's lock and a
/// transaction.
class Devices {
  public:
    /// `sealing`: 32 bytes. Both outlive this.
    Devices(sqlite::Db& db, const std::string& sealing) : db_(db), sealing_(sealing) {}

    /// As HubStore::device_key.
    base::Result<std::optional<std::string>> key_for(const std::string& device, const domain::User& user);
    /// Destroys the key of a device; it gets no other one.
    base::Result<void> revoke(const std::string& device);

  private:
    base::Result<std::string> make_key(const std::string& device, const domain::User& user);

    sqlite::Db& db_;
    const std::string& sealing_;
};

}  // namespace yc::hub::store
