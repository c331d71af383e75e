#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "core/base/utf8.h"
#include "tests/support/program_run.h"

using namespace yc;
using nlohmann::json;

namespace {

tests::ProgramRun ctl(const std::string& arguments, std::string_view input = {}) {
    return tests::run_program(YICHUANG_BIN_DIR "/yichuangctl --lang en " + arguments, input);
}

std::vector<json> lines_of(const std::string& out) {
    std::vector<json> objects;
    for (const auto& line : base::split(out, '\n'))
        if (!line.empty()) objects.push_back(json::parse(line));
    return objects;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rules_commands_tests)

BOOST_AUTO_TEST_CASE(id_check_tells_what_a_good_number_says) {
    const auto run = ctl("id check 11010519491231002x --json");
    BOOST_TEST(run.exit_code == 0);
    const auto object = json::parse(run.out);
    BOOST_TEST(object["valid"] == true);
    BOOST_TEST(object["input"] == "11010519491231002x");
    BOOST_TEST(object["number"] == "11010519491231002X");
    BOOST_TEST(object["kind"] == "citizen_id");
    BOOST_TEST(object["birth"] == "1949-12-31");
    BOOST_TEST(object["sex"] == "female");
    BOOST_TEST(object["division"] == "110105");
    BOOST_TEST(object["division_name"] == "北京市朝阳区");
    BOOST_TEST(object["warnings"].empty());
    BOOST_TEST(object["error"].is_null());
}

BOOST_AUTO_TEST_CASE(id_check_refuses_with_the_position_and_what_was_expected) {
    const auto run = ctl("--json id check 110105194912310021");
    BOOST_TEST(run.exit_code == 1);
    const auto object = json::parse(run.out);
    BOOST_TEST(object["valid"] == false);
    BOOST_TEST(object["error"]["code"] == "identity.check_digit");
    BOOST_TEST(object["error"]["position"] == 18);
    BOOST_TEST(object["error"]["expected"] == "X");
    BOOST_TEST(object["error"]["found"] == "1");
    BOOST_TEST(object["error"]["message"].get<std::string>().find("position 18") != std::string::npos);
    const auto text = ctl("id check 110105194912310021");
    BOOST_TEST(text.exit_code == 1);
    BOOST_TEST(text.out.empty());
    BOOST_TEST(text.err.find("position 18 should be \"X\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_batch_answers_every_line_in_order) {
    const auto run = ctl("id check --batch",
                         "11010519491231002X\n\nnonsense\xff\r\n911522010783762860\n110105194912310021\n");
    BOOST_TEST(run.exit_code == 0);
    const auto objects = lines_of(run.out);
    BOOST_TEST_REQUIRE(objects.size() == 5u);
    BOOST_TEST(objects[0]["valid"] == true);
    BOOST_TEST(objects[1]["error"]["code"] == "identity.empty");
    BOOST_TEST(objects[2]["error"]["code"] == "identity.unrecognised");
    BOOST_TEST(objects[3]["kind"] == "credit_code");
    BOOST_TEST(objects[4]["error"]["position"] == 18);
}

BOOST_AUTO_TEST_CASE(calendar_due_explains_each_day) {
    const auto run = ctl("calendar due --from 2026-09-30 --days 20 --json");
    BOOST_TEST(run.exit_code == 0);
    const auto object = json::parse(run.out);
    BOOST_TEST(object["due"] == "2026-11-03");
    BOOST_TEST(object["due_at"] == "2026-11-03T17:00:00.000+08:00");
    BOOST_TEST(object["days"] == 20);
    BOOST_TEST(object["provisional"] == false);
    int counted = 0;
    for (const auto& day : object["explanation"]) counted += day["counted"].get<bool>() ? 1 : 0;
    BOOST_TEST(counted == 20);
    BOOST_TEST(object["explanation"][1]["festival"] == "national_day");
}

BOOST_AUTO_TEST_CASE(a_calendar_batch_goes_on_after_a_bad_line) {
    const auto run =
        ctl("calendar due --batch", "2026-12-31\t1\n2026-02-30\t1\n2024-09-30\tx\nx\n2024-09-30\t1\n");
    BOOST_TEST(run.exit_code == 0);
    const auto objects = lines_of(run.out);
    BOOST_TEST_REQUIRE(objects.size() == 5u);
    BOOST_TEST(objects[0]["due"] == "2027-01-04");
    BOOST_TEST(objects[0]["provisional"] == true);
    BOOST_TEST(objects[1]["error"]["code"] == "date.invalid");
    BOOST_TEST(objects[1]["input"] == "2026-02-30\t1");
    BOOST_TEST(objects[2]["error"]["code"] == "calendar.days_invalid");
    BOOST_TEST(objects[3]["error"]["code"] == "calendar.line_invalid");
    BOOST_TEST(objects[4]["due"] == "2024-10-08");
}

BOOST_AUTO_TEST_CASE(refusal_and_wrong_use_have_their_exit_codes) {
    const auto refused = ctl("calendar due --from 2026-02-30 --days 1 --json");
    BOOST_TEST(refused.exit_code == 1);
    BOOST_TEST(json::parse(refused.out)["error"]["code"] == "date.invalid");
    BOOST_TEST(ctl("calendar due --from 1999-12-31 --days 1").exit_code == 1);
    BOOST_TEST(ctl("calendar due --from 2026-01-01 --days 3661").exit_code == 1);
    for (const auto* wrong :
         {"", "nothing", "id", "id check", "calendar due --days 1", "calendar due --from 2026-01-01",
          "id check a b", "id check --no-such-option x", "--lang xx id check a"}) {
        const auto run = ctl(wrong);
        BOOST_TEST(run.exit_code == 2, wrong);
        BOOST_TEST(!run.err.empty(), wrong);
    }
    const auto wrong = ctl("calendar due --json");
    BOOST_TEST(wrong.exit_code == 2);
    BOOST_TEST(json::parse(wrong.out)["error"]["code"] == "cli.wrong_use");
    BOOST_TEST(ctl("--help").exit_code == 0);
}

BOOST_AUTO_TEST_SUITE_END()
