#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace yc::client::store {

/// The small file beside the database that holds the data key once per user, each time wrapped by Argon2id of
/// the user's password, and once wrapped by a digest of the hub's random key for this device. User names are
/// in it as salted digests only; the device's id is in the open, so that the hub can be asked before the
/// store is open. One program at a time changes it; a change replaces the file in one step.
class KeySlots {
  public:
    /// Slots for a new data key; nothing is on the disk before save().
    [[nodiscard]] static KeySlots make();
    /// Errors: store.missing, store.slots_damaged, store.newer_version.
    static base::Result<KeySlots> load(const std::filesystem::path& file);
    /// Errors: store.full, store.io.
    base::Result<void> save(const std::filesystem::path& file) const;

    [[nodiscard]] bool has(const std::string& user) const;
    /// The data key (32 bytes). Takes about 0.1 s for a password, nothing for the hub's key. Errors:
    /// store.no_slot, store.wrong_password.
    base::Result<std::string> unwrap(const std::string& user, const std::string& password) const;
    /// Adds the user's slot or replaces it.
    void wrap(const std::string& user, const std::string& password, const std::string& data_key);
    void remove(const std::string& user);

    /// The slot of the hub: not a name that anybody can type.
    static constexpr const char* hub = "\nhub";
    [[nodiscard]] const std::string& device() const { return device_; }
    void set_device(const std::string& device) { device_ = device; }

  private:
    struct Slot {
        std::string label;  ///< digest of the user
        std::string salt;   ///< 16 bytes
        std::string box;    ///< the sealed data key
    };
    /// What a slot is sealed under: Argon2id of a password; a keyed digest of the hub's key (64 hex digits),
    /// whose 256 random bits nobody guesses however fast the digest is.
    [[nodiscard]] static std::string wrapping_key(const std::string& user, const std::string& secret,
                                                  const std::string& salt);
    [[nodiscard]] std::string label_of(const std::string& user) const;
    [[nodiscard]] const Slot* find(const std::string& user) const;

    std::string salt_;
    std::string device_;  ///< empty until the hub has a slot
    std::vector<Slot> slots_;
};

}  // namespace yc::client::store
