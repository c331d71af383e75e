#pragma once
#include <algorithm>
#include <chrono>

namespace yc::client::sync {

/// How long to wait after a failed contact: doubling from the first to the longest, and from the start again
/// after a good one.
class BackOff {
  public:
    BackOff(std::chrono::milliseconds first, std::chrono::milliseconds longest)
        : first_(first), longest_(longest) {}

    [[nodiscard]] std::chrono::milliseconds next() {
        wait_ = wait_.count() == 0 ? first_ : std::min(wait_ * 2, longest_);
        return wait_;
    }
    void reset() { wait_ = std::chrono::milliseconds{0}; }

  private:
    std::chrono::milliseconds first_;
    std::chrono::milliseconds longest_;
    std::chrono::milliseconds wait_{0};
};

}  // namespace yc::client::sync
