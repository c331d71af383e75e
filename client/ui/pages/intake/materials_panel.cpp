#include "client/ui/pages/intake/materials_panel.h"

#include <wx/button.h>
#include <wx/dnd.h>
#include <wx/sizer.h>
#include <wx/wrapsizer.h>

#include "client/ui/words.h"

namespace yc::client::ui {
namespace {

class ImageDrop final : public wxFileDropTarget {
  public:
    explicit ImageDrop(MaterialsPanel* panel) : panel_(panel) {}
    bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& names) override {
        std::vector<std::string> files;
        for (const wxString& name : names) files.push_back(to_utf8(name));
        panel_->add_image_files(files);
        return true;
    }

  private:
    MaterialsPanel* panel_;
};

bool is_open(const desk::MaterialRow& row) {
    return row.state == domain::MaterialState::missing;
}

}  // namespace

MaterialsPanel::MaterialsPanel(wxWindow* parent, Context& context)
    : Card(parent, space::medium),
      context_(context),
      scan_(context, this),
      thumbnails_(
          this, context.background, wxSize(26, row_height - 4),
          [this](const std::string& sha256) {
              return [read = intake_->page_reader(sha256)] {
                  auto bytes = read();
                  return bytes ? *std::move(bytes) : std::string();
              };
          },
          [this] { show_list(); }) {
    content()->Add(make_label(this, words("ui.intake.materials"), TypeSize::section),
                   wxSizerFlags().Border(wxBOTTOM, space::small));
    offer_bar_ = new wxPanel(this);
    auto* offers = new wxBoxSizer(wxHORIZONTAL);
    offer_words_ = new WrappingText(offer_bar_, wxString(), TypeSize::strong, Ink::accent);
    offer_words_->SetName("offers.words");
    take_all_ = make_button(offer_bar_, words("ui.intake.take_offers"), ButtonLook::plain, "offers.take",
                            [this] { take_offers(); });
    offers->Add(offer_words_, wxSizerFlags(1).CentreVertical());
    offers->Add(take_all_, wxSizerFlags().CentreVertical());
    offer_bar_->SetSizer(offers);
    offer_bar_->Hide();
    content()->Add(offer_bar_, wxSizerFlags().Expand().Border(wxBOTTOM, space::small));
    list_ = new Table(this, "materials", words("ui.intake.materials"),
                      {{.title = words("ui.col.page"), .characters = 4, .picture = true},
                       {.title = words("ui.col.material"), .characters = 14, .grows = true},
                       {.title = words("ui.col.necessity"), .characters = 6, .fits = true},
                       {.title = words("ui.col.state"), .characters = 6, .pill = true, .fits = true}},
                      false);
    list_->when_empty(words("ui.intake.no_materials"), words("ui.intake.no_materials_advice"));
    fit_list();
    list_->on_select = [this](const std::string&) {
        chosen_by_hand_ = true;
        show_selected();
    };
    content()->Add(list_, wxSizerFlags().Expand());
    tools_ = new wxPanel(this);
    auto* tools = new wxWrapSizer(wxHORIZONTAL, 0);  // larger text needs two lines
    auto* scan = make_button(tools_, words("ui.intake.scan"), ButtonLook::quiet, "material.scan",
                             [this] { capture(); });
    auto* file = make_button(tools_, words("ui.intake.file"), ButtonLook::quiet, "material.file",
                             [this] { add_files(); });
    paper_ = make_button(tools_, words("ui.intake.paper"), ButtonLook::quiet, "material.paper", [this] {
        if (const auto* one = row(list_->selected()))
            intake_->set_paper_only(one->code, one->state != domain::MaterialState::provided);
    });
    defer_ = make_button(tools_, words("ui.intake.defer"), ButtonLook::quiet, "material.defer", [this] {
        if (const auto* one = row(list_->selected()))
            if (auto done = intake_->set_deferred(one->code, one->state != domain::MaterialState::deferred);
                !done)
                context_.complain(done.error());
    });
    take_ = make_button(tools_, words("ui.intake.take"), ButtonLook::quiet, "material.take",
                        [this] { toggle_offer(); });
    for (wxButton* button : {scan, file, paper_, defer_, take_})
        tools->Add(button, wxSizerFlags().CentreVertical());
    tools_->SetSizer(tools);
    content()->Add(tools_, wxSizerFlags().Expand().Border(wxTOP, space::hair));
    about_ = new WrappingText(this, wxString(), TypeSize::caption, Ink::muted);
    content()->Add(about_, wxSizerFlags().Expand().Border(wxTOP, 2));
    viewer_ =
        new PageViewer(this, "pages", context.background, [this](const std::string& sha, const auto& give) {
            context_.background.run(
                viewer_, intake_->page_reader(sha), [give](const base::Result<std::string>& bytes) {
                    give(bytes ? *bytes : std::string(), bytes ? wxString() : words(bytes.error()));
                });
        });
    viewer_->on_rotate = [this](size_t page) { intake_->rotate_page(list_->selected(), page); };
    viewer_->on_remove = [this](size_t page) { intake_->remove_page(list_->selected(), page); };
    content()->Add(viewer_, wxSizerFlags(1).Expand().Border(wxTOP, space::small));
    SetDropTarget(new ImageDrop(this));
}

