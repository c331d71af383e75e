#include "client/desk/supplement.h"

#include <algorithm>

#include "client/desk/act.h"
#include "client/desk/case_rows.h"
#include "client/desk/desk.h"
#include "client/desk/page_intake.h"
#include "client/desk/papers.h"
#include "client/store/local_store.h"
#include "core/domain/flow.h"

namespace yc::client::desk {

using domain::EventKind;
using HandedIn = std::map<std::string, std::vector<std::string>>;

namespace {

bool is_among(const std::vector<std::string>& codes, const std::string& code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// What papers that come in now are for the case.
EventKind kind_of(const domain::CaseState& state) {
    switch (state.life) {
        case domain::LifeCycle::supplement:
            return EventKind::supplement_done;
        case domain::LifeCycle::supplement_in_review:
            return EventKind::in_review_supplied;
        default:
            return EventKind::tolerant_filled;
    }
}

/// The case's papers with what was handed in now.
std::vector<domain::SubmittedMaterial> papers_after(const domain::CaseState& state, const HandedIn& handed) {
    std::vector<domain::SubmittedMaterial> materials = state.materials;
    for (domain::SubmittedMaterial& material : materials) {
        const auto it = handed.find(material.code);
        if (it == handed.end()) continue;
        material.state = domain::MaterialState::provided;
        material.pages.insert(material.pages.end(), it->second.begin(), it->second.end());
    }
    return materials;
}

/// What has to come with it and does not.
std::vector<std::string> still_open(EventKind kind, std::vector<std::string> awaited,
                                    const domain::EventBody& handed) {
    if (kind == EventKind::supplement_done) return domain::missing_codes(handed.materials);
    if (kind == EventKind::tolerant_filled && !handed.material_codes.empty()) return {};
    std::erase_if(awaited, [&](const std::string& code) { return is_among(handed.material_codes, code); });
    return awaited;
}

}  // namespace

std::vector<std::string> awaited_papers(const domain::CaseState& state) {
    const bool notified =
        state.life == domain::LifeCycle::supplement || state.life == domain::LifeCycle::supplement_in_review;
    if (notified) return state.supplement_codes;
    return state.closed_at ? std::vector<std::string>() : state.deferred_codes;
}

base::Result<std::vector<CaseRow>> Supplement::rows(const std::string& search) const {
    store::CaseQuery query{.life = {domain::LifeCycle::supplement, domain::LifeCycle::supplement_in_review},
                           .search = search,
                           .limit = 500};
    if (desk_.who.hall) query.hall = desk_.who.hall->id;
    YC_TRY(const store::CasePage page, desk_.store.cases(query));
    std::vector<CaseRow> rows;
    for (const store::CaseRow& kept : page.rows)
        rows.push_back(row_of(kept, desk_.clock.now(), desk_.calendar));
    return rows;
}

base::Result<CaseView> Supplement::open(const std::string& case_id) const {
    return read_case(desk_, case_id);
}

base::Result<PageView> Supplement::add_page(std::string_view image) {
    YC_TRY(const DraftPage page, take_in_page(desk_, image));
    return page_view(page);
}

base::Result<SupplementOutcome> Supplement::take_in(const std::string& case_id, const HandedIn& handed) {
    YC_TRY(domain::CaseState state, load_case(desk_, case_id));
    const std::vector<std::string> awaited = awaited_papers(state);
    domain::EventBody body;
    body.materials = papers_after(state, handed);
    for (const auto& [code, pages] : handed) {
        if (!is_among(awaited, code)) return base::fail("supplement.not_asked", code);
        body.material_codes.push_back(code);
    }
    const EventKind kind = kind_of(state);
    if (const auto open = still_open(kind, awaited, body); !open.empty())
        return base::fail("supplement.incomplete", {},
                          {{"materials", domain::names_of_codes(body.materials, open)}});
    Act act(desk_, std::move(state));
    YC_CHECK(act.add(kind, std::move(body)));
    SupplementOutcome outcome;
    const bool accepted = act.state().life == domain::LifeCycle::accepted;
    outcome.done = {kind == EventKind::tolerant_filled ? "desk.done.tolerant_filled"
                    : accepted                         ? "desk.done.supplement_accepted"
                                                       : "desk.done.supplemented",
                    {}};
    YC_TRY(PrintedDocument paper, print_paper(desk_, reports::NoticeKind::supplement_receipt, act.state()));
    outcome.documents.push_back(std::move(paper));
    if (act.state().custody == domain::Custody::counter) {
        domain::EventBody forward;
        forward.department = act.state().registration.department;
        forward.department_name = act.state().registration.department_name;
        YC_CHECK(act.add(EventKind::forward, std::move(forward)));
    }
    YC_CHECK(act.commit());
    return outcome;
}

}  // namespace yc::client::desk
