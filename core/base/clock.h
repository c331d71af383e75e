#pragma once
#include <atomic>

#include "core/base/date.h"

namespace yc::base {

/// Where the time comes from. Passed in wherever time matters, so that tests can set it. Safe from any
/// thread.
class Clock {
  public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    [[nodiscard]] Date today() const { return date_of(now()); }
};

/// The machine's clock.
class SystemClock final : public Clock {
  public:
    [[nodiscard]] Instant now() const override;
};

/// A clock that stands still until it is moved; also backwards, as real ones do.
class ManualClock final : public Clock {
  public:
    explicit ManualClock(Instant start) : now_(start) {}
    [[nodiscard]] Instant now() const override { return now_.load(); }
    void set(Instant instant) { now_ = instant; }
    void advance(std::chrono::milliseconds by) { now_ = now_.load() + by; }

  private:
    std::atomic<Instant> now_;
};

}  // namespace yc::base
