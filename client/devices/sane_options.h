#pragma once
#include <sane/sane.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/devices/scanner.h"

namespace yc::client::devices {

/// The options of an open device, always read from its descriptors: the type and unit of the same option
/// differ from backend to backend, and setting one may change the others. On the SANE thread only.
class SaneOptions {
  public:
    explicit SaneOptions(SANE_Handle device) : device_(device) {}

    /// Sets source, colour, depth, resolution and an A4 area, as far as the device has them. Errors:
    /// scanner.unsupported when it has no feeder but one is asked for, or no such colour.
    [[nodiscard]] base::Result<void> apply(const ScanRequest& request);
    /// The resolution really set, in dpi; 0 when the device has no such option.
    [[nodiscard]] int resolution() const;

  private:
    struct Option {
        SANE_Int index;
        const SANE_Option_Descriptor* descriptor;
    };
    [[nodiscard]] std::optional<Option> find(std::string_view name) const;
    /// Sets a text option to its first choice that contains one of the words; false when it has none.
    bool choose(std::string_view name, const std::vector<std::string_view>& words);
    void set_number(std::string_view name, double value);
    void set_area();

    SANE_Handle device_;
};

/// The number nearest to `wanted` that the descriptor's constraint allows.
[[nodiscard]] double nearest_allowed(const SANE_Option_Descriptor& descriptor, double wanted);

}  // namespace yc::client::devices
