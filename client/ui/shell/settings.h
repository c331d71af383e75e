#pragma once
#include <filesystem>
#include <memory>

#include "client/ui/theme/palette.h"
#include "localization/localization.h"

class wxFileConfig;

namespace yc::client::ui {

/// What a person set for this computer: language and look. Never anything about a citizen.
class Settings final {
  public:
    explicit Settings(const std::filesystem::path& data_dir);
    ~Settings();
    [[nodiscard]] localization::Language language() const;
    void set_language(localization::Language language);
    [[nodiscard]] ThemeKind theme() const;
    void set_theme(ThemeKind theme);
    /// The draft that was open when the windows were rebuilt or closed; only its id.
    [[nodiscard]] std::string open_draft() const;
    void set_open_draft(const std::string& id);
    /// The scanner used last.
    [[nodiscard]] std::string scanner() const;
    void set_scanner(const std::string& id);

  private:
    std::unique_ptr<wxFileConfig> file_;
};

}  // namespace yc::client::ui
