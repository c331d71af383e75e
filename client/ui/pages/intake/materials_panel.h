#pragma once
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "client/desk/intake.h"
#include "client/ui/jobs/scan_job.h"
#include "client/ui/shell/page.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/page_thumbnails.h"
#include "client/ui/widgets/page_viewer.h"
#include "client/ui/widgets/table.h"

class wxToggleButton;

namespace yc::client::ui {

/// Right column of the intake page: what must be handed in, what is there, and the pages themselves.
class MaterialsPanel final : public Card {
  public:
    MaterialsPanel(wxWindow* parent, Context& context);
    void use(desk::Intake* intake);
    void refresh();

    /// F6: scans into the material chosen, or into the first that is missing.
    void capture();
    void add_files();
    /// Files dropped on the page.
    void add_image_files(const std::vector<std::string>& files);
    /// Space: takes all good offers of the dossier.
    void take_offers();
    [[nodiscard]] bool has_offers() const;
    /// The chosen paper and why it is asked for; empty when none is chosen.
    [[nodiscard]] wxString explanation() const;
    /// Puts the focus on the offer button; false when there is nothing on offer.
    bool focus_offers();
    void focus_list() { list_->focus_list(); }

  private:
    [[nodiscard]] std::string target() const;
    [[nodiscard]] const desk::MaterialRow* row(const std::string& code) const;
    /// One page for each turn of the loop, so that the window goes on meanwhile; then `done`, unless one
    /// failed.
    void add_images(const std::string& material, std::vector<std::string> images, std::function<void()> done);
    void tell_added(const std::string& material, size_t pages);
    void fit_list();
    void show_list();
    void show_selected();
    void toggle_offer();

    Context& context_;
    desk::Intake* intake_ = nullptr;
    ScanJob scan_;
    std::vector<desk::MaterialRow> rows_;
    bool chosen_by_hand_ = false;
    WrappingText* offer_words_;
    wxButton* take_all_;
    wxPanel* offer_bar_;
    Table* list_;
    PageThumbnails thumbnails_;
    wxPanel* tools_;
    wxButton* paper_;
    wxButton* defer_;
    wxButton* take_;
    WrappingText* about_;
    PageViewer* viewer_;
};

}  // namespace yc::client::ui
