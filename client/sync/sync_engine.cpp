#include "client/sync/sync_engine.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "client/net/hub_client.h"
#include "client/store/local_store.h"
#include "client/sync/back_off.h"
#include "client/sync/receiver.h"
#include "client/sync/sender.h"
#include "core/base/log.h"

namespace yc::client::sync {
namespace {

/// Errors that mean the hub is there but this session is over; only signing in again helps.
bool ends_session(const base::Error& error) {
    return error.code.rfind("session.", 0) == 0;
}

/// Errors that come from this computer's own store rather than from the hub.
bool is_local(const base::Error& error) {
    return error.code.rfind("store.", 0) == 0 || error.code.rfind("page.", 0) == 0;
}

bool says_nobody_answers(const base::Error& error) {
    return error.code == "hub.unreachable" || error.code == "hub.timeout" || error.code == "hub.bad_answer" ||
           error.code == "hub.not_secure";
}

}  // namespace

struct SyncEngine::Impl {
    Impl(store::LocalStore& s, net::HubClient& h, const base::Clock& c, SyncOptions o)
        : store(s), hub(h), clock(c), options(o), sender(s, h, o.batch), receiver(s, h) {}

    store::LocalStore& store;
    net::HubClient& hub;
    const base::Clock& clock;
    SyncOptions options;
    Sender sender;
    Receiver receiver;

    mutable std::mutex mutex;
    std::condition_variable wake;
    std::atomic<bool> stopping{true};
    uint64_t kicks = 0;  ///< how often kick() was called: wakes both workers
    uint64_t stirs = 0;  ///< how often the store changed: wakes the sender only
    SyncStatus status;
    std::function<void(SyncChange)> listener;
    std::unique_ptr<store::LocalStore::Observer> observer;
    std::thread sending;
    std::thread receiving;

    net::Cancelled cancelled() {
        return [this] { return stopping.load(); };
    }

    void tell(SyncChange change) {
        std::function<void(SyncChange)> call;
        {
            const std::lock_guard lock(mutex);
            call = listener;
        }
        if (call) call(change);
    }

    void kick() {
        const std::lock_guard lock(mutex);
        ++kicks;
        wake.notify_all();
    }

    void stir() {
        const std::lock_guard lock(mutex);
        ++stirs;
        wake.notify_all();
    }

    /// What a worker has seen, so that nothing that happens before it rests is missed.
    struct Seen {
        uint64_t kicks = 0;
        uint64_t stirs = 0;
    };
    Seen seen() const {
        const std::lock_guard lock(mutex);
        return {kicks, stirs};
    }

    /// Waits for a kick, a stop or the time; for the sender also for a change of the store.
    void rest(const Seen& last, std::chrono::milliseconds time, bool also_stirs) {
        std::unique_lock lock(mutex);
        wake.wait_for(lock, time,
                      [&] { return stopping || kicks != last.kicks || (also_stirs && stirs != last.stirs); });
    }

    /// Rests for a back-off; what is saved meanwhile is counted, but not tried before the time or a kick.
    void rest_counting(Seen last, std::chrono::milliseconds time) {
        const auto end = std::chrono::steady_clock::now() + time;
        for (;;) {
            const auto left =
                std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
            if (stopping || left.count() <= 0 || seen().kicks != last.kicks) return;
            last.stirs = seen().stirs;
            static_cast<void>(observer->take());
            count(false);
            rest(last, left, true);
        }
    }

    /// Changes the status and tells the listener when it became another.
    template <class Change>
    void update(Change&& change) {
        bool changed = false;
        {
            const std::lock_guard lock(mutex);
            const SyncStatus before = status;
            change(status);
            changed = status != before;
        }
        if (changed) tell(SyncChange::status);
    }

    void count(bool moved) {
        const auto counts = store.outbox_counts();
        if (!counts) return;
        update([&](SyncStatus& s) {
            s.pending_events = counts->pending;
            s.pending_pages = counts->pages;
            s.refused = counts->refused;
            const bool waiting = counts->pending > 0 || counts->pages > 0;
            if (!waiting)
                s.stuck_since.reset();
            else if (moved || !s.stuck_since)
                s.stuck_since = clock.now();
        });
    }

    void answered() {
        update([&](SyncStatus& s) {
            s.online = true;
            s.signed_in = true;
            s.last_error.reset();
            if (s.pending_events == 0 && s.pending_pages == 0) s.last_sync = clock.now();
        });
    }

