#include "client/ui/pages/outbox_page.h"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/weakref.h>

#include "client/ui/widgets/buttons.h"
#include "client/ui/widgets/card.h"
#include "client/ui/words.h"

namespace yc::client::ui {
namespace {

Ink ink_of_state(desk::OutboxState state) {
    switch (state) {
        case desk::OutboxState::refused:
            return Ink::bad;
        case desk::OutboxState::sent:
            return Ink::good;
        case desk::OutboxState::given_up:
            return Ink::muted;
        case desk::OutboxState::waiting:
        case desk::OutboxState::held_back:
            break;
    }
    return Ink::warn;
}

/// What a file dialog offers: "数据包 (*.ycparcel)".
wxString files_named(const char* label, const std::string& extension) {
    const wxString pattern = "*" + to_wx(extension);
    return words(label) + " (" + pattern + ")|" + pattern;
}

}  // namespace

OutboxPage::OutboxPage(wxWindow* parent, Context& context) : Page(parent, context, "outbox") {
    auto* card = new Card(this, space::medium);
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(make_label(card, words("ui.page.outbox"), TypeSize::section), wxSizerFlags().CentreVertical());
    summary_ = new WrappingText(card, wxString(), TypeSize::text, Ink::muted);
    head->Add(summary_, wxSizerFlags(1).CentreVertical().Border(wxLEFT, space::large));
    head->Add(make_button(card, words("ui.outbox.retry") + "  F5", ButtonLook::primary, "outbox.retry",
                          [this] { context_.workplace.outbox().retry(); }),
              wxSizerFlags().CentreVertical());
    card->content()->Add(head, wxSizerFlags().Expand().Border(wxBOTTOM, space::small));
    table_ = new Table(card, "outbox", words("ui.page.outbox"),
                       {{words("ui.col.time"), 17},
                        {words("ui.col.applicant"), 14},
                        {words("ui.col.what"), 16},
                        {words("ui.col.case_no"), 26},
                        {words("ui.col.state"), 30, true, true}});
    table_->when_empty(words("ui.outbox.empty"), words("ui.outbox.empty_advice"));
    table_->on_select = [this](const std::string&) { show_selected(); };
    card->content()->Add(table_, wxSizerFlags(1).Expand());
    about_ = new WrappingText(card, wxString(), TypeSize::text, Ink::bad);
    about_->SetName("outbox.about");
    card->content()->Add(about_, wxSizerFlags().Expand().Border(wxTOP, space::small));
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    again_ = make_button(card, words("ui.outbox.again"), ButtonLook::plain, "outbox.again",
                         [this] { send_again(); });
    give_up_ = make_button(card, words("ui.outbox.give_up"), ButtonLook::plain, "outbox.give_up",
                           [this] { give_up(); });
    buttons->Add(again_);
    buttons->Add(give_up_, wxSizerFlags().Border(wxLEFT, space::hair));
    buttons->AddStretchSpacer();
    add_parcel_buttons(card, buttons);
    card->content()->Add(buttons, wxSizerFlags().Expand().Border(wxTOP, space::small));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(card, wxSizerFlags(1).Expand().Border(wxALL, space::medium));
    SetSizer(column);
}

void OutboxPage::add_parcel_buttons(wxWindow* parent, wxSizer* row) {
    row->Add(make_label(parent, words("ui.outbox.by_hand"), TypeSize::text, Ink::muted),
             wxSizerFlags().CentreVertical());
    const auto add = [&](const char* label, const char* name, void (OutboxPage::*work)()) {
        row->Add(
            make_button(parent, words(label), ButtonLook::plain, name, [this, work] { (this->*work)(); }),
            wxSizerFlags().CentreVertical().Border(wxLEFT, space::hair));
    };
    add("ui.outbox.pack", "outbox.pack", &OutboxPage::pack);
    add("ui.outbox.deliver", "outbox.deliver", &OutboxPage::deliver);
    add("ui.outbox.take_receipts", "outbox.take_receipts", &OutboxPage::take_receipts);
}

void OutboxPage::came_up() {
    refresh();
    table_->focus_list();
}

void OutboxPage::changed(desk::Change change) {
    if (change == desk::Change::outbox || change == desk::Change::connection) refresh();
}

std::vector<Command> OutboxPage::commands() {
    return {{"outbox.retry", "F5", {}, {}, [this] { context_.workplace.outbox().retry(); }}};
}

void OutboxPage::refresh() {
    auto rows = context_.workplace.outbox().rows();
    if (!rows) return context_.complain(rows.error());
    rows_ = *std::move(rows);
    std::vector<TableRow> shown;
    for (const auto& row : rows_)
        shown.push_back({row.event_id,
                         {{to_wx(base::to_minute_string(row.at)), Ink::muted},
                          {to_wx(row.applicant_name)},
                          {words(row.what)},
                          {to_wx(row.case_no), Ink::muted},
                          {words(row.text), ink_of_state(row.state)}}});
    table_->show(std::move(shown));
    const desk::ConnectionWords connection = context_.workplace.connection();
    wxString summary = words(connection.text);
    if (!connection.advice.empty()) summary += "\n" + words(connection.advice);
    if (const auto pages = context_.workplace.outbox().pages_waiting(); pages && *pages > 0)
        summary += L" · " + words("ui.outbox.pages", {{"count", std::to_string(*pages)}});
    summary_->show(summary);
    show_selected();
}

const desk::OutboxRow* OutboxPage::selected() const {
    for (const auto& row : rows_)
        if (row.event_id == table_->selected()) return &row;
    return nullptr;
}

void OutboxPage::show_selected() {
    const auto* row = selected();
    const bool refused = row != nullptr && row->state == desk::OutboxState::refused;
    about_->Show(refused);
    if (refused) about_->show(words(row->reason) + "\n" + words(row->advice));
    again_->Show(refused);
    give_up_->Show(refused);
    table_->GetParent()->Layout();
}

desk::Outbox::Done OutboxPage::say_when_done() {
    context_.say(desk::Tone::plain, words("ui.outbox.working"), {});
    return [page = wxWeakRef<OutboxPage>(this)](const base::Result<desk::Text>& done) {
        if (!page) return;
        if (!done) return page->context_.complain(done.error());
        page->context_.say(desk::Tone::good, words(*done), {});
        page->refresh();
    };
}

std::filesystem::path OutboxPage::ask_for_file(const char* title, const char* label, const char* extension) {
    wxFileDialog dialog(wxGetTopLevelParent(this), words(title), wxString(), wxString(),
                        files_named(label, extension), wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    return dialog.ShowModal() == wxID_OK ? to_utf8(dialog.GetPath()) : std::string();
}

void OutboxPage::pack() {
    wxFileDialog dialog(wxGetTopLevelParent(this), words("ui.outbox.pack"), wxString(),
                        to_wx(context_.workplace.outbox().parcel_name()),
                        files_named("ui.outbox.parcels", desk::parcel_extension),
                        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() == wxID_OK)
        context_.workplace.outbox().pack(to_utf8(dialog.GetPath()), say_when_done());
}

void OutboxPage::deliver() {
    const auto parcel = ask_for_file("ui.outbox.deliver", "ui.outbox.parcels", desk::parcel_extension);
    if (parcel.empty()) return;
    auto receipts = parcel;
    receipts.replace_extension(desk::receipts_extension);
    context_.workplace.outbox().deliver(parcel, receipts, say_when_done());
}

void OutboxPage::take_receipts() {
    const auto receipts =
        ask_for_file("ui.outbox.take_receipts", "ui.outbox.receipt_files", desk::receipts_extension);
    if (!receipts.empty()) context_.workplace.outbox().take_receipts(receipts, say_when_done());
}

void OutboxPage::send_again() {
    if (auto done = context_.workplace.outbox().send_again(table_->selected()); !done)
        return context_.complain(done.error());
    refresh();
}

void OutboxPage::give_up() {
    // Cannot be undone: the one kind of question that is asked in a box.
    wxMessageDialog sure(wxGetTopLevelParent(this), words("ui.outbox.give_up_sure"),
                         words("ui.outbox.give_up"), wxYES_NO | wxNO_DEFAULT | wxICON_WARNING);
    if (sure.ShowModal() != wxID_YES) return;
    if (auto done = context_.workplace.outbox().give_up(table_->selected()); !done)
        return context_.complain(done.error());
    refresh();
}

}  // namespace yc::client::ui
