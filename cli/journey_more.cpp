#include <fmt/format.h>

#include <algorithm>

#include "cli/journey_pages.h"
#include "cli/journey_play.h"
#include "client/desk/case_list.h"
#include "client/desk/case_view.h"
#include "client/desk/daily_report.h"
#include "client/desk/handout.h"
#include "client/desk/review.h"
#include "client/desk/supplement.h"

namespace yc::cli {

using namespace std::chrono_literals;
using client::desk::IntakeAction;

namespace {

const client::desk::IntakeActionView* find_action(const std::vector<client::desk::IntakeActionView>& actions,
                                                  IntakeAction wanted) {
    for (const auto& action : actions)
        if (action.action == wanted) return &action;
    return nullptr;
}

}  // namespace

JourneyPlay::Outcome JourneyPlay::on_the_spot() {
    YC_TRY(const auto intake, prepared(parent_, "居民医保"));
    const auto actions = intake->actions();
    const auto* action = find_action(actions, IntakeAction::decide_on_spot);
    YC_CHECK(JourneyStage::check(action && action->enabled && action->primary,
                                 "on the spot is the primary action"));
    const auto outcome = intake->decide_on_spot({});
    YC_CHECK(take(outcome));
    YC_CHECK(deliver(outcome->cases.front().case_id, parent_));
    YC_CHECK(all_sent(*counter_));
    return outcome->cases.front().case_no;
}

JourneyPlay::Outcome JourneyPlay::incomplete_receipt() {
    YC_TRY(const auto intake, prepared(neighbour_, "临时救助", {"temporary_aid-02"}));
    const auto actions = intake->actions();
    const auto* accept = find_action(actions, IntakeAction::accept);
    YC_CHECK(JourneyStage::check(accept && !accept->enabled && !accept->why_not.empty(),
                                 "accepting is not offered while a paper is missing"));
    YC_CHECK(JourneyStage::check(!intake->accept(), "accepting is refused while a paper is missing"));
    const auto outcome = intake->receive();
    YC_CHECK(take(outcome));
    YC_CHECK(all_sent(*counter_));
    return outcome->cases.front().case_no;
}

JourneyPlay::Outcome JourneyPlay::notice_and_supplement() {
    YC_TRY(const auto intake, prepared(neighbour_, "临时救助", {"temporary_aid-04"}));
    const auto outcome = intake->notify({.reason = "请补交本人银行卡", .materials = {}});
    YC_CHECK(take(outcome));
    const std::string case_id = outcome->cases.front().case_id;
    YC_CHECK(all_sent(*counter_));
    YC_TRY(const std::string image, sample_page_jpeg(900));
    YC_TRY(const auto page, counter_->supplement().add_page(image));
    YC_CHECK(
        JourneyStage::check(!counter_->supplement().take_in(case_id, {}), "an empty supplement is refused"));
    YC_TRY(const auto taken, counter_->supplement().take_in(case_id, {{"temporary_aid-04", {page.sha256}}}));
    YC_CHECK(stage_.keep(taken.documents));
    YC_CHECK(all_sent(*counter_));
    YC_TRY(const auto view, counter_->supplement().open(case_id));
    YC_CHECK(JourneyStage::check(view.state.life == domain::LifeCycle::accepted,
                                 "the supplemented case is accepted"));
    return outcome->cases.front().case_no;
}

JourneyPlay::Outcome JourneyPlay::hub_stops() {
    stage_.hub().kill();
    const bool noticed = stage_.loop().run_until([&] { return !counter_->connection().online; }, 30s);
    YC_CHECK(JourneyStage::check(noticed, "the counter notices that the hub is gone"));
    YC_TRY(const auto first, prepared(late_, "高龄津贴"));
    YC_CHECK(take(first->receive()));
    YC_TRY(const auto second, prepared(late_, "临时救助"));
    YC_CHECK(take(second->accept()));
    YC_TRY(const auto third, prepared(parent_, "失业登记"));
    YC_CHECK(take(third->decide_on_spot({})));
    const bool counted = stage_.loop().run_until([&] { return counter_->connection().pending > 0; }, 5s);
    YC_CHECK(JourneyStage::check(counted, "the connection says how much waits"));
    stage_.report().figures["pending_offline"] = counter_->connection().pending;
    return fmt::format("{} waiting", counter_->connection().pending);
}

JourneyPlay::Outcome JourneyPlay::hub_returns() {
    YC_CHECK(stage_.hub().restart());
    counter_->sync_now();
    YC_CHECK(all_sent(*counter_));
    return std::string("all sent");
}

JourneyPlay::Outcome JourneyPlay::returning_applicant() {
    std::unique_ptr<Intake> intake = counter_->new_intake();
    YC_CHECK(read_number(*intake, elder_.number));
    const auto dossier = intake->dossier();
    YC_CHECK(JourneyStage::check(
        dossier.state == client::desk::DossierSummary::State::found && dossier.documents >= 3,
        "the dossier knows the person"));
    YC_CHECK(JourneyStage::check(intake->party().front().value == elder_.name, "the name is filled in"));
    const auto hits = intake->search_items("临时救助");
    YC_CHECK(JourneyStage::check(!hits.empty(), "the item is found"));
    YC_CHECK(intake->choose_item(hits.front().code));
    const auto fields = intake->fields();
    const auto filled = std::count_if(fields.begin(), fields.end(), [](const auto& field) {
        return field.provenance && field.provenance->source_case != "applicant" && !field.value.empty();
    });
    stage_.report().figures["prefilled_fields"] = static_cast<double>(filled);
    YC_CHECK(JourneyStage::check(filled >= 3, "the form is filled from the dossier"));
    const int taken = intake->take_all_good_offers();
    stage_.report().figures["papers_from_dossier"] = taken;
    YC_CHECK(JourneyStage::check(taken >= 2, "papers are offered from the dossier"));
    fill_in(*intake, elder_);
    YC_CHECK(scan_missing(*intake, {}));
    const auto outcome = intake->accept();
    YC_CHECK(take(outcome));
    YC_CHECK(all_sent(*counter_));
    return fmt::format("{} fields, {} papers", filled, taken);
}

JourneyPlay::Outcome JourneyPlay::arrived_once() {
    YC_TRY(supervisor_, stage_.open_client("supervisor"));
    YC_TRY(const auto who, sign_in(*supervisor_, "supervisor1"));
    size_t events = 0;
    for (size_t i = 0; i < case_numbers_.size(); ++i) {
        YC_TRY(const auto rows, supervisor_->case_list().rows({.mine = false, .search = case_numbers_[i]}));
        YC_CHECK(JourneyStage::check(rows.size() == 1, "each case is at the hub once"));
        YC_TRY(const auto there, supervisor_->review().open(case_ids_[i]));
        YC_TRY(const auto here, counter_->review().open(case_ids_[i]));
        const bool all_numbered = std::all_of(
            here.timeline.begin(), here.timeline.end(),
            [](const auto& entry) { return entry.whereabouts == client::desk::Whereabouts::at_the_hub; });
        YC_CHECK(JourneyStage::check(all_numbered && there.timeline.size() == here.timeline.size(),
                                     "each event is at the hub once"));
        events += there.timeline.size();
    }
    stage_.report().figures["cases"] = static_cast<double>(case_numbers_.size());
    stage_.report().figures["events"] = static_cast<double>(events);
    return fmt::format("{} cases, {} events", case_numbers_.size(), events);
}

JourneyPlay::Outcome JourneyPlay::daily_report() {
    const base::Date today = stage_.clock().today();
    const auto scopes = supervisor_->daily_report().scopes();
    YC_CHECK(JourneyStage::check(!scopes.empty(), "the supervisor has a report"));
    YC_TRY(const auto figures, supervisor_->daily_report().figures(today, scopes.front()));
    YC_CHECK(JourneyStage::check(figures.balances, "the daily report balances"));
    YC_CHECK(JourneyStage::check(figures.came_in == static_cast<int>(case_numbers_.size()),
                                 "the daily report counts every case"));
    YC_TRY(const auto paper, supervisor_->daily_report().print(today, scopes.front()));
    YC_CHECK(stage_.keep({paper}));
    return fmt::format("{} + {} - {} = {}", figures.open_before, figures.came_in, figures.finished,
                       figures.open_after);
}

}  // namespace yc::cli
