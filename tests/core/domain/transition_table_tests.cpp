#include "core/domain/transition_table.h"

#include <boost/test/unit_test.hpp>
#include <map>
#include <set>

using namespace yc;
using namespace yc::domain;

namespace {

using enum EventKind;

/// domain facts §10, end: what a counter may do without the hub.
const std::map<EventKind, OfflineRight> offline_rights{
    {register_case, OfflineRight::always},
    {receive, OfflineRight::always},
    {correct_on_spot, OfflineRight::always},
    {reuse_document, OfflineRight::always},
    {forward, OfflineRight::always},
    {sign_for, OfflineRight::always},
    {send_back, OfflineRight::always},
    {withdraw, OfflineRight::always},
    {supplement_done, OfflineRight::always},
    {tolerant_filled, OfflineRight::always},
    {decide_on_spot, OfflineRight::on_the_spot},
    {issue_out, OfflineRight::on_the_spot},
    {deliver, OfflineRight::on_the_spot},
    {post, OfflineRight::on_the_spot},
    {serve_failed, OfflineRight::on_the_spot},
    {notify_supplement, OfflineRight::delegated},
    {accept, OfflineRight::delegated},
    {accept_tolerant, OfflineRight::delegated},
    {decline, OfflineRight::delegated},
    {not_required, OfflineRight::delegated},
};

const TransitionRow& row_of(LifeCycle state, EventKind event) {
    const TransitionRow* row = find_row(state, event);
    BOOST_REQUIRE(row);
    return *row;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(transition_table_tests)

BOOST_AUTO_TEST_CASE(each_pair_of_state_and_event_stands_once) {
    std::set<std::pair<LifeCycle, EventKind>> pairs;
    for (const TransitionRow& row : transition_table())
        for (LifeCycle from : row.from)
            BOOST_TEST(pairs.insert({from, row.event}).second, base::to_name(row.event));
}

BOOST_AUTO_TEST_CASE(every_event_has_a_row_with_actors_and_an_article) {
    for (const auto& entry : names_of(EventKind{})) {
        const auto& table = transition_table();
        const auto row = std::find_if(table.begin(), table.end(),
                                      [&](const TransitionRow& each) { return each.event == entry.value; });
        BOOST_REQUIRE_MESSAGE(row != table.end(), entry.name);
        BOOST_TEST(!row->actors.empty(), entry.name);
        BOOST_TEST(!row->guards.empty(), entry.name);
        BOOST_TEST(!row->article.empty(), entry.name);
        for (const Guard* guard : row->guards) BOOST_TEST(guard->check != nullptr);
    }
}

BOOST_AUTO_TEST_CASE(the_offline_column_is_that_of_the_domain_facts) {
    for (const TransitionRow& row : transition_table()) {
        const auto right = offline_rights.find(row.event);
        const OfflineRight wanted = right == offline_rights.end() ? OfflineRight::never : right->second;
        BOOST_TEST((row.offline == wanted), base::to_name(row.event));
    }
}

BOOST_AUTO_TEST_CASE(only_the_hub_concludes_from_silence_and_issues_cards) {
    for (EventKind kind :
         {deem_accepted, supplement_overdue, tolerant_overdue, prewarn, yellow_card, red_card, compensate})
        for (const TransitionRow& row : transition_table())
            if (row.event == kind)
                BOOST_TEST((row.actors == std::vector<Role>{Role::hub}), base::to_name(kind));
}

BOOST_AUTO_TEST_CASE(nothing_leaves_the_archive_and_no_decision_is_undone) {
    for (const TransitionRow& row : transition_table()) {
        BOOST_TEST((find_row(LifeCycle::archived, row.event) == nullptr), base::to_name(row.event));
        const bool from_decided = find_row(LifeCycle::decided, row.event) == &row;
        if (!from_decided || row.event == compensate) continue;
        for (LifeCycle to : row.to)
            BOOST_TEST((to == LifeCycle::ready || to == LifeCycle::closed), base::to_name(row.event));
    }
}

BOOST_AUTO_TEST_CASE(acceptance_comes_only_from_a_receipt_or_its_supplement) {
    for (const TransitionRow& row : transition_table())
        for (LifeCycle to : row.to)
            if (to == LifeCycle::accepted && row.event != compensate)
                for (LifeCycle from : row.from)
                    BOOST_TEST((from == LifeCycle::received || from == LifeCycle::supplement));
}

BOOST_AUTO_TEST_CASE(decisions_come_only_from_review_or_on_the_spot) {
    BOOST_TEST((row_of(LifeCycle::in_review, decide_grant).to == std::vector{LifeCycle::decided}));
    BOOST_TEST((row_of(LifeCycle::received, decide_on_spot).to == std::vector{LifeCycle::decided}));
    BOOST_TEST((find_row(LifeCycle::accepted, decide_grant) == nullptr));
    BOOST_TEST((find_row(LifeCycle::ext_pending, decide_grant) == nullptr));
    BOOST_TEST((find_row(LifeCycle::special, submit_to_review) == nullptr));
}

BOOST_AUTO_TEST_SUITE_END()
