#include "client/ui/pages/dossier_page.h"

#include <wx/weakref.h>
#include <wx/wupdlock.h>

#include "client/ui/pages/dossier/act_questions.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/words.h"

namespace yc::client::ui {

using domain::DossierActKind;

DossierPage::DossierPage(wxWindow* parent, Context& context) : Page(parent, context, "dossier") {
    search_ =
        new SearchPanel(this, context, [this](const desk::DossierRequest& request) { open(request, {}); });
    search_->SetMinSize(wxSize(270, -1));
    auto* middle = make_middle();
    side_ = new SidePanel(this, {[this](const desk::DossierCaseView& one) { open_case(one); },
                                 [this](const desk::DossierRelatedView& one) { open_related(one); },
                                 [this] { return to_wx(dossiers().watermark()); }});
    side_->SetMinSize(wxSize(320, -1));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(search_, wxSizerFlags().Expand());
    row->Add(middle, wxSizerFlags(3).Expand().Border(wxLEFT | wxRIGHT, space::medium));
    row->Add(side_, wxSizerFlags(1).Expand());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(row, wxSizerFlags(1).Expand().Border(wxALL, space::medium));
    SetSizer(column);
    refresh();
}

Card* DossierPage::make_middle() {
    auto* card = new Card(this, space::medium);
    file_ = new FilePanel(
        card, context_.background,
        {.choose =
             [this](const std::string& field, const auto& keep) {
                 dossiers().choose(field, keep, then(words("ui.dossier.chosen")));
             },
         .undo = [this](const std::string& id) { dossiers().undo(id, then(words("ui.dossier.undone"))); },
         .act = [this](DossierActKind kind, const auto& subject,
                       const auto& name) { act(kind, subject, name); },
         .pages = [this](const auto& pages, const auto& name) { show_pages(pages, name); },
         .read = [this](const std::string& sha) -> PageThumbnails::Read {
             return [read = dossiers().page_reader(sha)] { return read().value_or(std::string()); };
         },
         .watermark = [this] { return to_wx(dossiers().watermark()); }});
    card->content()->Add(file_, wxSizerFlags(1).Expand());
    papers_ = new wxPanel(card);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_button(papers_, words("ui.cmd.dossier.close_pages") + "  Esc", ButtonLook::plain,
                            "dossier.close_pages", [this] { CallAfter([this] { hide_pages(); }); }),
                wxSizerFlags().Border(wxBOTTOM, space::small));
    viewer_ = new PageViewer(
        papers_, "dossier.viewer", context_.background, [this](const std::string& sha, const auto& give) {
            context_.background.run(
                this, dossiers().page_reader(sha), [give](const base::Result<std::string>& bytes) {
                    give(bytes ? *bytes : std::string(), bytes ? wxString() : words(bytes.error()));
                });
        });
    column->Add(viewer_, wxSizerFlags(1).Expand());
    papers_->SetSizer(column);
    papers_->Hide();
    card->content()->Add(papers_, wxSizerFlags(1).Expand());
    return card;
}

void DossierPage::came_up() {
    if (view_)
        file_->focus_first();
    else
        search_->focus_number();
}

void DossierPage::refresh() {
    const wxWindowUpdateLocker quiet(this);
    view_.reset();
    if (dossiers().is_open()) view_ = dossiers().view();
    hide_pages();
    file_->show(view_, words("ui.dossier.none_advice"));
    side_->show(view_);
    show_ground();
}

void DossierPage::show_ground() {
    if (!dossiers().is_open()) return search_->show_ground({});
    const desk::DossierRequest& request = dossiers().request();
    wxString ground = words(!request.ticket.empty()    ? "ui.dossier.ground.intake"
                            : !request.case_id.empty() ? "ui.dossier.ground.case"
                                                       : "ui.dossier.ground.reason");
    if (!back_.empty())
        ground += "\n" + words("ui.dossier.back", {{"page", to_utf8(words("ui.page." + back_))}});
    search_->show_ground(ground);
}

desk::Dossiers::Done DossierPage::then(const wxString& done) {
    return [self = wxWeakRef<DossierPage>(this), done](const base::Result<void>& result) {
        if (!self) return;
        self->refresh();
        if (!result)
            self->context_.complain(result.error());
        else if (!done.empty())
            self->context_.say(desk::Tone::good, done, {});
        if (self->IsShownOnScreen() && self->view_) self->file_->focus_first();
    };
}

