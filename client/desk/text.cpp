#include "client/desk/text.h"

namespace yc::client::desk {

Text text_of(const base::Error& error) {
    return {"error." + error.code, error.args};
}

}  // namespace yc::client::desk
