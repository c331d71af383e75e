#include "client/desk/connection.h"

namespace yc::client::desk {

namespace {

constexpr std::chrono::seconds patience{10};

/// "10:32:05"
std::string clock_time(base::Instant instant) {
    return base::to_string(instant).substr(11, 8);
}

Text advice_for(const ConnectionFacts& facts, base::Instant now) {
    if (facts.last_error && facts.last_error->code == "protocol.mismatch") return text_of(*facts.last_error);
    if (facts.refused > 0)
        return {"desk.connection.advice_refused", {{"refused", std::to_string(facts.refused)}}};
    if (!facts.signed_in_at_hub && facts.online) return {"desk.connection.advice_sign_in", {}};
    if (facts.pending > 0 && facts.stuck_since && now - *facts.stuck_since >= patience) {
        if (facts.last_error) return text_of(*facts.last_error);
        return {"desk.connection.advice_stuck", {}};
    }
    if (facts.catalogue_unreadable) return text_of(*facts.catalogue_unreadable);
    return {};
}

}  // namespace

ConnectionWords connection_words(const ConnectionFacts& facts, base::Instant now) {
    ConnectionWords words;
    words.online = facts.online;
    words.pending = facts.pending;
    words.refused = facts.refused;
    words.last_sync = facts.last_sync;
    const std::string state = !facts.online ? "offline" : facts.signed_in_at_hub ? "online" : "signed_out";
    words.text = {"desk.connection." + state + (facts.last_sync ? "" : "_never"),
                  {{"pending", std::to_string(facts.pending)}}};
    if (facts.last_sync) words.text.args["time"] = clock_time(*facts.last_sync);
    words.advice = advice_for(facts, now);
    if (facts.refused > 0)
        words.tone = Tone::bad;
    else if (!facts.online || !facts.signed_in_at_hub || !words.advice.empty())
        words.tone = Tone::warn;
    else
        words.tone = Tone::good;
    return words;
}

}  // namespace yc::client::desk
