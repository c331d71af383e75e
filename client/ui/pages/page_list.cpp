#include "client/ui/pages/page_list.h"

#include <algorithm>

#include "client/ui/pages/cases_page.h"
#include "client/ui/pages/dossier_page.h"
#include "client/ui/pages/handout_page.h"
#include "client/ui/pages/intake_page.h"
#include "client/ui/pages/outbox_page.h"
#include "client/ui/pages/report_page.h"
#include "client/ui/pages/review_page.h"
#include "client/ui/pages/settings_page.h"

namespace yc::client::ui {
namespace {

template <class P>
Page* make(wxWindow* parent, Context& context) {
    return new P(parent, context);
}

}  // namespace

const std::vector<PageInfo>& all_pages() {
    using enum domain::Role;
    static const std::vector<PageInfo> pages = {
        {"intake", {clerk, chief_representative}, true, &make<IntakePage>},
        {"cases",
         {clerk, handler, reviewer, approver, head_of_organ, chief_representative, supervisor},
         false,
         &make<CasesPage>},
        {"handout", {clerk}, true, &make<HandoutPage>},
        {"review",
         {handler, reviewer, approver, head_of_organ, chief_representative},
         false,
         &make<ReviewPage>},
        {"report",
         {clerk, handler, reviewer, approver, head_of_organ, chief_representative, supervisor},
         false,
         &make<ReportPage>},
        {"dossier",
         {clerk, handler, reviewer, approver, head_of_organ, chief_representative, supervisor},
         false,
         &make<DossierPage>},
        {"outbox", {}, false, &make<OutboxPage>},
        {"settings", {}, false, &make<SettingsPage>},
    };
    return pages;
}

bool may_see(const PageInfo& page, const desk::Workplace& workplace) {
    if (page.needs_counter && !workplace.who().counter) return false;
    return page.roles.empty() || std::any_of(page.roles.begin(), page.roles.end(),
                                             [&](domain::Role role) { return workplace.has_role(role); });
}

void open_on_dossier_page(Page& page, const desk::DossierRequest& request, const std::string& back) {
    if (auto* dossier = dynamic_cast<DossierPage*>(&page)) dossier->open(request, back);
}

}  // namespace yc::client::ui
