#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <wx/scrolwin.h>
#include <wx/sizer.h>

#include "client/desk/dossier_view.h"
#include "client/ui/widgets/page_thumbnails.h"

class wxButton;
class wxStaticBitmap;

namespace yc::client::ui {

/// The dossier itself: head, conflicts, what was done by hand, facts, documents. It shows a DossierView and
/// tells what is pressed; keys go to the conflict in focus, else to the first.
class FilePanel final : public wxScrolledWindow {
  public:
    struct Calls {
        std::function<void(const std::string& field, const std::vector<std::string>& keep)> choose;
        std::function<void(const std::string& act)> undo;
        /// A supervisor's act on a fact (its field) or a document (its id).
        std::function<void(domain::DossierActKind kind, const std::string& subject, const std::string& name)>
            act;
        std::function<void(const std::vector<desk::DossierImage>& pages, const std::string& name)> pages;
        std::function<PageThumbnails::Read(const std::string& sha256)> read;
        std::function<wxString()> watermark;
    };
    FilePanel(wxWindow* parent, Background& background, Calls calls);

    void show(const std::optional<desk::DossierView>& view, const wxString& when_none);
    [[nodiscard]] bool can_choose(size_t value) const;
    void choose(size_t value);
    void keep_all();
    [[nodiscard]] bool can_undo() const;
    void undo();
    /// To the next conflict, or the one before.
    void move(int by);
    [[nodiscard]] bool has_conflict() const { return !conflicts_.empty(); }
    void focus_documents();
    /// Where work begins: the first conflict, else what can be taken back, else the file as a whole.
    void focus_first();

  private:
    struct Conflict {
        wxWindow* panel = nullptr;
        wxWindow* edge = nullptr;
        std::vector<wxButton*> values;
        wxButton* all = nullptr;
    };
    void build();
    void add_head(wxBoxSizer* column);
    void add_conflict(wxBoxSizer* column, const desk::DossierFactView& fact);
    wxBoxSizer* conflict_value(wxWindow* panel, const desk::SaidValue& said, const std::string& label,
                               Conflict& conflict);
    void add_acts(wxBoxSizer* column);
    void add_group(wxBoxSizer* column, const desk::DossierFactGroup& group);
    wxBoxSizer* fact_row(const desk::DossierFactView& fact);
    void add_documents(wxBoxSizer* column);
    wxBoxSizer* document_row(size_t index);
    wxSizer* document_words(const desk::DossierDocumentView& document);
    wxButton* pages_button(wxWindow* parent, const char* words, const std::vector<desk::DossierImage>& pages,
                           const std::string& name, const std::string& handle);
    wxButton* act_button(domain::DossierActKind kind, const std::string& subject, const std::string& name);
    void heading(wxBoxSizer* column, const wxString& words);
    void make_current(size_t conflict);
    void show_pictures();

    Calls calls_;
    std::optional<desk::DossierView> view_;
    wxString when_none_;
    PageThumbnails thumbnails_;
    std::vector<Conflict> conflicts_;
    size_t current_ = 0;
    std::vector<std::pair<wxStaticBitmap*, size_t>> pictures_;  ///< with the document they are of
    wxWindow* first_document_ = nullptr;
};

}  // namespace yc::client::ui
