#pragma once
#include "core/base/date.h"
#include "core/base/result.h"

namespace yc::hub::store {

/// A database error in the hub's words: hub.full, hub.newer_version {found, known}, else hub.unavailable;
/// other errors as they are.
[[nodiscard]] base::Error hub_error(base::Error error);

/// The result with its error in the hub's words.
template <class T>
[[nodiscard]] base::Result<T> in_hub_words(base::Result<T> result) {
    if (result) return result;
    return hub_error(result.error());
}

/// The same where damage is looked for: that of `file` has a sentence of its own.
template <class T>
[[nodiscard]] base::Result<T> damage_named(base::Result<T> result, const char* file) {
    if (!result && (result.error().code == "store.corrupt" || result.error().code == "store.plaintext"))
        return base::fail("hub.damaged", result.error().detail, {{"file", file}});
    return in_hub_words(std::move(result));
}

/// Times are kept as UTC milliseconds.
[[nodiscard]] inline int64_t to_ms(base::Instant instant) {
    return instant.time_since_epoch().count();
}
[[nodiscard]] inline base::Instant from_ms(int64_t ms) {
    return base::Instant{std::chrono::milliseconds{ms}};
}

}  // namespace yc::hub::store
