#pragma once
#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/wire/object_reader.h"

namespace yc::wire {

/// {code, detail, args}.
[[nodiscard]] nlohmann::json to_json(const base::Error& error);
/// The reading side, for ObjectReader::object().
void read_error(ObjectReader& reader, base::Error& error);

/// The body of an answer that says no: {"error": {code, detail, args}}.
[[nodiscard]] nlohmann::json error_body(const base::Error& error);
/// The error in such a body; wire.invalid when there is none in it.
[[nodiscard]] base::Error error_from_body(const nlohmann::json& body);

}  // namespace yc::wire
