#pragma once
#include <memory>
#include <optional>

#include "client/net/http.h"
#include "core/base/clock.h"
#include "core/domain/apply.h"
#include "hub/api/api.h"
#include "hub/jobs/jobs.h"
#include "hub/store/hub_store.h"
#include "tests/sim/disk.h"

namespace yc::sim {

/// The hub: the real store, api and jobs on a simulated disk, with the requests that hub/http would hand
/// over.
class HubNode {
  public:
    HubNode(std::filesystem::path folder, Chance& chance, Tally& tally, base::Instant now,
            const domain::Rules& rules);

    /// Opens what lies on the disk, as a start of yichuang-hub does.
    base::Result<void> open();
    void close();
    [[nodiscard]] bool up() const { return api_ && !disk.dead(); }

    /// Answers a request; nothing when the hub died over it. `cut_at`: how much of an upload's body comes
    /// before the connection breaks.
    std::optional<client::net::HttpResponse> answer(const client::net::HttpRequest& request,
                                                    std::optional<size_t> cut_at = {});
    /// A round of the jobs.
    void work();
    /// Takes a backup as `yichuangctl hub backup` does, or a snapshot of the disk as virtual machines do.
    void back_up(bool snapshot);
    /// The backup is a snapshot.
    [[nodiscard]] bool is_snapshot() const { return snapshot_; }
    [[nodiscard]] bool has_backup() const { return backup_.has_value(); }
    /// Puts the backup in place of what there is. Only while closed.
    void restore();

    [[nodiscard]] hub::store::HubStore& store() { return *store_; }

    Disk disk;
    base::ManualClock clock;

  private:
    hub::api::Response append(const hub::api::Request& request, std::optional<size_t> cut_at);

    const domain::Rules& rules_;
    std::unique_ptr<hub::store::HubStore> store_;
    std::unique_ptr<hub::api::Api> api_;
    std::unique_ptr<hub::jobs::Jobs> jobs_;
    std::optional<DiskImage> backup_;
    bool snapshot_ = false;
};

}  // namespace yc::sim