    void failed(const base::Error& error) {
        if (error.code == "net.cancelled") return;
        base::log(base::LogLevel::warning, "sync: " + error.code + " " + error.detail);
        if (ends_session(error)) hub.set_token({});
        update([&](SyncStatus& s) {
            if (!is_local(error)) s.online = !says_nobody_answers(error);
            if (ends_session(error)) s.signed_in = false;
            s.last_error = error;
        });
    }

    /// Rests while nobody is signed in at the hub, until something happens.
    bool without_session() {
        if (hub.has_token()) return false;
        const Seen last = seen();
        update([](SyncStatus& s) { s.signed_in = false; });
        count(false);
        rest(last, options.longest_retry, true);
        return true;
    }

    void send_loop() {
        BackOff back_off(options.first_retry, options.longest_retry);
        while (!stopping) {
            if (without_session()) continue;
            static_cast<void>(observer->take());
            Seen last = seen();
            const auto moved = sender.round(cancelled());
            count(moved && *moved);
            if (!moved) {
                failed(moved.error());
                rest_counting(last, back_off.next());
                continue;
            }
            if (*moved) answered();
            back_off.reset();
            static_cast<void>(observer->take());
            rest(last, options.longest_retry, true);
        }
    }

    void receive_loop() {
        BackOff back_off(options.first_retry, options.longest_retry);
        bool eager = true;  // the first question is answered at once, so that the connection is known soon
        while (!stopping) {
            if (without_session()) continue;
            const Seen last = seen();
            const auto outcome =
                receiver.fetch(eager ? std::chrono::seconds{0} : options.poll_wait, cancelled());
            if (outcome)
                received(*outcome);
            else
                failed(outcome.error());
            if (outcome && !outcome->failed) {
                back_off.reset();
                eager = outcome->more;
                continue;
            }
            eager = true;
            rest(last, back_off.next(), false);
        }
    }

    void received(const Receiver::Outcome& outcome) {
        bool was_offline = false;
        {
            const std::lock_guard lock(mutex);
            was_offline = !status.online;
        }
        answered();
        update([&](SyncStatus& s) { s.catalogue_unreadable = outcome.unreadable; });
        if (outcome.failed) failed(*outcome.failed);
        if (was_offline) kick();  // what waits in the outbox need not wait for its back-off
        if (outcome.cases) tell(SyncChange::cases);
        if (outcome.catalogue) tell(SyncChange::catalogue);
    }
};

SyncEngine::SyncEngine(store::LocalStore& store, net::HubClient& hub, const base::Clock& clock,
                       SyncOptions options)
    : impl_(std::make_unique<Impl>(store, hub, clock, options)) {}

SyncEngine::~SyncEngine() {
    stop();
}

void SyncEngine::on_change(std::function<void(SyncChange)> call) {
    const std::lock_guard lock(impl_->mutex);
    impl_->listener = std::move(call);
}

void SyncEngine::start() {
    if (!impl_->stopping.exchange(false)) return;
    Impl* impl = impl_.get();
    impl->observer = impl->store.observe([impl] { impl->stir(); });
    impl->sending = std::thread([impl] { impl->send_loop(); });
    impl->receiving = std::thread([impl] { impl->receive_loop(); });
}

void SyncEngine::stop() {
    if (impl_->stopping.exchange(true)) return;
    impl_->kick();
    impl_->sending.join();
    impl_->receiving.join();
    impl_->observer.reset();
}

void SyncEngine::kick() {
    impl_->kick();
}

SyncStatus SyncEngine::status() const {
    const std::lock_guard lock(impl_->mutex);
    return impl_->status;
}

bool SyncEngine::wait_until_sent(std::chrono::milliseconds limit) {
    kick();
    const auto end = std::chrono::steady_clock::now() + limit;
    for (;;) {
        const auto counts = impl_->store.outbox_counts();
        if (counts && counts->pending - counts->held_back <= 0 && counts->pages == 0) return true;
        if (std::chrono::steady_clock::now() >= end) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
}

bool SyncEngine::wait_until_current(std::chrono::milliseconds limit) {
    const auto end = std::chrono::steady_clock::now() + limit;
    const auto late = [&] { return std::chrono::steady_clock::now() >= end; };
    while (!late()) {
        const auto outcome = impl_->receiver.fetch(std::chrono::seconds{0}, late);
        if (!outcome) {
            impl_->failed(outcome.error());
            return false;
        }
        impl_->received(*outcome);
        if (!outcome->more) return true;
    }
    return false;
}

}  // namespace yc::client::sync
