#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "core/base/log.h"
#include "core/wire/json_text.h"
#include "hub/api/api.h"

namespace yc::hub::api {
namespace {

constexpr int kPageOfEvents = 500;

/// A parameter that is a number; absent = 0. Errors: hub.bad_request.
base::Result<int64_t> number(const Request& request, const char* name) {
    const std::string text = request.parameter(name);
    int64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (!text.empty() && (read.ec != std::errc() || read.ptr != text.data() + text.size() || value < 0))
        return base::fail("hub.bad_request", "not a number", {{"field", name}});
    return value;
}

/// What the client has seen: the epoch, and the event if there is one.
base::Result<wire::Known> known_of(const Request& request) {
    wire::Known known{.epoch = request.parameter("epoch")};
    YC_TRY(known.seq, number(request, "known"));
    if (known.seq == 0) return known;
    known.event = request.parameter("event");
    const auto arrived = base::parse_instant(request.parameter("arrived"));
    if (!arrived) return base::fail("hub.bad_request", "not an instant", {{"field", "arrived"}});
    known.arrived_at = *arrived;
    return known;
}

std::string question_of(const std::vector<store::Scope>& scopes, int64_t after) {
    std::string question = std::to_string(after);
    for (const auto& scope : scopes)
        question += fmt::format(" {}:{}", static_cast<int>(scope.kind), scope.id);
    return question;
}

std::string standing_of(const store::Standing& now) {
    return fmt::format("{} {} {} {}", now.epoch, now.last_seq, now.catalogue_version, now.outside);
}

base::Error other_history(const std::string& epoch) {
    return base::fail("hub.epoch_changed", "another history", {{"epoch", epoch}});
}

}  // namespace

base::Error Api::history_lost() {
    base::log(base::LogLevel::warning, "a client has seen more than the store holds: the hub was restored");
    if (const auto renewed = store_.new_epoch(); !renewed) return renewed.error();
    if (on_commit_) on_commit_();
    const auto epoch = store_.epoch();
    return epoch ? other_history(*epoch) : epoch.error();
}

base::Result<void> Api::check_history(const wire::Known& known, int64_t after, const store::Standing& now) {
    if (known.epoch.empty() && after == 0) return {};
    if (known.epoch != now.epoch) return other_history(now.epoch);
    if (after > now.last_seq) return history_lost();
    if (known.seq == 0) return {};
    YC_TRY(const bool held, store_.holds(known));
    return held ? base::Result<void>{} : history_lost();
}

base::Result<Response> Api::changes(const Request& request, const store::SessionRecord& session) {
    YC_TRY(const int64_t after, number(request, "after"));
    YC_TRY(const int64_t wait, number(request, "wait"));
    YC_TRY(const int64_t catalogue_known, number(request, "catalogue"));
    // Read before the page is made: what comes in between gives the next answer, never an old one to a new
    // question.
    YC_TRY(const store::Standing now, store_.standing());
    YC_TRY(const wire::Known known, known_of(request));
    YC_CHECK(check_history(known, after, now));
    const auto scopes = scopes_of(session.user);
    const auto answer =
        feed_.answer(standing_of(now), question_of(scopes, after), [&]() -> base::Result<FeedAnswer> {
            YC_TRY(auto page, store_.changes(scopes, after, kPageOfEvents));
            page.epoch = now.epoch;
            page.catalogue_version = now.catalogue_version;
            const bool news = !page.events.empty() || !page.dossiers_changed.empty();
            return FeedAnswer{std::make_shared<const std::string>(wire::to_text(wire::to_json(page))), news,
                              page.more};
        });
    if (!answer) return answer.error();
    const bool newer_catalogue =
        request.query.contains("catalogue") && now.catalogue_version > catalogue_known;
    return Response{.body = *answer->body, .wait = wait > 0 && !answer->news && !newer_catalogue};
}

}  // namespace yc::hub::api
