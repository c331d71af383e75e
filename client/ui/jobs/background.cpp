#include "client/ui/jobs/background.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace yc::client::ui {

struct Background::State {
    struct Task {
        std::function<void()> work;
        std::function<void()> deliver;
    };
    std::mutex mutex;
    std::condition_variable wake;
    std::deque<Task> tasks;
    bool closed = false;
    int pending = 0;  // UI thread only
    std::thread worker;

    /// Hands `function` over whole: it holds a weak reference to a window, so no copy may die on the worker.
    static void deliver(std::function<void()> function) {
        if (wxTheApp == nullptr) return;
        auto* held = new std::function<void()>(std::move(function));
        wxTheApp->CallAfter([held] {
            const std::unique_ptr<std::function<void()>> owned(held);
            (*owned)();
        });
    }

    void serve() {
        for (;;) {
            Task task;
            {
                std::unique_lock lock(mutex);
                wake.wait(lock, [this] { return closed || !tasks.empty(); });
                if (closed) return;
                task = std::move(tasks.front());
                tasks.pop_front();
            }
            task.work();
            task.work = nullptr;
            deliver(std::move(task.deliver));
        }
    }
};

Background::Background() : state_(std::make_shared<State>()) {
    state_->worker = std::thread([state = state_.get()] { state->serve(); });
}

Background::~Background() {
    close();
}

void Background::post(std::function<void()> work, std::function<void()> deliver) {
    ++state_->pending;
    auto counted = [state = state_, deliver = std::move(deliver)] {
        --state->pending;
        deliver();
    };
    {
        const std::lock_guard lock(state_->mutex);
        state_->tasks.push_back({std::move(work), std::move(counted)});
    }
    state_->wake.notify_one();
}

int Background::pending() const {
    return state_->pending;
}

void Background::close() {
    {
        const std::lock_guard lock(state_->mutex);
        state_->closed = true;
    }
    state_->wake.notify_all();
    if (state_->worker.joinable()) state_->worker.join();
    state_->tasks.clear();
}

}  // namespace yc::client::ui
