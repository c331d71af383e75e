#pragma once
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/enum_names.h"

namespace yc::wire {

/// Adds members to an object, leaving out what is empty. For .cpp files only (it needs the whole of
/// nlohmann/json).
class ObjectWriter {
  public:
    void text(const char* name, const std::string& value) {
        if (!value.empty()) json_[name] = value;
    }
    void integer(const char* name, int64_t value) {
        if (value != 0) json_[name] = value;
    }
    void flag(const char* name, bool value) {
        if (value) json_[name] = true;
    }
    void instant(const char* name, base::Instant value) { json_[name] = base::to_string(value); }
    void instant(const char* name, const std::optional<base::Instant>& value) {
        if (value) json_[name] = base::to_string(*value);
    }
    void date(const char* name, const std::optional<base::Date>& value) {
        if (value) json_[name] = base::to_string(*value);
    }
    void texts(const char* name, const std::vector<std::string>& values) {
        if (!values.empty()) json_[name] = values;
    }
    void text_map(const char* name, const std::map<std::string, std::string>& values) {
        if (!values.empty()) json_[name] = values;
    }
    void integer_map(const char* name, const std::map<std::string, int>& values) {
        if (!values.empty()) json_[name] = values;
    }
    template <class E>
    void named(const char* name, E value) {
        json_[name] = base::to_name(value);
    }
    /// Even an empty value: it is part of the message.
    void put(const char* name, nlohmann::json value) { json_[name] = std::move(value); }

    [[nodiscard]] nlohmann::json done() { return std::move(json_); }

  private:
    nlohmann::json json_ = nlohmann::json::object();
};

/// A list, each entry by to_json().
template <class T, class F>
[[nodiscard]] nlohmann::json list_to_json(const std::vector<T>& values, F to_json_of) {
    auto list = nlohmann::json::array();
    for (const auto& value : values) list.push_back(to_json_of(value));
    return list;
}

}  // namespace yc::wire
