#pragma once
#include <utility>

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdint>
#include <memory>
#include <mutex>
#include <set>

namespace yc::hub::http {

/// Wakes coroutines that wait for a commit. A waiter reads generation() before it looks for news and waits
/// only if it is still the same, so no commit in between is missed. Safe from any thread.
class ChangeSignal {
  public:
    using Timer = std::shared_ptr<boost::asio::steady_timer>;

    [[nodiscard]] uint64_t generation() const {
        const std::lock_guard lock(mutex_);
        return generation_;
    }

    /// False when something was committed since `generation`. Call on the timer's strand, then wait for the
    /// timer at once; leave() after it.
    bool join(const Timer& timer, uint64_t generation) {
        const std::lock_guard lock(mutex_);
        if (generation != generation_) return false;
        waiting_.insert(timer);
        return true;
    }
    void leave(const Timer& timer) {
        const std::lock_guard lock(mutex_);
        waiting_.erase(timer);
    }

    void wake() {
        const std::lock_guard lock(mutex_);
        ++generation_;
        for (const Timer& timer : waiting_)
            boost::asio::post(timer->get_executor(), [timer] { timer->cancel(); });
        waiting_.clear();
    }

  private:
    mutable std::mutex mutex_;
    uint64_t generation_ = 0;
    std::set<Timer> waiting_;
};

}  // namespace yc::hub::http
