#pragma once
#include <functional>
#include <string>

#include "core/base/result.h"

namespace yc::client::desk {

struct Desk;

/// A page's image: from the store, else from the hub, checked against its digest and kept. `done` comes
/// through Post, also when the page is here. Errors: the store's, the hub's.
void fetch_page(Desk& desk, const std::string& sha256, std::function<void(base::Result<std::string>)> done);

}  // namespace yc::client::desk
