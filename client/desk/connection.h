#pragma once
#include <optional>
#include <string>

#include "client/desk/text.h"
#include "core/base/date.h"

namespace yc::client::desk {

/// The state of the connection in words, for the top bar.
struct ConnectionWords {
    bool online = false;
    int pending = 0;  ///< events and pages not yet at the hub
    int refused = 0;  ///< refused events waiting for somebody
    std::optional<base::Instant> last_sync;
    Text text;    ///< "在线 · 待上传 0 · 最近同步 10:32:05"
    Text advice;  ///< what to do (sign in again, update the program…); empty when nothing
    Tone tone = Tone::plain;
    friend bool operator==(const ConnectionWords&, const ConnectionWords&) = default;
};

/// What the words are made from.
struct ConnectionFacts {
    bool online = false;
    bool signed_in_at_hub = false;  ///< a session the hub knows; false after an offline sign-in or an expiry
    int pending = 0;
    int refused = 0;
    std::optional<base::Instant> last_sync;
    std::optional<base::Instant> stuck_since;         ///< unsent without progress since
    std::optional<base::Error> last_error;            ///< of the last contact
    std::optional<base::Error> catalogue_unreadable;  ///< why the newest catalogue is not in use here
};

/// Pure: the words at `now`. Anything unsent without progress for 10 s is said to be so, with what can be
/// done.
[[nodiscard]] ConnectionWords connection_words(const ConnectionFacts& facts, base::Instant now);

}  // namespace yc::client::desk
