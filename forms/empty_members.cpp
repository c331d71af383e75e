#include "forms/empty_members.h"

#include <nlohmann/json.hpp>

namespace yc::forms {

using nlohmann::json;

bool says_nothing(const json& value) {
    return value.is_null() || (value.is_structured() && value.empty()) ||
           (value.is_string() && value.get_ref<const std::string&>().empty());
}

void drop_empty(json& value) {
    if (value.is_array())
        for (auto& element : value) drop_empty(element);
    if (!value.is_object()) return;
    for (auto member = value.begin(); member != value.end();) {
        drop_empty(*member);
        member = says_nothing(*member) ? value.erase(member) : std::next(member);
    }
}

}  // namespace yc::forms
