#include "cli/command.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>

#include "localization/localization.h"

namespace yc::cli {
namespace {

using Json = nlohmann::json;

/// One line of JSON; text that is not UTF-8 (a bad input quoted back) is shown with replacement characters.
std::string one_line(const Json& object) {
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void print(std::FILE* to, std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), to);
    if (text.empty() || text.back() != '\n') std::fputc('\n', to);
}

/// Simplified Chinese unless the environment asks for English.
localization::Language language_of_environment() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value == nullptr || *value == '\0') continue;
        return std::string_view(value).starts_with("en") ? localization::Language::en
                                                         : localization::Language::zh_CN;
    }
    return localization::Language::zh_CN;
}

}  // namespace

void Session::on(CLI::App& command, std::function<int()> action) {
    command.callback([this, action = std::move(action)] { action_ = action; });
}

int Session::done(const Json& object, std::string_view text) {
    print(stdout, json_ ? one_line(object) : std::string(text));
    return kDone;
}

int Session::refused(const Json& object, std::string_view text) {
    print(json_ ? stdout : stderr, json_ ? one_line(object) : std::string(text));
    return kRefused;
}

int Session::refused(const base::Error& error) {
    return refused(Json{{"error", error_json(error)}}, localization::sentence(error));
}

int Session::batch(const std::function<base::Result<Json>(std::string_view)>& handle) {
    for (std::string line; std::getline(std::cin, line);) {
        if (line.ends_with('\r')) line.pop_back();
        const auto answer = handle(line);
        print(stdout,
              one_line(answer ? *answer : Json{{"input", line}, {"error", error_json(answer.error())}}));
    }
    return kDone;
}

void Session::read_globals(CLI::App& app) {
    app.add_flag("--json", json_, localization::tr("cli.option.json"));
    app.add_option("--lang", language_, localization::tr("cli.option.lang"))
        ->check(CLI::IsMember({"zh_CN", "en"}));
}

void Session::set_language() const {
    const auto chosen = base::from_name<localization::Language>(language_);
    localization::set_language(chosen.value_or(language_of_environment()));
}

int Session::run() const {
    return action_ ? action_() : kWrongUse;
}

Json error_json(const base::Error& error) {
    Json object{{"code", error.code}, {"message", localization::sentence(error)}};
    for (const auto& [name, value] : error.args) {
        const bool number = name == "position" && value.find_first_not_of("0123456789") == std::string::npos;
        if (number && !value.empty() && value.size() < 6)
            object[name] = std::stoi(value);
        else
            object[name] = value;
    }
    return object;
}

}  // namespace yc::cli
