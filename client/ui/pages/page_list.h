#pragma once
#include <string>
#include <vector>

#include "client/ui/shell/page.h"

namespace yc::client::ui {

/// One page of the program: who may see it and how it is made. Its word is "ui.page.<id>".
struct PageInfo {
    std::string id;
    std::vector<domain::Role> roles;  ///< any of these; empty = everybody
    bool needs_counter = false;
    Page* (*make)(wxWindow* parent, Context& context);
};

/// In the order of the rail.
[[nodiscard]] const std::vector<PageInfo>& all_pages();
[[nodiscard]] bool may_see(const PageInfo& page, const desk::Workplace& workplace);

/// Shows a parked draft on the intake page.
void resume_on_intake_page(Page& page, const std::string& draft_id);
/// Opens a dossier on the dossier page.
void open_on_dossier_page(Page& page, const desk::DossierRequest& request, const std::string& back);

}  // namespace yc::client::ui
