// Rows of a table at the counter, as they come and go.
#include "client/desk/intake_form.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "forms/form_json.h"

using namespace yc;
using namespace yc::client::desk;

namespace {

const base::Date today = base::make_date(2026, 11, 23);

forms::Form family_form() {
    return *forms::form_from_json(
        nlohmann::json::parse(R"json({"id": "f", "title": {"zh": "表", "en": "Form"},
      "sections": [{"id": "s", "title": {"zh": "部分", "en": "Part"}, "fields": [
        {"id": "note", "label": {"zh": "备注", "en": "Note"}, "type": "text"},
        {"id": "family", "label": {"zh": "成员", "en": "Members"}, "type": "table", "least_rows": 1, "most_rows": 3,
         "columns": [{"id": "name", "label": {"zh": "姓名", "en": "Name"}, "type": "text"}]},
        {"id": "family2", "label": {"zh": "其他", "en": "Others"}, "type": "table",
         "columns": [{"id": "name", "label": {"zh": "姓名", "en": "Name"}, "type": "text"}]}]}]})json"));
}

/// Three members, the second from the dossier and left once.
Errand three_rows() {
    Errand errand;
    errand.form = {{"note", "n"},           {"family", "3"},         {"family.0.name", "甲"},
                   {"family.1.name", "乙"}, {"family.2.name", "丙"}, {"family2", "1"},
                   {"family2.0.name", "丁"}};
    errand.prefills["family.1.name"] = {"乙", "case1", {}, true};
    errand.prefills["family.2.name"] = {"丙", "case2", {}, true};
    errand.left = {"note", "family.1.name", "family.2.name"};
    return errand;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(intake_form_tests)

BOOST_AUTO_TEST_CASE(rows_are_added_up_to_the_most) {
    const auto form = family_form();
    Errand errand;
    BOOST_TEST(add_row(errand, form, "family", today) == 1, "one row is there from the start");
    BOOST_TEST(add_row(errand, form, "family", today) == 2);
    BOOST_TEST(errand.form.at("family") == "3");
    BOOST_TEST(errand.left.contains("family"));
    BOOST_TEST(add_row(errand, form, "family", today) == -1);
    BOOST_TEST(errand.form.at("family") == "3");
}

BOOST_AUTO_TEST_CASE(what_is_no_table_has_no_rows) {
    const auto form = family_form();
    Errand errand = three_rows();
    const Errand before = errand;
    BOOST_TEST(add_row(errand, form, "note", today) == -1);
    BOOST_TEST(add_row(errand, form, "gone", today) == -1);
    BOOST_TEST(!remove_row(errand, form, "note", 0, today));
    BOOST_TEST(!remove_row(errand, form, "gone", 0, today));
    BOOST_TEST((errand == before));
}

BOOST_AUTO_TEST_CASE(a_row_goes_with_all_that_stands_in_it_and_the_later_ones_move_up) {
    const auto form = family_form();
    Errand errand = three_rows();
    BOOST_TEST(remove_row(errand, form, "family", 1, today));
    const forms::FormValues expected{{"note", "n"},           {"family", "2"},  {"family.0.name", "甲"},
                                     {"family.1.name", "丙"}, {"family2", "1"}, {"family2.0.name", "丁"}};
    BOOST_TEST((errand.form == expected));
    BOOST_REQUIRE(errand.prefills.size() == 1u);
    BOOST_TEST(errand.prefills.at("family.1.name").source_case == "case2");
    BOOST_TEST((errand.left == std::set<std::string>{"note", "family.1.name"}));
}

BOOST_AUTO_TEST_CASE(rows_are_taken_away_down_to_the_fewest) {
    const auto form = family_form();
    Errand errand = three_rows();
    BOOST_TEST(!remove_row(errand, form, "family", 3, today));
    BOOST_TEST(!remove_row(errand, form, "family", -1, today));
    BOOST_TEST(remove_row(errand, form, "family", 2, today));
    BOOST_TEST(remove_row(errand, form, "family", 0, today));
    BOOST_TEST(errand.form.at("family.0.name") == "乙");
    BOOST_TEST(!remove_row(errand, form, "family", 0, today), "one row must stay");
    BOOST_TEST(errand.form.at("family.0.name") == "乙");
    BOOST_TEST(remove_row(errand, form, "family2", 0, today), "none need stay here");
    BOOST_TEST(errand.form.at("family2") == "0");
}

BOOST_AUTO_TEST_SUITE_END()
