#include "client/ui/pages/supplement_panel.h"

#include <wx/checkbox.h>
#include <wx/sizer.h>

#include <algorithm>

#include "client/ui/widgets/buttons.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/labels.h"
#include "client/ui/words.h"

namespace yc::client::ui {

SupplementPanel::SupplementPanel(wxWindow* parent, Context& context,
                                 std::function<void(const desk::SupplementOutcome&)> done)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL, "supplement"),
      context_(context),
      done_(std::move(done)),
      scan_(context, this) {
    SetSizer(new wxBoxSizer(wxVERTICAL));
    Hide();
}

void SupplementPanel::show(const std::optional<desk::CaseView>& view) {
    std::vector<std::string> awaited;
    if (view && context_.workplace.has_role(domain::Role::clerk)) awaited = desk::awaited_papers(view->state);
    if (awaited.empty()) {
        case_id_.clear();
        Hide();
        return;
    }
    const bool same = std::equal(awaited.begin(), awaited.end(), lines_.begin(), lines_.end(),
                                 [](const std::string& code, const Line& line) { return code == line.code; });
    if (case_id_ != view->row.case_id || !same) {
        case_id_ = view->row.case_id;
        lines_.clear();
        for (const std::string& code : awaited) {
            wxString name = to_wx(code);
            for (const auto& material : view->materials)
                if (material.code == code) name = to_wx(material.name);
            lines_.push_back({code, name});
        }
        build();
    }
    Show();
}

void SupplementPanel::build() {
    GetSizer()->Clear(true);
    GetSizer()->Add(make_divider(this), wxSizerFlags().Expand().Border(wxBOTTOM, space::small));
    GetSizer()->Add(make_label(this, words("ui.supplement.title"), TypeSize::strong));
    for (size_t i = 0; i < lines_.size(); ++i) {
        Line& line = lines_[i];
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        wxString label = line.name;
        if (!line.pages.empty())
            label += L" · " + words("ui.supplement.pages", {{"count", std::to_string(line.pages.size())}});
        auto* box = new wxCheckBox(this, wxID_ANY, label, wxDefaultPosition, wxDefaultSize, 0,
                                   wxDefaultValidator, "supplement." + to_wx(line.code));
        box->SetValue(line.handed_in);
        box->Bind(wxEVT_CHECKBOX,
                  [this, i](wxCommandEvent& event) { lines_[i].handed_in = event.IsChecked(); });
        row->Add(box, wxSizerFlags(1).CentreVertical());
        GetSizer()->Add(row, wxSizerFlags().Expand().Border(wxTOP, space::hair));
    }
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(
        make_button(this, words("ui.intake.scan"), ButtonLook::plain, "supplement.scan", [this] { scan(); }));
    buttons->Add(make_button(this, words("ui.intake.file"), ButtonLook::plain, "supplement.file",
                             [this] { add_pages(ask_for_images(this, context_)); }),
                 wxSizerFlags().Border(wxLEFT, space::hair));
    buttons->AddStretchSpacer();
    buttons->Add(make_button(this, words("ui.supplement.take_in") + "  F9", ButtonLook::primary,
                             "supplement.take_in", [this] { take_in(); }));
    GetSizer()->Add(buttons, wxSizerFlags().Expand().Border(wxTOP, space::small));
    if (GetParent()->GetSizer() != nullptr) GetParent()->Layout();
}

void SupplementPanel::scan() {
    scan_.start([this](const std::vector<std::string>& pages) { add_pages(pages); },
                [this] { add_pages(ask_for_images(this, context_)); });
}

void SupplementPanel::add_pages(const std::vector<std::string>& images) {
    if (images.empty()) return;
    Line* target = nullptr;
    for (Line& line : lines_)
        if (target == nullptr && !line.handed_in) target = &line;
    if (target == nullptr && !lines_.empty()) target = &lines_.back();
    if (target == nullptr) return;
    for (const std::string& image : images) {
        auto page = context_.workplace.supplement().add_page(image);
        if (!page) return context_.complain(page.error());
        target->pages.push_back(page->sha256);
    }
    target->handed_in = true;
    CallAfter([this] { build(); });
}

void SupplementPanel::take_in() {
    std::map<std::string, std::vector<std::string>> handed_in;
    for (const Line& line : lines_)
        if (line.handed_in) handed_in[line.code] = line.pages;
    const std::string case_id = case_id_;  // taking in changes the list, and with it what is shown
    auto outcome = context_.workplace.supplement().take_in(case_id, handed_in);
    if (!outcome) return context_.complain(outcome.error());
    case_id_.clear();
    done_(*outcome);
}

}  // namespace yc::client::ui
