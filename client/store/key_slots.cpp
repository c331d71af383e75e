#include "client/store/key_slots.h"

#include <nlohmann/json.hpp>

#include "core/base/crypto.h"
#include "core/base/durable_file.h"

namespace yc::client::store {

namespace {

constexpr int kFormat = 1;

base::Error damaged(const char* what) {
    return base::fail("store.slots_damaged", what);
}

std::string context_of(const std::string& label) {
    return "yichuang key slot 1 " + label;
}

std::optional<std::string> bytes_of(const nlohmann::json& object, const char* name) {
    const auto member = object.find(name);
    if (member == object.end() || !member->is_string()) return std::nullopt;
    auto bytes = base::from_hex(member->get<std::string>());
    if (!bytes) return std::nullopt;
    return *bytes;
}

}  // namespace

KeySlots KeySlots::make() {
    KeySlots slots;
    slots.salt_ = base::random_bytes(16);
    return slots;
}

base::Result<KeySlots> KeySlots::load(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return base::fail("store.missing", "no key slots", {{"file", file.filename().string()}});
    YC_TRY(const std::string text, base::read_whole(file));
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("format") || !json["format"].is_number_integer() ||
        !json.contains("slots") || !json["slots"].is_array())
        return damaged("not a slot file");
    if (const int format = json["format"].get<int>(); format != kFormat)
        return base::fail("store.newer_version", "slot file of another format",
                          {{"found", std::to_string(format)}, {"known", std::to_string(kFormat)}});
    KeySlots slots;
    const auto salt = bytes_of(json, "salt");
    if (!salt || salt->size() != 16) return damaged("salt");
    slots.salt_ = *salt;
    if (const auto device = json.find("device"); device != json.end() && device->is_string())
        slots.device_ = device->get<std::string>();
    for (const auto& entry : json["slots"]) {
        if (!entry.is_object()) return damaged("slot");
        const auto label = bytes_of(entry, "user");
        const auto slot_salt = bytes_of(entry, "salt");
        const auto box = bytes_of(entry, "key");
        if (!label || !slot_salt || slot_salt->size() != 16 || !box) return damaged("slot");
        slots.slots_.push_back({base::to_hex(*label), *slot_salt, *box});
    }
    return slots;
}

base::Result<void> KeySlots::save(const std::filesystem::path& file) const {
    auto list = nlohmann::json::array();
    for (const auto& slot : slots_)
        list.push_back(
            {{"user", slot.label}, {"salt", base::to_hex(slot.salt)}, {"key", base::to_hex(slot.box)}});
    nlohmann::json json = {{"format", kFormat}, {"salt", base::to_hex(salt_)}, {"slots", list}};
    if (!device_.empty()) json["device"] = device_;
    return base::write_durably(file, json.dump(1) + "\n");
}

std::string KeySlots::label_of(const std::string& user) const {
    return base::sha256_hex(salt_ + user);
}

const KeySlots::Slot* KeySlots::find(const std::string& user) const {
    const std::string label = label_of(user);
    for (const auto& slot : slots_)
        if (slot.label == label) return &slot;
    return nullptr;
}

bool KeySlots::has(const std::string& user) const {
    return find(user) != nullptr;
}

std::string KeySlots::wrapping_key(const std::string& user, const std::string& secret,
                                   const std::string& salt) {
    if (user != hub) return base::derive_key(secret, salt);
    std::string bytes = base::from_hex(secret).value_or("");
    if (bytes.size() < 32) return base::derive_key(secret, salt);  // not a hub's key: it opens nothing
    std::string digest = base::keyed_digest(bytes, salt);
    base::wipe(bytes);
    std::string wrapping = base::from_hex(digest).value();
    base::wipe(digest);
    return wrapping;
}

base::Result<std::string> KeySlots::unwrap(const std::string& user, const std::string& password) const {
    const Slot* slot = find(user);
    if (slot == nullptr) return base::fail("store.no_slot", "this user never signed in at this computer");
    std::string wrapping = wrapping_key(user, password, slot->salt);
    auto key = base::unseal(wrapping, slot->box, context_of(slot->label));
    base::wipe(wrapping);
    if (!key || key->size() != 32) return base::fail("store.wrong_password", "the slot does not open");
    return key;
}

void KeySlots::wrap(const std::string& user, const std::string& password, const std::string& data_key) {
    Slot slot{label_of(user), base::random_bytes(16), {}};
    std::string wrapping = wrapping_key(user, password, slot.salt);
    slot.box = base::seal(wrapping, data_key, context_of(slot.label));
    base::wipe(wrapping);
    remove(user);
    slots_.push_back(std::move(slot));
}

void KeySlots::remove(const std::string& user) {
    std::erase_if(slots_, [label = label_of(user)](const Slot& slot) { return slot.label == label; });
}

}  // namespace yc::client::store
