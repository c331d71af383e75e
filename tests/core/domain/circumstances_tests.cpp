#include "core/domain/circumstances.h"

#include <boost/test/unit_test.hpp>

#include "core/domain/item.h"
#include "tests/support/items.h"

using namespace yc;
using namespace yc::domain;

namespace {

const std::vector<Question> questions{
    {"who", "谁来办？", {{"self", "本人"}, {"agent", "代办人"}}, {}},
    {"kind", "哪一种代办？", {{"family", "亲属"}, {"firm", "机构"}}, {{{"who", {"agent"}}}}},
};

ServiceItem item() {
    ServiceItem out;
    out.code = "1";
    out.name = "事项";
    out.department = "old";
    ItemDefinition definition;
    definition.questions = questions;
    definition.promised = {10, LimitUnit::working_day};
    definition.statutory = {20, LimitUnit::working_day};
    definition.fee = "50元";
    definition.flow = {{"h", "承办", "old", Role::handler, 0}, {"x", "会签", "other", Role::handler, 0}};
    definition.materials.resize(2);
    definition.materials[0].code = "m1";
    definition.materials[1].code = "m2";
    definition.materials[1].when = {{{"who", {"agent"}}}};
    Adjustment firm{.when = {{{"kind", {"firm"}}}}, .promised = Limit{5}, .fee = "", .department = "new"};
    firm.necessities["m2"] = Necessity::optional;
    definition.adjustments = {firm};
    out.define(std::move(definition));
    return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(circumstances_tests)

BOOST_AUTO_TEST_CASE(a_question_that_follows_is_asked_only_after_its_answer) {
    BOOST_TEST(questions_asked(questions, {}).size() == 1u);
    BOOST_TEST(questions_asked(questions, {{"who", "agent"}}).size() == 2u);
    BOOST_TEST((settled_answers(questions, {{"kind", "firm"}}) == Circumstances{{"who", "self"}}),
               "an answer to a question not asked is dropped");
    BOOST_TEST((settled_answers(questions, {{"who", "agent"}, {"kind", "gone"}}) ==
                Circumstances{{"who", "agent"}, {"kind", "family"}}));
}

BOOST_AUTO_TEST_CASE(reasons_name_the_answers_a_condition_rests_on) {
    const Condition condition{{{"who", {"agent"}}, {"kind", {"firm"}}}};
    const auto reasons = reasons_of(condition, questions, {{"who", "agent"}, {"kind", "firm"}});
    BOOST_REQUIRE_EQUAL(reasons.size(), 2u);
    BOOST_TEST(reasons[0].question == "谁来办？");
    BOOST_TEST(reasons[1].answer == "机构");
    BOOST_TEST(reasons_of({}, questions, {{"who", "agent"}}).empty());
}

BOOST_AUTO_TEST_CASE(answers_change_materials_limits_fee_and_department) {
    const auto usual = item_for(item(), {});
    BOOST_TEST(usual.definition().materials.size() == 1u);
    BOOST_TEST(usual.definition().promised.amount == 10);
    const auto firm = item_for(item(), {{"who", "agent"}, {"kind", "firm"}});
    BOOST_TEST(firm.definition().materials.size() == 2u);
    BOOST_TEST((firm.definition().materials[1].necessity == Necessity::optional));
    BOOST_TEST(firm.definition().promised.amount == 5);
    BOOST_TEST(firm.definition().statutory.amount == 20);
    BOOST_TEST(firm.definition().fee == "");
    BOOST_TEST(firm.department == "new");
    BOOST_TEST(firm.definition().flow[0].department == "new");
    BOOST_TEST(firm.definition().flow[1].department == "other");
    BOOST_TEST(item().definition().promised.amount == 10, "the item itself stays");
}

BOOST_AUTO_TEST_CASE(copies_share_a_definition_and_compare_by_content) {
    const auto one = item();
    auto other = item();
    BOOST_TEST((one == other));
    tests::redefine(other, [](auto& definition) { definition.fee = "60元"; });
    BOOST_TEST((one != other));
    BOOST_TEST((ServiceItem{} == ServiceItem{}));
    BOOST_TEST((ServiceItem{} != item()));
}

BOOST_AUTO_TEST_SUITE_END()
