#include "client/desk/page_intake.h"

#include <algorithm>

#include "client/capture/page.h"
#include "client/desk/desk.h"
#include "client/store/local_store.h"

namespace yc::client::desk {

namespace {

/// Below this many pixels on the long side an A4 page cannot be read (about 85 dpi).
constexpr int least_long_side = 1000;

std::string verdict_on(const capture::PageInfo& info) {
    if (info.blank) return "desk.page.blank";
    return std::max(info.width, info.height) < least_long_side ? "desk.page.coarse" : "desk.page.good";
}

}  // namespace

base::Result<DraftPage> take_in_page(Desk& desk, std::string_view image) {
    YC_TRY(const capture::PageInfo info, capture::inspect_page(image));
    YC_TRY(std::string sha256, desk.store.save_page(image));
    return DraftPage{.sha256 = std::move(sha256),
                     .media_type = info.format == capture::ImageFormat::jpeg ? "image/jpeg" : "image/png",
                     .width = info.width,
                     .height = info.height,
                     .verdict = verdict_on(info)};
}

PageView page_view(const DraftPage& page) {
    return {.sha256 = page.sha256,
            .media_type = page.media_type,
            .width = page.width,
            .height = page.height,
            .rotation = page.rotation,
            .verdict = {page.verdict, {}},
            .tone = page.verdict == "desk.page.good" ? Tone::good : Tone::warn};
}

}  // namespace yc::client::desk
