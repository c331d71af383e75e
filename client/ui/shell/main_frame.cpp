#include "client/ui/shell/main_frame.h"

#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/textdlg.h>
#include <wx/weakref.h>
#include <wx/wupdlock.h>

#include "client/ui/pages/page_list.h"
#include "client/ui/shell/key_sheet.h"
#include "client/ui/shell/sign_in_view.h"
#include "client/ui/shell/top_bar.h"
#include "client/ui/words.h"

namespace yc::client::ui {

MainFrame::MainFrame(const Parts& parts)
    : wxFrame(nullptr, wxID_ANY, words("ui.product"), wxDefaultPosition, wxSize(1366, 768)),
      context_{parts.workplace,
               parts.background,
               parts.scanner,
               parts.settings,
               parts.data_dir / "papers",
               {},
               {},
               {},
               {},
               {},
               {},
               {}} {
    context_.say = [this](desk::Tone tone, const wxString& text, std::vector<BarAction> actions) {
        if (message_ == nullptr) return;
        if (text.empty())
            message_->clear();
        else
            message_->say(tone, text, std::move(actions));
    };
    context_.go_to = [this](const std::string& id) { go_to(id); };
    context_.resume_draft = [this](const std::string& draft) {
        go_to("intake");
        if (auto* intake = page("intake")) resume_on_intake_page(*intake, draft);
    };
    context_.open_dossier = [this](const desk::DossierRequest& request, const std::string& back) {
        go_to("dossier");
        if (auto* dossier = page("dossier")) open_on_dossier_page(*dossier, request, back);
    };
    context_.find_cases = [this](const std::string& text) {
        go_to("cases");
        if (auto* cases = page("cases")) cases->search(text);
    };
    context_.rebuild = [this] { CallAfter([this] { rebuild(); }); };
    context_.sign_out = [this] { CallAfter([this] { sign_out(); }); };
    SetMinSize(wxSize(1024, 640));
    SetSizer(new wxBoxSizer(wxVERTICAL));
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (rail_ == nullptr) return event.Skip();
        const int said = message_->said();
        Page* front = page(current_);
        const bool ran =
            (front != nullptr && run_by_key(front->commands(), event)) || run_by_key(everywhere(), event);
        if (!ran && event.GetKeyCode() == WXK_ESCAPE && message_->IsShown()) return message_->clear();
        // What went well is taken away by the next action; what that action itself says stays.
        if (ran && message_ != nullptr && message_->said() == said && message_->fleeting()) message_->clear();
        if (!ran) event.Skip();
    });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
        put_away();
        event.Skip();
    });
    subscription_ = context_.workplace.observe([this](desk::Change change) { told(change); });
    show_sign_in();
}

MainFrame::~MainFrame() {
    subscription_ = {};
}

void MainFrame::put_away() {
    for (auto& [id, one] : pages_) one->going();
    subscription_ = {};
}

void MainFrame::clear() {
    for (auto& [id, one] : pages_) one->going();
    pages_.clear();
    sign_in_ = nullptr;
    rail_ = nullptr;
    top_ = nullptr;
    message_ = nullptr;
    area_ = nullptr;
    GetSizer()->Clear();
    DestroyChildren();
    SetTitle(words("ui.product"));
}

void MainFrame::show_sign_in() {
    clear();
    sign_in_ = new SignInView(this, context_.workplace, [this] { CallAfter([this] { show_shell(); }); });
    GetSizer()->Add(sign_in_, wxSizerFlags(1).Expand());
    Layout();
}

void MainFrame::sign_in_as(const desk::SignIn& sign_in) {
    if (sign_in_ != nullptr) sign_in_->sign_in_as(sign_in);
}

std::vector<std::string> MainFrame::allowed_pages() const {
    std::vector<std::string> allowed;
    for (const PageInfo& info : all_pages())
        if (may_see(info, context_.workplace)) allowed.push_back(info.id);
    return allowed;
}

void MainFrame::show_shell() {
    if (!context_.workplace.signed_in()) return;
    clear();
    std::vector<Rail::Entry> entries;
    int number = 0;
    for (const std::string& id : allowed_pages()) {
        ++number;
        entries.push_back({id, number <= 9 ? "Alt+" + std::to_string(number) : "", id == "settings"});
    }
    rail_ = new Rail(this, entries, [this](const std::string& id) { go_to(id); });
    auto* right = new wxBoxSizer(wxVERTICAL);
    top_ = new TopBar(this, context_.workplace,
                      {[this](const std::string& text) {
                           if (!text.empty()) context_.find_cases(text);
                       },
                       [this] { go_to("outbox"); }, [this](wxWindow* at) { open_menu(at); }});
    right->Add(top_, wxSizerFlags().Expand());
    message_ = new MessageBar(this, "message", [this] { return top_->message_strip(); });
    top_->Bind(wxEVT_SIZE, [bar = message_](wxSizeEvent& event) {
        event.Skip();
        bar->CallAfter([bar] { bar->stand(); });
    });
    area_ = new wxPanel(this);
    area_->SetSizer(new wxBoxSizer(wxVERTICAL));
    right->Add(area_, wxSizerFlags(1).Expand());
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(rail_, wxSizerFlags().Expand());
    row->Add(right, wxSizerFlags(1).Expand());
    GetSizer()->Add(row, wxSizerFlags(1).Expand());
    Layout();
    const std::string wanted = current_;
    current_.clear();
    const auto allowed = allowed_pages();
    // Work begins where it is done: at the counter, or at the desk of the back office.
    for (const std::string& first : {wanted, std::string("intake"), std::string("review"), allowed.front()})
        if (current_.empty() && std::find(allowed.begin(), allowed.end(), first) != allowed.end())
            go_to(first);
}

