// What is received together: one receipt, one query code, cases that know of each other; and the guide
// before.
#include "client/desk/case_list.h"
#include "client/desk/case_view.h"
#include "client/desk/intake_groups.h"
#include "tests/client/desk/desk_fixture.h"
#include "tests/client/desk/printed_text.h"
#include "tests/client/desk/told.h"

using namespace yc;
using namespace yc::client::desk;
using tests::DeskFixture;

namespace {

constexpr const char* retirement = "450103YJS102";
constexpr const char* pension = "11450103MB0012036W4450103117001";
constexpr const char* medical = "11450103MB0012060D4450106147001";

struct Fixture : DeskFixture {
    cli::InventedPerson worker_ = cli::invent_person(base::make_date(1966, 3, 4), 987, "黄示例");

    std::unique_ptr<Intake> intake_of(const std::vector<std::string>& codes) {
        auto intake = new_intake();
        read(*intake, worker_.number);
        for (const auto& code : codes) {
            const auto chosen = intake->choose_item(code);
            BOOST_REQUIRE_MESSAGE(chosen.ok(), tests::told(chosen));
        }
        for (size_t errand = 0; errand < intake->errand_count(); ++errand) {
            intake->show_errand(errand);
            cli::fill_in(*intake, worker_);
            scan_all(*intake);
        }
        return intake;
    }
    IntakeOutcome receive(const std::vector<std::string>& codes) {
        auto outcome = intake_of(codes)->receive();
        BOOST_REQUIRE_MESSAGE(outcome.ok(), tests::told(outcome));
        return *std::move(outcome);
    }
    static std::vector<std::string> kinds(const IntakeOutcome& outcome) {
        std::vector<std::string> all;
        for (const auto& paper : outcome.documents) all.push_back(paper.kind);
        return all;
    }
};

const std::vector<std::string> one_for_three{"joint_receipt", "application_form", "application_form",
                                             "application_form"};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(intake_receipt_tests, Fixture)

BOOST_AUTO_TEST_CASE(a_package_has_one_receipt_with_all_its_cases) {
    const auto outcome = receive({retirement});
    BOOST_TEST(kinds(outcome) == one_for_three, boost::test_tools::per_element());
    const auto& paper = outcome.documents.front();
    BOOST_TEST(tests::says(paper, "退休一件事"));
    BOOST_TEST(tests::says(paper, "青秀区人力资源和社会保障局"));
    std::set<std::string> numbers, codes;
    for (const auto& each : outcome.cases) {
        BOOST_TEST(tests::says(paper, each.case_no), each.case_no);
        numbers.insert(each.case_no);
        codes.insert(each.query_code);
    }
    BOOST_TEST(numbers.size() == 3u);
    BOOST_TEST(codes.size() == 1u, "one receipt, one query code");
    BOOST_TEST(tests::says(paper, *codes.begin()));
    BOOST_TEST(paper.file_name.find("共3件") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(each_case_knows_its_package_and_its_fellows) {
    const auto outcome = receive({retirement});
    std::set<std::string> groups;
    for (const auto& each : outcome.cases) {
        const auto state = store->case_state(each.case_id);
        BOOST_REQUIRE(state.ok());
        const auto& package = state->registration.package;
        BOOST_REQUIRE(package.has_value());
        groups.insert(package->group);
        BOOST_TEST(package->code == retirement);
        BOOST_TEST(package->name == "退休一件事");
        BOOST_TEST(package->lead_department == "hrss");
        BOOST_REQUIRE_EQUAL(package->members.size(), 3u);
        for (size_t i = 0; i < 3; ++i) BOOST_TEST(package->members[i].case_no == outcome.cases[i].case_no);

        const auto view = read_case(*desk, each.case_id);
        BOOST_REQUIRE(view.ok());
        BOOST_REQUIRE(view->package.has_value());
        BOOST_TEST(view->package->title.args.at("package") == "退休一件事");
        for (const auto& member : view->package->members) {
            BOOST_TEST(member.shown == (member.case_no == each.case_no));
            BOOST_TEST(member.state.key == "desk.state.RECEIVED");
            BOOST_TEST(!member.case_id.empty());
        }
        BOOST_TEST(view->package->members.front().lead);
        BOOST_TEST(view->row.package_name == "退休一件事");
    }
    BOOST_TEST(groups.size() == 1u);
    const auto found = CaseList(*desk).rows({.search = "退休一件事"});
    BOOST_REQUIRE(found.ok());
    BOOST_TEST(found->size() == 3u);
}

BOOST_AUTO_TEST_CASE(a_fellow_that_is_not_at_this_place_is_named_all_the_same) {
    const auto outcome = receive({retirement});
    auto events = store->case_events(outcome.cases.front().case_id);
    BOOST_REQUIRE(events.ok());
    tests::TempDir other;
    auto elsewhere = *client::store::LocalStore::create(
        {.folder = other / "store", .clock = &clock, .rules = &rules}, "handler1", "yichuang");
    wire::ChangesPage page{.epoch = "e1", .next = 9};
    int64_t seq = 0;
    for (auto& event : *events) {
        event.seq = ++seq;
        event.arrived_at = clock.now();
        page.events.push_back(event);
    }
    BOOST_REQUIRE(elsewhere->apply_changes(page).ok());
    Desk department(
        clock, [](const std::function<void()>&) {}, *elsewhere, *hub, *sync, *worker, changes);
    department.catalogue = desk->catalogue;
    const auto view = read_case(department, outcome.cases.front().case_id);
    BOOST_REQUIRE_MESSAGE(view.ok(), tests::told(view));
    BOOST_REQUIRE(view->package.has_value());
    const auto& fellow = view->package->members.back();
    BOOST_TEST(fellow.case_no == outcome.cases.back().case_no);
    BOOST_TEST(fellow.case_id.empty());
    BOOST_TEST(fellow.state.key == "desk.package.elsewhere");
}

BOOST_AUTO_TEST_CASE(each_case_still_has_a_receipt_of_its_own) {
    const auto outcome = receive({retirement});
    for (const auto& each : outcome.cases) {
        const auto paper = CaseList(*desk).receipt(each.case_id);
        BOOST_REQUIRE_MESSAGE(paper.ok(), tests::told(paper));
        BOOST_TEST(paper->kind == "receipt");
        BOOST_TEST(tests::says(*paper, each.case_no));
        for (const auto& other : outcome.cases)
            BOOST_TEST(tests::says(*paper, other.case_no) == (other.case_no == each.case_no));
    }
}

BOOST_AUTO_TEST_CASE(several_errands_of_one_applicant_have_one_receipt_and_no_package) {
    const auto outcome = receive({pension, medical});
    BOOST_TEST(
        kinds(outcome) == (std::vector<std::string>{"joint_receipt", "application_form", "application_form"}),
        boost::test_tools::per_element());
    BOOST_TEST(tests::says(outcome.documents.front(), "首个办件"));
    BOOST_TEST(!tests::says(outcome.documents.front(), "牵头部门"));
    for (const auto& each : outcome.cases)
        BOOST_TEST(!store->case_state(each.case_id)->registration.package.has_value());
}

BOOST_AUTO_TEST_CASE(of_a_package_only_what_lacks_papers_is_notified_and_the_receipt_is_one) {
    const auto intake = intake_of({retirement});
    intake->show_errand(0);
    intake->remove_page("retirement-04", 0);  // the personnel file, for the first item alone
    const auto outcome = intake->notify({.reason = "缺少材料"});
    BOOST_REQUIRE_MESSAGE(outcome.ok(), tests::told(outcome));
    const auto all = kinds(*outcome);
    BOOST_TEST(all.front() == "joint_receipt");
    BOOST_TEST(std::count(all.begin(), all.end(), "receipt") == 0);
    BOOST_TEST(std::count(all.begin(), all.end(), "supplement") == 1);
    BOOST_TEST(outcome->cases[0].done.key == "desk.done.notified");
    BOOST_TEST(outcome->cases[1].done.key == "desk.done.received");
    BOOST_TEST(tests::says(outcome->documents.front(), "尚不齐全"));
    BOOST_TEST(!tests::says(outcome->documents.front(), "现予收件"));
    const auto nothing = intake_of({retirement})->notify({.reason = "缺少材料"});
    BOOST_REQUIRE(!nothing.ok());
    BOOST_TEST(nothing.error().code == "intake.nothing_to_ask");
}

BOOST_AUTO_TEST_CASE(one_errand_has_the_receipt_it_always_had) {
    const auto outcome = receive({pension});
    BOOST_TEST(outcome.documents.front().kind == "receipt");
}

BOOST_AUTO_TEST_CASE(what_is_chosen_beside_a_package_is_no_member_of_it) {
    IntakeDraft draft;
    draft.package = retirement;
    draft.package_answers = {{"fund", "no"}, {"medical", "yes"}};
    draft.errands = {{.item = "elsewhere"}, {.item = pension}, {.item = medical}};
    auto groups = groups_of(*desk->catalogue, draft);
    BOOST_REQUIRE_EQUAL(groups.size(), 2u);
    BOOST_TEST((groups[0].package != nullptr));
    BOOST_TEST((groups[0].errands == std::vector<size_t>{1, 2}));
    BOOST_TEST((groups[1].package == nullptr));
    BOOST_TEST((groups[1].errands == std::vector<size_t>{0}));

    draft.package_answers["medical"] = "no";  // one member is left: nothing to lead
    draft.errands = {{.item = pension}};
    groups = groups_of(*desk->catalogue, draft);
    BOOST_REQUIRE_EQUAL(groups.size(), 1u);
    BOOST_TEST((groups[0].package == nullptr));
}

BOOST_AUTO_TEST_CASE(the_codes_are_those_of_the_lead_departments_first_case) {
    domain::PackageMembership package{.lead_department = "b"};
    const auto in = [&](const char* department) {
        return domain::Registration{.department = department, .package = package};
    };
    BOOST_TEST(leading_case({in("a"), in("b"), in("b")}) == 1u);
    BOOST_TEST(leading_case({in("a"), in("c")}) == 0u);
    BOOST_TEST(leading_case({{.department = "a"}, {.department = ""}}) == 0u);
}

BOOST_AUTO_TEST_CASE(the_guide_follows_what_is_chosen_and_answered) {
    const auto empty = new_intake()->guide();
    BOOST_REQUIRE(!empty.ok());
    const auto intake = intake_of({retirement});
    auto guide = intake->guide();
    BOOST_REQUIRE_MESSAGE(guide.ok(), tests::told(guide));
    BOOST_TEST(guide->kind == "guide");
    BOOST_TEST(guide->file_name == "办事指南-退休一件事.pdf");
    BOOST_TEST(tests::says(*guide, "退休一件事"));
    BOOST_TEST(tests::says(*guide, "有，要提取"));
    BOOST_TEST(tests::says(*guide, "（牵头）"));
    BOOST_TEST(tests::says(*guide, "不是受理"));
    BOOST_TEST(!tests::says(*guide, worker_.number));
    BOOST_TEST(!tests::says(*guide, "黄示例"), "a guide is of the matter, not of the person");
    BOOST_REQUIRE(intake->answer("package/fund", "no").ok());
    guide = intake->guide();
    BOOST_REQUIRE(guide.ok());
    BOOST_TEST(tests::says(*guide, "没有"));
    BOOST_TEST(!tests::says(*guide, "有，要提取"));
}

BOOST_AUTO_TEST_CASE(the_guide_is_that_of_what_is_received_together) {
    IntakeDraft draft;
    draft.package = retirement;
    draft.package_answers = {{"fund", "no"}, {"medical", "yes"}};
    const auto* allowance = desk->catalogue->newest(new_intake()->search_items("高龄津贴").front().code);
    for (const auto* item : {allowance, desk->catalogue->newest(pension), desk->catalogue->newest(medical)})
        draft.errands.push_back({.item = item->code, .item_version = item->version});
    const auto guide_at = [&](size_t shown) {
        draft.current = shown;
        auto guide = Intake(*desk, std::make_unique<IntakeDraft>(draft)).guide();
        BOOST_REQUIRE_MESSAGE(guide.ok(), tests::told(guide));
        return *guide;
    };
    const auto package = guide_at(1), beside = guide_at(0);
    BOOST_TEST(package.file_name == "办事指南-退休一件事.pdf");
    BOOST_TEST(tests::says(package, "退休一件事"));
    BOOST_TEST(!tests::says(package, allowance->name), "it does not belong to the package");
    BOOST_TEST(beside.file_name == "办事指南-" + allowance->name + ".pdf");
    BOOST_TEST(!tests::says(beside, "退休一件事"));
    draft.package_answers["medical"] = "no";  // one member is left: no package is made
    draft.errands.pop_back();
    BOOST_TEST(!tests::says(guide_at(1), "退休一件事"));
}

BOOST_AUTO_TEST_SUITE_END()
