#include "core/wire/directory_json.h"

#include <nlohmann/json.hpp>

namespace yc::wire {

using domain::Counter;
using domain::Department;
using domain::Directory;
using domain::Hall;
using domain::User;
using nlohmann::json;

namespace {

template <class T>
json list_of(const std::vector<T>& values, json (*write)(const T&)) {
    json out = json::array();
    for (const auto& value : values) out.push_back(write(value));
    return out;
}

json department_to_json(const Department& department) {
    return {{"id", department.id},
            {"name", department.name},
            {"organ_short_name", department.organ_short_name},
            {"credit_code", department.credit_code},
            {"phone", department.phone}};
}

json hall_to_json(const Hall& hall) {
    return {{"id", hall.id},
            {"name", hall.name},
            {"address", hall.address},
            {"phone", hall.phone},
            {"division", hall.division}};
}

json counter_to_json(const Counter& counter) {
    return {{"id", counter.id},
            {"hall", counter.hall},
            {"name", counter.name},
            {"number", counter.number},
            {"items", counter.items}};
}

void read_department(ObjectReader& reader, Department& department) {
    reader.need_text("id", department.id);
    reader.need_text("name", department.name);
    reader.text("organ_short_name", department.organ_short_name);
    reader.text("credit_code", department.credit_code);
    reader.text("phone", department.phone);
}

void read_hall(ObjectReader& reader, Hall& hall) {
    reader.need_text("id", hall.id);
    reader.need_text("name", hall.name);
    reader.text("address", hall.address);
    reader.text("phone", hall.phone);
    reader.need_text("division", hall.division);
}

void read_counter(ObjectReader& reader, Counter& counter) {
    reader.need_text("id", counter.id);
    reader.need_text("hall", counter.hall);
    reader.need_text("name", counter.name);
    reader.integer("number", counter.number);
    reader.texts("items", counter.items);
    if (counter.number < 1 || counter.number > 999) reader.wrong("number");
}

}  // namespace

json directory_to_json(const Directory& directory) {
    return {{"departments", list_of(directory.departments, department_to_json)},
            {"halls", list_of(directory.halls, hall_to_json)},
            {"counters", list_of(directory.counters, counter_to_json)}};
}

void read_directory(ObjectReader& reader, Directory& directory) {
    reader.objects("departments", directory.departments, read_department);
    reader.objects("halls", directory.halls, read_hall);
    reader.objects("counters", directory.counters, read_counter);
}

base::Result<Directory> directory_from_json(const json& source) {
    Directory directory;
    ObjectReader reader(source);
    read_directory(reader, directory);
    YC_CHECK(reader.finish());
    return directory;
}

json user_to_json(const User& user) {
    json roles = json::array();
    for (const auto role : user.roles) roles.push_back(base::to_name(role));
    return {{"id", user.id},
            {"name", user.name},
            {"roles", std::move(roles)},
            {"hall", user.hall},
            {"department", user.department}};
}

void read_user(ObjectReader& reader, User& user) {
    reader.need_text("id", user.id);
    reader.need_text("name", user.name);
    reader.named_list("roles", user.roles);
    reader.text("hall", user.hall);
    reader.text("department", user.department);
}

base::Result<User> user_from_json(const json& source) {
    User user;
    ObjectReader reader(source);
    read_user(reader, user);
    YC_CHECK(reader.finish());
    return user;
}

}  // namespace yc::wire
