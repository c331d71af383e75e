#include <boost/test/unit_test.hpp>

#include "client/desk/intake_rules.h"
#include "localization/localization.h"

using namespace yc;
using namespace yc::client::desk;

namespace {

/// An intake with its number read and one item without form.
struct Begun {
    Begun() {
        facts.empty = false;
        facts.number.complete = true;
        facts.errands.push_back({&item, {}, {}});
    }
    std::string sentence(size_t at_most = 3) const {
        const Text text = missing_sentence(facts, at_most);
        return localization::tr(text.key, text.args);
    }
    void field(const char* label, const char* value = "", FieldInput input = FieldInput::text) {
        facts.errands[0].fields.push_back(
            {.id = label, .label = label, .input = input, .value = value, .problem = Problem{}});
    }
    void paper(const char* name) { facts.errands[0].materials.push_back({.code = name, .name = name}); }

    domain::ServiceItem item;
    IntakeFacts facts;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(intake_missing_tests, Begun)

BOOST_AUTO_TEST_CASE(an_untouched_page_says_where_to_begin_and_counts_nothing) {
    const Text text = missing_sentence(IntakeFacts{});
    BOOST_TEST(text.key == "desk.missing.begin");
    BOOST_TEST(text.args.empty());
}

BOOST_AUTO_TEST_CASE(a_few_are_named_and_many_are_counted) {
    BOOST_TEST(sentence() == "都齐了，可以办理");
    field("民族");
    field("户籍地址");
    BOOST_TEST(sentence() == "还缺：民族、户籍地址");
    field("现居住地址");
    field("居住方式");
    BOOST_TEST(sentence() == "还缺：民族、户籍地址、现居住地址等 4 项");
    BOOST_TEST(sentence(1) == "还缺：民族等 4 项");
}

BOOST_AUTO_TEST_CASE(papers_are_named_once_the_inputs_are_there) {
    paper("身份证");
    paper("户口簿");
    BOOST_TEST(sentence() == "还缺材料：身份证、户口簿");
    field("民族");
    BOOST_TEST(sentence() == "还缺：民族；材料 2 份");
}

BOOST_AUTO_TEST_CASE(what_is_filled_in_wrongly_is_to_be_corrected_and_comes_first) {
    field("民族");
    field("银行账号", "abc");
    field("本人承诺", "no", FieldInput::yes_no);
    BOOST_TEST(sentence() == "请更正：银行账号；还缺：民族、本人承诺");
    BOOST_TEST(localization::tr(obstacles(facts).back().text.key, obstacles(facts).back().text.args) ==
               "请勾选“本人承诺”");
}

BOOST_AUTO_TEST_CASE(the_sentence_counts_what_the_stars_of_the_column_mark) {
    facts.number = {};
    facts.errands.clear();
    IntakeDraft draft;
    facts.party = party_views(draft, true);
    size_t stars = 1;  // the number's own
    for (const PartyFieldView& view : facts.party) stars += view.required ? 1 : 0;
    BOOST_TEST(missing_names(facts).inputs.size() == stars);
    BOOST_TEST(sentence() == "还缺：证件号码、姓名（名称）、联系电话；未选事项");
    facts.has_agent = true;
    BOOST_TEST(missing_names(facts).inputs.size() == stars + 2);
}

BOOST_AUTO_TEST_CASE(in_english_it_is_one_sentence_too) {
    localization::set_language(localization::Language::en);
    for (const char* label : {"Bank", "Account", "Contact", "Phone"}) field(label);
    paper("Photo");
    const std::string english = sentence();
    localization::set_language(localization::Language::zh_CN);
    BOOST_TEST(english == "Missing: Bank, Account, Contact … (4 in all); papers: 1");
}

BOOST_AUTO_TEST_SUITE_END()
