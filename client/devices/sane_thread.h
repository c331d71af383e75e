#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>

namespace yc::client::devices {

/// The one thread on which SANE is used: backends are vendors' code loaded into the process and promise
/// nothing about threads. SANE is initialised when it starts and left when the last owner lets go. SIGPIPE is
/// blocked on it (and on the backends' own threads), as a device that goes away may raise it.
class SaneThread {
  public:
    /// The thread shared by all scanners of the process.
    [[nodiscard]] static std::shared_ptr<SaneThread> shared();
    SaneThread();
    ~SaneThread();
    SaneThread(const SaneThread&) = delete;
    SaneThread& operator=(const SaneThread&) = delete;

    /// Runs `work` there and waits for what it gives. Never call from `work` itself.
    template <class Work>
    auto run(Work&& work) -> std::invoke_result_t<Work> {
        std::packaged_task<std::invoke_result_t<Work>()> task(std::forward<Work>(work));
        auto result = task.get_future();
        post([&task] { task(); });
        return result.get();
    }
    /// Whether SANE could be initialised; known once the first work has run.
    [[nodiscard]] bool usable() const { return usable_; }

  private:
    void post(std::function<void()> work);
    void loop();

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> queue_;
    bool ending_ = false;
    bool usable_ = false;
    std::thread thread_;
};

}  // namespace yc::client::devices
