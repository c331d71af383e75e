#include "client/ui/shell/settings.h"

#include <wx/fileconf.h>

#include "client/ui/words.h"

namespace yc::client::ui {

Settings::Settings(const std::filesystem::path& data_dir)
    : file_(std::make_unique<wxFileConfig>("yichuang", wxString(), to_wx((data_dir / "window.ini").string()),
                                           wxString(), wxCONFIG_USE_LOCAL_FILE)) {}

Settings::~Settings() = default;

localization::Language Settings::language() const {
    return base::from_name<localization::Language>(to_utf8(file_->Read("language", "zh_CN")))
        .value_or(localization::Language::zh_CN);
}

void Settings::set_language(localization::Language language) {
    file_->Write("language", to_wx(base::to_name(language)));
    file_->Flush();
}

ThemeKind Settings::theme() const {
    const long kind = file_->ReadLong("theme", 0);
    return kind >= 0 && kind <= static_cast<long>(ThemeKind::contrast) ? static_cast<ThemeKind>(kind)
                                                                       : ThemeKind::system;
}

void Settings::set_theme(ThemeKind theme) {
    file_->Write("theme", static_cast<long>(theme));
    file_->Flush();
}

std::string Settings::open_draft() const {
    return to_utf8(file_->Read("draft", wxString()));
}

void Settings::set_open_draft(const std::string& id) {
    if (id == open_draft()) return;
    file_->Write("draft", to_wx(id));
    file_->Flush();
}

std::string Settings::scanner() const {
    return to_utf8(file_->Read("scanner", wxString()));
}

void Settings::set_scanner(const std::string& id) {
    file_->Write("scanner", to_wx(id));
    file_->Flush();
}

}  // namespace yc::client::ui
