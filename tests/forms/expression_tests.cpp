#include "forms/expression.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "core/base/utf8.h"
#include "localization/localization.h"

using namespace yc;
using forms::Expression;
using forms::Value;

namespace {

const base::Date today = base::make_date(2026, 11, 22);

Value number(const char* text) {
    return *base::Decimal::parse(text);
}

/// A little form: a person of a household with a table of members.
struct Household {
    std::map<std::string, Value> fields{{"name", std::string("韦示例")},
                                        {"income", number("1200.5")},
                                        {"members", number("3")},
                                        {"married", true},
                                        {"born", base::make_date(1940, 11, 23)},
                                        {"number", std::string("44011320141005001X")},
                                        {"guardian.name", std::string("李示例")}};
    std::vector<Value> earnings{number("800"), Value(), number("400.25")};
    domain::Circumstances answers{{"who", "local"}};

    [[nodiscard]] Value value(std::string_view text) const {
        const auto parsed = Expression::parse(text);
        BOOST_REQUIRE_MESSAGE(parsed.ok(), text << ": " << (parsed.ok() ? "" : parsed.error().code));
        const forms::Scope scope{
            .field =
                [this](const std::string& name) {
                    const auto found = fields.find(name);
                    return found == fields.end() ? Value() : found->second;
                },
            .column =
                [this](const std::string& name) {
                    return name == "family.earnings" ? earnings : std::vector<Value>();
                },
            .rows = [this](const std::string& name) { return name == "family" ? earnings.size() : 0; },
            .answers = answers,
            .today = today};
        return parsed->evaluate(scope);
    }
    [[nodiscard]] std::string text(std::string_view expression) const {
        return forms::text_of(value(expression));
    }
};

std::string code_of(std::string_view text) {
    const auto parsed = Expression::parse(text);
    return parsed ? "" : parsed.error().code;
}

std::string repeated(const std::string& part, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += part;
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(expression_tests)

BOOST_AUTO_TEST_CASE(signs_bind_as_in_arithmetic) {
    const Household home;
    BOOST_TEST(home.text("1 + 2 * 3") == "7");
    BOOST_TEST(home.text("(1 + 2) * 3") == "9");
    BOOST_TEST(home.text("10 - 4 - 3") == "3");
    BOOST_TEST(home.text("100 / 10 / 5") == "2");
    BOOST_TEST(home.text("-2 * -3") == "6");
    BOOST_TEST(home.text("1 + 1 = 2 and not 1 > 2") == "yes");
    BOOST_TEST(home.text("true or false and false") == "yes");
    BOOST_TEST(home.text("(true or false) and false") == "no");
    BOOST_TEST(home.text("not true = false") == "yes", "not takes the whole comparison");
    BOOST_TEST(home.text("1 < 2 and 2 <= 2 and 3 >= 2 and 3 != 4") == "yes");
    BOOST_TEST(home.text("'甲' = '甲'") == "yes");
    BOOST_TEST(home.text("notary or android") == "no", "words are whole words");
    BOOST_TEST(code_of("1 < 2 < 3") == "expression.unexpected");
}

BOOST_AUTO_TEST_CASE(nothing_is_not_catching) {
    const Household home;
    BOOST_TEST(forms::is_empty(home.value("missing")));
    BOOST_TEST(forms::is_empty(home.value("missing + 1")));
    BOOST_TEST(forms::is_empty(home.value("-missing")));
    BOOST_TEST(forms::is_empty(home.value("income / 0")));
    BOOST_TEST(forms::is_empty(home.value("''")));
    for (const char* sign : {"=", "!=", "<", "<=", ">", ">="}) {
        BOOST_TEST(home.text(std::string("missing ") + sign + " 1") == "no", sign);
        BOOST_TEST(home.text(std::string("name ") + sign + " 1") == "no", "of different kinds: " << sign);
    }
    BOOST_TEST(home.text("empty(missing) and not filled(missing)") == "yes");
    BOOST_TEST(home.text("missing") == "");
    BOOST_TEST(forms::is_empty(Expression().evaluate(
        {.field = {}, .column = {}, .rows = {}, .answers = home.answers, .today = today})));
}

BOOST_AUTO_TEST_CASE(every_function_does_what_its_name_says) {
    const Household home;
    const std::map<std::string, std::pair<const char*, const char*>> samples{
        {"age", {"age(born)", "85"}},
        {"answer", {"answer('who')", "local"}},
        {"birth_date", {"birth_date(number)", "2014-10-05"}},
        {"count", {"count(family)", "3"}},
        {"days", {"days(born, today())", "31410"}},
        {"empty", {"empty(name)", "no"}},
        {"filled", {"filled(guardian.name)", "yes"}},
        {"if", {"if(married, '已婚', '未婚')", "已婚"}},
        {"in", {"in(answer('who'), 'newborn', 'local')", "yes"}},
        {"length", {"length(name)", "3"}},
        {"max", {"max(family.earnings)", "800"}},
        {"min", {"min(family.earnings)", "400.25"}},
        {"round", {"round(income / members, 2)", "400.17"}},
        {"sex", {"sex(number)", "male"}},
        {"sum", {"sum(family.earnings)", "1200.25"}},
        {"today", {"today()", "2026-11-22"}},
        {"year", {"year(born)", "1940"}},
    };
    for (const auto& [function, sample] : samples)
        BOOST_TEST(home.text(sample.first) == sample.second, function);
    BOOST_TEST(forms::is_empty(home.value("age(name)")));
    BOOST_TEST(forms::is_empty(home.value("age(birth_date('1'))")));
    BOOST_TEST(forms::is_empty(home.value("max(other.column)")));
    BOOST_TEST(home.text("sum(other.column)") == "0");
    BOOST_TEST(home.text("length(missing)") == "0");
    BOOST_TEST(forms::is_empty(home.value("answer('never_asked')")));
    BOOST_TEST(forms::is_empty(home.value("round(income, 7)")));
}

BOOST_AUTO_TEST_CASE(names_and_questions_are_told) {
    const auto parsed = Expression::parse("sum(family.earnings) > a + b and answer('who') = 'a'");
    BOOST_REQUIRE(parsed.ok());
    using forms::NameUse;
    BOOST_TEST((parsed->names() ==
                std::set<std::pair<std::string, NameUse>>{
                    {"a", NameUse::value}, {"b", NameUse::value}, {"family.earnings", NameUse::column}}));
    BOOST_TEST((parsed->questions() == std::set<std::string>{"who"}));
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_told_with_its_place) {
    BOOST_TEST(code_of("1 +") == "expression.unfinished");
    BOOST_TEST(code_of("'甲") == "expression.unfinished");
    BOOST_TEST(code_of("(1") == "expression.unfinished");
    BOOST_TEST(code_of("a-b.") == "", "a name may hold points; the form says whether there is one");
    BOOST_TEST(code_of("1 2") == "expression.unexpected");
    BOOST_TEST(code_of("1.2.3") == "expression.unexpected");
    BOOST_TEST(code_of("a == b") == "expression.unexpected");
    BOOST_TEST(code_of("system('x')") == "expression.unknown_function");
    BOOST_TEST(code_of("age()") == "expression.arguments");
    BOOST_TEST(code_of("today(1)") == "expression.arguments");
    BOOST_TEST(code_of("sum(1 + 1)") == "expression.arguments");
    const auto wrong = Expression::parse("'年龄' ＞ 18");
    BOOST_REQUIRE(!wrong.ok());
    BOOST_TEST(wrong.error().args.at("position") == "6");
    BOOST_TEST(wrong.error().args.at("found") == "＞");
    for (const char* text : {"1 +", "1 2", "system('x')", "age()"})
        for (const auto language : {localization::Language::zh_CN, localization::Language::en}) {
            const auto sentence = localization::sentence_in(language, Expression::parse(text).error());
            BOOST_TEST(sentence.find('{') == std::string::npos, sentence);
        }
}

BOOST_AUTO_TEST_CASE(length_depth_and_parts_are_bounded) {
    BOOST_TEST(code_of(repeated("(", 30) + "1" + repeated(")", 30)) == "");
    BOOST_TEST(code_of(repeated("(", 40) + "1" + repeated(")", 40)) == "expression.too_deep");
    BOOST_TEST(code_of(repeated("-", 40) + "1") == "expression.too_deep");
    BOOST_TEST(code_of(repeated("not ", 40) + "true") == "expression.too_deep");
    BOOST_TEST(code_of("1" + repeated("+1", 200)) == "");
    BOOST_TEST(code_of("1" + repeated("+1", 300)) == "expression.too_long");
    BOOST_TEST(code_of("'" + std::string(Expression::most_characters, 'x') + "'") == "expression.too_long");
}

BOOST_AUTO_TEST_CASE(no_text_brings_it_down) {
    const Household home;
    const unsigned seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    const std::vector<std::string> tokens{"(",
                                          ")",
                                          ",",
                                          "+",
                                          "-",
                                          "*",
                                          "/",
                                          "=",
                                          "!=",
                                          "<",
                                          "<=",
                                          "and",
                                          "or",
                                          "not",
                                          "true",
                                          "12",
                                          "0.5",
                                          "'甲'",
                                          "'",
                                          "income",
                                          "name",
                                          "born",
                                          "family",
                                          "sum(",
                                          "if(",
                                          "in(",
                                          "age(",
                                          "round(",
                                          "today()",
                                          "answer('who')",
                                          "count(family)",
                                          "最",
                                          ".",
                                          "0",
                                          "\n"};
    size_t whole = 0;
    for (int round = 0; round < 30'000; ++round) {
        std::string text;
        for (auto left = random() % 14; left-- > 0;) text += tokens[random() % tokens.size()] + " ";
        const auto parsed = Expression::parse(text);
        if (!parsed) continue;
        ++whole;
        (void)home.value(text);
        BOOST_REQUIRE_EQUAL(parsed->text(), base::trim(text));
    }
    BOOST_TEST(whole > 100u, "some of the texts were expressions; seed " << seed);
}

BOOST_AUTO_TEST_SUITE_END()
