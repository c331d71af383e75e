#include <algorithm>

#include "cli/journey_pages.h"
#include "cli/journey_play.h"
#include "client/desk/handout.h"
#include "client/desk/outbox.h"
#include "client/desk/review.h"

namespace yc::cli {

using namespace std::chrono_literals;
using client::desk::DossierSummary;

namespace {

constexpr const char* sample_password = "yichuang";

}  // namespace

base::Result<client::desk::Who> JourneyPlay::sign_in(client::desk::Workplace& at, const std::string& user,
                                                     const std::string& counter) {
    YC_TRY(client::desk::Who who, at.sign_in_now({user, sample_password, counter}));
    YC_CHECK(JourneyStage::check(!who.offline && at.sample(), "signed in at the hub of the sample district"));
    return who;
}

base::Result<void> JourneyPlay::read_number(Intake& intake, const std::string& number) {
    YC_CHECK(JourneyStage::check(intake.set_number(number).complete, "the number is good"));
    const bool answered = stage_.loop().run_until(
        [&] { return intake.dossier().state != DossierSummary::State::looking; }, 10s);
    return JourneyStage::check(answered, "the dossier was looked up");
}

base::Result<void> JourneyPlay::scan_missing(Intake& intake, const std::vector<std::string>& without) {
    for (const client::desk::MaterialRow& row : intake.materials()) {
        const bool open = row.state == domain::MaterialState::missing;
        if (!open || std::find(without.begin(), without.end(), row.code) != without.end()) continue;
        const bool png = page_seed_ % 2 == 0;
        YC_TRY(const std::string image, png ? sample_page_png(page_seed_) : sample_page_jpeg(page_seed_));
        ++page_seed_;
        const std::filesystem::path file =
            stage_.work_folder() / ("page-" + std::to_string(page_seed_) + (png ? ".png" : ".jpg"));
        YC_CHECK(JourneyStage::check(write_bytes(file, image), "the image file is written"));
        YC_TRY(const auto page, intake.add_page(row.code, read_bytes(file)));
        YC_CHECK(JourneyStage::check(page.width > 0, "the page was inspected"));
    }
    return {};
}

base::Result<std::unique_ptr<client::desk::Intake>> JourneyPlay::prepared(
    const InventedPerson& person, const std::string& item, const std::vector<std::string>& without) {
    std::unique_ptr<Intake> intake = counter_->new_intake();
    auto& people = stage_.report().applicants;
    if (std::find(people.begin(), people.end(), person.number) == people.end())
        people.push_back(person.number);
    YC_CHECK(read_number(*intake, person.number));
    const auto hits = intake->search_items(item);
    YC_CHECK(JourneyStage::check(!hits.empty() && hits.front().can_take, "the item is found and taken here"));
    YC_CHECK(intake->choose_item(hits.front().code));
    fill_in(*intake, person);
    YC_CHECK(scan_missing(*intake, without));
    YC_CHECK(intake->save());
    return intake;
}

base::Result<void> JourneyPlay::take(const base::Result<client::desk::IntakeOutcome>& outcome) {
    if (!outcome) return outcome.error();
    for (const auto& made : outcome->cases) {
        case_numbers_.push_back(made.case_no);
        case_ids_.push_back(made.case_id);
    }
    YC_CHECK(JourneyStage::check(!outcome->documents.empty(), "a paper was printed"));
    return stage_.keep(outcome->documents);
}

base::Result<void> JourneyPlay::all_sent(client::desk::Workplace& at) {
    YC_CHECK(JourneyStage::check(at.wait_until_sent(30s), "everything was sent"));
    YC_TRY(const auto rows, at.outbox().rows(0));
    for (const auto& row : rows)
        if (row.state == client::desk::OutboxState::refused)
            return base::fail("journey.check", row.reason.key, {{"what", "the hub refused " + row.what.key}});
    return {};
}

base::Result<void> JourneyPlay::act(domain::EventKind kind) {
    YC_TRY(const auto view, department_->review().open(case_id_));
    const auto actions = department_->review().actions(view.state);
    const bool offered = std::any_of(actions.begin(), actions.end(), [&](const auto& action) {
        return action.kind == kind && action.enabled;
    });
    YC_CHECK(JourneyStage::check(offered, std::string(base::to_name(kind)) + " is offered"));
    YC_TRY(const auto outcome, department_->review().act(case_id_, kind));
    YC_CHECK(stage_.keep(outcome.documents));
    return all_sent(*department_);
}

base::Result<void> JourneyPlay::deliver(const std::string& case_id, const InventedPerson& person) {
    client::desk::HandoutInput input;
    input.collector = {person.name, person.number, {}};
    YC_TRY(const auto outcome, counter_->handout().hand_out(case_id, input));
    YC_CHECK(JourneyStage::check(outcome.documents.size() == 1, "the proof of service was printed"));
    return stage_.keep(outcome.documents);
}

}  // namespace yc::cli