void MaterialsPanel::use(desk::Intake* intake) {
    intake_ = intake;
    chosen_by_hand_ = false;
    refresh();
}

const desk::MaterialRow* MaterialsPanel::row(const std::string& code) const {
    for (const auto& one : rows_)
        if (one.code == code) return &one;
    return nullptr;
}

std::string MaterialsPanel::target() const {
    const auto* chosen = row(list_->selected());
    if (chosen_by_hand_ && chosen != nullptr) return chosen->code;
    for (const auto& one : rows_)
        if (is_open(one) && one.necessity == domain::Necessity::required) return one.code;
    for (const auto& one : rows_)
        if (is_open(one)) return one.code;
    return chosen != nullptr ? chosen->code : rows_.empty() ? std::string() : rows_.front().code;
}

void MaterialsPanel::capture() {
    const std::string material = target();
    if (material.empty()) return context_.say(desk::Tone::warn, words("ui.intake.choose_item_first"), {});
    scan_.start(
        [this, material](std::vector<std::string> pages) {
            const size_t count = pages.size();
            add_images(material, std::move(pages), [this, material, count] { tell_added(material, count); });
        },
        [this] { add_files(); });
}

void MaterialsPanel::add_files() {
    const std::string material = target();
    if (material.empty()) return context_.say(desk::Tone::warn, words("ui.intake.choose_item_first"), {});
    add_images(material, ask_for_images(this, context_), {});
}

void MaterialsPanel::add_image_files(const std::vector<std::string>& files) {
    const std::string material = target();
    if (material.empty()) return context_.say(desk::Tone::warn, words("ui.intake.choose_item_first"), {});
    std::vector<std::string> images;
    for (const std::string& file : files) {
        auto bytes = read_image(file);
        if (bytes)
            images.push_back(*std::move(bytes));
        else
            context_.complain(bytes.error());
    }
    add_images(material, std::move(images), {});
}

void MaterialsPanel::add_images(const std::string& material, std::vector<std::string> images,
                                std::function<void()> done) {
    if (images.empty()) return;
    if (auto page = intake_->add_page(material, images.front()); !page)
        return context_.complain(page.error());
    refresh();
    list_->select(material);
    if (viewer_->count() > 0) viewer_->show_page(viewer_->count() - 1);
    chosen_by_hand_ = false;
    images.erase(images.begin());
    if (images.empty()) {
        if (done) done();
        return;
    }
    const std::string intake = intake_->id();
    CallAfter([this, material, intake, images = std::move(images), done = std::move(done)] {
        if (intake_ != nullptr && intake_->id() == intake) add_images(material, images, done);
    });
}

void MaterialsPanel::tell_added(const std::string& material, size_t pages) {
    if (const auto* one = row(material))
        context_.say(desk::Tone::good,
                     words("ui.intake.scanned", {{"count", std::to_string(pages)}, {"name", one->name}}), {});
}

wxString MaterialsPanel::explanation() const {
    const auto* one = row(list_->selected());
    return one == nullptr ? wxString() : to_wx(one->name) + L"\u3000" + words(one->why);
}

