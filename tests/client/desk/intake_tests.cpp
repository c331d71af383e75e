#include "client/desk/intake.h"

#include "client/desk/case_list.h"
#include "client/desk/case_view.h"
#include "client/desk/handout.h"
#include "client/desk/intake_rules.h"
#include "client/desk/outbox.h"
#include "client/desk/supplement.h"
#include "localization/localization.h"
#include "tests/client/desk/desk_fixture.h"
#include "tests/client/desk/told.h"

using namespace yc;
using namespace yc::client::desk;
using tests::DeskFixture;

namespace {

domain::Dossier dossier_of(const cli::InventedPerson& person, base::Instant at) {
    domain::Dossier dossier;
    dossier.party = {
        {domain::DocumentKind::citizen_id, person.number}, person.name, person.phone, person.address, {}, {}};
    dossier.facts = {{"phone", person.phone, "registry", "", at, {}},
                     {"ethnicity", "08", "45010320260302001000019", "clerk2", at, {}},
                     {"household_address", person.address, "45010320260302001000019", "clerk2", at, {}}};
    const auto document = [&](const char* id, const char* type, const char* name, domain::TrustGrade grade) {
        domain::DossierDocument made{.id = id, .type = type, .name = name, .grade = grade};
        made.at = at;
        return made;
    };
    dossier.documents = {document("d1", "id_card", "居民身份证", domain::TrustGrade::issued),
                         document("d2", "household_register", "居民户口簿", domain::TrustGrade::verified),
                         document("d3", "bank_card", "银行卡", domain::TrustGrade::self_made)};
    dossier.documents[0].valid_until = base::make_date(2026, 12, 10);
    dossier.case_count = 3;
    return dossier;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(intake_tests, DeskFixture)

BOOST_AUTO_TEST_CASE(a_wrong_number_says_which_digit) {
    const auto intake = new_intake();
    std::string wrong = elder.number;
    wrong[17] = wrong[17] == '0' ? '1' : '0';
    const NumberView view = intake->set_number(wrong);
    BOOST_TEST(!view.complete);
    BOOST_REQUIRE_EQUAL(view.problems.size(), 1);
    BOOST_TEST(view.problems[0].position == 17);
    BOOST_TEST(view.problems[0].text.key == "error.identity.check_digit");
}

BOOST_AUTO_TEST_CASE(a_number_is_not_complained_about_while_it_is_typed) {
    const auto intake = new_intake();
    BOOST_TEST(intake->set_number(elder.number.substr(0, 10)).problems.empty());
    BOOST_TEST(intake->finish_number().problems.size() == 1);
}

BOOST_AUTO_TEST_CASE(without_hub_and_cache_the_clerk_is_told_and_goes_on) {
    const auto intake = new_intake();
    read(*intake, elder.number);
    BOOST_TEST((intake->dossier().state == DossierSummary::State::not_reachable));
    BOOST_TEST(intake->dossier().text.key == "desk.dossier.not_reachable");
}

BOOST_AUTO_TEST_CASE(a_cached_dossier_fills_party_and_form_and_offers_papers_and_the_look_is_recorded) {
    BOOST_REQUIRE(
        store->save_dossier(dossier_of(elder, clock.now()), clock.now() + std::chrono::hours(1)).ok());
    const auto intake = new_intake();
    read(*intake, elder.number);
    BOOST_TEST((intake->dossier().state == DossierSummary::State::from_cache));
    BOOST_TEST(intake->dossier().documents == 3);
    BOOST_TEST(intake->dossier().expiring_soon == 1);
    BOOST_TEST(intake->party().front().value == elder.name);
    const auto looks = store->unsent_looks();
    BOOST_REQUIRE_EQUAL(looks->size(), 1);
    BOOST_TEST(looks->front().purpose == "intake");

    BOOST_REQUIRE(intake->choose_item(intake->search_items("高龄津贴").front().code).ok());
    const auto fields = intake->fields();
    const auto household = std::find_if(
        fields.begin(), fields.end(), [](const FieldView& field) { return field.id == "household_address"; });
    BOOST_REQUIRE(household != fields.end());
    BOOST_TEST(household->value == elder.address);
    BOOST_REQUIRE(household->provenance.has_value());
    BOOST_TEST(household->provenance->verified);
    BOOST_TEST(!household->changed);
    intake->set_field("household_address", "别处");
    for (const FieldView& field : intake->fields())
        if (field.id == "household_address") BOOST_TEST(field.changed);

    BOOST_TEST(intake->good_offers_open() == 2);  // the bank card's grade is too low
    BOOST_TEST(intake->take_all_good_offers() == 2);
    for (const MaterialRow& row : intake->materials())
        if (row.code == "elder_allowance-03") {
            BOOST_TEST(!row.may_take_offer);
            BOOST_TEST(row.offer_text.key == "desk.offer.grade_too_low");
        }
}

BOOST_AUTO_TEST_CASE(what_the_clerk_typed_is_not_overwritten_by_the_dossier) {
    BOOST_REQUIRE(
        store->save_dossier(dossier_of(elder, clock.now()), clock.now() + std::chrono::hours(1)).ok());
    const auto intake = new_intake();
    intake->set_party(PartyField::phone, "13800000000");
    read(*intake, elder.number);
    for (const PartyFieldView& field : intake->party())
        if (field.field == PartyField::phone) BOOST_TEST(field.value == "13800000000");
}

BOOST_AUTO_TEST_CASE(an_item_that_cannot_be_taken_says_why) {
    desk->who.counter = *desk->directory.counter("qx3");  // the theme counter for enterprises
    const auto intake = new_intake();
    const auto hits = intake->search_items("高龄津贴");
    BOOST_REQUIRE(!hits.empty());
    BOOST_TEST(!hits.front().can_take);
    BOOST_TEST(hits.front().why_not.key == "error.intake.item_not_here");
    BOOST_TEST(intake->choose_item(hits.front().code).error().code == "intake.item_not_here");
    BOOST_TEST(intake->choose_item("nothing").error().code == "intake.unknown_item");
    BOOST_TEST(intake->errand_count() == 0);
}

BOOST_AUTO_TEST_CASE(an_action_tried_too_early_names_what_is_missing_and_writes_nothing) {
    const auto intake = intake_for(elder, "高龄津贴");
    scan_all(*intake);
    intake->set_field("bank_account", "abc");
    const auto outcome = intake->receive();
    BOOST_TEST(outcome.error().code == "intake.incomplete");
    const Text missing = intake->standing().missing.front();
    BOOST_TEST(localization::tr(missing.key, missing.args) == "请更正：银行账号");
    bool shown = false;
    for (const FieldView& field : intake->fields())
        if (field.id == "bank_account") shown = field.problem.has_value();
    BOOST_TEST(shown);
    BOOST_TEST(store->outbox()->empty());
    intake->set_field("bank_account", "620000000012345");
    BOOST_TEST(intake->missing_list().empty());
    BOOST_TEST(intake->receive().ok());
}

BOOST_AUTO_TEST_CASE(offline_intake_is_durable_and_numbered_and_printed) {
    const auto intake = intake_for(elder, "高龄津贴");
    scan_all(*intake);
    BOOST_REQUIRE(intake->save().ok());
    const auto outcome = intake->accept();
    BOOST_REQUIRE_MESSAGE(outcome.ok(), tests::told(outcome));
    BOOST_TEST((outcome->whereabouts == Whereabouts::on_this_computer));
    BOOST_TEST(outcome->cases.front().case_no.starts_with("45010320261123001"));
    BOOST_REQUIRE_EQUAL(outcome->documents.size(), 2);  // with the filled form
    BOOST_TEST(outcome->documents[0].pdf.starts_with("%PDF-"));
    BOOST_TEST(outcome->documents[0].file_name.find(elder.number) == std::string::npos);
    BOOST_TEST(store->drafts()->empty());  // it went with the events
    const auto state = store->case_state(outcome->cases.front().case_id);
    BOOST_REQUIRE(state.ok());
    BOOST_TEST((state->life == domain::LifeCycle::accepted));
    BOOST_TEST((state->custody == domain::Custody::in_transit));
    BOOST_TEST(state->notice_no == "青民政受〔2026〕001-0001号");
}

BOOST_AUTO_TEST_CASE(a_reused_paper_is_an_event_of_its_own) {
    BOOST_REQUIRE(
        store->save_dossier(dossier_of(elder, clock.now()), clock.now() + std::chrono::hours(1)).ok());
    const auto intake = intake_for(elder, "高龄津贴");
    intake->take_all_good_offers();
    scan_all(*intake);
    const auto outcome = intake->receive();
    BOOST_REQUIRE(outcome.ok());
    const auto events = store->case_events(outcome->cases.front().case_id);
    const auto reused = std::count_if(events->begin(), events->end(), [](const domain::CaseEvent& event) {
        return event.kind == domain::EventKind::reuse_document && !event.body.document.empty();
    });
    BOOST_TEST(reused == 2);
}

BOOST_AUTO_TEST_CASE(missing_papers_stop_accepting_but_not_receiving) {
    const auto intake = intake_for(elder, "高龄津贴");
    const auto before = intake->actions();
    BOOST_TEST(!action(before, IntakeAction::accept).enabled);
    BOOST_TEST(action(before, IntakeAction::accept).why_not.key == "desk.why_not.papers_missing");
    BOOST_TEST(action(before, IntakeAction::receive).enabled);
    BOOST_TEST(action(before, IntakeAction::receive).primary);
    BOOST_TEST(intake->accept().error().code == "intake.incomplete");
    scan_all(*intake);
    const auto after = intake->actions();
    BOOST_TEST(action(after, IntakeAction::accept).primary);
    BOOST_TEST(std::count_if(after.begin(), after.end(), [](const auto& each) { return each.primary; }) == 1);
}

BOOST_AUTO_TEST_CASE(a_deferred_paper_is_accepted_tolerantly_with_a_commitment) {
    const auto intake = intake_for(elder, "高龄津贴");
    BOOST_TEST(intake->set_deferred("elder_allowance-01", true).error().code == "intake.not_deferrable");
    BOOST_REQUIRE(intake->set_deferred("elder_allowance-04", true).ok());
    scan_all(*intake);
    const auto outcome = intake->accept();
    BOOST_REQUIRE_MESSAGE(outcome.ok(), tests::told(outcome));
    BOOST_TEST(outcome->documents.size() == 3);
    const auto state = store->case_state(outcome->cases.front().case_id);
    BOOST_TEST(state->deferred_codes == std::vector<std::string>{"elder_allowance-04"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_authority_that_ended_stops_accepting_offline) {
    clock.advance(std::chrono::hours(72));
    const auto intake = intake_for(elder, "高龄津贴");
    scan_all(*intake);
    const auto actions = intake->actions();
    BOOST_TEST(action(actions, IntakeAction::accept).why_not.key == "desk.why_not.authority_ended");
    BOOST_TEST(action(actions, IntakeAction::receive).enabled);
}

BOOST_AUTO_TEST_CASE(one_pile_of_papers_serves_all_errands) {
    const auto intake = intake_for(elder, "高龄津贴");
    BOOST_REQUIRE(intake->choose_item(intake->search_items("临时救助").front().code).ok());
    cli::fill_in(*intake, elder);
    intake->show_errand(0);
    scan_all(*intake);
    intake->show_errand(1);
    for (const MaterialRow& row : intake->materials())
        if (row.code == "temporary_aid-02") BOOST_TEST((row.state == domain::MaterialState::provided));
    scan_all(*intake);
    const auto outcome = intake->receive();
    BOOST_REQUIRE_MESSAGE(outcome.ok(), tests::told(outcome));
    BOOST_TEST(outcome->cases.size() == 2);
    BOOST_TEST(outcome->cases[0].case_no != outcome->cases[1].case_no);
}

BOOST_AUTO_TEST_CASE(a_bad_image_is_refused_and_nothing_is_lost) {
    const auto intake = intake_for(elder, "高龄津贴");
    const std::string image = *cli::sample_page_jpeg(7);
    BOOST_TEST(intake->add_page("elder_allowance-01", image.substr(0, image.size() / 2)).error().code ==
               "page.truncated");
    BOOST_TEST(intake->add_page("elder_allowance-01", "no image").error().code == "page.not_image");
    BOOST_TEST(intake->add_page("nothing", image).error().code == "intake.unknown_material");
    BOOST_TEST(intake->materials().front().pages.empty());
    BOOST_TEST(intake->add_page("elder_allowance-01", image).ok());
}

BOOST_AUTO_TEST_CASE(a_parked_intake_comes_back_as_it_was) {
    const auto intake = intake_for(elder, "高龄津贴");
    scan_all(*intake);
    intake->set_green_channel(true);
    BOOST_REQUIRE(intake->park().ok());
    CaseList list(*desk);
    const auto parked = list.parked();
    BOOST_REQUIRE_EQUAL(parked->size(), 1);
    BOOST_TEST(parked->front().applicant_name == elder.name);
    BOOST_TEST(parked->front().parked);
    BOOST_TEST(parked->front().pages == 4);
    const auto kept = store->draft(parked->front().draft_id);
    auto draft = draft_from_text((*kept)->json);
    BOOST_REQUIRE(draft.ok());
    Intake again(*desk, std::make_unique<IntakeDraft>(*draft));
    BOOST_TEST(again.green_channel());
    BOOST_TEST(again.missing_list().empty());
    BOOST_TEST(to_text(*draft) == (*kept)->json);
    BOOST_TEST(draft_from_text("{").error().code == "intake.draft_unreadable");
}

BOOST_AUTO_TEST_CASE(a_full_disk_keeps_what_was_typed_in_memory) {
    const auto intake = intake_for(elder, "高龄津贴");
    intake->set_field("emergency_name", std::string(90000, 'x'));
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit tight = before;
    tight.rlim_cur = 4096;
    setrlimit(RLIMIT_FSIZE, &tight);
    const auto saved = intake->save();
    setrlimit(RLIMIT_FSIZE, &before);
    BOOST_REQUIRE(!saved.ok());
    BOOST_TEST(saved.error().code == "store.full");
    BOOST_TEST(intake->dirty());
    BOOST_TEST(intake->party().front().value == elder.name);
    BOOST_TEST(intake->save().ok());
    BOOST_TEST(!intake->dirty());
}

BOOST_AUTO_TEST_CASE(a_refused_event_becomes_a_task_that_can_be_sent_again_or_given_up) {
    const auto intake = intake_for(elder, "高龄津贴");
    scan_all(*intake);
    const auto outcome = intake->receive();
    BOOST_REQUIRE(outcome.ok());
    const auto sent = store->unsent_events(100);
    std::vector<wire::PushResult> results{
        {sent->front().id, wire::PushStatus::refused, {}, {}, base::fail("case.number_taken", "twice")}};
    BOOST_REQUIRE(store->apply_push_results(results).ok());
    Outbox outbox(*desk);
    const auto rows = outbox.rows();
    BOOST_REQUIRE(rows.ok());
    BOOST_TEST((rows->front().state == OutboxState::refused));
    BOOST_TEST(rows->front().reason.key == "error.case.number_taken");
    BOOST_TEST(!rows->front().advice.empty());
    CaseList list(*desk);
    const auto cases = list.rows({.filter = CaseFilter::all});
    BOOST_REQUIRE(cases.ok());
    BOOST_REQUIRE(outbox.send_again(rows->front().event_id).ok());
    BOOST_TEST((outbox.rows()->front().state == OutboxState::waiting));
    BOOST_TEST(outbox.give_up(rows->front().event_id).error().code == "outbox.not_refused");
}

BOOST_AUTO_TEST_CASE(on_the_spot_the_result_is_handed_out_with_proof) {
    const auto person = cli::invent_person(base::make_date(1988, 8, 18), 982, "古丽·示例");
    const auto intake = intake_for(person, "居民医保");
    scan_all(*intake);
    BOOST_TEST(action(intake->actions(), IntakeAction::decide_on_spot).primary);
    const auto outcome = intake->decide_on_spot({});
    BOOST_REQUIRE_MESSAGE(outcome.ok(), tests::told(outcome));
    Handout handout(*desk);
    BOOST_TEST(handout.rows()->size() == 1);
    const std::string& id = outcome->cases.front().case_id;
    HandoutInput input;
    input.collector = {elder.name, elder.number, {}};
    BOOST_TEST(handout.hand_out(id, input).error().code == "handout.collector_unclear");
    input.collector = {"古丽•示例", person.number, {}};  // another dot, as people type it
    const auto done = handout.hand_out(id, input);
    BOOST_REQUIRE_MESSAGE(done.ok(), tests::told(done));
    BOOST_TEST(done->documents.size() == 1);
    BOOST_TEST(handout.rows()->empty());
    const auto view = read_case(*desk, id);
    BOOST_TEST((view->state.life == domain::LifeCycle::closed));
    BOOST_TEST((view->timeline.back().whereabouts == Whereabouts::on_this_computer));
}

BOOST_AUTO_TEST_CASE(a_notice_asks_for_everything_at_once_and_the_supplement_starts_anew) {
    const auto intake = intake_for(elder, "高龄津贴");
    const auto outcome = intake->notify({});
    BOOST_REQUIRE_MESSAGE(outcome.ok(), tests::told(outcome));
    BOOST_TEST(outcome->documents.size() == 3);
    const std::string& id = outcome->cases.front().case_id;
    BOOST_TEST(store->case_state(id)->supplement_codes.size() == 4);
    Supplement supplement(*desk);
    BOOST_TEST(supplement.rows()->size() == 1);
    BOOST_TEST(supplement.take_in(id, {{"elder_allowance-01", {}}}).error().code == "supplement.incomplete");
    BOOST_TEST(supplement.take_in(id, {{"other", {}}}).error().code == "supplement.not_asked");
    std::map<std::string, std::vector<std::string>> all;
    const std::vector<std::string> asked = store->case_state(id)->supplement_codes;
    for (const std::string& code : asked)
        all[code] = {supplement.add_page(*cli::sample_page_png(++seed))->sha256};
    const auto taken = supplement.take_in(id, all);
    BOOST_REQUIRE_MESSAGE(taken.ok(), tests::told(taken));
    BOOST_TEST((store->case_state(id)->life == domain::LifeCycle::accepted));
}

BOOST_AUTO_TEST_CASE(declining_needs_a_reason_and_the_right_organ) {
    const auto intake = intake_for(elder, "高龄津贴");
    BOOST_TEST(intake->decline({}).error().code == "review.reason_required");
    BOOST_TEST(intake->decline({.not_required = false, .reason = "不属于本机关职权", .right_organ = {}})
                   .error()
                   .code == "review.right_organ_required");
    const auto outcome = intake->decline(
        {.not_required = false, .reason = "不属于本机关职权", .right_organ = "西乡塘区民政局"});
    BOOST_REQUIRE_MESSAGE(outcome.ok(), tests::told(outcome));
    BOOST_TEST((store->case_state(outcome->cases.front().case_id)->result == domain::CaseResult::declined));
}

BOOST_AUTO_TEST_SUITE_END()
