#pragma once
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/directory.h"
#include "forms/catalogue_bundle.h"
#include "forms/embedded.h"

namespace yc::forms {

/// Reads items, forms and directories that are kept as files, strictly: a member nobody knows is as wrong as
/// a missing one. Errors name the file and the field: catalogue.file_not_json {file}, catalogue.file_invalid
/// {file, field}.

/// The items of items/ and the forms of forms/, each in the order of its files.
[[nodiscard]] base::Result<CatalogueBundle> read_catalogue_files(const std::vector<EmbeddedFile>& files);

/// sample/directory.json: halls, counters, departments, and what the district is called.
struct DirectoryFile {
    std::string division;
    std::string name;
    domain::Directory directory;
};
[[nodiscard]] base::Result<DirectoryFile> read_directory_file(const EmbeddedFile& file);

/// sample/users.json: the users and the one password all of them have.
struct UsersFile {
    std::string password;
    std::vector<domain::User> users;
};
[[nodiscard]] base::Result<UsersFile> read_users_file(const EmbeddedFile& file);

}  // namespace yc::forms
