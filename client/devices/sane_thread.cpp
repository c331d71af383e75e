#include "client/devices/sane_thread.h"

#include <sane/sane.h>

#include <csignal>
#include <cstdlib>

namespace yc::client::devices {
namespace {

/// Without this SANE looks for its configuration in the current directory first, wherever that happens to be.
constexpr const char* kSystemConfiguration = "/etc/sane.d";

}  // namespace

std::shared_ptr<SaneThread> SaneThread::shared() {
    static std::mutex mutex;
    static std::weak_ptr<SaneThread> current;
    const std::lock_guard lock(mutex);
    auto thread = current.lock();
    if (!thread) {
        setenv("SANE_CONFIG_DIR", kSystemConfiguration, 0);
        thread = std::make_shared<SaneThread>();
        current = thread;
    }
    return thread;
}

SaneThread::SaneThread() : thread_([this] { loop(); }) {}

SaneThread::~SaneThread() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

void SaneThread::post(std::function<void()> work) {
    {
        const std::lock_guard lock(mutex_);
        queue_.push_back(std::move(work));
    }
    changed_.notify_one();
}

void SaneThread::loop() {
    sigset_t broken_pipe;
    sigemptyset(&broken_pipe);
    sigaddset(&broken_pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &broken_pipe, nullptr);
    SANE_Int version = 0;
    usable_ = sane_init(&version, nullptr) == SANE_STATUS_GOOD;
    while (true) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return ending_ || !queue_.empty(); });
        if (queue_.empty()) break;
        auto work = std::move(queue_.front());
        queue_.pop_front();
        lock.unlock();
        work();
    }
    if (usable_) sane_exit();
}

}  // namespace yc::client::devices
