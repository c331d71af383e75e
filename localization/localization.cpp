#include "localization/localization.h"

#include <atomic>
#include <nlohmann/json.hpp>

#include "core/base/log.h"
#include "localization/catalogues.h"

namespace yc::localization {
namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

std::atomic<Language> current{Language::zh_CN};

Texts load(Language language) {
    Texts texts;
    for (const auto& file : catalogue_files()) {
        if (file.language != language) continue;
        const auto json = nlohmann::json::parse(file.json, nullptr, false);
        if (!json.is_object()) {
            base::log(base::LogLevel::error, "catalogue is not a JSON object: " + std::string(file.name));
            continue;
        }
        for (const auto& [key, text] : json.items())
            if (text.is_string()) texts.emplace(key, text.get<std::string>());
    }
    return texts;
}

/// Loaded at first use, then only read.
const Texts& texts_of(Language language) {
    static const Texts chinese = load(Language::zh_CN);
    static const Texts english = load(Language::en);
    return language == Language::en ? english : chinese;
}

/// What stands for the placeholder `inside` its braces.
std::string value_of(std::string_view inside, const Args& args, const Texts& texts) {
    const auto colon = inside.find(':');
    const auto found = args.find(std::string(inside.substr(0, colon)));
    if (found == args.end()) return "{" + std::string(inside) + "}";
    if (colon == std::string_view::npos) return found->second;
    const auto text = texts.find(std::string(inside.substr(colon + 1)) + "." + found->second);
    return text == texts.end() ? found->second : text->second;
}

std::string fill(std::string_view text, const Args& args, const Texts& texts) {
    std::string out;
    size_t pos = 0;
    while (pos < text.size()) {
        const auto open = text.find('{', pos);
        const auto close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) break;
        out += text.substr(pos, open - pos);
        out += value_of(text.substr(open + 1, close - open - 1), args, texts);
        pos = close + 1;
    }
    out += text.substr(pos);
    return out;
}

}  // namespace

void set_language(Language language) {
    current = language;
}

Language language() {
    return current;
}

std::string tr(std::string_view key) {
    return tr_in(current, key);
}

std::string tr(std::string_view key, const Args& args) {
    return tr_in(current, key, args);
}

std::string tr_in(Language language, std::string_view key, const Args& args) {
    const auto& texts = texts_of(language);
    const auto found = texts.find(key);
    if (found == texts.end()) return std::string(key);
    return args.empty() ? found->second : fill(found->second, args, texts);
}

bool has(std::string_view key) {
    return texts_of(current).contains(key);
}

std::string sentence(const base::Error& error) {
    return sentence_in(current, error);
}

std::string sentence_in(Language language, const base::Error& error) {
    const auto key = "error." + error.code;
    if (texts_of(language).contains(key)) return tr_in(language, key, error.args);
    return tr_in(language, "error.unexpected", {{"code", error.code}});
}

std::vector<std::string> keys(Language language) {
    std::vector<std::string> all;
    for (const auto& [key, text] : texts_of(language)) all.push_back(key);
    return all;
}

std::string raw_text(Language language, std::string_view key) {
    const auto& texts = texts_of(language);
    const auto found = texts.find(key);
    return found == texts.end() ? std::string() : found->second;
}

}  // namespace yc::localization
