#include "client/desk/handout.h"

#include "client/desk/act.h"
#include "client/desk/case_rows.h"
#include "client/desk/desk.h"
#include "client/desk/papers.h"
#include "client/store/local_store.h"
#include "core/base/utf8.h"

namespace yc::client::desk {

using domain::EventKind;

namespace {

std::string place_of(const Desk& desk, const HandoutInput& input) {
    if (!input.place.empty()) return input.place;
    std::string place = desk.who.hall ? desk.who.hall->name : std::string();
    if (desk.who.counter) place += desk.who.counter->name;
    return place;
}

domain::ProofOfService proof_of(const Desk& desk, const HandoutInput& input, const CollectorCheck& check) {
    return {.way = input.way,
            .receiver_name = base::tidy_name(input.collector.name),
            .receiver_key = check.key,
            .relation = check.relation,
            .place = place_of(desk, input),
            .waybill = input.waybill,
            .signed_at = desk.clock.now()};
}

reports::NoticeKind paper_served(const domain::CaseState& state) {
    if (state.result == domain::CaseResult::refused) return reports::NoticeKind::refused;
    return state.decided_on_spot ? reports::NoticeKind::on_the_spot : reports::NoticeKind::granted;
}

/// What the proof says was served: the paper's name and number, and the result's.
std::string served_words(const domain::CaseState& state) {
    std::string words = "《" + reports::notice_title(paper_served(state)) + "》" + state.notice_no;
    if (!state.licence_no.empty())
        words += "、" + state.registration.item.result_name + " " + state.licence_no;
    return words;
}

}  // namespace

base::Result<std::vector<CaseRow>> Handout::rows(const std::string& search) const {
    store::CaseQuery query{.life = {domain::LifeCycle::ready}, .search = search, .limit = 500};
    if (desk_.who.hall) query.hall = desk_.who.hall->id;
    YC_TRY(const store::CasePage page, desk_.store.cases(query));
    std::vector<CaseRow> rows;
    for (const store::CaseRow& kept : page.rows)
        rows.push_back(row_of(kept, desk_.clock.now(), desk_.calendar));
    return rows;
}

base::Result<CaseView> Handout::open(const std::string& case_id) const {
    return read_case(desk_, case_id);
}

CollectorCheck Handout::check(const domain::CaseState& state, const Collector& collector) const {
    return check_collector(state, collector, desk_.clock.today());
}

base::Result<HandoutOutcome> Handout::hand_out(const std::string& case_id, const HandoutInput& input) {
    YC_TRY(domain::CaseState state, load_case(desk_, case_id));
    const CollectorCheck checked = check(state, input.collector);
    if (!checked.may_collect) return base::fail("handout.collector_unclear");
    const bool posting = input.way == domain::ServiceWay::mail && state.delivery != domain::Delivery::posted;
    if (posting && input.waybill.empty()) return base::fail("handout.waybill_required");
    domain::EventBody body;
    body.proof = proof_of(desk_, input, checked);
    if (!posting) body.reason_code = base::to_name(state.result.value_or(domain::CaseResult::granted));
    Act act(desk_, std::move(state));
    YC_CHECK(act.add(posting ? EventKind::post : EventKind::deliver, std::move(body)));
    HandoutOutcome outcome;
    outcome.done =
        posting ? Text{"desk.done.posted", {{"waybill", input.waybill}}} : Text{"desk.done.delivered", {}};
    if (!posting) {
        YC_TRY(PrintedDocument paper, print_paper(desk_, reports::NoticeKind::service_proof, act.state(),
                                                  served_words(act.state())));
        outcome.documents.push_back(std::move(paper));
    }
    YC_CHECK(act.commit());
    return outcome;
}

}  // namespace yc::client::desk
