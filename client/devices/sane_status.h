#pragma once
#include <sane/sane.h>

#include "core/base/result.h"

namespace yc::client::devices {

/// What a status of SANE means to a person; `status` is not SANE_STATUS_GOOD.
[[nodiscard]] base::Error scanner_error(SANE_Status status);

}  // namespace yc::client::devices
