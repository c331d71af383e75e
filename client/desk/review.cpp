#include "client/desk/review.h"

#include <algorithm>

#include "client/desk/act.h"
#include "client/desk/case_rows.h"
#include "client/desk/desk.h"
#include "client/desk/dossier_lookup.h"
#include "client/desk/page_source.h"
#include "client/desk/papers.h"
#include "client/desk/review_acts.h"
#include "client/desk/review_rules.h"
#include "client/store/local_store.h"

namespace yc::client::desk {

namespace {

constexpr size_t work_list_limit = 500;

base::Result<std::vector<store::CaseRow>> department_cases(Desk& desk, const std::string& search) {
    store::CaseQuery query{.order = store::CaseOrder::deadline_first, .limit = work_list_limit};
    query.search = search;
    query.life = back_office_states();
    if (!desk.who.user.department.empty())
        query.department = desk.who.user.department;
    else if (desk.who.hall)
        query.hall = desk.who.hall->id;
    YC_TRY(store::CasePage page, desk.store.cases(query));
    return std::move(page.rows);
}

}  // namespace

base::Result<std::vector<CaseRow>> Review::rows(ReviewFilter filter, const std::string& search) const {
    YC_TRY(const auto cases, department_cases(desk_, search));
    std::vector<CaseRow> rows;
    for (const store::CaseRow& kept : cases) {
        CaseRow row = row_of(kept, desk_.clock.now(), desk_.calendar);
        if (in_filter(kept, row, filter, desk_.who.user.id, desk_.clock.today()))
            rows.push_back(std::move(row));
    }
    return rows;
}

base::Result<std::vector<ReviewCount>> Review::counts() const {
    YC_TRY(const auto cases, department_cases(desk_, {}));
    std::vector<ReviewCount> counts;
    for (const auto& [filter, name] : std::initializer_list<std::pair<ReviewFilter, const char*>>{
             {ReviewFilter::all, "all"},
             {ReviewFilter::due_today, "due_today"},
             {ReviewFilter::prewarned, "prewarned"},
             {ReviewFilter::overdue, "overdue"},
             {ReviewFilter::back_from_supplement, "back_from_supplement"},
             {ReviewFilter::mine, "mine"}})
        counts.push_back({filter, {std::string("desk.filter.") + name, {}}, 0});
    for (const store::CaseRow& kept : cases) {
        const CaseRow row = row_of(kept, desk_.clock.now(), desk_.calendar);
        for (ReviewCount& count : counts)
            count.count += in_filter(kept, row, count.filter, desk_.who.user.id, desk_.clock.today());
    }
    return counts;
}

base::Result<CaseView> Review::open(const std::string& case_id) const {
    YC_TRY(CaseView view, read_case(desk_, case_id));
    if (looked_up_.insert(case_id).second)
        look_up_dossier(desk_,
                        {.key = view.state.registration.applicant.key,
                         .purpose = wire::purpose::review,
                         .case_id = case_id},
                        [&changes = desk_.changes](const DossierAnswer& answer) {
                            if (answer.dossier && !answer.from_cache) changes.tell(Change::cases);
                        });
    return view;
}

std::vector<ReviewActionView> Review::actions(const domain::CaseState& state) const {
    return review_actions(state, desk_.actor(), !desk_.online(), desk_.clock.now(), desk_.rules());
}

std::vector<Text> Review::opinions(domain::EventKind kind) const {
    return canned_opinions(kind);
}

void Review::page(const std::string& sha256, std::function<void(base::Result<std::string>)> done) {
    fetch_page(desk_, sha256, std::move(done));
}

base::Result<ReviewOutcome> Review::act(const std::string& case_id, domain::EventKind kind,
                                        const ReviewInput& input) {
    YC_TRY(domain::CaseState state, load_case(desk_, case_id));
    YC_CHECK(check_review_input(state, kind, input));
    Act act(desk_, std::move(state));
    if (act.state().custody == domain::Custody::in_transit) YC_CHECK(act.add(domain::EventKind::sign_for));
    YC_TRY(domain::EventBody body, review_body(desk_, act.state(), kind, input));
    YC_CHECK(act.add(kind, std::move(body)));
    ReviewOutcome outcome;
    outcome.done = {"desk.done.event", {{"event", std::string(base::to_name(kind))}}};
    if (const auto paper = paper_of(kind)) {
        YC_TRY(PrintedDocument printed, print_paper(desk_, *paper, act.state()));
        outcome.documents.push_back(std::move(printed));
    }
    YC_CHECK(act.commit());
    return outcome;
}

}  // namespace yc::client::desk
