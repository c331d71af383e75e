#pragma once
#include <array>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/enum_names.h"
#include "core/base/result.h"

namespace yc::client::devices {

enum class ScanColour { colour, grey };
enum class ScanSource { flatbed, feeder };
constexpr auto names_of(ScanColour) {
    return std::to_array<base::EnumName<ScanColour>>(
        {{ScanColour::colour, "colour"}, {ScanColour::grey, "grey"}});
}
constexpr auto names_of(ScanSource) {
    return std::to_array<base::EnumName<ScanSource>>(
        {{ScanSource::flatbed, "flatbed"}, {ScanSource::feeder, "feeder"}});
}

struct ScannerInfo {
    std::string id;    ///< what scan() wants
    std::string name;  ///< maker and model, for people
};

struct ScanRequest {
    std::string scanner;  ///< ScannerInfo::id
    ScanSource source = ScanSource::flatbed;
    ScanColour colour = ScanColour::colour;
    int dpi = 300;
    int jpeg_quality = 75;
};

/// One page as it comes out: a whole JPEG image.
struct ScannedPage {
    std::string bytes;
    int width = 0;   ///< pixels
    int height = 0;  ///< pixels
    int dpi = 0;     ///< what the device really used
};

/// How a batch ended when it ended well.
struct ScanSummary {
    int pages = 0;
    bool cancelled = false;
};

/// Page by page, in order, called on the scanner's own thread; must not call the scanner except cancel().
using PageSink = std::function<void(ScannedPage)>;

/// A scanner as the program sees it. Calls block; call from a worker thread, never from the window's. Safe
/// from any thread; one scan at a time, a second is refused with scanner.busy.
class Scanner {
  public:
    virtual ~Scanner() = default;

    /// The scanners at hand. May take seconds. Errors: scanner.unavailable.
    [[nodiscard]] virtual base::Result<std::vector<ScannerInfo>> list() = 0;

    /// Scans one page from the glass, or all pages of the feeder. Pages delivered before an error stay good.
    /// Errors: scanner.not_found, scanner.busy, scanner.feeder_empty, scanner.jammed, scanner.cover_open,
    /// scanner.gone, scanner.access_denied, scanner.out_of_memory, scanner.unsupported, scanner.failed
    /// {status}.
    [[nodiscard]] virtual base::Result<ScanSummary> scan(const ScanRequest& request,
                                                         const PageSink& on_page) = 0;

    /// Ends the scan that runs, soon; a page not finished is dropped. From any thread, also when nothing
    /// runs.
    virtual void cancel() = 0;
};

/// The scanners that SANE drives (Linux).
[[nodiscard]] std::unique_ptr<Scanner> make_sane_scanner();

}  // namespace yc::client::devices
