#include <boost/test/unit_test.hpp>
#include <random>

#include "client/store/local_store.h"
#include "core/base/id.h"
#include "tests/client/store/store_fixture.h"

using namespace yc;
using namespace yc::tests;
using client::store::CaseQuery;
using client::store::LocalStore;
using client::store::SendState;
using domain::EventKind;
using domain::LifeCycle;

namespace {

wire::PushResult accepted(const domain::CaseEvent& event, int64_t seq) {
    return {event.id, wire::PushStatus::accepted, seq, event.at, std::nullopt};
}

wire::PushResult refused(const domain::CaseEvent& event) {
    return {event.id, wire::PushStatus::refused, std::nullopt, std::nullopt,
            base::fail("case.not_allowed", "closed meanwhile", {{"state", "CLOSED"}})};
}

/// What a hub answers that takes everything.
void accept_all(LocalStore& store, int64_t& seq) {
    std::vector<wire::PushResult> results;
    const auto unsent = store.unsent_events(1000);
    for (const auto& event : *unsent) results.push_back(accepted(event, ++seq));
    BOOST_REQUIRE(store.apply_push_results(results).ok());
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(store_events_tests, StoreFixture)

BOOST_AUTO_TEST_CASE(an_intake_is_in_the_list_the_outbox_and_the_record) {
    const std::string id = take_in(1);
    close();
    const auto row = store().case_row(id)->value();
    BOOST_TEST(row.case_no == case_number(1));
    BOOST_TEST(row.applicant_name == kName);
    BOOST_TEST((row.life == LifeCycle::received));
    BOOST_TEST(row.clerk == "clerk1");
    BOOST_TEST(row.unsent == 2);
    BOOST_TEST(row.due_at.has_value());
    BOOST_TEST(store().case_id_of_number(case_number(1))->value() == id);
    const auto events = store().case_events(id);
    BOOST_REQUIRE(events->size() == 2u);
    BOOST_TEST(events->at(0).device == store().device_id());
    BOOST_TEST(events->at(0).device_seq == 1);
    BOOST_TEST(events->at(1).device_seq == 2);
    BOOST_TEST((store().case_state(id)->life == LifeCycle::received));
    BOOST_TEST(store().unsent_events(10)->size() == 2u);
    BOOST_TEST(store().outbox_counts()->pending == 2);
    BOOST_TEST(code_of(store().case_state("nobody")) == "case.unknown");
}

BOOST_AUTO_TEST_CASE(what_the_table_forbids_writes_nothing_at_all) {
    const std::string id = take_in(1);
    const auto state = *store().case_state(id);
    auto events = intake_events("c-2", case_number(2));
    events.push_back(next_event(state, EventKind::deliver, clerk(), clock.now()));
    const auto refused = store().append_events(events);
    BOOST_REQUIRE(!refused.ok());
    BOOST_TEST(refused.error().code.rfind("case.", 0) == 0u);
    BOOST_TEST(!store().case_row("c-2")->has_value());
    BOOST_TEST(store().unsent_events(10)->size() == 2u);
    auto twice = intake_events("c-3", case_number(3));
    twice[0].id = twice[1].id = base::new_uuid(clock.now());
    BOOST_TEST(code_of(store().append_events(twice)) == "event.duplicate_id");
    BOOST_TEST(!store().case_row("c-3")->has_value());
}

BOOST_AUTO_TEST_CASE(accepted_events_leave_the_outbox_and_keep_their_place) {
    const std::string id = take_in(1);
    int64_t seq = 40;
    accept_all(store(), seq);
    const auto row = store().case_row(id)->value();
    BOOST_TEST(row.unsent == 0);
    BOOST_TEST(row.last_seq == 42);
    BOOST_TEST(store().unsent_events(10)->empty());
    BOOST_TEST(store().outbox()->size() == 2u);
    BOOST_TEST((store().outbox()->front().state == SendState::accepted));
    const auto wrote = store().append_events(
        {next_event(*store().case_state(id), EventKind::withdraw, clerk(), clock.now())});
    BOOST_REQUIRE_MESSAGE(wrote.ok(), (wrote.ok() ? "" : wrote.error().code));
    BOOST_TEST(wrote->front().saw == 42);
    BOOST_TEST(wrote->front().device_seq == 3);
}

BOOST_AUTO_TEST_CASE(a_refused_event_holds_back_only_its_own_case) {
    const std::string first = take_in(1);
    const std::string second = take_in(2);
    const auto unsent = *store().unsent_events(10);
    BOOST_REQUIRE(store().mark_sent({unsent[0].id, unsent[1].id}).ok());
    BOOST_REQUIRE(store().apply_push_results({refused(unsent[0])}).ok());
    const auto left = *store().unsent_events(10);
    BOOST_REQUIRE(left.size() == 2u);
    BOOST_TEST(left[0].case_id == second);
    const auto counts = *store().outbox_counts();
    BOOST_TEST(counts.refused == 1);
    BOOST_TEST(counts.held_back == 1);
    BOOST_TEST(store().case_row(first)->value().refused == 1);  // still shown at the counter
    const auto entries = *store().outbox();
    BOOST_TEST((entries.front().state == SendState::refused));
    BOOST_TEST(entries.front().error->code == "case.not_allowed");
    BOOST_TEST(entries.front().error->args.at("state") == "CLOSED");
    BOOST_TEST(entries.front().attempts == 1);

    BOOST_TEST(code_of(store().retry_refused(left[0].id)) == "outbox.not_refused");
    BOOST_REQUIRE(store().retry_refused(unsent[0].id).ok());
    BOOST_TEST(store().unsent_events(10)->size() == 4u);
    BOOST_REQUIRE(store().apply_push_results({refused(unsent[0])}).ok());
    BOOST_REQUIRE(store().give_up_refused(unsent[0].id).ok());
    BOOST_TEST(store().unsent_events(10)->size() == 2u, "what rested on it is not sent to be refused");
    BOOST_TEST(store().unsent_events(10)->front().case_id == second);
    BOOST_TEST(!store().case_row(first)->has_value());
    BOOST_TEST(store().outbox()->size() == 4u);  // never dropped from the record
    BOOST_TEST(store().outbox_counts()->refused == 0);
}

BOOST_AUTO_TEST_CASE(a_page_of_the_feed_applied_again_or_late_changes_nothing) {
    const auto first = page_of(intake_events("c-1", case_number(1)), 1);
    const auto second = page_of(intake_events("c-2", case_number(2)), 3);
    BOOST_REQUIRE(store().apply_changes(second).ok());
    BOOST_REQUIRE(store().apply_changes(first).ok());
    BOOST_REQUIRE(store().apply_changes(first).ok());
    BOOST_TEST((*store().checkpoint() == client::store::Checkpoint{"e1", 4}));
    BOOST_TEST(store().cases({})->rows.size() == 2u);
    BOOST_TEST(store().case_events("c-1")->size() == 2u);
    BOOST_TEST(store().unsent_events(10)->empty());
}

BOOST_AUTO_TEST_CASE(a_page_with_a_bad_event_leaves_the_checkpoint_where_it_was) {
    BOOST_REQUIRE(store().apply_changes(page_of(intake_events("c-1", case_number(1)), 1)).ok());
    auto bad = page_of(intake_events("c-2", case_number(2)), 3);
    bad.events.back().seq.reset();
    BOOST_TEST(code_of(store().apply_changes(bad)) == "hub.bad_answer");
    BOOST_TEST(store().checkpoint()->seq == 2);
    BOOST_TEST(!store().case_row("c-2")->has_value());
}

BOOST_AUTO_TEST_CASE(own_unsent_events_are_laid_on_top_of_what_the_feed_brings) {
    const std::string id = take_in(1);
    int64_t seq = 0;
    accept_all(store(), seq);
    auto state = *store().case_state(id);
    BOOST_REQUIRE(store().append_events({next_event(state, EventKind::withdraw, clerk(), clock.now())}).ok());
    BOOST_TEST((store().case_row(id)->value().life == LifeCycle::closed));
    // Meanwhile the department accepted the case; the withdrawal still stands on top of it.
    auto accept = next_event(state, EventKind::accept, handler(), clock.now());
    accept.device = "other";
    BOOST_REQUIRE(store().apply_changes(page_of({accept}, 3)).ok());
    state = *store().case_state(id);
    BOOST_TEST((state.life == LifeCycle::closed));
    BOOST_TEST(state.accepted_at.has_value());
    const auto events = *store().case_events(id);
    BOOST_TEST((events.back().kind == EventKind::withdraw));
    BOOST_TEST(!events.back().seq.has_value());
}

BOOST_AUTO_TEST_CASE(a_hub_set_back_is_offered_everything_again) {
    const std::string sha = *store().save_page("a page");
    auto events = intake_events("c-1", case_number(1));
    events[0].body.materials[0].pages = {sha};
    BOOST_REQUIRE(store().append_events(events).ok());
    int64_t seq = 6;
    accept_all(store(), seq);
    BOOST_REQUIRE(store().page_uploaded(sha).ok());
    wire::ChangesPage page;
    page.epoch = "e1";
    page.next = 8;
    BOOST_REQUIRE(store().apply_changes(page).ok());
    page.epoch = "e2";
    page.next = 2;
    BOOST_REQUIRE(store().apply_changes(page).ok());
    BOOST_TEST((*store().checkpoint() == client::store::Checkpoint{"e2", 2}));
    BOOST_TEST(store().unsent_events(10)->size() == 2u);
    BOOST_TEST(store().pages_to_upload(10)->size() == 1u);
    BOOST_TEST((store().case_row("c-1")->value().life == LifeCycle::received));
}

BOOST_AUTO_TEST_CASE(what_others_did_counts_for_nothing_once_the_hub_has_lost_it) {
    const std::string id = take_in(1);
    int64_t seq = 0;
    accept_all(store(), seq);
    auto accept = next_event(*store().case_state(id), EventKind::accept, handler(), clock.now());
    accept.device = "other";
    BOOST_REQUIRE(store().apply_changes(page_of({accept}, 3, "e1")).ok());
    BOOST_TEST((store().case_row(id)->value().life == LifeCycle::accepted));
    // The hub was set back to before the acceptance, and nobody has sent it again yet.
    BOOST_REQUIRE(store().apply_changes(page_of({}, 1, "e2")).ok());
    BOOST_TEST((store().case_state(id)->life == LifeCycle::received));
    BOOST_TEST((store().case_row(id)->value().life == LifeCycle::received));
    for (const auto& event : *store().case_events(id)) BOOST_TEST((!event.seq && !event.arrived_at));
    BOOST_TEST(store().case_state(id)->last_seq == 0);
    BOOST_TEST(store().unsent_events(10)->size() == 2u);
}

BOOST_AUTO_TEST_CASE(the_newest_event_seen_is_known_from_the_feed_and_from_answers) {
    BOOST_TEST((*store().known() == wire::Known{}));
    wire::Session session;
    session.user.id = "clerk1";
    session.epoch = "e1";
    BOOST_REQUIRE(store().save_session(session).ok());
    BOOST_TEST((*store().known() == wire::Known{.epoch = "e1"}));  // before the first page of the feed
    take_in(1);
    const auto sent = *store().unsent_events(10);
    const wire::PushResult accepted{
        .id = sent[1].id, .status = wire::PushStatus::accepted, .seq = 7, .arrived_at = clock.now()};
    // An answer of a history that is over says nothing about this one.
    BOOST_REQUIRE(store().apply_push_results({accepted}, "e0").ok());
    BOOST_TEST(store().unsent_events(10)->size() == 2u);
    BOOST_REQUIRE(store().apply_push_results({accepted}, "e1").ok());
    const wire::Known seventh{"e1", 7, sent[1].id, clock.now()};
    BOOST_TEST((*store().known() == seventh));
    auto page = page_of({}, 6, "e1");
    page.last = {{}, 5, "older", clock.now()};
    BOOST_REQUIRE(store().apply_changes(page).ok());
    BOOST_TEST((*store().known() == seventh));
    page.next = 9;
    page.last = {{}, 9, "newer", clock.now()};
    BOOST_REQUIRE(store().apply_changes(page).ok());
    BOOST_TEST((*store().known() == wire::Known{"e1", 9, "newer", clock.now()}));
    page.epoch = "e2";
    page.next = 2;
    page.last = {{}, 2, "other", clock.now()};
    BOOST_REQUIRE(store().apply_changes(page).ok());
    BOOST_TEST((*store().known() == wire::Known{"e2", 2, "other", clock.now()}));
}

BOOST_AUTO_TEST_CASE(a_page_that_went_to_a_lost_history_is_uploaded_again) {
    const std::string sha = *store().save_page("a page");
    auto events = intake_events("c-1", case_number(1));
    events[0].body.materials[0].pages = {sha};
    BOOST_REQUIRE(store().append_events(events).ok());
    BOOST_REQUIRE(store().apply_changes(page_of({}, 1, "e2")).ok());
    BOOST_REQUIRE(store().page_uploaded(sha, "e1").ok());
    BOOST_TEST(store().pages_to_upload(10)->size() == 1u);
    BOOST_REQUIRE(store().page_uploaded(sha, "e2").ok());
    BOOST_TEST(store().pages_to_upload(10)->empty());
}

BOOST_AUTO_TEST_CASE(lists_filter_search_count_and_page_by_key) {
    for (int i = 1; i <= 25; ++i) {
        clock.advance(std::chrono::minutes(1));
        auto events =
            intake_events("case-" + std::to_string(100 + i), case_number(i), i == 7 ? "李·阿依古丽" : kName);
        for (auto& event : events) event.at += std::chrono::minutes(i);
        BOOST_REQUIRE(store().append_events(events).ok());
    }
    CaseQuery query;
    query.limit = 10;
    std::vector<std::string> seen;
    do {
        const auto page = *store().cases(query);
        for (const auto& row : page.rows) seen.push_back(row.case_id);
        BOOST_TEST(page.counts.at(LifeCycle::received) == 25);
        query.after = page.next;
    } while (query.after);
    BOOST_REQUIRE(seen.size() == 25u);
    BOOST_TEST(seen.front() == "case-125");
    BOOST_TEST(std::is_sorted(seen.rbegin(), seen.rend()));

    const auto found = [&](const std::string& text) {
        CaseQuery by;
        by.search = text;
        return store().cases(by)->rows.size();
    };
    BOOST_TEST(found("阿依") == 1u);
    BOOST_TEST(found("食品经营") == 25u);
    BOOST_TEST(found("11010519491231002x") == 25u);
    BOOST_TEST(found("110105194912310") == 0u);  // a part of a number finds nobody
    BOOST_TEST(found(kPhone) == 25u);
    BOOST_TEST(found(case_number(3)) == 1u);
    BOOST_TEST(found(case_number(3).substr(17)) == 1u);
    BOOST_TEST(found("100%") == 0u);
    BOOST_TEST(found("_") == 0u);

    CaseQuery other;
    other.hall = "xz";
    BOOST_TEST(store().cases(other)->rows.empty());
    other.hall = "qx";
    other.life = {LifeCycle::closed};
    const auto closed = *store().cases(other);
    BOOST_TEST(closed.rows.empty());
    BOOST_TEST(closed.counts.at(LifeCycle::received) == 25);
    other.after = "nonsense";
    BOOST_TEST(code_of(store().cases(other)) == "store.bad_page_key");
}

BOOST_AUTO_TEST_CASE(two_stores_and_a_rebuild_agree_whatever_the_order_of_arrival) {
    const unsigned seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    for (int i = 1; i <= 12; ++i) {
        const std::string id = take_in(i);
        if (i % 3 == 0)
            BOOST_REQUIRE(store()
                              .append_events({next_event(*store().case_state(id), EventKind::withdraw,
                                                         clerk(), clock.now())})
                              .ok());
    }
    int64_t seq = 0;
    accept_all(store(), seq);
    std::vector<domain::CaseEvent> all;
    const auto rows = store().cases({})->rows;
    for (const auto& row : rows) {
        const auto events = store().case_events(row.case_id);
        all.insert(all.end(), events->begin(), events->end());
    }
    std::shuffle(all.begin(), all.end(), random);

    StoreFixture other;
    for (size_t i = 0; i < all.size(); i += 3) {
        wire::ChangesPage page;
        page.epoch = "e1";
        page.events.assign(all.begin() + static_cast<long>(i),
                           all.begin() + static_cast<long>(std::min(i + 3, all.size())));
        page.next = static_cast<int64_t>(i) + 3;
        BOOST_REQUIRE(other.store().apply_changes(page).ok());
    }
    const auto there = other.store().cases({})->rows;
    BOOST_TEST((there == rows));
    for (const auto& row : rows)
        BOOST_TEST((*other.store().case_state(row.case_id) == *store().case_state(row.case_id)));
    BOOST_REQUIRE(store().rebuild_cases().ok());
    BOOST_TEST((store().cases({})->rows == rows));
}

BOOST_AUTO_TEST_SUITE_END()
