#include "client/desk/desk.h"

#include "client/sync/sync_engine.h"
#include "reports/font_book.h"

namespace yc::client::desk {

Desk::Desk(const base::Clock& the_clock, Post the_post, store::LocalStore& the_store, net::HubClient& the_hub,
           sync::SyncEngine& the_sync, Worker& the_worker, Observers<Change>& the_changes)
    : clock(the_clock),
      post(std::move(the_post)),
      store(the_store),
      hub(the_hub),
      sync(the_sync),
      worker(the_worker),
      changes(the_changes) {}

domain::Actor Desk::actor() const {
    return {.user = who.user.id,
            .name = who.user.name,
            .roles = who.user.roles,
            .hall = who.hall ? who.hall->id : who.user.hall,
            .counter = who.counter ? who.counter->id : std::string(),
            .department = who.user.department,
            .authority_until = who.authority_until};
}

bool Desk::online() const {
    return sync.status().online;
}

base::Result<const reports::FontBook*> Desk::fonts() {
    if (!fonts_) {
        YC_TRY(reports::FontBook book, reports::FontBook::open());
        fonts_ = std::make_shared<const reports::FontBook>(std::move(book));
    }
    return fonts_.get();
}

}  // namespace yc::client::desk
