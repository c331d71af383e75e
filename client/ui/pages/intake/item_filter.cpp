#include "client/ui/pages/intake/item_filter.h"

#include <algorithm>

#include <wx/choice.h>
#include <wx/tglbtn.h>
#include <wx/wrapsizer.h>

#include "client/ui/platform/native_style.h"
#include "client/ui/theme/scale.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/words.h"

namespace yc::client::ui {

namespace {

enum : size_t { department, served, subject, scope };

}  // namespace

ItemFilter::ItemFilter(wxWindow* parent, Calls calls)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL, "item.filter"),
      calls_(std::move(calls)) {
    SetSizer(new wxWrapSizer(wxHORIZONTAL, 0));
    add_facet("item.filter.department", "ui.filter.department", 13);
    add_facet("item.filter.served", "ui.filter.served", 11);
    add_facet("item.filter.subject", "ui.filter.subject", 11);
    add_facet("item.filter.scope", "ui.filter.scope", 11);
    on_the_spot_ = new wxToggleButton(this, wxID_ANY, words("desk.case_kind.immediate"), wxDefaultPosition,
                                      wxDefaultSize, wxBU_EXACTFIT, wxDefaultValidator, "item.filter.spot");
    platform::add_class(on_the_spot_, "chip");
    on_the_spot_->Bind(wxEVT_TOGGLEBUTTON, [this](wxCommandEvent&) { told(); });
    const auto flags = wxSizerFlags().CentreVertical().Border(wxRIGHT | wxBOTTOM, space::hair);
    GetSizer()->Add(on_the_spot_, flags);
    clear_ = make_button(this, L"✕", ButtonLook::quiet, "item.filter.clear", [this] {
        clear();
        calls_.changed();
        calls_.done();
    });
    clear_->SetToolTip(words("ui.filter.clear"));
    platform::set_accessible_name(clear_, to_utf8(words("ui.filter.clear")));
    GetSizer()->Add(clear_, flags);
    clear_->Hide();
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const int key = event.GetKeyCode();
        const bool ends = key == WXK_ESCAPE || key == WXK_RETURN || key == WXK_NUMPAD_ENTER;
        if (!ends || (key != WXK_ESCAPE && clear_->HasFocus())) return event.Skip();
        calls_.done();
    });
}

void ItemFilter::add_facet(const std::string& name, const std::string& spoken, int width) {
    auto* box = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, 0, nullptr, 0,
                             wxDefaultValidator, to_wx(name));
    platform::set_accessible_name(box, to_utf8(words(spoken)));
    platform::keep_narrow(box);
    box->SetInitialSize(wxSize(characters(this, width), -1));
    box->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { told(); });
    GetSizer()->Add(box, wxSizerFlags().CentreVertical().Border(wxRIGHT | wxBOTTOM, space::hair));
    choices_.push_back({box, {}});
}

void ItemFilter::fill(size_t facet, std::vector<Option> options) {
    Facet& one = choices_[facet];
    const wxString before = one.box->GetSelection() > 0 ? one.box->GetStringSelection() : wxString();
    wxArrayString labels;
    for (const Option& option : options) labels.Add(option.label);
    one.options = std::move(options);
    one.box->Set(labels);
    one.box->SetSelection(std::max(0, before.empty() ? 0 : one.box->FindString(before, true)));
}

void ItemFilter::offer(const desk::ItemChoices& choices) {
    const auto any = [](forms::ItemFacets&) {};
    std::vector<Option> options{{words("ui.filter.any_department"), any}};
    for (const auto& [id, name] : choices.departments)
        options.push_back({to_wx(name), [id = id](forms::ItemFacets& facets) { facets.department = id; }});
    fill(department, std::move(options));
    options = {{words("ui.filter.any_served"), any}};
    for (const auto whom : {forms::Served::person, forms::Served::organisation})
        options.push_back({words("ui.filter.served." + std::string(base::to_name(whom))),
                           [whom](forms::ItemFacets& facets) { facets.served = whom; }});
    fill(served, std::move(options));
    options = {{words("ui.filter.any_subject"), any}};
    for (const auto& word : choices.subjects)
        options.push_back({to_wx(word), [word](forms::ItemFacets& facets) { facets.subject = word; }});
    for (const auto& word : choices.life_events)
        options.push_back({words("ui.filter.life_event", {{"name", word}}),
                           [word](forms::ItemFacets& facets) { facets.life_event = word; }});
    fill(subject, std::move(options));
    options = {{words("ui.filter.any_scope"), any}};
    for (const auto reach : choices.scopes)
        options.push_back({words("desk.scope." + std::string(base::to_name(reach))),
                           [reach](forms::ItemFacets& facets) { facets.scope = reach; }});
    fill(scope, std::move(options));
    read();
}

void ItemFilter::read() {
    facets_ = {};
    for (const Facet& each : choices_)
        if (const int at = each.box->GetSelection(); at > 0)
            each.options[static_cast<size_t>(at)].set(facets_);
    facets_.on_the_spot = on_the_spot_->GetValue();
    if (clear_->IsShown() == (count() > 0)) return;
    clear_->Show(count() > 0);
    Layout();
}

void ItemFilter::told() {
    read();
    calls_.changed();
}

int ItemFilter::count() const {
    const auto chosen = std::count_if(choices_.begin(), choices_.end(),
                                      [](const Facet& each) { return each.box->GetSelection() > 0; });
    return static_cast<int>(chosen) + (on_the_spot_->GetValue() ? 1 : 0);
}

void ItemFilter::clear() {
    for (const Facet& each : choices_)
        if (!each.options.empty()) each.box->SetSelection(0);
    on_the_spot_->SetValue(false);
    read();
}

void ItemFilter::focus() {
    choices_.front().box->SetFocus();
}

}  // namespace yc::client::ui
