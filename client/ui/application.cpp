#include "client/ui/application.h"

#include <wx/app.h>
#include <wx/image.h>

#include "client/devices/scanner.h"
#include "client/ui/platform/native_style.h"

namespace yc::client::ui {

void prepare_toolkit(const std::filesystem::path& data_dir) {
    wxImage::AddHandler(new wxJPEGHandler);
    wxImage::AddHandler(new wxPNGHandler);
    platform::raise_base_font();
    const Settings settings(data_dir);
    localization::set_language(settings.language());
    use_theme(settings.theme());
}

Station::Station() : alive_(std::make_shared<bool>(true)) {}

base::Result<std::unique_ptr<Station>> Station::open(const StartOptions& options, const base::Clock& clock) {
    std::error_code ignored;
    std::filesystem::create_directories(options.data_dir, ignored);
    std::unique_ptr<Station> station(new Station);
    station->background_ = std::make_unique<Background>();
    station->scanner_ = devices::make_sane_scanner();
    station->settings_ = std::make_unique<Settings>(options.data_dir);
    desk::WorkplaceOptions place;
    place.data_dir = options.data_dir;
    place.hub_url = options.hub_url;
    place.clock = &clock;
    place.post = [alive = std::weak_ptr(station->alive_)](std::function<void()> call) {
        on_ui_thread([alive, call = std::move(call)] {
            if (alive.lock()) call();
        });
    };
    YC_TRY(station->workplace_, desk::Workplace::open(std::move(place)));
    station->frame_ = new MainFrame({*station->workplace_, *station->background_, *station->scanner_,
                                     *station->settings_, options.data_dir});
    station->frame_->Show();
    if (!options.user.empty()) station->frame_->sign_in_as({options.user, options.password, options.counter});
    return station;
}

Station::~Station() {
    alive_.reset();
    // The window holds references to everything here and goes first.
    if (frame_) {
        frame_->put_away();
        delete frame_.get();
    }
    background_->close();
    workplace_.reset();
}

}  // namespace yc::client::ui
