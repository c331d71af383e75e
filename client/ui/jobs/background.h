#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include <wx/app.h>
#include <wx/weakref.h>
#include <wx/window.h>

namespace yc::client::ui {

/// Runs work off the UI thread, in order on one worker; results return on the UI thread and are dropped when
/// the window that asked is gone. All members: UI thread only.
class Background final {
  public:
    Background();
    ~Background();
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

    /// `work()` on the worker, then `then(result)` on the UI thread if `owner` still lives. `then` may be
    /// called from a modal loop. The weak reference is made and destroyed on the UI thread only.
    template <class Work, class Then>
    void run(wxWindow* owner, Work work, Then then) {
        using Value = decltype(work());
        struct Job {
            wxWeakRef<wxWindow> owner;
            Work work;
            Then then;
            std::optional<Value> value;
        };
        auto job = std::make_shared<Job>(Job{owner, std::move(work), std::move(then), std::nullopt});
        post([job] { job->value.emplace(job->work()); },
             [job] {
                 if (job->owner) job->then(*std::move(job->value));
             });
    }

    /// Number of pieces of work not yet delivered.
    [[nodiscard]] int pending() const;
    /// Finishes the work under way, drops what waits, and joins the worker.
    void close();

  private:
    struct State;
    /// `work` on the worker; then `deliver` on the UI thread, where both are destroyed.
    void post(std::function<void()> work, std::function<void()> deliver);
    std::shared_ptr<State> state_;
};

/// Calls `function` on the UI thread from any thread.
inline void on_ui_thread(std::function<void()> function) {
    if (wxTheApp != nullptr) wxTheApp->CallAfter(std::move(function));
}

}  // namespace yc::client::ui
