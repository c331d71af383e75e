// A receipt printed again says what was true when the case was received, and that it is printed again.
#include "client/desk/act.h"
#include "client/desk/case_list.h"
#include "client/desk/case_view.h"
#include "client/desk/supplement.h"
#include "tests/client/desk/desk_fixture.h"
#include "tests/client/desk/printed_text.h"
#include "tests/client/desk/told.h"

using namespace yc;
using namespace yc::client::desk;
using namespace std::chrono_literals;
using domain::EventKind;

namespace {

struct Fixture : tests::DeskFixture {
    /// A later day, another clerk at the counter.
    void later() {
        clock.advance(24h);
        desk->who.user.id = "clerk2";
        desk->who.user.name = "黄示例";
        desk->who.authority_until = clock.now() + 48h;
    }
    std::unique_ptr<Intake> allowance() {
        auto intake = intake_for(elder, "高龄津贴");
        scan_all(*intake);
        return intake;
    }
    static std::string id_of(const base::Result<IntakeOutcome>& outcome) {
        BOOST_REQUIRE_MESSAGE(outcome.ok(), tests::told(outcome));
        return outcome->cases.front().case_id;
    }
    void act(const std::string& id, EventKind kind, domain::EventBody body) {
        Act act(*desk, *load_case(*desk, id));
        const auto added = act.add(kind, std::move(body));
        BOOST_REQUIRE_MESSAGE(added.ok(), tests::told(added));
        BOOST_REQUIRE(act.commit().ok());
    }
    std::string again(const std::string& id) {
        const auto paper = CaseList(*desk).receipt(id);
        BOOST_REQUIRE_MESSAGE(paper.ok(), tests::told(paper));
        BOOST_TEST(read_case(*desk, id)->no_receipt.empty());
        return tests::text_of(*paper);
    }
    void has_none(const std::string& id) {
        const auto paper = CaseList(*desk).receipt(id);
        BOOST_REQUIRE(!paper.ok());
        BOOST_TEST(paper.error().code == "case.no_receipt");
        BOOST_TEST(read_case(*desk, id)->no_receipt.key == "error.case.no_receipt");
    }
};

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(receipt_again_tests, Fixture)

BOOST_AUTO_TEST_CASE(it_is_marked_and_names_who_received_the_case) {
    const auto outcome = allowance()->receive();
    const std::string id = id_of(outcome);
    BOOST_TEST(!says(tests::text_of(outcome->documents.front()), "补打"));
    later();
    const std::string text = again(id);
    BOOST_TEST(says(text, "本件于2026年11月24日补打，所载为2026年11月23日收件时的情况"));
    BOOST_TEST(says(text, "只载明本件"), "others may have been on the receipt of that day");
    BOOST_TEST(says(text, "收件人员韦示例"));
    BOOST_TEST(says(text, "打印人 黄示例"));
    BOOST_TEST(says(text, "现予收件"));
}

BOOST_AUTO_TEST_CASE(what_was_owed_then_is_owed_on_it_though_it_came_later) {
    const auto intake = intake_for(elder, "高龄津贴");
    BOOST_REQUIRE(intake->set_deferred("elder_allowance-04", true).ok());
    scan_all(*intake);
    const std::string id = id_of(intake->receive());
    later();
    act(id, EventKind::accept_tolerant,
        {.material_codes = {"elder_allowance-04"},
         .notice_no = "容1",
         .deadline = desk->clock.today(),
         .commitment = "承诺"});
    act(id, EventKind::tolerant_filled, {.material_codes = {"elder_allowance-04"}});
    BOOST_REQUIRE(store->case_state(id)->deferred_codes.empty());
    const std::string text = again(id);
    BOOST_TEST(says(text, "尚不齐全"));
    BOOST_TEST(!says(text, "现予收件"));
    BOOST_TEST(!says(text, "本凭证即为受理凭证"));
    BOOST_TEST(says(text, "收件时间2026年11月23日"));
}

BOOST_AUTO_TEST_CASE(a_notice_given_with_it_stands_on_it_after_the_supplement_too) {
    const auto intake = allowance();
    const auto outcome = intake->notify({.reason = "照片与本人不符", .materials = {"elder_allowance-01"}});
    const std::string id = id_of(outcome);
    BOOST_TEST(!says(tests::text_of(outcome->documents.front()), "现予收件"));
    later();
    Supplement supplement(*desk);
    const auto page = supplement.add_page(*cli::sample_page_png(++seed));
    const auto taken = supplement.take_in(id, {{"elder_allowance-01", {page->sha256}}});
    BOOST_REQUIRE_MESSAGE(taken.ok(), tests::told(taken));
    const std::string text = again(id);
    BOOST_TEST(!says(text, "现予收件"));
    BOOST_TEST(says(text, "见随本凭证出具的《补正材料一次性告知书》"));
    BOOST_TEST(says(text, "收件时间2026年11月23日"));
}

BOOST_AUTO_TEST_CASE(a_case_refused_later_still_has_the_receipt_of_its_first_day) {
    const std::string id = id_of(allowance()->receive());
    later();
    act(id, EventKind::decline,
        {.notice_no = "不受1", .reason = "不属于本机关职权", .right_organ = "江南区民政局"});
    BOOST_TEST(says(again(id), "所载为2026年11月23日收件时的情况"));
}

BOOST_AUTO_TEST_CASE(who_was_answered_at_once_was_given_the_answer_and_no_receipt) {
    const auto intake = allowance();
    has_none(id_of(intake->decline(
        {.not_required = false, .reason = "不属于本机关职权", .right_organ = "江南区民政局"})));
    has_none(id_of(allowance()->accept()));
}

BOOST_AUTO_TEST_CASE(a_case_that_is_not_here_has_none) {
    BOOST_TEST(CaseList(*desk).receipt("019ab000-0000-7000-8000-000000000009").error().code ==
               "case.unknown");
}

BOOST_AUTO_TEST_SUITE_END()
