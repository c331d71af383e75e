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
    /// As HubStore::letter_key.
    base::Result<std::optional<std::string>> letter_key(const std::string& device);
    /// Destroys the key of a device; it gets no other one.
    base::Result<void> revoke(const std::string& device);

  private:
    struct Known {
        std::string hall;
        std::string department;
        std::optional<std::string> sealed_key;
        /// A counter's computer is its hall's; one of a back office its department's.
        [[nodiscard]] bool is_of(const domain::User& user) const;
    };
    /// Errors: session.device_revoked.
    base::Result<std::optional<Known>> known(const std::string& device);
    base::Result<std::string> open_key(const std::string& device, const std::string& sealed_key);
    base::Result<std::string> make_key(const std::string& device, const domain::User& user);

    sqlite::Db& db_;
    const std::string& sealing_;
};

}  // namespace yc::hub::store
