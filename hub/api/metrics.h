#pragma once
#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

#include "core/wire/feed_json.h"
#include "hub/api/endpoint_table.h"
#include "hub/store/records.h"

namespace yc::hub::api {

/// Counts since the start, for /metrics. Safe from any thread. No label holds anything about a person.
class Metrics {
  public:
    void answered(Endpoint endpoint, int status, std::chrono::microseconds took);
    void turned_away(int status);  ///< answered before any endpoint was found
    void event(wire::PushStatus status);

    /// Prometheus text format 0.0.4.
    [[nodiscard]] std::string text(const store::StoreFigures& figures) const;

  private:
    static constexpr size_t kEndpoints = names_of(Endpoint{}).size();
    static constexpr size_t kStatuses = names_of(wire::PushStatus{}).size();
    struct PerEndpoint {
        std::array<std::atomic<int64_t>, 6> by_class{};  ///< by hundreds of the status
        std::atomic<int64_t> microseconds{0};
    };
    std::array<PerEndpoint, kEndpoints> endpoints_;
    std::array<std::atomic<int64_t>, kStatuses> events_{};
    std::atomic<int64_t> turned_away_{0};
};

}  // namespace yc::hub::api
