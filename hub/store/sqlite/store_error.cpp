#include "hub/store/sqlite/store_error.h"

namespace yc::hub::store {

base::Error hub_error(base::Error error) {
    if (error.code == "store.full") return base::fail("hub.full", error.detail);
    if (error.code == "store.newer_version")
        return base::fail("hub.newer_version", error.detail, std::move(error.args));
    if (error.code.starts_with("store."))
        return base::fail("hub.unavailable", error.code + " " + error.detail);
    return error;
}

}  // namespace yc::hub::store
