#include "client/desk/case_view.h"

#include "client/desk/case_rows.h"
#include "client/desk/desk.h"
#include "client/desk/intake_materials.h"
#include "client/desk/receipt_again.h"
#include "client/store/local_store.h"
#include "forms/form_rules.h"
#include "localization/localization.h"

namespace yc::client::desk {

namespace {

std::string fact_of(const domain::Dossier& dossier, const std::string& field) {
    for (const domain::Fact& fact : dossier.facts)
        if (fact.field == field) return fact.value;
    return {};
}

/// The form as it was before the last supplement; empty when there was none.
std::map<std::string, std::string> form_before_supplement(const std::vector<domain::CaseEvent>& events) {
    std::map<std::string, std::string> form, before;
    for (const domain::CaseEvent& event : events) {
        if (event.kind == domain::EventKind::supplement_done) before = form;
        for (const auto& [field, value] : event.body.form) form[field] = value;
    }
    return before;
}

std::vector<CaseField> fields_of(const Desk& desk, const domain::CaseState& state,
                                 const domain::Dossier& dossier,
                                 const std::map<std::string, std::string>& before) {
    std::vector<CaseField> fields;
    const domain::ServiceItem* item =
        desk.catalogue->find(state.registration.item.code, state.registration.item.version);
    const forms::Form* form = item ? &desk.catalogue->form_of(*item) : nullptr;
    const std::string_view language = base::to_name(localization::language());
    for (const auto& [id, value] : state.form) {
        const forms::Field* field = form ? form->find(id) : nullptr;
        CaseField view{.id = id, .label = field ? field->label.in(language) : id, .value = value};
        if (field) view.value = forms::words_of_value(*field, value, language);
        const std::string known =
            field && !field->fact.empty() ? fact_of(dossier, field->fact) : std::string();
        if (known != value) view.dossier_value = known;
        if (const auto it = before.find(id); it != before.end() && it->second != value)
            view.submitted_before = it->second;
        fields.push_back(std::move(view));
    }
    return fields;
}

base::Result<PackageMemberView> member_view(Desk& desk, const domain::PackageMembership& package,
                                            const domain::PackageMembership::Member& member,
                                            const std::string& shown) {
    PackageMemberView view{.case_no = member.case_no,
                           .item_name = member.item_name,
                           .department_name = member.department_name,
                           .lead = member.department == package.lead_department,
                           .shown = member.case_no == shown,
                           .state = {"desk.package.elsewhere", {}}};
    YC_TRY(const auto id, desk.store.case_id_of_number(member.case_no));
    if (!id) return view;
    YC_TRY(const auto kept, desk.store.case_row(*id));
    if (!kept) return view;
    view.case_id = *id;
    view.state = state_words(kept->life, kept->result);
    view.tone = state_tone(kept->life, kept->result);
    return view;
}

base::Result<std::optional<PackageView>> package_of(Desk& desk, const domain::Registration& registration) {
    if (!registration.package) return std::optional<PackageView>();
    const domain::PackageMembership& package = *registration.package;
    PackageView view{.title = {"desk.package.of",
                               {{"package", package.name}, {"department", package.lead_department_name}}}};
    for (const auto& member : package.members) {
        YC_TRY(PackageMemberView one, member_view(desk, package, member, registration.case_no));
        view.members.push_back(std::move(one));
    }
    return std::optional(std::move(view));
}

}  // namespace

base::Result<CaseView> read_case(Desk& desk, const std::string& case_id) {
    CaseView view;
    YC_TRY(view.state, desk.store.case_state(case_id));
    YC_TRY(const auto kept, desk.store.case_row(case_id));
    if (kept) view.row = row_of(*kept, desk.clock.now(), desk.calendar);
    YC_TRY(view.package, package_of(desk, view.state.registration));
    YC_TRY(const auto events, desk.store.case_events(case_id));
    YC_TRY(const auto dossier, desk.store.dossier(view.state.registration.applicant.key));
    view.form =
        fields_of(desk, view.state, dossier.value_or(domain::Dossier{}), form_before_supplement(events));
    view.materials = material_rows(view.state.materials);
    view.timeline = timeline_of(events);
    if (const auto received = received_from(events, desk.rules()); !received)
        view.no_receipt = text_of(received.error());
    view.clocks = clock_views(view.state, desk.clock.now(), desk.rules());
    return view;
}

}  // namespace yc::client::desk
