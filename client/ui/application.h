#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "client/desk/workplace.h"
#include "client/ui/shell/main_frame.h"

namespace yc::client::ui {

struct StartOptions {
    std::filesystem::path data_dir;
    std::string hub_url;
    std::string user;
    std::string password;
    std::string counter;
};

/// One client program: its store, its workers and its window. Tests make several, each with its own folder.
/// UI thread only.
class Station final {
  public:
    /// Opens the store and shows the window; the rest follows while the window is already usable. Errors:
    /// those of Workplace::open.
    static base::Result<std::unique_ptr<Station>> open(const StartOptions& options, const base::Clock& clock);
    ~Station();
    Station(const Station&) = delete;
    Station& operator=(const Station&) = delete;

    [[nodiscard]] MainFrame& frame() { return *frame_; }
    [[nodiscard]] desk::Workplace& workplace() { return *workplace_; }

  private:
    Station();
    std::shared_ptr<bool> alive_;
    std::unique_ptr<Background> background_;
    std::unique_ptr<devices::Scanner> scanner_;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<desk::Workplace> workplace_;
    wxWeakRef<MainFrame> frame_;
};

/// Before the first window: image formats, base font, style sheet, language.
void prepare_toolkit(const std::filesystem::path& data_dir);

}  // namespace yc::client::ui
