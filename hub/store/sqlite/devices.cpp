#include "hub/store/sqlite/devices.h"

#include "core/base/crypto.h"

namespace yc::hub::store {
namespace {

struct DeviceRow {
    std::string hall;
    std::string department;
    std::optional<std::string> sealed_key;
};

std::string context_of(const std::string& device) {
    return "device " + device;
}

/// A counter's computer is its hall's; one of a back office its department's.
bool belongs(const domain::User& user, const DeviceRow& device) {
    if (!device.hall.empty()) return user.hall == device.hall;
    return !device.department.empty() && user.department == device.department;
}

}  // namespace

base::Result<std::string> Devices::make_key(const std::string& device, const domain::User& user) {
    std::string key = base::random_bytes(32);
    const std::string sealed = base::seal(sealing_, key, context_of(device));
    std::string text = base::to_hex(key);
    base::wipe(key);
    YC_CHECK(db_.run(
        "INSERT INTO device(id, hall, department, sealed_key) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT (id) DO UPDATE SET sealed_key = ?4",
        device, user.hall, user.hall.empty() ? user.department : std::string(), sqlite::Blob{sealed}));
    return text;
}

base::Result<std::optional<std::string>> Devices::key_for(const std::string& device,
                                                          const domain::User& user) {
    using Key = std::optional<std::string>;
    std::optional<DeviceRow> known;
    YC_CHECK(db_.each(
        "SELECT hall, department, sealed_key FROM device WHERE id = ?1",
        [&](const sqlite::Row& row) {
            known = DeviceRow{row.text(0), row.text(1), {}};
            if (!row.is_null(2)) known->sealed_key = row.blob(2);
        },
        device));
    if (known && known->sealed_key && known->sealed_key->empty())
        return base::fail("session.device_revoked", "the key of the device was destroyed");
    if (!known && user.hall.empty() && user.department.empty()) return Key{};
    if (known && !belongs(user, *known)) return Key{};
    if (!known || !known->sealed_key) {
        YC_TRY(auto made, make_key(device, user));
        return Key{std::move(made)};
    }
    YC_TRY(std::string key, base::unseal(sealing_, *known->sealed_key, context_of(device)));
    Key text = base::to_hex(key);
    base::wipe(key);
    return text;
}

base::Result<void> Devices::revoke(const std::string& device) {
    return db_.run(
        "INSERT INTO device(id, hall, department, sealed_key) VALUES (?1, '', '', x'') "
        "ON CONFLICT (id) DO UPDATE SET sealed_key = x''",
        device);
}

}  // namespace yc::hub::store
