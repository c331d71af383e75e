#pragma once
#include <string>

#include "core/base/result.h"

namespace yc::tests {

/// Why something failed, for the message of a check.
template <class T>
std::string told(const base::Result<T>& result) {
    return result.ok() ? std::string("ok") : result.error().code + " " + result.error().detail;
}

}  // namespace yc::tests
