#pragma once
#include <string>
#include <string_view>

#include <wx/string.h>

#include "client/desk/text.h"
#include "core/base/result.h"
#include "localization/localization.h"

namespace yc::client::ui {

[[nodiscard]] inline wxString to_wx(std::string_view utf8) {
    return wxString::FromUTF8(utf8.data(), utf8.size());
}
[[nodiscard]] inline std::string to_utf8(const wxString& text) {
    return text.utf8_string();
}

/// Text of the catalogue in the language in force.
[[nodiscard]] inline wxString words(std::string_view key, const localization::Args& args = {}) {
    return to_wx(localization::tr(key, args));
}
[[nodiscard]] inline wxString words(const desk::Text& text) {
    return text.empty() ? wxString() : words(text.key, text.args);
}
/// The sentence a person reads about an error.
[[nodiscard]] inline wxString words(const base::Error& error) {
    return to_wx(localization::sentence(error));
}

}  // namespace yc::client::ui
