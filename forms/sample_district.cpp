#include "forms/sample_district.h"

#include <algorithm>
#include <stdexcept>

#include "forms/data_files.h"
#include "forms/sample_dossiers.h"

namespace yc::forms {

namespace {

/// The built-in files are part of the program: a wrong one is a bug, and says where it is.
template <class T>
T must(base::Result<T> result) {
    if (result) return *std::move(result);
    std::string where = result.error().code;
    for (const auto& [name, value] : result.error().args) where += " " + name + "=" + value;
    throw std::logic_error("built-in data: " + where);
}

const EmbeddedFile& file_named(std::string_view name) {
    const auto& files = embedded_files();
    const auto found =
        std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.name == name; });
    if (found == files.end()) throw std::logic_error("built-in data: no " + std::string(name));
    return *found;
}

}  // namespace

CatalogueBundle sample_catalogue() {
    return must(read_catalogue_files(embedded_files()));
}

domain::Directory sample_directory() {
    return must(read_directory_file(file_named("sample/directory.json"))).directory;
}

SampleDistrict sample_district(base::Date today) {
    SampleDistrict district;
    auto file = must(read_directory_file(file_named("sample/directory.json")));
    district.division = std::move(file.division);
    district.name = std::move(file.name);
    district.directory = std::move(file.directory);
    const auto users = must(read_users_file(file_named("sample/users.json")));
    for (const auto& user : users.users) district.users.push_back({user, users.password});
    district.catalogue = sample_catalogue();
    district.dossiers = make_sample_dossiers(today);
    return district;
}

}  // namespace yc::forms
