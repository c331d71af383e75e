#include "client/desk/papers.h"

#include "client/desk/daily_report.h"
#include "client/desk/daily_scope.h"
#include "core/base/utf8.h"
#include "tests/client/desk/desk_fixture.h"
#include "tests/client/desk/printed_text.h"
#include "tests/client/desk/told.h"

using namespace yc;
using namespace yc::client::desk;
using namespace std::chrono_literals;
using reports::NoticeKind;

namespace {

/// A counter whose hub's answers are given by hand.
struct PaperFixture : tests::DeskFixture {
    PaperFixture() { BOOST_REQUIRE(store->apply_changes({.epoch = "e1"}).ok()); }

    IntakeOutcome receive(const std::string& item = "高龄津贴") {
        const auto intake =
            intake_for(cli::invent_person(base::make_date(1941, 5, 2), ++people, "梁示例"), item);
        scan_all(*intake);
        auto outcome = intake->receive();
        BOOST_REQUIRE_MESSAGE(outcome.ok(), tests::told(outcome));
        return std::move(*outcome);
    }
    /// The hub accepts whatever waits and its feed brings it back.
    void hub_takes_all() {
        wire::ChangesPage page{.epoch = "e1"};
        std::vector<wire::PushResult> results;
        auto waiting = store->unsent_events(1000);
        BOOST_REQUIRE(waiting.ok());
        for (domain::CaseEvent& event : *waiting) {
            event.seq = ++seq;
            event.arrived_at = clock.now();
            results.push_back({event.id, wire::PushStatus::accepted, event.seq, event.arrived_at, {}});
            page.events.push_back(event);
        }
        page.next = seq;
        BOOST_REQUIRE(store->apply_push_results(results).ok());
        BOOST_REQUIRE(store->apply_changes(page).ok());
    }
    PrintedDocument report(base::Date day) {
        auto printed = DailyReport(*desk).print(day, counter);
        BOOST_REQUIRE_MESSAGE(printed.ok(), tests::told(printed));
        return std::move(*printed);
    }

