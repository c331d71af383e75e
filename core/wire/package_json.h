#pragma once
#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/domain/item_package.h"
#include "core/wire/object_reader.h"

namespace yc::wire {

/// Packages (一件事) and the catalogue's history as JSON (docs/protocol.md): every member, snake_case. The
/// reading sides are functions for ObjectReader::objects().

[[nodiscard]] nlohmann::json package_to_json(const domain::ItemPackage& package);
void read_package(ObjectReader& reader, domain::ItemPackage& package);

/// Errors: wire.invalid {field}.
[[nodiscard]] base::Result<domain::ItemPackage> package_from_json(const nlohmann::json& json);

[[nodiscard]] nlohmann::json item_change_to_json(const domain::ItemChange& change);
void read_item_change(ObjectReader& reader, domain::ItemChange& change);

}  // namespace yc::wire
