#include "client/sync/receiver.h"

#include <algorithm>

#include "forms/catalogue_bundle.h"

namespace yc::client::sync {

base::Result<Receiver::Outcome> Receiver::fetch(std::chrono::seconds wait, const net::Cancelled& cancelled) {
    YC_TRY(const store::Checkpoint from, store_.checkpoint());
    YC_TRY(const wire::Known known, store_.known());
    YC_TRY(int64_t catalogue, store_.catalogue_version());
    {
        const std::lock_guard lock(applying_);
        if (unreadable_) catalogue = std::max(catalogue, unreadable_->version);
    }
    auto answer = hub_.changes(from.seq, known, wait, cancelled, catalogue);
    // The hub was restored to an earlier time: its history is read again from the start, and the store,
    // seeing another epoch, sends again what this device made.
    if (!answer && answer.error().code == "hub.epoch_changed")
        answer = hub_.changes(0, {}, std::chrono::seconds{0}, cancelled);
    YC_TRY(const wire::ChangesPage page, std::move(answer));
    Outcome outcome{.more = page.more};
    {
        const std::lock_guard lock(applying_);
        YC_TRY(const store::Checkpoint now, store_.checkpoint());
        if (now != from) return Outcome{.more = true};
        YC_CHECK(store_.apply_changes(page));
        outcome.cases = !page.events.empty() || !page.dossiers_changed.empty() || page.epoch != from.epoch;
    }
    const auto fetched = fetch_catalogue(page.catalogue_version);
    if (!fetched) outcome.failed = fetched.error();
    outcome.catalogue = fetched.ok() && *fetched;
    const std::lock_guard lock(applying_);
    if (unreadable_) outcome.unreadable = unreadable_->why;
    return outcome;
}

base::Result<bool> Receiver::fetch_catalogue(int64_t published) {
    YC_TRY(const int64_t known, store_.catalogue_version());
    {
        const std::lock_guard lock(applying_);
        if (published == 0 || published == known) {
            unreadable_.reset();
            return false;
        }
        if (unreadable_ && unreadable_->version == published) return false;
    }
    YC_TRY(auto answer, hub_.catalogue(known));
    if (!answer) return false;
    const auto bundle = forms::parse_new_bundle(answer->bundle);
    const std::lock_guard lock(applying_);
    if (!bundle) {  // one that cannot be read does not replace one that can
        unreadable_ = {answer->version, bundle.error()};
        return false;
    }
    YC_CHECK(store_.save_catalogue({answer->version, std::move(answer->bundle)}));
    unreadable_.reset();
    return true;
}

}  // namespace yc::client::sync
