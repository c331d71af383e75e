#pragma once
#include <string>

#include <wx/weakref.h>

#include "client/desk/dossiers.h"
#include "client/ui/pages/dossier/file_panel.h"
#include "client/ui/pages/dossier/search_panel.h"
#include "client/ui/pages/dossier/side_panel.h"
#include "client/ui/shell/page.h"
#include "client/ui/widgets/page_viewer.h"

namespace yc::client::ui {

/// 资料库: whose dossier and on what ground on the left; the file in the middle, what has to be settled
/// first; cases, related people and the timeline on the right. Everything carries the watermark.
class DossierPage final : public Page {
  public:
    DossierPage(wxWindow* parent, Context& context);
    void came_up() override;
    [[nodiscard]] std::vector<Command> commands() override;
    /// Opens a dossier for the page `back`, to which Escape returns; empty = none.
    void open(const desk::DossierRequest& request, const std::string& back);

  private:
    [[nodiscard]] desk::Dossiers& dossiers() { return context_.workplace.dossiers(); }
    [[nodiscard]] Card* make_middle();
    void refresh();
    void show_ground();
    /// After something was asked of the hub: shows what there is now, or says why not.
    [[nodiscard]] desk::Dossiers::Done then(const wxString& done);
    void act(domain::DossierActKind kind, const std::string& subject, const std::string& name);
    void show_pages(const std::vector<desk::DossierImage>& images, const std::string& name);
    void hide_pages();
    void open_case(const desk::DossierCaseView& one);
    void open_related(const desk::DossierRelatedView& related);
    void back();
    [[nodiscard]] std::vector<Command> settling_commands();
    [[nodiscard]] bool may_correct() const { return view_ && view_->may_correct; }

    std::optional<desk::DossierView> view_;
    std::string back_;
    wxWeakRef<wxWindow> came_from_;  ///< what had the focus before pages were shown
    SearchPanel* search_;
    FilePanel* file_ = nullptr;
    wxPanel* papers_ = nullptr;
    PageViewer* viewer_ = nullptr;
    SidePanel* side_;
};

}  // namespace yc::client::ui
