#include "client/desk/circumstance_words.h"

#include <boost/test/unit_test.hpp>

#include "localization/localization.h"
#include "tests/support/items.h"

using namespace yc;
using namespace yc::client::desk;

namespace {

/// A question about who comes, and one asked only of those who send somebody.
domain::ServiceItem an_item() {
    domain::ServiceItem item;
    item.name = "测试事项";
    tests::redefine(item, [](domain::ItemDefinition& definition) {
        definition.questions = {
            {"agent", "由谁来办理？", {{"no", "本人办理"}, {"yes", "委托他人代办"}}, {}},
            {"kin", "代办人是谁？", {{"child", "子女"}, {"other", "其他人"}}, {{{"agent", {"yes"}}}}}};
        definition.materials = {{.code = "id", .name = "身份证"},
                                {.code = "letter", .name = "委托书", .when = {{{"agent", {"yes"}}}}},
                                {.code = "proof", .name = "证明", .legal_basis = "《条例》第五条"}};
        definition.adjustments = {
            {.when = {{{"kin", {"child"}}}}, .necessities = {{"proof", domain::Necessity::optional}}}};
    });
    return item;
}

std::string why(const std::string& material, const domain::Circumstances& answers,
                const domain::ServiceItem& item = an_item()) {
    const Text text = why_asked(item, *item.definition().material(material), answers);
    return text.key + " " + localization::tr(text.key, text.args);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(circumstance_words_tests)

BOOST_AUTO_TEST_CASE(the_answers_a_condition_rests_on_are_told) {
    const auto item = an_item();
    const auto& questions = item.definition().questions;
    BOOST_TEST(reasons_in_words({}, questions, {{"agent", "yes"}}) == "");
    const auto one = reasons_in_words({{{"agent", {"yes"}}}}, questions, {{"agent", "yes"}});
    BOOST_TEST(one.find("委托他人代办") != std::string::npos);
    BOOST_TEST(one.find("本人办理") == std::string::npos);
    const auto both = reasons_in_words({{{"agent", {"yes"}}, {"kin", {"child"}}}}, questions,
                                       {{"agent", "yes"}, {"kin", "child"}});
    BOOST_TEST(both.find("委托他人代办") != std::string::npos);
    BOOST_TEST(both.find("子女") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_paper_is_asked_for_because_of_answers_first_then_of_law) {
    BOOST_TEST(why("letter", {{"agent", "yes"}}).starts_with("desk.why.answers "));
    BOOST_TEST(why("letter", {{"agent", "yes"}}).find("委托他人代办") != std::string::npos);
    BOOST_TEST(why("proof", {}).starts_with("desk.why.basis "));
    BOOST_TEST(why("proof", {}).find("《条例》第五条") != std::string::npos);
    const auto changed = why("proof", {{"agent", "yes"}, {"kin", "child"}});
    BOOST_TEST(changed.starts_with("desk.why.necessity "));
    BOOST_TEST(changed.find("子女") != std::string::npos);
    BOOST_TEST(why("proof", {{"agent", "no"}, {"kin", "child"}}).starts_with("desk.why.basis "),
               "an answer to a question that is not asked counts for nothing");
}

BOOST_AUTO_TEST_CASE(without_answers_or_basis_the_item_itself_is_the_reason) {
    auto item = an_item();
    BOOST_TEST(why("id", {}, item).starts_with("desk.why.item "));
    BOOST_TEST(why("id", {}, item).find("测试事项") != std::string::npos);
    tests::redefine(item, [](auto& definition) {
        definition.legal_basis = {{.law = "《老年人权益保障法》", .clause = "第三十三条"}};
    });
    BOOST_TEST(why("id", {}, item).starts_with("desk.why.item_basis "));
    BOOST_TEST(why("id", {}, item).find("《老年人权益保障法》") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
