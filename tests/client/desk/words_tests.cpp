#include <boost/test/unit_test.hpp>

#include "client/desk/case_rows.h"
#include "client/desk/connection.h"
#include "client/desk/daily_scope.h"
#include "client/desk/handout.h"
#include "client/desk/intake_rules.h"
#include "client/desk/review_acts.h"
#include "client/desk/review_rules.h"
#include "localization/localization.h"

using namespace yc;
using namespace yc::client::desk;
using namespace std::chrono_literals;

namespace {

const base::Instant now = base::at(base::make_date(2026, 11, 23), 10h);

client::store::CaseRow row_due(base::Date day, base::TimeOfDay time = 17h + 30min) {
    client::store::CaseRow row;
    row.life = domain::LifeCycle::accepted;
    row.clock = domain::ClockState::running;
    row.due_at = base::at(day, time);
    return row;
}

CaseRow shown(const client::store::CaseRow& row) {
    return row_of(row, now, domain::WorkCalendar::national());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(words_tests)

BOOST_AUTO_TEST_CASE(the_connection_is_told_in_words) {
    ConnectionFacts facts{.online = true, .signed_in_at_hub = true, .last_sync = now};
    ConnectionWords words = connection_words(facts, now);
    BOOST_TEST(localization::tr(words.text.key, words.text.args) == "在线 · 待上传 0 · 最近同步 10:00:00");
    BOOST_TEST((words.tone == Tone::good));
    facts.online = false;
    facts.pending = 3;
    facts.stuck_since = now - 9s;
    words = connection_words(facts, now);
    BOOST_TEST(words.text.key == "desk.connection.offline");
    BOOST_TEST(words.advice.empty());
    facts.stuck_since = now - 10s;
    BOOST_TEST(connection_words(facts, now).advice.key == "desk.connection.advice_stuck");
    facts.online = true;
    facts.signed_in_at_hub = false;
    BOOST_TEST(connection_words(facts, now).advice.key == "desk.connection.advice_sign_in");
    facts.last_error = base::fail("protocol.mismatch");
    BOOST_TEST(connection_words(facts, now).advice.key == "error.protocol.mismatch");
    facts = {.online = true, .signed_in_at_hub = true};
    facts.catalogue_unreadable = base::fail("form.unknown_member");
    BOOST_TEST((connection_words(facts, now).tone == Tone::warn));
    BOOST_TEST(connection_words(facts, now).advice.key == "error.form.unknown_member");
}

BOOST_AUTO_TEST_CASE(working_days_left_are_counted_and_coloured) {
    BOOST_TEST(shown(row_due(base::make_date(2026, 11, 26))).due_text.args.at("days") == "3");
    BOOST_TEST((shown(row_due(base::make_date(2026, 11, 24))).due_tone == Tone::warn));
    BOOST_TEST(shown(row_due(base::make_date(2026, 11, 23))).due_text.key == "desk.days.today");
    BOOST_TEST(shown(row_due(base::make_date(2026, 11, 23), 9h)).due_text.key == "desk.days.overdue_today");
    BOOST_TEST(shown(row_due(base::make_date(2026, 11, 19))).due_text.args.at("days") == "2");
    BOOST_TEST((shown(row_due(base::make_date(2026, 11, 19))).due_tone == Tone::bad));
    auto paused = row_due(base::make_date(2026, 11, 19));
    paused.clock = domain::ClockState::paused;
    BOOST_TEST(shown(paused).due_text.key == "desk.days.paused");
}

BOOST_AUTO_TEST_CASE(filters_of_the_work_list) {
    const base::Date today = base::date_of(now);
    auto due = row_due(today);
    due.handler = "h1";
    BOOST_TEST(in_filter(due, shown(due), ReviewFilter::due_today, "h1", today));
    BOOST_TEST(in_filter(due, shown(due), ReviewFilter::mine, "h1", today));
    BOOST_TEST(!in_filter(due, shown(due), ReviewFilter::mine, "h2", today));
    BOOST_TEST(!in_filter(due, shown(due), ReviewFilter::overdue, "h1", today));
    due.registered_at = now - 48h;
    due.received_at = now;
    BOOST_TEST(in_filter(due, shown(due), ReviewFilter::back_from_supplement, "h1", today));
}

BOOST_AUTO_TEST_CASE(every_state_event_and_filter_has_its_words_in_both_languages) {
    for (const auto language : {localization::Language::zh_CN, localization::Language::en}) {
        const auto has = [&](const Text& text) {
            BOOST_TEST_CONTEXT(text.key) BOOST_TEST(!localization::raw_text(language, text.key).empty());
        };
        for (const auto& entry : names_of(domain::LifeCycle{})) has(state_words(entry.value, std::nullopt));
        for (const auto& entry : names_of(domain::CaseResult{}))
            has({"desk.result." + std::string(entry.name), {}});
        for (const auto& entry : names_of(domain::EventKind{})) {
            has(event_words(entry.value));
            has({"desk.timeline." + std::string(entry.name), {}});
            for (const Text& opinion : canned_opinions(entry.value)) has(opinion);
        }
        for (const auto& entry : names_of(domain::ClockKind{}))
            has({"desk.clock." + std::string(entry.name), {}});
    }
}

BOOST_AUTO_TEST_CASE(the_back_office_must_give_reasons) {
    domain::CaseState state;
    using domain::EventKind;
    BOOST_TEST(check_review_input(state, EventKind::decide_refuse, {}).error().code ==
               "review.reason_required");
    BOOST_TEST(check_review_input(state, EventKind::return_step, {}).error().code ==
               "review.reason_required");
    BOOST_TEST(check_review_input(state, EventKind::decline, {.reason = "x"}).error().code ==
               "review.right_organ_required");
    BOOST_TEST(check_review_input(state, EventKind::notify_supplement, {}).error().code ==
               "review.materials_required");
    state.registration.item.site_check = true;
    BOOST_TEST(check_review_input(state, EventKind::submit_to_review, {.officers = {"a"}}).error().code ==
               "review.officers_required");
    BOOST_TEST(check_review_input(state, EventKind::submit_to_review, {.officers = {"a", "b"}}).ok());
    BOOST_TEST(check_review_input(state, EventKind::approve_step, {}).ok());
}

BOOST_AUTO_TEST_CASE(who_may_see_which_report) {
    Who clerk;
    clerk.user = {.id = "c", .roles = {domain::Role::clerk}, .hall = "qx"};
    clerk.hall = domain::Hall{.id = "qx"};
    clerk.counter = domain::Counter{.id = "qx1"};
    BOOST_TEST(may_see(clerk, {DailyScope::Kind::hall, "qx"}));
    BOOST_TEST(!may_see(clerk, {DailyScope::Kind::hall, "xz"}));
    BOOST_TEST(!may_see(clerk, {DailyScope::Kind::department, "market"}));
    BOOST_TEST((scopes_of(clerk).front().kind == DailyScope::Kind::counter));
}

BOOST_AUTO_TEST_SUITE_END()
