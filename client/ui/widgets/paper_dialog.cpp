#include "client/ui/widgets/paper_dialog.h"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/display.h>
#include <wx/sizer.h>

#include "client/ui/theme/scale.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/paper_files.h"
#include "client/ui/widgets/paper_view.h"
#include "client/ui/words.h"

namespace yc::client::ui {
namespace {

class PaperDialog final : public wxDialog {
  public:
    PaperDialog(wxWindow* parent, Context& context, const desk::PrintedDocument& document)
        : wxDialog(parent, wxID_ANY, words(document.title), wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER, "paper"),
          context_(context),
          document_(document) {
        auto* card = new Card(this, space::hair);
        pages_ = new PaperView(card);
        pages_->SetName("paper.pages");
        pages_->show(document.pages);
        card->content()->Add(pages_, wxSizerFlags(1).Expand());
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        const auto add = [&](const char* word, const char* key, ButtonLook look, const char* name, auto act) {
            auto* button = make_button(this, words(word) + key, look, name, act);
            row->Add(button, wxSizerFlags().Border(wxRIGHT, space::small));
            return button;
        };
        auto* first =
            add("ui.paper.print", "  Ctrl+P", ButtonLook::primary, "paper.print", [this] { print(); });
        add("ui.paper.save_as", "  Ctrl+S", ButtonLook::plain, "paper.save", [this] { save(); });
        add("ui.paper.open", "", ButtonLook::plain, "paper.open", [this] { open(); });
        row->AddStretchSpacer();
        row->Add(make_button(this, words("ui.close") + "  Esc", ButtonLook::quiet, "paper.close",
                             [this] { EndModal(wxID_CLOSE); }));
        auto* column = new wxBoxSizer(wxVERTICAL);
        column->Add(card, wxSizerFlags(1).Expand().Border(wxALL, space::medium));
        column->Add(row, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, space::medium));
        SetSizer(column);
        SetSize(fitting_size(parent));
        SetEscapeId(wxID_CLOSE);
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            if (event.GetKeyCode() == WXK_ESCAPE) return EndModal(wxID_CLOSE);
            if (event.GetKeyCode() == WXK_PAGEDOWN) return leaf(1);
            if (event.GetKeyCode() == WXK_PAGEUP) return leaf(-1);
            if (event.ControlDown() && event.GetKeyCode() == 'P') return print();
            if (event.ControlDown() && event.GetKeyCode() == 'S') return save();
            event.Skip();
        });
        CentreOnParent();
        first->SetFocus();
    }

  private:
    /// As high as the window it belongs to, as wide as a page wants.
    static wxSize fitting_size(wxWindow* parent) {
        const wxSize room = wxGetTopLevelParent(parent)->GetSize();
        return {std::min(room.x - 2 * space::page, 900), room.y - 2 * space::page};
    }
    /// Most of what is seen on, or back.
    void leaf(int by) {
        int unit = 1;
        pages_->GetScrollPixelsPerUnit(nullptr, &unit);
        const int step = pages_->GetClientSize().y * 9 / 10 / std::max(unit, 1);
        pages_->Scroll(wxDefaultCoord, std::max(0, pages_->GetViewStart().y + by * step));
    }
    void print() { print_pages(this, words(document_.title), document_.pages); }
    void save() {
        if (auto done = save_paper_as(this, document_); !done) complain(done.error());
    }
    void open() {
        const auto saved = save_paper(document_, context_.papers_dir);
        if (!saved) return complain(saved.error());
        if (!open_paper(context_, *saved)) EndModal(wxID_CLOSE);
    }
    /// The window behind says what is wrong.
    void complain(const base::Error& error) {
        EndModal(wxID_CLOSE);
        context_.complain(error);
    }

    Context& context_;
    const desk::PrintedDocument& document_;
    PaperView* pages_;
};

}  // namespace

void show_paper(wxWindow* parent, Context& context, const desk::PrintedDocument& document) {
    PaperDialog(wxGetTopLevelParent(parent), context, document).ShowModal();
}

}  // namespace yc::client::ui
