#include "hub/store/sqlite/devices.h"

#include "core/base/crypto.h"
#include "core/wire/letter.h"

namespace yc::hub::store {
namespace {

std::string context_of(const std::string& device) {
    return "device " + device;
}

}  // namespace

bool Devices::Known::is_of(const domain::User& user) const {
    if (!hall.empty()) return user.hall == hall;
    return !department.empty() && user.department == department;
}

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

base::Result<std::optional<Devices::Known>> Devices::known(const std::string& device) {
    std::optional<Known> known;
    YC_CHECK(db_.each(
        "SELECT hall, department, sealed_key FROM device WHERE id = ?1",
        [&](const sqlite::Row& row) {
            known = Known{row.text(0), row.text(1), {}};
            if (!row.is_null(2)) known->sealed_key = row.blob(2);
        },
        device));
    if (known && known->sealed_key && known->sealed_key->empty())
        return base::fail("session.device_revoked", "the key of the device was destroyed");
    return known;
}

base::Result<std::string> Devices::open_key(const std::string& device, const std::string& sealed_key) {
    YC_TRY(std::string key, base::unseal(sealing_, sealed_key, context_of(device)));
    std::string text = base::to_hex(key);
    base::wipe(key);
    return text;
}

base::Result<std::optional<std::string>> Devices::key_for(const std::string& device,
                                                          const domain::User& user) {
    using Key = std::optional<std::string>;
    YC_TRY(const auto row, known(device));
    if (!row && user.hall.empty() && user.department.empty()) return Key{};
    if (row && !row->is_of(user)) return Key{};
    YC_TRY(auto key, row && row->sealed_key ? open_key(device, *row->sealed_key) : make_key(device, user));
    return Key{std::move(key)};
}

base::Result<std::optional<std::string>> Devices::letter_key(const std::string& device) {
    YC_TRY(const auto row, known(device));
    if (!row || !row->sealed_key) return std::optional<std::string>{};
    YC_TRY(std::string device_key, open_key(device, *row->sealed_key));
    auto key = wire::letter_key(device_key);
    base::wipe(device_key);
    if (!key) return key.error();
    return std::optional(*std::move(key));
}

base::Result<void> Devices::revoke(const std::string& device) {
    return db_.run(
        "INSERT INTO device(id, hall, department, sealed_key) VALUES (?1, '', '', x'') "
        "ON CONFLICT (id) DO UPDATE SET sealed_key = x''",
        device);
}

}  // namespace yc::hub::store
