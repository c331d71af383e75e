#include "client/ui/pages/report_page.h"

#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "client/ui/platform/native_style.h"
#include "client/ui/widgets/paper_files.h"
#include "client/ui/words.h"

namespace yc::client::ui {
namespace {

const char* word_of(desk::DailyScope::Kind kind) {
    switch (kind) {
        case desk::DailyScope::Kind::mine:
            return "ui.report.mine";
        case desk::DailyScope::Kind::counter:
            return "ui.report.counter";
        case desk::DailyScope::Kind::hall:
            return "ui.report.hall";
        case desk::DailyScope::Kind::department:
            return "ui.report.department";
    }
    return "";
}

}  // namespace

ReportPage::ReportPage(wxWindow* parent, Context& context)
    : Page(parent, context, "report"),
      scopes_(context.workplace.daily_report().scopes()),
      day_(context.workplace.clock().today()) {
    auto* left = new Card(this, space::medium);
    left->SetMinSize(wxSize(ui::characters(this, 42), -1));
    left->content()->Add(make_label(left, words("ui.report.daily"), TypeSize::section),
                         wxSizerFlags().Border(wxBOTTOM, space::small));
    auto* day = new wxBoxSizer(wxHORIZONTAL);
    auto step = [this, left](const wxString& sign, const char* key, int by) {
        auto* button = make_button(left, sign, ButtonLook::plain, std::string("report.") + key,
                                   [this, by] { move_day(by); });
        button->SetToolTip(words(std::string("ui.cmd.report.") + key));
        platform::set_accessible_name(button, to_utf8(words(std::string("ui.cmd.report.") + key)));
        return button;
    };
    date_ = new wxTextCtrl(left, wxID_ANY, to_wx(base::to_string(day_)), wxDefaultPosition, wxDefaultSize,
                           wxTE_PROCESS_ENTER, wxDefaultValidator, "report.date");
    platform::set_accessible_name(date_, to_utf8(words("ui.report.date")));
    date_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
        auto parsed = base::parse_date(to_utf8(date_->GetValue()));
        if (!parsed) return context_.complain(parsed.error());
        day_ = *parsed;
        refresh();
    });
    day->Add(step(L"‹", "previous_day", -1));
    day->Add(date_, wxSizerFlags(1).Border(wxLEFT | wxRIGHT, space::hair));
    day->Add(step(L"›", "next_day", 1));
    left->content()->Add(day, wxSizerFlags().Expand().Border(wxBOTTOM, space::small));
    scope_ = new ChipRow(left, "report.scope", [this](const std::string&) { refresh(); });
    std::vector<Chip> chips;
    for (size_t i = 0; i < scopes_.size(); ++i)
        chips.push_back({std::to_string(i), words(word_of(scopes_[i].kind))});
    scope_->show(chips, "0");
    left->content()->Add(scope_, wxSizerFlags().Expand().Border(wxBOTTOM, space::small));
    auto* figures = new wxScrolledWindow(left, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL);
    figures->SetScrollRate(0, 12);
    figures->SetBackgroundColour(colour(Paint::surface));
    figures_ = figures;
    figures_->SetSizer(new wxBoxSizer(wxVERTICAL));
    left->content()->Add(figures_, wxSizerFlags(1).Expand());
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(make_button(left, words("ui.cmd.report.save") + "  Ctrl+S", ButtonLook::primary,
                             "report.save", [this] { save(); }),
                 wxSizerFlags(1));
    buttons->Add(make_button(left, words("ui.cmd.report.print") + "  Ctrl+P", ButtonLook::plain,
                             "report.print", [this] { print(); }),
                 wxSizerFlags(1).Border(wxLEFT, space::small));
    left->content()->Add(buttons, wxSizerFlags().Expand().Border(wxTOP, space::small));
    auto* right = new Card(this, space::hair);
    preview_ = new PaperView(right);
    right->content()->Add(preview_, wxSizerFlags(1).Expand());
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(left, wxSizerFlags().Expand());
    row->Add(right, wxSizerFlags(1).Expand().Border(wxLEFT, space::medium));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(row, wxSizerFlags(1).Expand().Border(wxALL, space::medium));
    SetSizer(column);
}

void ReportPage::came_up() {
    refresh();
    date_->SetFocus();
}

void ReportPage::changed(desk::Change change) {
    if (change == desk::Change::cases) refresh();
}

std::vector<Command> ReportPage::commands() {
    return {{"report.previous_day", "Ctrl+Left", {}, {}, [this] { move_day(-1); }},
            {"report.next_day", "Ctrl+Right", {}, {}, [this] { move_day(1); }},
            {"report.save", "Ctrl+S", {}, [this] { return paper_.has_value(); }, [this] { save(); }},
            {"report.print", "Ctrl+P", {}, [this] { return paper_.has_value(); }, [this] { print(); }}};
}

void ReportPage::move_day(int by) {
    day_ = base::add_days(day_, by);
    date_->ChangeValue(to_wx(base::to_string(day_)));
    refresh();
}

void ReportPage::refresh() {
    if (scopes_.empty()) return;
    const desk::DailyScope& scope = scopes_[std::stoul(scope_->chosen())];
    auto figures = context_.workplace.daily_report().figures(day_, scope);
    if (!figures) return context_.complain(figures.error());
    show_figures(*figures);
    auto paper = context_.workplace.daily_report().print(day_, scope);
    if (!paper) return context_.complain(paper.error());
    paper_ = *std::move(paper);
    preview_->show(paper_->pages);
}

void ReportPage::show_figures(const desk::DailyFigures& figures) {
    auto* column = figures_->GetSizer();
    column->Clear(true);
    column->Add(
        make_label(figures_, to_wx(figures.scope_name), TypeSize::strong, Ink::normal, wxST_ELLIPSIZE_END),
        wxSizerFlags().Expand().Border(wxBOTTOM, space::small));
    for (const auto& figure : figures.figures) {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(make_label(figures_, words(figure.name)), wxSizerFlags(1).CentreVertical());
        row->Add(make_label(figures_, wxString::Format("%d", figure.value), TypeSize::section),
                 wxSizerFlags().CentreVertical());
        column->Add(row, wxSizerFlags().Expand().Border(wxTOP, 2));
    }
    column->Add(make_divider(figures_), wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, space::small));
    auto* balance = new WrappingText(figures_, words(figures.balance), TypeSize::text,
                                     figures.balances ? Ink::good : Ink::bad);
    balance->SetName("report.balance");
    column->Add(balance, wxSizerFlags().Expand());
    if (figures.not_sent > 0)
        column->Add(new WrappingText(
                        figures_, words("ui.report.not_sent", {{"count", std::to_string(figures.not_sent)}}),
                        TypeSize::caption, Ink::warn),
                    wxSizerFlags().Expand().Border(wxTOP, space::hair));
    figures_->FitInside();
    figures_->Layout();
}

void ReportPage::save() {
    if (!paper_) return;
    auto saved = save_paper(*paper_, context_.papers_dir);
    if (!saved) return context_.complain(saved.error());
    context_.say(desk::Tone::good, words("ui.paper.saved", {{"file", saved->string()}}),
                 {{words("ui.paper.open"), [this, file = *saved] { open_paper(context_, file); }},
                  {words("ui.paper.save_as"), [this] {
                       if (auto done = save_paper_as(this, *paper_); !done) context_.complain(done.error());
                   }}});
}

void ReportPage::print() {
    if (paper_) print_pages(wxGetTopLevelParent(this), words(paper_->title), paper_->pages);
}

}  // namespace yc::client::ui
