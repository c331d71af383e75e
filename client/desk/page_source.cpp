#include "client/desk/page_source.h"

#include "client/desk/desk.h"
#include "client/net/hub_client.h"
#include "client/store/local_store.h"

namespace yc::client::desk {

void fetch_page(Desk& desk, const std::string& sha256, std::function<void(base::Result<std::string>)> done) {
    auto fetch = [&store = desk.store, &hub = desk.hub, sha256]() -> base::Result<std::string> {
        YC_TRY(const bool here, store.has_page(sha256));
        if (here) return store.page(sha256);
        YC_TRY(std::string bytes, hub.download_page(sha256));
        YC_TRY(const std::string kept, store.save_page(bytes, true));
        return bytes;
    };
    desk.ask(std::move(fetch), std::move(done));
}

}  // namespace yc::client::desk
