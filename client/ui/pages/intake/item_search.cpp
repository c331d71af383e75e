#include "client/ui/pages/intake/item_search.h"

#include <algorithm>

#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "client/ui/platform/native_style.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/words.h"

namespace yc::client::ui {

namespace {

TableRow row_of(const desk::ItemRow& item) {
    const Ink ink = item.can_take ? Ink::normal : Ink::muted;
    return {item.code,
            {{item.favourite ? L"★" : L"☆", item.favourite ? Ink::accent : Ink::muted},
             {.text = to_wx(item.name),
              .ink = ink,
              .marked_from = item.marked_from,
              .marked_length = item.marked_length},
             {to_wx(item.department), Ink::muted},
             item.can_take ? Cell{words(item.kind), Ink::accent} : Cell{words(item.why_not), Ink::muted}}};
}

}  // namespace

ItemSearch::ItemSearch(wxWindow* parent, Calls calls) : wxPanel(parent), calls_(std::move(calls)) {
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    field_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER,
                            wxDefaultValidator, "item.search");
    field_->SetHint(words("ui.intake.item_search_hint"));
    platform::add_class(field_, "search");
    platform::set_accessible_name(field_, to_utf8(words("ui.intake.item_search_hint")));
    line->Add(field_, wxSizerFlags(1).CentreVertical());
    narrow_ = make_button(this, words("ui.filter.open"), ButtonLook::quiet, "item.narrow",
                          [this] { open_filter(); });
    narrow_->SetToolTip(words("ui.cmd.intake.filter") + " (Ctrl+F)");
    narrow_->DisableFocusFromKeyboard();
    line->Add(narrow_, wxSizerFlags().CentreVertical().Border(wxLEFT, space::hair));
    column->Add(line, wxSizerFlags().Expand().Border(wxBOTTOM, space::small));
    filter_ = new ItemFilter(this, {[this] { search(); }, [this] { focus(); }});
    filter_->Hide();
    column->Add(filter_, wxSizerFlags().Expand().Border(wxBOTTOM, space::hair));
    results_ = new Table(this, "item.results", words("ui.intake.item_results"),
                         {{.title = wxString(), .characters = 3, .press = true},
                          {.title = words("ui.col.item"), .characters = 24, .grows = true, .marks = true},
                          {.title = words("ui.col.department"), .characters = 10, .fits = true},
                          {.title = words("ui.col.kind"), .characters = 11, .pill = true, .fits = true}},
                         false);
    results_->on_open = [this](const std::string& code) { calls_.choose(code); };
    results_->on_select = [this](const std::string& code) { explain(code); };
    results_->on_press = [this](const std::string& code) { star(code); };
    column->Add(results_, wxSizerFlags(1).Expand());
    found_ = make_label(this, wxString(), TypeSize::caption, Ink::muted, wxST_ELLIPSIZE_END);
    found_->SetName("item.found");
    column->Add(found_, wxSizerFlags().Expand().Border(wxTOP, space::hair));
    SetSizer(column);
    results_->Hide();
    found_->Hide();

    field_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { search(); });
    field_->Bind(wxEVT_SET_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        CallAfter([this] {
            if (field_->HasFocus()) search();
        });
    });
    field_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
        if (!results_->selected().empty()) calls_.choose(results_->selected());
    });
    field_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        switch (event.GetKeyCode()) {
            case WXK_DOWN:
                return results_->move(1);
            case WXK_UP:
                return results_->move(-1);
            case WXK_ESCAPE:
                close();
                return calls_.left();
            default:
                event.Skip();
        }
    });
}

void ItemSearch::use(desk::Intake* intake) {
    intake_ = intake;
    close();
}

void ItemSearch::close() {
    field_->ChangeValue(wxString());
    filter_->clear();
    filter_open_ = false;
    show_results(false);
}

void ItemSearch::focus() {
    field_->SetFocus();
    field_->SelectAll();
}

void ItemSearch::open_filter() {
    filter_open_ = true;
    filter_->offer(intake_->item_choices());
    search();
    filter_->focus();
}

void ItemSearch::search() {
    if (intake_ == nullptr) return;
    const std::string query = to_utf8(field_->GetValue().Trim(true).Trim(false));
    rows_ = intake_->search_items(query, filter_->facets());
    std::vector<TableRow> shown;
    for (const desk::ItemRow& row : rows_) shown.push_back(row_of(row));
    if (filter_->count() > 0)
        results_->when_empty(words("ui.filter.nothing"), words("ui.filter.nothing_advice"));
    else
        results_->when_empty(words("ui.intake.no_results", {{"query", query}}),
                             words("ui.intake.no_results_advice"));
    results_->show(std::move(shown));
    show_results(!rows_.empty() || !query.empty() || filter_open_);
    if (rows_.empty())
        explain({});
    else
        results_->select(rows_.front().code);
}

void ItemSearch::star(const std::string& code) {
    const auto row =
        std::find_if(rows_.begin(), rows_.end(), [&](const auto& each) { return each.code == code; });
    if (row == rows_.end()) return;
    if (auto kept = intake_->set_favourite(code, !row->favourite); !kept)
        return calls_.complain(kept.error());
    search();
    results_->select(code);
}

void ItemSearch::explain(const std::string& code) {
    const auto row =
        std::find_if(rows_.begin(), rows_.end(), [&](const auto& each) { return each.code == code; });
    wxString text;
    const auto add = [&](const wxString& part) {
        if (!part.empty()) text += (text.empty() ? wxString() : wxString(L" · ")) + part;
    };
    if (row != rows_.end()) {
        add(words(row->why_not));
        add(words(row->found));
        if (row->favourite) add(words("ui.intake.favourite"));
        add(words(row->use));
    }
    found_->SetLabelText(text);
    found_->SetToolTip(text);
}

void ItemSearch::show_results(bool shown) {
    const wxString label = filter_->count() > 0
                               ? words("ui.filter.active", {{"count", std::to_string(filter_->count())}})
                               : words("ui.filter.open");
    if (narrow_->GetLabelText() != label) narrow_->SetLabelText(label);
    filter_->Show(shown && filter_open_);
    results_->Show(shown);
    found_->Show(shown);
    Layout();
    calls_.shown();
}

}  // namespace yc::client::ui
