#include "client/sync/sender.h"

#include <algorithm>
#include <iterator>

#include "core/base/log.h"

namespace yc::client::sync {

base::Result<bool> Sender::round(const net::Cancelled& cancelled) {
    bool moved = false;
    while (!cancelled()) {
        YC_TRY(const bool events, send_events());
        // A page goes only when no event waits, so that a long scan never holds up a case.
        YC_TRY(const bool page, events ? base::Result<bool>(false) : send_page(cancelled));
        if (!events && !page) break;
        moved = true;
    }
    // Whoever is signed in now may not have the right to report them; then they wait for somebody who has.
    if (const auto told = send_looks(); !told)
        base::log(base::LogLevel::warning, "sync: looks not reported: " + told.error().code);
    return moved;
}

base::Result<bool> Sender::send_events() {
    YC_TRY(const auto events, store_.unsent_events(batch_));
    if (events.empty()) return false;
    std::vector<std::string> ids;
    std::transform(events.begin(), events.end(), std::back_inserter(ids),
                   [](const auto& event) { return event.id; });
    YC_CHECK(store_.mark_sent(ids));
    YC_TRY(const wire::Known known, store_.known());
    YC_TRY(const auto results, hub_.push(events, known));
    YC_CHECK(store_.apply_push_results(results, known.epoch));
    return std::any_of(results.begin(), results.end(), [](const wire::PushResult& result) {
        return result.status != wire::PushStatus::held;
    });
}

base::Result<void> Sender::send_looks() {
    YC_TRY(const auto unsent, store_.unsent_looks());
    if (unsent.empty()) return {};
    std::vector<wire::LocalLook> looks;
    std::vector<std::string> ids;
    for (const store::DossierLook& look : unsent) {
        looks.push_back({look.id, look.key, look.purpose, look.case_id, look.user, look.at, look.ticket});
        ids.push_back(look.id);
    }
    YC_CHECK(hub_.report_looks(looks));
    return store_.looks_sent(ids);
}

base::Result<bool> Sender::send_page(const net::Cancelled& cancelled) {
    YC_TRY(const auto uploads, store_.pages_to_upload(1));
    if (uploads.empty()) return false;
    const store::PageUpload& upload = uploads.front();
    const std::string& sha256 = upload.sha256;
    YC_TRY(const std::string bytes, store_.page(sha256));
    const auto progress = [&](const std::string& location, size_t offset) {
        // A place that could not be kept only means that the next try starts at the beginning.
        static_cast<void>(store_.page_progress(sha256, location, static_cast<int64_t>(offset)));
    };
    YC_TRY(const wire::Known known, store_.known());
    YC_CHECK(hub_.upload_page(sha256, bytes, upload.location, progress, cancelled));
    YC_CHECK(store_.page_uploaded(sha256, known.epoch));
    return true;
}

}  // namespace yc::client::sync