    const DailyScope counter{DailyScope::Kind::counter, "qx1"};
    const base::Date monday = base::make_date(2026, 11, 23), tuesday = base::add_days(monday, 1);
    int people = 600;
    int64_t seq = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(papers_tests, PaperFixture)

BOOST_AUTO_TEST_CASE(a_receipt_says_where_the_case_is_when_it_is_printed) {
    const IntakeOutcome outcome = receive();
    const std::string id = outcome.cases.front().case_id;
    BOOST_TEST(tests::says(outcome.documents.front(), "正待上传"));
    auto again = print_paper(*desk, NoticeKind::receipt, *store->case_state(id));
    BOOST_REQUIRE_MESSAGE(again.ok(), tests::told(again));
    BOOST_TEST(tests::says(*again, "正待上传"));
    hub_takes_all();
    again = print_paper(*desk, NoticeKind::receipt, *store->case_state(id));
    BOOST_TEST(tests::says(*again, "政务服务中心已收（中心序号 " + std::to_string(seq) + "）"));
    BOOST_TEST(!tests::says(*again, "正待上传"));
    domain::CaseState ahead = *store->case_state(id);  // as when an act is printed before it is written
    ++ahead.event_count;
    BOOST_TEST(tests::says(*print_paper(*desk, NoticeKind::receipt, ahead), "正待上传"));
}

BOOST_AUTO_TEST_CASE(a_form_printed_a_year_later_says_what_was_handed_in) {
    const IntakeOutcome outcome = receive("领取养老保险待遇资格认证");
    const auto state = *store->case_state(outcome.cases.front().case_id);
    const auto text = [&] {
        std::string all;
        for (const auto& row : form_rows(*desk, state)) all += row.label + "=" + row.value + "\n";
        return all;
    };
    const std::string that_day = text();
    BOOST_TEST(that_day.find("=85") != std::string::npos, that_day);
    clock.set(base::at(base::make_date(2027, 11, 23), 10h));
    BOOST_TEST(text() == that_day);
}

BOOST_AUTO_TEST_CASE(a_guide_has_a_file_name_that_every_disk_takes) {
    const auto item = [](std::string name) {
        reports::GuideItem made;
        made.item.name = std::move(name);
        made.item.code = "1";
        return made;
    };
    BOOST_TEST(guide_file_name(reports::guide_of({item("甲/乙")})) == "办事指南-甲-乙.pdf");
    BOOST_TEST(guide_file_name(reports::guide_of({item("甲"), item("乙"), item("丙")})) ==
               "办事指南-甲等3项.pdf");
    for (const std::string lead : {"", "a", "ab"}) {
        std::string name = lead;
        for (int i = 0; i < 120; ++i) name += "证";
        for (const auto& guide :
             {reports::guide_of({item(name)}), reports::guide_of({item(name), item("乙")})}) {
            const std::string file = guide_file_name(guide);
            BOOST_TEST(file.size() <= 200u);
            BOOST_TEST(file.size() > 190u);
            BOOST_TEST(base::is_valid_utf8(file), "cut at a character");
            BOOST_TEST(file.ends_with(guide.items.size() == 1 ? "证.pdf" : "证等2项.pdf"));
        }
    }
}

BOOST_AUTO_TEST_CASE(what_is_refused_or_waits_is_not_at_the_hub) {
    domain::CaseState state;
    state.event_count = 3;
    client::store::CaseRow row{.last_seq = 9};
    BOOST_TEST(all_at_hub(row, state, state));
    for (int client::store::CaseRow::*open :
         {&client::store::CaseRow::unsent, &client::store::CaseRow::refused}) {
        auto waiting = row;
        waiting.*open = 1;
        BOOST_TEST(!all_at_hub(waiting, state, state));
    }
    row.last_seq = 0;
    BOOST_TEST(!all_at_hub(row, state, state));
}

BOOST_AUTO_TEST_CASE(what_arrives_after_the_report_of_its_day_is_told_in_the_next) {
    receive();
    hub_takes_all();
    BOOST_TEST(!tests::says(report(monday), "补录"));
    clock.set(base::at(monday, 16h));
    receive();  // offline; the hub gets it the next day
    clock.set(base::at(tuesday, 9h));
    BOOST_TEST(!tests::says(report(tuesday), "补录："));
    hub_takes_all();
    const PrintedDocument next = report(tuesday);
    BOOST_TEST(tests::says(next, "补录：上期日报形成后补到以前日期的收件 1 件、办出 0 件，涉及 1 个办件"));
    BOOST_TEST(
        tests::says(report(tuesday), "补录：上期日报"));  // its own mark does not hide it when printed again
    BOOST_TEST(!tests::says(report(base::add_days(tuesday, 1)), "补录："));
}

BOOST_AUTO_TEST_CASE(marks_are_kept_by_day_and_epoch) {
    std::string text = with_mark({}, {monday, 40, "e1"});
    text = with_mark(text, {tuesday, 50, "e1"});
    text = with_mark(text, {monday, 45, "e1"});
    BOOST_TEST(!mark_before(text, monday, "e1").has_value());
    BOOST_TEST(mark_before(text, tuesday, "e1")->seq == 45);
    BOOST_TEST(mark_before(text, base::add_days(tuesday, 9), "e1")->seq == 50);
    BOOST_TEST(!mark_before(text, base::add_days(tuesday, 9), "e2").has_value());
    BOOST_TEST(read_marks("damaged\n" + text).size() == 2);
    text = with_mark(text, {tuesday, 3, "e2"});
    BOOST_TEST(read_marks(text).size() == 1);
    for (int day = 0; day < 100; ++day) text = with_mark(text, {base::add_days(monday, day), day, "e2"});
    BOOST_TEST(read_marks(text).size() == 60);
    BOOST_TEST(read_marks(text).back().seq == 99);
}

BOOST_AUTO_TEST_SUITE_END()
