#pragma once
#include <memory>
#include <optional>
#include <string>

#include "client/desk/items_at_hand.h"
#include "client/desk/observers.h"
#include "client/desk/post.h"
#include "client/desk/worker.h"
#include "client/desk/workplace.h"
#include "core/base/clock.h"
#include "core/domain/apply.h"
#include "core/domain/directory.h"
#include "core/domain/policy.h"
#include "core/domain/work_calendar.h"
#include "forms/catalogue.h"

namespace yc::client::store {
class LocalStore;
}
namespace yc::client::net {
class HubClient;
}
namespace yc::client::sync {
class SyncEngine;
}
namespace yc::reports {
class FontBook;
}

namespace yc::client::desk {

/// What the parts of a workplace share while somebody is signed in. Made by Workplace; UI thread, except
/// where a member says otherwise.
struct Desk {
    Desk(const base::Clock& the_clock, Post the_post, store::LocalStore& the_store, net::HubClient& the_hub,
         sync::SyncEngine& the_sync, Worker& the_worker, Observers<Change>& the_changes);

    const base::Clock& clock;
    Post post;
    store::LocalStore& store;
    net::HubClient& hub;  ///< any thread; blocks, so only on `worker`
    sync::SyncEngine& sync;
    Worker& worker;
    Observers<Change>& changes;  ///< those of the workplace
    const domain::WorkCalendar& calendar = domain::WorkCalendar::national();
    domain::Policy policy{};
    domain::Directory directory{};
    std::string district{};
    bool sample = false;
    std::shared_ptr<const forms::Catalogue> catalogue{};  ///< never null
    Who who{};
    ItemsAtHand at_hand{*this};
    std::shared_ptr<const void> kept{};  ///< store and hub, for work that may outlive the session
    std::shared_ptr<bool> alive = std::make_shared<bool>(true);  ///< false once the session is over

    [[nodiscard]] domain::Rules rules() const { return {calendar, policy}; }
    [[nodiscard]] domain::Actor actor() const;
    [[nodiscard]] bool online() const;
    /// The fonts of this machine, opened when the first paper is printed. Errors: report.font_missing.
    base::Result<const reports::FontBook*> fonts();
    /// Runs `job` on the worker and `then` with its result on the UI thread, unless the session ended
    /// meanwhile.
    template <class Job, class Then>
    void ask(Job job, Then then) {
        worker.run([post = post, kept = kept, alive = std::weak_ptr(alive), job = std::move(job),
                    then = std::move(then)] {
            auto result = std::make_shared<decltype(job())>(job());
            post([alive, then, result] {
                if (const auto still = alive.lock(); still && *still) then(std::move(*result));
            });
        });
    }

  private:
    std::shared_ptr<const reports::FontBook> fonts_{};
};

}  // namespace yc::client::desk
