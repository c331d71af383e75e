// form list, check, render, export and publish from outside the process, against a hub's data of the test's
// own.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/support/files.h"
#include "tests/support/program_run.h"

using namespace yc;
using nlohmann::json;

namespace {

struct District {
    tests::TempDir folder;
    std::string hub = (folder / "hub").string();

    tests::ProgramRun run(const std::string& arguments) const {
        return tests::run_program("'" YICHUANG_BIN_DIR "/yichuangctl' --lang zh_CN " + arguments +
                                  " --hub-data '" + hub + "'");
    }
    /// What a command that must work answers.
    json done(const std::string& arguments) const {
        const auto ran = run("--json " + arguments);
        BOOST_REQUIRE_MESSAGE(ran.exit_code == 0, ran.out + ran.err);
        return json::parse(ran.out);
    }
    /// What a command that must be refused answers.
    json refused(const std::string& arguments) const {
        const auto ran = run("--json " + arguments);
        BOOST_REQUIRE_MESSAGE(ran.exit_code == 1, ran.out + ran.err);
        return json::parse(ran.out);
    }
    std::string path(const std::string& name) const { return "'" + (folder / name).string() + "'"; }
    json definition(const std::string& id) const {
        done("form export " + id + " --out " + path("exported.json"));
        return json::parse(tests::read_file(folder / "exported.json"));
    }
    std::string file(const std::string& name, const json& content) const {
        tests::write_file(folder / name, content.dump());
        return path(name);
    }
    bool no_hub() const { return !std::filesystem::exists(hub); }
};

/// The form with its last field gone and another at its place.
json edited(json form) {
    auto& fields = form["sections"].back()["fields"];
    fields.erase(fields.size() - 1);
    fields.push_back({{"id", "district_note"},
                      {"label", {{"zh", "区里要问的"}, {"en", "Of the district"}}},
                      {"type", "text"}});
    return form;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(form_command_tests)

BOOST_FIXTURE_TEST_CASE(all_forms_are_sound_and_listed, District) {
    const auto checked = done("form check --all");
    BOOST_TEST(checked["wrong"] == 0);
    BOOST_TEST(checked["forms"].get<int>() > 60);
    const auto listed = done("form list");
    BOOST_TEST(listed["forms"].size() == checked["forms"].get<size_t>());
    for (const auto& form : listed["forms"])
        if (form["form"] == "elder_allowance") BOOST_TEST(form["items"] == 1);
    BOOST_TEST(run("form check --all").out.find("0 份有问题") != std::string::npos);
    BOOST_TEST(run("form check").exit_code == 2);
    BOOST_TEST(run("form").exit_code == 2);
    BOOST_TEST(no_hub());
}

BOOST_FIXTURE_TEST_CASE(faults_are_told_with_their_place_and_exit_code, District) {
    auto form = definition("elder_allowance");
    form["sections"][0]["fields"][1]["requird"] = true;
    const auto answer = refused("form check " + file("typo.json", form));
    BOOST_TEST(answer["wrong"] == 1);
    const auto& fault = answer["files"][0]["faults"][0];
    BOOST_TEST(fault["path"] == "sections.0.fields.1");
    BOOST_TEST(fault["error"]["code"] == "form.schema_unknown");
    BOOST_TEST(fault["error"]["message"].get<std::string>().find("requird") != std::string::npos);
    BOOST_TEST(run("form check " + path("typo.json")).exit_code == 1);
    form["sections"][0]["fields"][1].erase("requird");
    form["sections"][0]["fields"][1]["when"] = {{{"question", "sort"}, {"answers", {"a"}}}};
    BOOST_TEST(
        refused("form check " + file("question.json", form))["files"][0]["faults"][0]["error"]["code"] ==
        "form.unknown_question");
    tests::write_file(folder / "broken.json", "{\"id\":");
    BOOST_TEST(refused("form check " + path("broken.json"))["files"][0]["faults"][0]["error"]["code"] ==
               "form.not_json");
    BOOST_TEST(refused("form check " + path("nowhere.json"))["error"]["code"] == "catalogue.unreadable");
}

BOOST_FIXTURE_TEST_CASE(a_form_is_rendered_with_values_and_what_is_wrong_is_told, District) {
    const auto values = file("values.json", {{"phone", "13800138000"}, {"ethnicity", "99999"}});
    const auto done_ = done("form render elder_allowance --values " + values + " --out " + path("form.pdf"));
    BOOST_TEST(done_["pages"].get<int>() >= 1);
    BOOST_TEST(done_["form"] == "elder_allowance");
    BOOST_TEST(!done_["problems"].empty());
    BOOST_TEST(tests::read_file(folder / "form.pdf").starts_with("%PDF-"));
    BOOST_TEST(refused("form render no_such_form --out " + path("x.pdf"))["error"]["code"] ==
               "form.unknown_form");
    BOOST_TEST(refused("form render elder_allowance --values " + file("list.json", json::array()) +
                       " --out " + path("x.pdf"))["error"]["code"] == "form.values_invalid");
    BOOST_TEST(refused("form render elder_allowance --out " + path("no/such/folder.pdf"))["error"]["code"] ==
               "file.unwritable");
    BOOST_TEST(run("form render elder_allowance").exit_code == 2);
}

BOOST_FIXTURE_TEST_CASE(a_changed_form_is_tried_then_published_and_used, District) {
    const auto form = edited(definition("elder_allowance"));
    const auto changed = file("changed.json", form);
    const auto tried = done("form publish --dry-run " + changed);
    BOOST_TEST(tried["dry_run"] == true);
    BOOST_TEST(tried["form_version"] == 2);
    BOOST_TEST(tried["added"] == json::array({"district_note"}));
    BOOST_TEST(tried["removed"].size() == 1u);
    BOOST_REQUIRE(tried["items"].size() == 1u);
    BOOST_TEST(tried["items"][0]["version"] == 2);
    BOOST_TEST(no_hub());

    const auto published = done("form publish --reason 区里改表 " + changed);
    BOOST_TEST(published["seeded"] == true);
    BOOST_TEST(published["version"] == tried["version"]);
    BOOST_TEST(definition("elder_allowance")["version"] == 2);
    BOOST_TEST(definition("elder_allowance")["sections"].back()["fields"].back()["id"] == "district_note");
    done("form render elder_allowance --values " + file("values.json", {{"district_note", "一句话"}}) +
         " --out " + path("form.pdf"));
    BOOST_TEST(done("form check --all")["wrong"] == 0);

    BOOST_TEST(done("form publish " + changed)["same"] == true);
    auto late = form;
    late["title"]["zh"] = "别的名称";
    BOOST_TEST(refused("form publish " + file("late.json", late))["error"]["code"] ==
               "catalogue.form_not_newest");

    done("form export elder_allowance --form-version 1 --out " + path("first.json"));
    const auto back = done("form publish " + path("first.json"));
    BOOST_TEST(back["form_version"] == 3);
    BOOST_TEST(back["removed"] == json::array({"district_note"}));
    BOOST_TEST(refused("form export elder_allowance --form-version 9 --out " +
                       path("x.json"))["error"]["code"] == "form.unknown_form");
    const auto text =
        run("form publish --dry-run " + file("again.json", edited(definition("elder_allowance"))));
    BOOST_TEST(text.exit_code == 0);
}

BOOST_FIXTURE_TEST_CASE(a_faulty_form_is_not_published, District) {
    auto form = definition("elder_allowance");
    form["sections"][0]["fields"][1]["show_if"] = "no_such_field = 'x'";
    const auto answer = refused("form publish " + file("faulty.json", form));
    BOOST_TEST(answer["files"][0]["faults"][0]["error"]["code"] == "form.unknown_name");
    BOOST_TEST(no_hub());
    BOOST_TEST(run("form publish").exit_code == 2);
    BOOST_TEST(refused("form export no_such_form --out " + path("x.json"))["error"]["code"] ==
               "form.unknown_form");
}

BOOST_FIXTURE_TEST_CASE(an_item_with_all_it_has_goes_out_and_comes_back_changed, District) {
    const std::string code = "11450103MB0012044P4450104003001";
    done("catalogue export --format definition --code " + code + " --out " + path("item.json"));
    auto items = json::parse(tests::read_file(folder / "item.json"));
    BOOST_REQUIRE(items.size() == 1u);
    BOOST_REQUIRE(items[0]["code"] == code);
    const auto same = done("catalogue import --dry-run " + path("item.json"));
    BOOST_TEST(same["format"] == "definition");
    BOOST_TEST(same["unchanged"] == 1);

    items[0]["materials"].erase(0);
    items[0]["promised"]["amount"] = 5;
    const auto tried = done("catalogue import --dry-run " + file("item.json", items));
    BOOST_TEST(tried["changed"] == 1);
    BOOST_TEST(tried["items"][0]["fields"] == json::array({"materials", "promised"}));
    BOOST_TEST(no_hub());
    done("catalogue import --reason 精简材料 " + path("item.json"));
    done("catalogue export --format definition --code " + code + " --out " + path("now.json"));
    const auto now = json::parse(tests::read_file(folder / "now.json"))[0];
    BOOST_TEST(now["version"] == 2);
    BOOST_TEST(now["materials"] == items[0]["materials"]);

    auto wrong = items;
    wrong[0]["flow"][0]["department"] = "no_such_department";
    BOOST_TEST(refused("catalogue import --dry-run " + file("wrong.json", wrong))["error"]["code"] ==
               "catalogue.unknown_department");
    wrong = items;
    wrong[0]["colour"] = "red";
    BOOST_TEST(refused("catalogue import " + file("wrong.json", wrong))["error"]["code"] ==
               "catalogue.nothing_usable");
    BOOST_TEST(refused("catalogue export --code X --out " + path("x.json"))["error"]["code"] ==
               "catalogue.no_such_item");
}

BOOST_AUTO_TEST_SUITE_END()
