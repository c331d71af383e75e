#pragma once
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/enum_names.h"
#include "core/base/result.h"

namespace yc::localization {

/// The languages people can choose. Catalogues: localization/<name>/*.json, flat objects key → text, built
/// into the library, all files of a language together.
enum class Language { zh_CN, en };
constexpr auto names_of(Language) {
    using enum Language;
    return std::to_array<base::EnumName<Language>>({{zh_CN, "zh_CN"}, {en, "en"}});
}

/// Values of placeholders, by name.
using Args = std::map<std::string, std::string>;

/// The language of everything shown from now on; Simplified Chinese until set. All functions here are safe
/// from any thread.
void set_language(Language language);
[[nodiscard]] Language language();

/// The text of a key in the current language. `{name}` is replaced by that argument (and stands as it is when
/// the argument is missing); `{name:area}` by the text of the key "area.<argument>", or the argument itself
/// when there is no such key. A missing key returns the key, so that a gap is seen and not hidden.
[[nodiscard]] std::string tr(std::string_view key);
[[nodiscard]] std::string tr(std::string_view key, const Args& args);
/// The same in a given language, for papers whose language does not follow the screen.
[[nodiscard]] std::string tr_in(Language language, std::string_view key, const Args& args = {});

/// Whether the current language has this key.
[[nodiscard]] bool has(std::string_view key);

/// The sentence a person reads about an error: what happened and what to do. It is the key "error.<code>"
/// with the error's args; a code without a sentence gives a general one that names the code.
[[nodiscard]] std::string sentence(const base::Error& error);
[[nodiscard]] std::string sentence_in(Language language, const base::Error& error);

/// All keys of a language, sorted; for checks of completeness.
[[nodiscard]] std::vector<std::string> keys(Language language);
/// The text as it stands in the catalogue, placeholders included; empty when there is none.
[[nodiscard]] std::string raw_text(Language language, std::string_view key);

}  // namespace yc::localization
