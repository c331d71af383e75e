#pragma once
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace yc::hub::api {

/// The page's name from tus metadata ("sha256 <base64>, other <base64>"): 64 lower-case hex digits.
/// Errors: upload.bad_request {field}.
[[nodiscard]] base::Result<std::string> sha256_of_metadata(std::string_view header);

}  // namespace yc::hub::api