void DossierPage::open(const desk::DossierRequest& request, const std::string& back) {
    back_ = back;
    dossiers().close();
    refresh();
    file_->show({}, words("desk.dossier.looking"));
    dossiers().open(request, then({}));
}

void DossierPage::act(DossierActKind kind, const std::string& subject, const std::string& name) {
    if (const auto asked = ask_act(this, context_, kind, subject, name))
        dossiers().act(*asked, then(words("ui.dossier.done")));
}

void DossierPage::show_pages(const std::vector<desk::DossierImage>& images, const std::string& name) {
    std::vector<ViewerPage> pages;
    for (const desk::DossierImage& image : images)
        pages.push_back({image.sha256, image.rotation, to_wx(name)});
    came_from_ = wxWindow::FindFocus();
    viewer_->mark(to_wx(dossiers().watermark()));
    viewer_->show(std::move(pages));
    viewer_->show_page(0);
    file_->Hide();
    papers_->Show();
    papers_->GetParent()->Layout();
    FindWindow("dossier.close_pages")->SetFocus();
}

void DossierPage::hide_pages() {
    if (!papers_->IsShown()) return;
    papers_->Hide();
    file_->Show();
    papers_->GetParent()->Layout();
    if (came_from_) came_from_->SetFocus();
}

void DossierPage::open_case(const desk::DossierCaseView& one) {
    if (!one.here) return context_.say(desk::Tone::warn, words("ui.dossier.case_elsewhere"), {});
    context_.find_cases(one.case_no);
}

void DossierPage::open_related(const desk::DossierRelatedView& related) {
    if (!related.key) return context_.say(desk::Tone::warn, words("ui.dossier.related_unknown"), {});
    desk::DossierRequest request{.key = *related.key, .reason = dossiers().request().reason};
    for (const desk::DossierCaseView& one : view_->cases)
        if (one.case_no == related.case_no) request.case_id = one.case_id;
    open(request, back_);
}

void DossierPage::back() {
    if (papers_->IsShown()) return hide_pages();
    context_.go_to(std::exchange(back_, {}));
}

std::vector<Command> DossierPage::commands() {
    const auto when_open = [this] { return view_.has_value(); };
    std::vector<Command> commands = settling_commands();
    for (Command& command : std::vector<Command>{
             {"dossier.number", "F2", {}, {}, [this] { search_->focus_number(); }},
             {"dossier.reload", "F5", {}, when_open, [this] { dossiers().reload(then({})); }},
             {"dossier.documents", "D", {}, when_open, [this] { file_->focus_documents(); }},
             {"dossier.cases", "C", {}, when_open, [this] { side_->focus_cases(); }},
             {"dossier.merge",
              "M",
              {},
              [this] { return may_correct(); },
              [this] { act(DossierActKind::merge, {}, {}); }},
             {"dossier.unmerge",
              "",
              {},
              [this] { return may_correct() && !dossiers().others().empty(); },
              [this] { act(DossierActKind::unmerge, {}, {}); }},
             {"dossier.back",
              "Esc",
              {},
              [this] { return papers_->IsShown() || !back_.empty(); },
              [this] { back(); }}})
        commands.push_back(std::move(command));
    return commands;
}

std::vector<Command> DossierPage::settling_commands() {
    if (papers_->IsShown()) return {};  // nothing is settled unseen
    const auto conflict = [this] { return file_->has_conflict(); };
    std::vector<Command> commands = {
        {"dossier.keep_all", "B", {}, [this] { return file_->can_choose(0); }, [this] { file_->keep_all(); }},
        {"dossier.undo", "U", {}, [this] { return file_->can_undo(); }, [this] { file_->undo(); }},
        {"dossier.next", "J", {}, conflict, [this] { file_->move(1); }},
        {"dossier.previous", "K", {}, conflict, [this] { file_->move(-1); }}};
    for (size_t value = 0; value < 9 && file_->can_choose(value); ++value) {
        const std::string number = std::to_string(value + 1);
        commands.push_back({"dossier.choose" + number,
                            number,
                            words("ui.cmd.dossier.choose_nth", {{"n", number}}),
                            {},
                            [this, value] { file_->choose(value); }});
    }
    return commands;
}

}  // namespace yc::client::ui
