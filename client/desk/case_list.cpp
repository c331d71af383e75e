#include "client/desk/case_list.h"

#include "client/desk/case_rows.h"
#include "client/desk/desk.h"
#include "client/desk/intake_draft.h"
#include "client/desk/papers.h"
#include "client/desk/receipt_again.h"
#include "client/store/local_store.h"

namespace yc::client::desk {

using domain::LifeCycle;

namespace {

std::vector<LifeCycle> states_of(CaseFilter filter) {
    switch (filter) {
        case CaseFilter::today:
        case CaseFilter::all:
            return {};
        case CaseFilter::open:
            return {LifeCycle::draft,      LifeCycle::pre_review,  LifeCycle::received,
                    LifeCycle::supplement, LifeCycle::accepted,    LifeCycle::in_review,
                    LifeCycle::special,    LifeCycle::ext_pending, LifeCycle::supplement_in_review,
                    LifeCycle::decided,    LifeCycle::ready};
        case CaseFilter::supplement:
            return {LifeCycle::supplement, LifeCycle::supplement_in_review};
        case CaseFilter::ready:
            return {LifeCycle::ready};
        case CaseFilter::closed:
            return {LifeCycle::closed, LifeCycle::archived};
    }
    return {};
}

store::CaseQuery store_query(const Desk& desk, const CaseQuery& query) {
    store::CaseQuery wanted{.search = query.search, .limit = query.limit};
    if (!query.search.empty()) return wanted;
    wanted.life = states_of(query.filter);
    const domain::User& user = desk.who.user;
    if (query.mine)
        wanted.clerk = user.id;
    else if (desk.who.hall)
        wanted.hall = desk.who.hall->id;
    else if (!user.department.empty())
        wanted.department = user.department;
    if (query.filter == CaseFilter::today) wanted.registered_from = base::at(desk.clock.today(), {});
    return wanted;
}

std::string item_names(const Desk& desk, const IntakeDraft& draft) {
    std::string names;
    for (const Errand& errand : draft.errands)
        if (const domain::ServiceItem* item = desk.catalogue->newest(errand.item))
            names += (names.empty() ? "" : "、") + item->name;
    return names;
}

}  // namespace

base::Result<std::vector<CaseRow>> CaseList::rows(const CaseQuery& query) const {
    YC_TRY(const store::CasePage page, desk_.store.cases(store_query(desk_, query)));
    std::vector<CaseRow> rows;
    for (const store::CaseRow& kept : page.rows)
        rows.push_back(row_of(kept, desk_.clock.now(), desk_.calendar));
    return rows;
}

base::Result<std::vector<ParkedRow>> CaseList::parked() const {
    YC_TRY(const std::vector<store::Draft> drafts, desk_.store.drafts(intake_draft_kind));
    std::vector<ParkedRow> rows;
    for (const store::Draft& kept : drafts) {
        const auto draft = draft_from_text(kept.json);
        if (!draft) {  // a draft nobody can read is shown, never hidden or dropped
            rows.push_back({.draft_id = kept.id, .item_names = kept.title, .saved_at = kept.updated_at});
            continue;
        }
        rows.push_back({kept.id, draft->party.name, item_names(desk_, *draft), kept.updated_at,
                        draft->page_count(), draft->parked});
    }
    return rows;
}

base::Result<PrintedDocument> CaseList::receipt(const std::string& case_id) const {
    YC_TRY(const auto events, desk_.store.case_events(case_id));
    if (events.empty()) return base::fail("case.unknown");
    YC_TRY(const Received received, received_from(events, desk_.rules()));
    return print_receipt_again(desk_, received);
}

}  // namespace yc::client::desk
