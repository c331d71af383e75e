#pragma once
#include <cstdint>
#include <string_view>

#include "core/base/result.h"

namespace yc::hub::api {

/// The bytes a client asks for.
struct ByteRange {
    int64_t offset = 0;
    int64_t length = 0;
    bool partial = false;
};

/// Reads a Range header (RFC 9110 §14.1.2): one range "bytes=a-b", "bytes=a-" or "bytes=-n". An absent
/// header, another unit or several ranges mean the whole. Errors: page.bad_range when nothing of it exists.
[[nodiscard]] base::Result<ByteRange> read_range(std::string_view header, int64_t size);

}  // namespace yc::hub::api
