// 办事指南: for items and packages of the sample district, what people should know before they apply.
#include "reports/guide.h"

#include <boost/test/unit_test.hpp>

#include "forms/catalogue.h"
#include "forms/sample_district.h"
#include "tests/reports/paper_oracles.h"

using namespace yc;
using namespace yc::reports;

namespace {

const forms::Catalogue& catalogue() {
    static const auto opened = *forms::Catalogue::open(forms::sample_catalogue());
    return *opened;
}

const domain::ServiceItem& item_named(const std::string& name) {
    for (const auto& item : catalogue().bundle().items)
        if (item.name == name && item.fully_defined) return item;
    throw std::runtime_error("no item " + name);
}

Guide guide_of(const domain::ServiceItem& item, const domain::Circumstances& answers = {}) {
    return reports::guide_of({guide_item(item, answers, forms::sample_directory())});
}

std::filesystem::path print(const Guide& guide, const std::string& name) {
    const auto document = make_guide(guide,
                                     {.directory = forms::sample_directory(),
                                      .clerk_name = "韦㛃",
                                      .printed_at = tests::sample_context().printed_at,
                                      .sample = true},
                                     tests::fonts());
    BOOST_REQUIRE_MESSAGE(document.ok(), (document ? "" : document.error().detail));
    return tests::save(*document, name);
}

bool says(const std::filesystem::path& pdf, const std::string& text) {
    return tests::text_of(pdf).find(tests::squeezed(text)) != std::string::npos;
}

const char* const pension = "企业职工退休和基本养老金申领";

}  // namespace

BOOST_AUTO_TEST_SUITE(guide_tests)

BOOST_AUTO_TEST_CASE(it_says_what_the_item_says_and_that_it_is_no_notice) {
    const auto& item = item_named(pension);
    const auto& definition = item.definition();
    const auto pdf = print(guide_of(item), "guide_item");
    for (const std::string& part :
         {item.name, item.code, definition.acceptance_conditions, definition.guide.process,
          definition.guide.consultation_phone, definition.guide.complaint_phone,
          definition.legal_basis.front().law, definition.guide.windows.front().address,
          definition.guide.windows.front().hours, definition.guide.questions.front().answer,
          definition.flow.front().name, std::string("30个工作日"), std::string("20个工作日"),
          std::string("不收费"), std::string("第1页")})
        BOOST_TEST(says(pdf, part), part);
    BOOST_TEST(says(pdf, "不是受理、补正等行政文书，不编文号"));
    BOOST_TEST(tests::text_of(pdf).find('{') == std::string::npos);
    BOOST_TEST(tests::output_of("qpdf --check '" + pdf.string() + "'").find("WARNING") == std::string::npos);
}

/// Other answers, other papers and another limit; each answer stands on the sheet.
BOOST_AUTO_TEST_CASE(it_follows_the_answers) {
    const auto& item = item_named(pension);
    const auto usual = print(guide_of(item), "guide_usual");
    const auto special = print(guide_of(item, {{"kind", "special"}, {"agent", "yes"}}), "guide_special");
    BOOST_TEST(says(usual, "达到法定退休年龄"));
    BOOST_TEST(!says(usual, "特殊工种从业证明"));
    BOOST_TEST(!says(usual, "授权委托书"));
    BOOST_TEST(says(special, "从事特殊工种提前退休"));
    BOOST_TEST(says(special, "特殊工种从业证明"));
    BOOST_TEST(says(special, "授权委托书"));
    BOOST_TEST(says(special, "委托他人代办"));
    BOOST_TEST(says(special, "25个工作日"));
    BOOST_TEST(!says(special, "承诺时限20个工作日"));
}

BOOST_AUTO_TEST_CASE(a_document_that_several_items_ask_for_is_brought_once) {
    Guide guide{.name = "两件事"};
    for (const int copies : {1, 3}) {
        domain::ServiceItem item;
        item.name = "事项" + std::to_string(copies);
        domain::ItemDefinition definition;
        definition.materials = {{.code = "a", .name = "身份证", .copies = copies, .document_type = "id_card"},
                                {.code = "b", .name = "申请表"}};
        definition.materials[0].necessity =
            copies == 1 ? domain::Necessity::deferrable : domain::Necessity::required;
        item.define(std::move(definition));
        guide.items.push_back(guide_item(item, {}, {}));
    }
    const auto all = guide_materials(guide);
    BOOST_REQUIRE_EQUAL(all.size(), 3u);
    BOOST_TEST(all[0].material.copies == 3);
    BOOST_TEST((all[0].material.necessity == domain::Necessity::required));
    BOOST_TEST((all[0].items == std::vector<size_t>{0, 1}));
    BOOST_TEST((all[1].items == std::vector<size_t>{0}));
    BOOST_TEST((all[2].items == std::vector<size_t>{1}));
}

BOOST_AUTO_TEST_CASE(a_question_that_several_items_ask_alike_is_told_once) {
    Guide guide{.answers = {{"谁来办？", "本人"}}};
    guide.items.resize(2);
    guide.items[0].answers = {{"谁来办？", "本人"}, {"几口人？", "三"}};
    guide.items[1].answers = {{"几口人？", "三"}, {"谁来办？", "他人"}};
    BOOST_TEST(guide_answers(guide).size() == 3u);
}

/// Every item of the district that cases can be taken for has a guide without an open end.
BOOST_AUTO_TEST_CASE(every_item_has_a_guide) {
    int items = 0;
    for (const auto& item : catalogue().bundle().items) {
        if (!item.fully_defined) continue;
        ++items;
        const auto document =
            make_guide(guide_of(item), {.directory = forms::sample_directory()}, tests::fonts());
        BOOST_TEST(document.ok(), item.name);
        BOOST_TEST(document->pages.size() <= 5u, item.name << " has " << document->pages.size() << " pages");
    }
    BOOST_TEST(items >= 60);
}

BOOST_AUTO_TEST_CASE(nothing_chosen_has_no_guide) {
    const auto document = make_guide({.name = "x"}, {}, tests::fonts());
    BOOST_REQUIRE(!document.ok());
    BOOST_TEST(document.error().code == "report.not_applicable");
}

BOOST_AUTO_TEST_SUITE_END()