bool MaterialsPanel::has_offers() const {
    return intake_ != nullptr && intake_->good_offers_open() > 0;
}

void MaterialsPanel::take_offers() {
    if (!has_offers()) return;
    intake_->take_all_good_offers();
    refresh();
    list_->focus_list();
}

bool MaterialsPanel::focus_offers() {
    if (!has_offers()) return false;
    take_all_->SetFocus();
    return true;
}

void MaterialsPanel::toggle_offer() {
    const auto* one = row(list_->selected());
    if (one == nullptr) return;
    if (one->state == domain::MaterialState::reused) return intake_->give_back_offer(one->code);
    if (auto done = intake_->take_offer(one->code); !done) context_.complain(done.error());
}

void MaterialsPanel::show_list() {
    std::vector<TableRow> rows;
    for (const auto& one : rows_) {
        const bool offered = is_open(one) && one.may_take_offer;
        const wxBitmap picture =
            one.pages.empty()
                ? wxBitmap()
                : thumbnails_.picture(one.pages.front().sha256, one.pages.front().rotation, one.pages.size());
        rows.push_back({one.code,
                        {{.picture = picture},
                         {to_wx(one.name)},
                         {words(one.necessity_text), Ink::muted},
                         {offered ? words("ui.intake.in_dossier") : words(one.state_text),
                          offered ? Ink::accent : ink_of(one.tone)}}});
    }
    list_->show(std::move(rows));
    fit_list();
    if (list_->selected().empty() && !rows_.empty()) {
        list_->select(rows_.front().code);
        chosen_by_hand_ = false;
    }
}

/// As high as its rows, but never more than two fifths of the column: the page below is looked at, too.
void MaterialsPanel::fit_list() {
    constexpr int spaced_row = row_height + 2;
    const int most = std::max(4, GetClientSize().y * 2 / 5 / spaced_row);
    const int shown = std::clamp(static_cast<int>(rows_.size()), 3, most);
    const wxSize least(-1, (rows_.empty() ? 4 : shown) * spaced_row);
    if (list_->GetMinSize() == least) return;
    list_->SetMinSize(least);
    Layout();
}

void MaterialsPanel::show_selected() {
    const auto* one = row(list_->selected());
    tools_->Show(one != nullptr);
    about_->Show(one != nullptr);
    std::vector<ViewerPage> pages;
    if (one != nullptr) {
        const bool reused = one->state == domain::MaterialState::reused;
        paper_->SetLabelText(words(one->state == domain::MaterialState::provided && one->pages.empty()
                                       ? "ui.intake.no_paper"
                                       : "ui.intake.paper"));
        paper_->Enable(one->pages.empty() && !reused);
        defer_->SetLabelText(
            words(one->state == domain::MaterialState::deferred ? "ui.intake.undefer" : "ui.intake.defer"));
        defer_->Show(one->may_defer || one->state == domain::MaterialState::deferred);
        take_->SetLabelText(words(reused ? "ui.intake.give_back" : "ui.intake.take"));
        take_->Show(reused || one->may_take_offer);
        wxString about = words(one->why);
        if (!one->offer_text.empty()) about += "\n" + words(one->offer_text);
        if (!one->acceptance_standard.empty())
            about += "\n" + words("ui.intake.standard", {{"text", one->acceptance_standard}});
        about_->show(about);
        for (const auto& page : one->pages)
            pages.push_back(
                {page.sha256, page.rotation, to_wx(one->name), words(page.verdict), ink_of(page.tone)});
    }
    viewer_->show(std::move(pages));
    if (viewer_->count() == 0)
        viewer_->when_empty(words(one == nullptr ? "ui.intake.pages_later" : "ui.intake.no_pages"));
    tools_->Layout();
    Layout();
}

void MaterialsPanel::refresh() {
    if (intake_ == nullptr) return;
    rows_ = intake_->materials();
    thumbnails_.look_again();
    const int offers = intake_->good_offers_open();
    offer_bar_->Show(offers > 0);
    if (offers > 0)
        offer_words_->show(words(
            "ui.intake.offers", {{"offers", std::to_string(offers)}, {"all", std::to_string(rows_.size())}}));
    show_list();
    show_selected();
}

}  // namespace yc::client::ui
