#include "forms/data_files.h"

#include <nlohmann/json.hpp>
#include <optional>

#include "core/wire/directory_json.h"
#include "core/wire/item_json.h"
#include "core/wire/json_text.h"
#include "core/wire/package_json.h"
#include "forms/form_check.h"
#include "forms/form_json.h"
#include "forms/unknown_member.h"

namespace yc::forms {

using base::fail;
using base::Result;
using nlohmann::json;

namespace {

base::Error invalid(const EmbeddedFile& file, const std::string& field) {
    return fail("catalogue.file_invalid", {}, {{"file", std::string(file.name)}, {"field", field}});
}

/// Reads one file by `read` and compares what it says with what `write` makes of it; without a `write`,
/// `read` itself refuses what it does not know.
template <class T>
Result<T> read_file(const EmbeddedFile& file, Result<T> (*read)(const json&), json (*write)(const T&)) {
    const auto source = wire::parse_text(file.content);
    if (!source)
        return fail("catalogue.file_not_json", source.error().detail, {{"file", std::string(file.name)}});
    auto value = read(*source);
    if (!value) return invalid(file, value.error().args.at("field"));
    if (write)
        if (const auto member = unknown_member(*source, write(*value))) return invalid(file, *member);
    return value;
}

/// What the published schema refuses is refused, a file that is no JSON by the reading that follows.
Result<void> check_shape(const EmbeddedFile& file) {
    const auto source = wire::parse_text(file.content);
    if (!source) return {};
    const auto faults = check_schema(*source);
    if (!faults.empty()) return invalid(file, faults.front().path);
    return {};
}

Result<DirectoryFile> directory_file_from(const json& source) {
    DirectoryFile out;
    wire::ObjectReader reader(source);
    reader.need_text("division", out.division);
    reader.need_text("name", out.name);
    wire::read_directory(reader, out.directory);
    YC_CHECK(reader.finish());
    return out;
}

json directory_file_to(const DirectoryFile& file) {
    json out = wire::directory_to_json(file.directory);
    out["division"] = file.division;
    out["name"] = file.name;
    return out;
}

Result<UsersFile> users_file_from(const json& source) {
    UsersFile out;
    wire::ObjectReader reader(source);
    reader.need_text("password", out.password);
    reader.objects("users", out.users, wire::read_user);
    YC_CHECK(reader.finish());
    return out;
}

json users_file_to(const UsersFile& file) {
    json users = json::array();
    for (const auto& user : file.users) users.push_back(wire::user_to_json(user));
    return {{"password", file.password}, {"users", std::move(users)}};
}

}  // namespace

Result<CatalogueBundle> read_catalogue_files(const std::vector<EmbeddedFile>& files) {
    CatalogueBundle bundle;
    for (const auto& file : files) {
        if (file.name.starts_with("items/")) {
            YC_TRY(auto item, read_file<domain::ServiceItem>(file, wire::item_from_json, wire::item_to_json));
            bundle.items.push_back(std::move(item));
        } else if (file.name.starts_with("forms/")) {
            YC_CHECK(check_shape(file));
            YC_TRY(auto form, read_file<Form>(file, form_from_json, nullptr));
            bundle.forms.push_back(std::move(form));
        } else if (file.name.starts_with("packages/")) {
            YC_TRY(auto package,
                   read_file<domain::ItemPackage>(file, wire::package_from_json, wire::package_to_json));
            bundle.packages.push_back(std::move(package));
        }
    }
    return bundle;
}

Result<DirectoryFile> read_directory_file(const EmbeddedFile& file) {
    return read_file<DirectoryFile>(file, directory_file_from, directory_file_to);
}

Result<UsersFile> read_users_file(const EmbeddedFile& file) {
    return read_file<UsersFile>(file, users_file_from, users_file_to);
}

}  // namespace yc::forms
