#pragma once
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

namespace yc::cli {

/// What a window's event loop is for client/desk, without a window: callbacks posted from any thread run on
/// the thread that turns the loop.
class MessageLoop {
  public:
    void post(std::function<void()> call) {
        {
            const std::lock_guard lock(mutex_);
            calls_.push_back(std::move(call));
        }
        wake_.notify_one();
    }

    /// Runs what is posted until `reached()`, which is asked after each call and at least every 5 ms; false
    /// after `limit`.
    bool run_until(const std::function<bool()>& reached, std::chrono::milliseconds limit) {
        const auto end = std::chrono::steady_clock::now() + limit;
        while (!reached()) {
            if (std::chrono::steady_clock::now() >= end) return false;
            std::function<void()> call;
            {
                std::unique_lock lock(mutex_);
                wake_.wait_for(lock, std::chrono::milliseconds(5), [this] { return !calls_.empty(); });
                if (calls_.empty()) continue;
                call = std::move(calls_.front());
                calls_.pop_front();
            }
            call();
        }
        return true;
    }

  private:
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> calls_;
};

}  // namespace yc::cli
