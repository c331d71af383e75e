#pragma once
#include <map>
#include <string>

#include "core/base/result.h"

namespace yc::client::desk {

/// A sentence or word for a person, not yet in any language: the caller shows localization::tr(key, args).
/// Args are data (names, numbers, dates) and stay as they are in every language.
struct Text {
    std::string key;
    std::map<std::string, std::string> args;
    [[nodiscard]] bool empty() const { return key.empty(); }
    friend bool operator==(const Text&, const Text&) = default;
};

/// The sentence of an Error: "error.<code>" with its args.
[[nodiscard]] Text text_of(const base::Error& error);

/// How much something asks for attention; always shown with a word beside the colour.
enum class Tone { plain, good, warn, bad };

}  // namespace yc::client::desk
