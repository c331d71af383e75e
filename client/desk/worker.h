#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace yc::client::desk {

/// A thread that does one thing after the other: questions to the hub that a window waits for. What is still
/// queued when it is destroyed is dropped.
class Worker {
  public:
    Worker();
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    /// From any thread.
    void run(std::function<void()> job);
    /// True once the destructor waits for the thread: long work should end.
    [[nodiscard]] bool stopping() const;

  private:
    void loop();
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> jobs_;
    bool stop_ = false;
    std::thread thread_;
};

}  // namespace yc::client::desk
