#pragma once
#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/domain/directory.h"
#include "core/wire/object_reader.h"

namespace yc::wire {

/// {departments: […], halls: […], counters: […]} (docs/protocol.md).
[[nodiscard]] nlohmann::json directory_to_json(const domain::Directory& directory);
/// Errors: wire.invalid {field}.
[[nodiscard]] base::Result<domain::Directory> directory_from_json(const nlohmann::json& json);
void read_directory(ObjectReader& reader, domain::Directory& directory);

/// {id, name, roles: […], hall, department}. Errors: wire.invalid {field}.
[[nodiscard]] nlohmann::json user_to_json(const domain::User& user);
[[nodiscard]] base::Result<domain::User> user_from_json(const nlohmann::json& json);
void read_user(ObjectReader& reader, domain::User& user);

}  // namespace yc::wire
