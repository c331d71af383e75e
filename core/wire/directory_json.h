#pragma once
#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/domain/directory.h"

namespace yc::wire {

/// {departments: […], halls: […], counters: […]} (docs/protocol.md). Reading is strict.
/// Errors: wire.directory_invalid with args {field}.
[[nodiscard]] nlohmann::json directory_to_json(const domain::Directory& directory);
[[nodiscard]] base::Result<domain::Directory> directory_from_json(const nlohmann::json& json);

/// {id, name, roles: […], hall, department}. Same errors.
[[nodiscard]] nlohmann::json user_to_json(const domain::User& user);
[[nodiscard]] base::Result<domain::User> user_from_json(const nlohmann::json& json);

}  // namespace yc::wire
