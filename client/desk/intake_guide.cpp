#include <algorithm>

#include "client/desk/intake_state.h"
#include "reports/guide.h"
#include "reports/pdf_writer.h"

namespace yc::client::desk {

namespace {

std::string file_name_of(const std::string& name) {
    std::string file = reports::guide_title() + "-" + name + ".pdf";
    std::replace(file.begin(), file.end(), '/', '-');
    return file;
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
    std::vector<reports::GuideItem> items;
    for (const Errand& errand : me.draft.errands)
        if (const auto* item = me.item_of(errand))
            items.push_back(reports::guide_item(*item, errand.answers, me.desk.directory));
    if (items.empty()) return base::fail("intake.unknown_item");
    const auto* package = me.package();
    const reports::Guide guide =
        package ? reports::guide_of(*package, me.draft.package_answers, std::move(items), me.desk.directory)
                : reports::guide_of(std::move(items));
    YC_TRY(const reports::FontBook* fonts, me.desk.fonts());
    YC_TRY(reports::Document document, reports::make_guide(guide, context_of(me.desk), *fonts));
    YC_TRY(std::string pdf, reports::write_pdf(document, *fonts));
    return PrintedDocument{"guide",
                           {"desk.paper.guide", {}},
                           file_name_of(guide.name),
                           std::move(pdf),
                           std::move(document.pages)};
}

}  // namespace yc::client::desk
