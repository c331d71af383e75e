#include <algorithm>

#include "client/desk/intake_groups.h"
#include "client/desk/intake_state.h"
#include "client/desk/papers.h"
#include "reports/guide.h"
#include "reports/pdf_writer.h"

namespace yc::client::desk {

namespace {

/// Those received together with the errand that is shown.
ErrandGroup group_shown(const Desk& desk, const IntakeDraft& draft) {
    const auto groups = groups_of(*desk.catalogue, draft);
    const auto shown = std::find_if(groups.begin(), groups.end(), [&](const ErrandGroup& group) {
        return std::find(group.errands.begin(), group.errands.end(), draft.current) != group.errands.end();
    });
    return shown == groups.end() ? ErrandGroup{} : *shown;
}

reports::GuideContext context_of(const Desk& desk) {
    reports::GuideContext context{.directory = desk.directory,
                                  .clerk_name = desk.who.user.name,
                                  .printed_at = desk.clock.now(),
                                  .sample = desk.sample};
    if (desk.who.hall) context.hall = *desk.who.hall;
    return context;
}

}  // namespace

base::Result<PrintedDocument> Intake::guide() const {
    const Impl& me = *impl_;
    const ErrandGroup group = group_shown(me.desk, me.draft);
    std::vector<reports::GuideItem> items;
    for (const size_t each : group.errands) {
        const Errand& errand = me.draft.errands[each];
        if (const auto* item = me.item_of(errand))
            items.push_back(reports::guide_item(*item, errand.answers, me.desk.directory));
    }
    if (items.empty()) return base::fail("intake.unknown_item");
    const reports::Guide guide = group.package ? reports::guide_of(*group.package, me.draft.package_answers,
                                                                   std::move(items), me.desk.directory)
                                               : reports::guide_of(std::move(items));
    YC_TRY(const reports::FontBook* fonts, me.desk.fonts());
    YC_TRY(reports::Document document, reports::make_guide(guide, context_of(me.desk), *fonts));
    YC_TRY(std::string pdf, reports::write_pdf(document, *fonts));
    return PrintedDocument{
        "guide", {"desk.paper.guide", {}}, guide_file_name(guide), std::move(pdf), std::move(document.pages)};
}

}  // namespace yc::client::desk
