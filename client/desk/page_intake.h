#pragma once
#include <string_view>

#include "client/desk/intake_draft.h"
#include "core/base/result.h"

namespace yc::client::desk {

struct Desk;

/// Inspects an image and keeps it durably. Errors: page.* of client/capture, the store's.
[[nodiscard]] base::Result<DraftPage> take_in_page(Desk& desk, std::string_view image);

/// Pure: the page as it is shown.
[[nodiscard]] PageView page_view(const DraftPage& page);

}  // namespace yc::client::desk
