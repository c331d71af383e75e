#include "core/wire/object_reader.h"

#include <limits>
#include <nlohmann/json.hpp>

namespace yc::wire {

ObjectReader::ObjectReader(const nlohmann::json& object, std::string path)
    : object_(object), path_(std::move(path)) {
    if (!object_.is_object()) wrong_ = path_.empty() ? "." : path_;
}

const nlohmann::json* ObjectReader::find(const char* name) const {
    if (!object_.is_object()) return nullptr;
    const auto found = object_.find(name);
    return found == object_.end() || found->is_null() ? nullptr : &*found;
}

std::string ObjectReader::path_of(const std::string& name) const {
    return path_.empty() ? name : path_ + "." + name;
}

void ObjectReader::wrong(const char* name) {
    if (!wrong_) wrong_ = path_of(name);
}

base::Result<void> ObjectReader::finish() const {
    if (wrong_)
        return base::fail("wire.invalid", "member missing or of the wrong kind", {{"field", *wrong_}});
    return {};
}

void ObjectReader::text(const char* name, std::string& out) {
    const auto* member = find(name);
    if (!member) return;
    if (member->is_string())
        out = member->get_ref<const std::string&>();
    else
        wrong(name);
}

void ObjectReader::need_text(const char* name, std::string& out) {
    text(name, out);
    if (out.empty()) wrong(name);
}

void ObjectReader::integer(const char* name, int64_t& out) {
    const auto* member = find(name);
    if (!member) return;
    if (member->is_number_unsigned() &&
        member->get<uint64_t>() > static_cast<uint64_t>(std::numeric_limits<int64_t>::max()))
        wrong(name);
    else if (member->is_number_integer())
        out = member->get<int64_t>();
    else
        wrong(name);
}

void ObjectReader::integer(const char* name, int& out) {
    int64_t wide = out;
    integer(name, wide);
    if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max())
        wrong(name);
    else
        out = static_cast<int>(wide);
}

void ObjectReader::integer(const char* name, std::optional<int64_t>& out) {
    if (find(name)) integer(name, out.emplace());
}

void ObjectReader::flag(const char* name, bool& out) {
    const auto* member = find(name);
    if (!member) return;
    if (member->is_boolean())
        out = member->get<bool>();
    else
        wrong(name);
}

void ObjectReader::instant(const char* name, std::optional<base::Instant>& out) {
    std::string word;
    text(name, word);
    if (word.empty()) return;
    const auto value = base::parse_instant(word);
    if (value)
        out = *value;
    else
        wrong(name);
}

void ObjectReader::instant(const char* name, base::Instant& out) {
    std::optional<base::Instant> value;
    instant(name, value);
    if (value) out = *value;
}

void ObjectReader::need_instant(const char* name, base::Instant& out) {
    std::optional<base::Instant> value;
    instant(name, value);
    if (value)
        out = *value;
    else
        wrong(name);
}

void ObjectReader::date(const char* name, std::optional<base::Date>& out) {
    std::string word;
    text(name, word);
    if (word.empty()) return;
    const auto value = base::parse_date(word);
    if (value)
        out = *value;
    else
        wrong(name);
}

void ObjectReader::texts(const char* name, std::vector<std::string>& out) {
    const auto* member = find(name);
    if (!member) return;
    if (!member->is_array()) return wrong(name);
    for (const auto& entry : *member) {
        if (entry.is_string())
            out.push_back(entry.get_ref<const std::string&>());
        else
            wrong(name);
    }
}

void ObjectReader::text_map(const char* name, std::map<std::string, std::string>& out) {
    const auto* member = find(name);
    if (!member) return;
    if (!member->is_object()) return wrong(name);
    for (const auto& [key, value] : member->items()) {
        if (value.is_string())
            out[key] = value.get_ref<const std::string&>();
        else
            wrong(name);
    }
}

void ObjectReader::integer_map(const char* name, std::map<std::string, int>& out) {
    const auto* member = find(name);
    if (!member) return;
    if (!member->is_object()) return wrong(name);
    for (const auto& [key, value] : member->items()) {
        if (value.is_number_integer() && value >= std::numeric_limits<int>::min() &&
            value <= std::numeric_limits<int>::max())
            out[key] = value.get<int>();
        else
            wrong(name);
    }
}

bool ObjectReader::nested(const char* name, const std::function<void(ObjectReader&)>& read) {
    const auto* member = find(name);
    if (!member) return false;
    ObjectReader inner(*member, path_of(name));
    read(inner);
    take_over(inner);
    return true;
}

void ObjectReader::each(const char* name, const std::function<void(ObjectReader&)>& read) {
    const auto* member = find(name);
    if (!member) return;
    if (!member->is_array()) return wrong(name);
    size_t index = 0;
    for (const auto& entry : *member) {
        ObjectReader inner(entry, path_of(name) + "." + std::to_string(index++));
        read(inner);
        take_over(inner);
    }
}

void ObjectReader::take_over(const ObjectReader& inner) {
    if (!wrong_) wrong_ = inner.wrong_;
}

}  // namespace yc::wire
