#pragma once
#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "client/store/local_store.h"
#include "client/store/page_files.h"
#include "core/sqlite/connection.h"
#include "core/sqlite/migrator.h"
#include "core/sqlite/transaction.h"

namespace yc::client::store {

/// The schema's steps, compiled in from migrations/.
std::span<const sqlite::Migration> migrations();

/// The event of the hub's history that Known tells of; a newer one replaces it.
base::Result<wire::Known> load_known(sqlite::Db& db);
base::Result<void> note_known(sqlite::Db& db, const wire::Known& seen);

struct LocalStore::Observer::Impl {
    std::mutex mutex;
    std::function<void()> told;
    unsigned topics = 0;
    void add(unsigned changed);
};

/// What is behind a LocalStore: two connections, each with its turn-taking, and the keys.
struct LocalStore::Impl {
    Impl(StoreOptions opts, std::string key, sqlite::Db write, sqlite::Db read_only, PageFiles page_files)
        : options(std::move(opts)),
          rules(options.rules),
          data_key(std::move(key)),
          writer(std::move(write)),
          reader(std::move(read_only)),
          pages(std::move(page_files)) {}
    ~Impl();

    StoreOptions options;
    std::atomic<const domain::Rules*> rules;
    std::string data_key;
    std::string index_key;  ///< of the digests by which numbers are looked up
    std::string device;
    std::mutex write_mutex;
    sqlite::Db writer;
    std::mutex read_mutex;
    sqlite::Db reader;
    PageFiles pages;
    std::mutex observers_mutex;
    std::vector<std::weak_ptr<Observer::Impl>> observers;

    [[nodiscard]] int64_t now() const { return options.clock->now().time_since_epoch().count(); }
    /// The digest under which a document or telephone number is stored; empty for an empty one.
    [[nodiscard]] std::string digest(std::string_view text) const;
    /// The digest under which the dossier of a party is kept.
    [[nodiscard]] std::string digest_of(const domain::PartyKey& key) const;
    void notify(unsigned topics);

    /// Runs `work(db)` in one durable transaction, then tells the observers.
    template <class Work>
    auto write(unsigned topics, Work work) -> decltype(work(std::declval<sqlite::Db&>())) {
        auto done = [&]() -> decltype(work(writer)) {
            const std::lock_guard lock(write_mutex);
            YC_TRY(sqlite::Tx tx, sqlite::Tx::begin(writer));
            auto result = work(writer);
            if (!result) return result;
            YC_CHECK(tx.commit());
            return result;
        }();
        if (done) notify(topics);
        return done;
    }
    /// Runs `work(db)` on one snapshot.
    template <class Work>
    auto read(Work work) -> decltype(work(std::declval<sqlite::Db&>())) {
        const std::lock_guard lock(read_mutex);
        YC_TRY(const sqlite::Tx tx, sqlite::Tx::begin_read(reader));
        return work(reader);
    }
};

inline int64_t to_ms(base::Instant instant) {
    return instant.time_since_epoch().count();
}
inline base::Instant from_ms(int64_t ms) {
    return base::Instant(std::chrono::milliseconds(ms));
}

}  // namespace yc::client::store
