#include "client/store/local_store.h"

#include <fmt/format.h>

#include "client/store/key_slots.h"
#include "client/store/store_impl.h"
#include "core/base/crypto.h"
#include "core/base/id.h"

namespace yc::client::store {

namespace {

std::filesystem::path slots_file(const std::filesystem::path& folder) {
    return folder / "slots.json";
}
std::filesystem::path database_file(const std::filesystem::path& folder) {
    return folder / "store.db";
}

/// A key of its own for each use, from the data key.
std::string subkey(const std::string& data_key, std::string_view use) {
    return base::from_hex(base::keyed_digest(data_key, use)).value();
}

sqlite::OpenOptions database_of(const StoreOptions& options, const std::string& data_key, bool create) {
    return {database_file(options.folder), subkey(data_key, "database"), create, options.busy_timeout_ms};
}

/// A database without slots: a creation that was cut off, or slots that were lost. Nobody can open it, but it
/// is moved aside, never deleted.
base::Result<void> move_aside(const std::filesystem::path& folder, base::Instant now) {
    const auto file = database_file(folder);
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return {};
    for (const char* suffix : {"", "-wal", "-shm"}) {
        const std::filesystem::path old = file.string() + suffix;
        if (!std::filesystem::exists(old, error)) continue;
        std::filesystem::rename(old, fmt::format("{}.orphan-{}{}", file.string(), to_ms(now), suffix), error);
        if (error) return base::fail("store.io", "move aside: " + error.message());
    }
    return {};
}

}  // namespace

LocalStore::Impl::~Impl() {
    base::wipe(data_key);
    base::wipe(index_key);
}

std::string LocalStore::Impl::digest(std::string_view text) const {
    return text.empty() ? std::string() : base::keyed_digest(index_key, text);
}

std::string LocalStore::Impl::digest_of(const domain::PartyKey& key) const {
    return digest(std::string(base::to_name(key.kind)) + "/" + key.number);
}

LocalStore::LocalStore(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
LocalStore::~LocalStore() = default;

bool LocalStore::exists(const std::filesystem::path& folder) {
    std::error_code ignored;
    return std::filesystem::exists(slots_file(folder), ignored);
}

bool LocalStore::has_user(const std::filesystem::path& folder, const std::string& user) {
    const auto slots = KeySlots::load(slots_file(folder));
    return slots && slots->has(user);
}

base::Result<std::unique_ptr<LocalStore>> LocalStore::open_with_key(StoreOptions options,
                                                                    const std::string& data_key,
                                                                    bool create) {
    const sqlite::OpenOptions how = database_of(options, data_key, create);
    YC_TRY(sqlite::Db writer, sqlite::Db::open(how));
    YC_CHECK(sqlite::migrate(writer, migrations(), options.folder / "backups"));
    YC_TRY(sqlite::Db reader, sqlite::Db::open(how));
    YC_CHECK(reader.execute("PRAGMA query_only=ON"));
    PageFiles pages(options.folder / "pages", subkey(data_key, "pages"));
    auto impl = std::make_unique<Impl>(std::move(options), data_key, std::move(writer), std::move(reader),
                                       std::move(pages));
    impl->index_key = subkey(data_key, "index");
    const std::string fresh = base::new_uuid(impl->options.clock->now());
    YC_CHECK(
        impl->writer.run("INSERT INTO meta(name, value) VALUES('device', ?1) ON CONFLICT DO NOTHING", fresh));
    YC_TRY(const auto device, impl->writer.text("SELECT value FROM meta WHERE name='device'"));
    impl->device = device.value_or("");
    return std::unique_ptr<LocalStore>(new LocalStore(std::move(impl)));
}

base::Result<std::unique_ptr<LocalStore>> LocalStore::create(StoreOptions options, const std::string& user,
                                                             const std::string& password) {
    const auto folder = options.folder;
    if (exists(folder)) return base::fail("store.exists", "there is a store already");
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return base::fail("store.cannot_open", "create folder: " + error.message());
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    YC_CHECK(move_aside(folder, options.clock->now()));
    std::string data_key = base::random_bytes(32);
    YC_TRY(auto store, open_with_key(std::move(options), data_key, true));
    KeySlots slots = KeySlots::make();
    slots.wrap(user, password, data_key);
    base::wipe(data_key);
    YC_CHECK(slots.save(slots_file(folder)));
    return store;
}

base::Result<std::unique_ptr<LocalStore>> LocalStore::open(StoreOptions options, const std::string& user,
                                                           const std::string& password) {
    YC_TRY(const KeySlots slots, KeySlots::load(slots_file(options.folder)));
    YC_TRY(std::string data_key, slots.unwrap(user, password));
    auto store = open_with_key(std::move(options), data_key, false);
    base::wipe(data_key);
    return store;
}

std::string LocalStore::device_in(const std::filesystem::path& folder) {
    const auto slots = KeySlots::load(slots_file(folder));
    return slots && slots->has(KeySlots::hub) ? slots->device() : std::string();
}

base::Result<std::unique_ptr<LocalStore>> LocalStore::open_by_hub(StoreOptions options,
                                                                  const std::string& device_key) {
    return open(std::move(options), KeySlots::hub, device_key);
}

base::Result<void> LocalStore::let_hub_in(const std::string& device_key) {
    const std::lock_guard lock(impl_->write_mutex);
    const auto file = slots_file(impl_->options.folder);
    YC_TRY(KeySlots slots, KeySlots::load(file));
    if (slots.device() == impl_->device) {
        auto known = slots.unwrap(KeySlots::hub, device_key);
        const bool opens = known.ok();
        if (opens) base::wipe(*known);
        if (opens) return {};
    }
    slots.wrap(KeySlots::hub, device_key, impl_->data_key);
    slots.set_device(impl_->device);
    return slots.save(file);
}

base::Result<void> LocalStore::add_user(const std::string& user, const std::string& password) {
    const std::lock_guard lock(impl_->write_mutex);
    const auto file = slots_file(impl_->options.folder);
    YC_TRY(KeySlots slots, KeySlots::load(file));
    slots.wrap(user, password, impl_->data_key);
    return slots.save(file);
}

base::Result<void> LocalStore::remove_user(const std::string& user) {
    const std::lock_guard lock(impl_->write_mutex);
    const auto file = slots_file(impl_->options.folder);
    YC_TRY(KeySlots slots, KeySlots::load(file));
    slots.remove(user);
    return slots.save(file);
}

void LocalStore::set_rules(const domain::Rules& rules) {
    impl_->rules = &rules;
}

base::Result<void> LocalStore::backup_to(const std::filesystem::path& file) {
    // On a connection of its own: neither saves nor lists wait for it.
    YC_TRY(sqlite::Db db, sqlite::Db::open(database_of(impl_->options, impl_->data_key, false)));
    return db.backup_to(file);
}

}  // namespace yc::client::store
