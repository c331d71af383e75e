#include "core/base/crypto.h"
#include "hub/store/hub_store.h"

namespace yc::hub::store {

std::string new_token() {
    return base::to_hex(base::random_bytes(32));
}

std::string token_digest(std::string_view token) {
    return base::sha256_hex(token);
}

}  // namespace yc::hub::store
