#include "client/ui/pages/settings_page.h"

#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stdpaths.h>

#include "client/desk/durability.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/widgets/card.h"
#include "client/ui/words.h"

namespace yc::client::ui {

SettingsPage::SettingsPage(wxWindow* parent, Context& context_given)
    : Page(parent, context_given, "settings") {
    auto* area = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL);
    area->SetScrollRate(0, 12);
    auto* card = new Card(area, space::page);
    card->SetMinSize(wxSize(560, -1));
    card->content()->Add(make_label(card, words("ui.page.settings"), TypeSize::title));
    card->content()->Add(make_label(card, words("ui.settings.language"), TypeSize::strong),
                         wxSizerFlags().Border(wxTOP, space::large));
    auto* language = new ChipRow(card, "settings.language", [this](const std::string& name) {
        const auto chosen = base::from_name<localization::Language>(name);
        if (!chosen) return;
        context_.settings.set_language(*chosen);
        localization::set_language(*chosen);
        context_.rebuild();
    });
    language->show({{"zh_CN", L"简体中文"}, {"en", "English"}},
                   std::string(base::to_name(localization::language())));
    card->content()->Add(language, wxSizerFlags().Expand().Border(wxTOP, space::small));
    card->content()->Add(make_label(card, words("ui.settings.theme"), TypeSize::strong),
                         wxSizerFlags().Border(wxTOP, space::large));
    auto* theme = new ChipRow(card, "settings.theme", [this](const std::string& number) {
        const auto kind = static_cast<ThemeKind>(std::stoi(number));
        context_.settings.set_theme(kind);
        use_theme(kind);
        context_.rebuild();
    });
    std::vector<Chip> themes;
    for (const char* name : {"system", "light", "dark", "contrast"})
        themes.push_back({std::to_string(themes.size()), words(std::string("ui.settings.theme.") + name)});
    theme->show(themes, std::to_string(static_cast<int>(theme_in_force())));
    card->content()->Add(theme, wxSizerFlags().Expand().Border(wxTOP, space::small));
    add_place(card);
    card->content()->Add(make_label(card, words("ui.settings.scanner"), TypeSize::strong),
                         wxSizerFlags().Border(wxTOP, space::large));
    const std::string scanner = context_.settings.scanner();
    card->content()->Add(
        new WrappingText(card, scanner.empty() ? words("ui.settings.scanner_first") : to_wx(scanner),
                         TypeSize::text, Ink::muted),
        wxSizerFlags().Expand().Border(wxTOP, space::small));
    add_self_test(card);
    card->content()->Add(make_divider(card), wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, space::large));
    card->content()->Add(make_button(card, words("ui.cmd.sign_out"), ButtonLook::plain, "settings.sign_out",
                                     [this] { context_.sign_out(); }));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(card, wxSizerFlags().CentreHorizontal().Border(wxALL, space::page));
    area->SetSizer(column);
    auto* whole = new wxBoxSizer(wxVERTICAL);
    whole->Add(area, wxSizerFlags(1).Expand());
    SetSizer(whole);
}

void SettingsPage::add_place(Card* card) {
    const desk::Who& who = context_.workplace.who();
    wxString place = who.counter ? to_wx(who.counter->name) : words("ui.settings.counter_none");
    if (who.hall) place = to_wx(who.hall->name) + L" · " + place;
    card->content()->Add(make_label(card, words("ui.settings.counter"), TypeSize::strong),
                         wxSizerFlags().Border(wxTOP, space::large));
    for (const wxString& line : {place, words("ui.signin.hub", {{"url", context_.workplace.hints().hub_url}}),
                                 words("ui.settings.counter_change")})
        card->content()->Add(new WrappingText(card, line, TypeSize::text, Ink::muted),
                             wxSizerFlags().Expand().Border(wxTOP, space::hair));
}

void SettingsPage::add_self_test(Card* card) {
    card->content()->Add(make_label(card, words("ui.settings.durability"), TypeSize::strong),
                         wxSizerFlags().Border(wxTOP, space::large));
    card->content()->Add(
        new WrappingText(card, words("ui.settings.durability_about"), TypeSize::text, Ink::muted),
        wxSizerFlags().Expand().Border(wxTOP, space::hair));
    self_test_ = make_button(card, words("ui.settings.durability_start"), ButtonLook::plain,
                             "settings.durability", [this] { test_durability(); });
    card->content()->Add(self_test_, wxSizerFlags().Border(wxTOP, space::small));
}

void SettingsPage::test_durability() {
    constexpr int rounds = 8;
    self_test_->Disable();
    self_test_->SetLabel(words("ui.settings.durability_running"));
    const std::vector<std::string> writer{to_utf8(wxStandardPaths::Get().GetExecutablePath()),
                                          "--selftest-writer"};
    context_.background.run(
        this,
        [writer, folder = context_.papers_dir] {
            return desk::check_durability(folder, writer, rounds, base::SystemClock());
        },
        [this](const base::Result<desk::DurabilityReport>& report) {
            self_test_->Enable();
            self_test_->SetLabel(words("ui.settings.durability_start"));
            if (!report) return context_.complain(report.error());
            context_.say(report->sound() ? desk::Tone::good : desk::Tone::bad, words(report->in_words()), {});
        });
}

}  // namespace yc::client::ui
