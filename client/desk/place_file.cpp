#include "client/desk/place_file.h"

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "client/store/local_store.h"
#include "core/base/durable_file.h"
#include "core/base/log.h"

namespace yc::client::desk {

using nlohmann::json;

namespace {

json to_json(const domain::Counter& counter) {
    return {{"id", counter.id}, {"hall", counter.hall}, {"name", counter.name}, {"number", counter.number}};
}

domain::Counter counter_from(const json& value) {
    return {.id = value.at("id"),
            .hall = value.at("hall"),
            .name = value.at("name"),
            .number = value.at("number")};
}

}  // namespace

std::filesystem::path default_data_dir() {
    if (const char* given = std::getenv("YICHUANG_DATA"); given != nullptr && *given != '\0') return given;
    if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data != '\0')
        return std::filesystem::path(data) / "yichuang" / "client";
    const char* home = std::getenv("HOME");
    return std::filesystem::path(home != nullptr ? home : ".") / ".local" / "share" / "yichuang" / "client";
}

SignInHints read_place(const std::filesystem::path& data_dir) try {
    const auto text = base::read_whole(data_dir / "place.json");
    const json value = json::parse(text && !text->empty() ? *text : "{}");
    SignInHints hints;
    hints.hub_url = value.value("hub_url", "");
    hints.last_user = value.value("last_user", "");
    hints.last_counter = value.value("last_counter", "");
    hints.sample = value.value("sample", false);
    for (const json& counter : value.value("counters", json::array()))
        hints.counters.push_back(counter_from(counter));
    return hints;
} catch (const json::exception&) {
    return {};
}

void write_place(const std::filesystem::path& data_dir, const SignInHints& hints) {
    json counters = json::array();
    for (const domain::Counter& counter : hints.counters) counters.push_back(to_json(counter));
    const json value{{"hub_url", hints.hub_url},
                     {"last_user", hints.last_user},
                     {"last_counter", hints.last_counter},
                     {"sample", hints.sample},
                     {"counters", counters}};
    if (const auto kept = base::write_durably(data_dir / "place.json", value.dump(2)); !kept)
        base::log(base::LogLevel::warning, "place.json not kept: " + kept.error().detail);
}

namespace {

/// The first store, then the ones that were made beside it.
std::filesystem::path numbered_store(const std::filesystem::path& data_dir, int number) {
    return data_dir / (number == 1 ? std::string("store") : "store-" + std::to_string(number));
}

}  // namespace

StoreFolder store_folder(const std::filesystem::path& data_dir, const std::string& user) {
    for (int number = 1;; ++number) {
        const std::filesystem::path folder = numbered_store(data_dir, number);
        if (!store::LocalStore::exists(folder)) return {folder, false};
        if (store::LocalStore::has_user(folder, user)) return {folder, true};
    }
}

std::optional<std::filesystem::path> store_of_computer(const std::filesystem::path& data_dir) {
    for (int number = 1;; ++number) {
        const std::filesystem::path folder = numbered_store(data_dir, number);
        if (!store::LocalStore::exists(folder)) return std::nullopt;
        if (!store::LocalStore::device_in(folder).empty()) return folder;
    }
}

}  // namespace yc::client::desk