Page* MainFrame::page(const std::string& id) {
    if (area_ == nullptr) return nullptr;
    if (const auto found = pages_.find(id); found != pages_.end()) return found->second;
    for (const PageInfo& info : all_pages()) {
        if (info.id != id || !may_see(info, context_.workplace)) continue;
        Page* made = info.make(area_, context_);
        made->Hide();
        area_->GetSizer()->Add(made, wxSizerFlags(1).Expand());
        return pages_[id] = made;
    }
    return nullptr;
}

void MainFrame::go_to(const std::string& id) {
    Page* wanted = page(id);
    if (wanted == nullptr || id == current_) return;
    const wxWindowUpdateLocker quiet(this);
    for (auto& [other, one] : pages_) one->Show(other == id);
    current_ = id;
    rail_->mark(id);
    message_->clear();
    area_->Layout();
    wanted->came_up();
}

void MainFrame::told(desk::Change change) {
    if (rail_ == nullptr) return;
    if (change == desk::Change::connection || change == desk::Change::outbox ||
        change == desk::Change::session)
        top_->show_connection(context_.workplace.connection());
    if (change == desk::Change::session && context_.workplace.session_expired())
        message_->say(desk::Tone::warn, words("ui.session.expired"),
                      {{words("ui.session.renew"), [this] { ask_password_again(); }}});
    if (Page* front = page(current_)) front->changed(change);
}

void MainFrame::ask_password_again() {
    wxPasswordEntryDialog dialog(this, words("ui.session.password"), words("ui.session.renew"));
    if (dialog.ShowModal() != wxID_OK) return;
    const wxWeakRef<MainFrame> self(this);
    context_.workplace.renew_session(to_utf8(dialog.GetValue()),
                                     [this, self](const base::Result<void>& done) {
                                         if (!self) return;
                                         if (done)
                                             message_->say(desk::Tone::good, words("ui.session.renewed"));
                                         else
                                             context_.complain(done.error());
                                     });
}

void MainFrame::rebuild() {
    if (context_.workplace.signed_in())
        show_shell();
    else
        show_sign_in();
    Refresh();
}

void MainFrame::sign_out() {
    clear();
    current_.clear();
    context_.workplace.sign_out();
    show_sign_in();
}

std::vector<Command> MainFrame::everywhere() {
    std::vector<Command> commands;
    int number = 0;
    for (const std::string& id : allowed_pages()) {
        ++number;
        commands.push_back({"page." + id,
                            number <= 9 ? "Alt+" + std::to_string(number) : "",
                            words("ui.page." + id),
                            {},
                            [this, id] { go_to(id); }});
    }
    commands.push_back({"search", "Ctrl+K", {}, {}, [this] { top_->focus_search(); }});
    commands.push_back({"sync", "F5", {}, {}, [this] { context_.workplace.sync_now(); }});
    commands.push_back({"language", "", {}, {}, [this] {
                            const bool chinese = localization::language() == localization::Language::zh_CN;
                            const auto other =
                                chinese ? localization::Language::en : localization::Language::zh_CN;
                            context_.settings.set_language(other);
                            localization::set_language(other);
                            context_.rebuild();
                        }});
    commands.push_back({"keys", "F1", {}, {}, [this] {
                            Page* front = page(current_);
                            show_key_sheet(this,
                                           front != nullptr ? front->commands() : std::vector<Command>{},
                                           everywhere());
                        }});
    commands.push_back({"sign_out", "", {}, {}, [this] { context_.sign_out(); }});
    return commands;
}

void MainFrame::open_menu(wxWindow* at) {
    std::vector<Command> all;
    if (Page* front = page(current_)) all = front->commands();
    const size_t of_page = all.size();
    for (Command& command : everywhere()) all.push_back(std::move(command));
    wxMenu menu;
    for (size_t i = 0; i < all.size(); ++i) {
        if (i == of_page && i > 0) menu.AppendSeparator();
        const wxString key = all[i].key.empty() ? wxString() : "    " + to_wx(all[i].key);
        menu.Append(static_cast<int>(wxID_HIGHEST + 1 + i), all[i].words() + key)->Enable(all[i].allowed());
    }
    const int chosen = GetPopupMenuSelectionFromUser(
        menu, ScreenToClient(at->GetScreenPosition() + wxPoint(0, at->GetSize().y)));
    if (chosen > wxID_HIGHEST) all[static_cast<size_t>(chosen - wxID_HIGHEST - 1)].run();
}

}  // namespace yc::client::ui
