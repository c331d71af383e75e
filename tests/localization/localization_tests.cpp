#include "localization/localization.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "localization/catalogues.h"
#include "tests/support/files.h"

using namespace yc;
using localization::Language;

namespace {

/// Puts the language back as it was.
class InLanguage {
  public:
    explicit InLanguage(Language language) : before_(localization::language()) {
        localization::set_language(language);
    }
    ~InLanguage() { localization::set_language(before_); }

  private:
    Language before_;
};

/// The names between braces. `x_en` is the English name of x and counts as x.
std::set<std::string> placeholders(const std::string& text) {
    std::set<std::string> names;
    const std::regex pattern("\\{([^{}]*)\\}");
    for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) {
        const auto name = (*it)[1].str();
        names.insert(name.ends_with("_en") ? name.substr(0, name.size() - 3) : name);
    }
    return names;
}

/// The first group of every match in the product's sources (not the tests), with the file it stands in.
std::map<std::string, std::string> literals(const std::string& expression) {
    std::map<std::string, std::string> found;
    const std::regex pattern(expression);
    const std::filesystem::path root = YICHUANG_SOURCE_DIR;
    for (const auto* folder : {"core", "localization", "forms", "reports", "client", "hub", "cli"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
            const auto extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".h") continue;
            const auto text = tests::read_file(entry.path());
            for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it)
                found.emplace((*it)[1], entry.path().lexically_relative(root).string());
        }
    }
    return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(localization_tests)

BOOST_AUTO_TEST_CASE(both_languages_have_the_same_keys_and_placeholders) {
    const auto chinese = localization::keys(Language::zh_CN);
    const auto english = localization::keys(Language::en);
    BOOST_TEST(chinese.size() > 50u);
    std::vector<std::string> only_one;
    std::ranges::set_symmetric_difference(chinese, english, std::back_inserter(only_one));
    for (const auto& key : only_one) BOOST_TEST(false, key << " stands in one language only");
    for (const auto& key : chinese) {
        const auto zh = localization::raw_text(Language::zh_CN, key);
        const auto en = localization::raw_text(Language::en, key);
        BOOST_TEST(!zh.empty(), key);
        if (en.empty()) continue;
        BOOST_TEST(placeholders(zh) == placeholders(en), key << ": the placeholders differ");
    }
}

BOOST_AUTO_TEST_CASE(no_key_stands_twice_and_every_text_is_text) {
    for (const auto language : {Language::zh_CN, Language::en}) {
        std::set<std::string> seen;
        for (const auto& file : localization::catalogue_files()) {
            if (file.language != language) continue;
            const auto twice = [&](int depth, nlohmann::json::parse_event_t event, nlohmann::json& parsed) {
                if (depth == 1 && event == nlohmann::json::parse_event_t::key)
                    BOOST_TEST(seen.insert(parsed.get<std::string>()).second,
                               parsed.get<std::string>() << " stands twice, again in " << file.name);
                return true;
            };
            const auto json = nlohmann::json::parse(file.json, twice, false);
            BOOST_TEST_REQUIRE(json.is_object(), file.name);
            for (const auto& [key, text] : json.items())
                BOOST_TEST(text.is_string(), key << " in " << file.name << " is no text");
        }
    }
}

BOOST_AUTO_TEST_CASE(every_error_of_the_sources_has_its_sentence) {
    const auto codes = literals("\\bfail\\(\\s*\"([a-z0-9_.]+)\"");
    BOOST_TEST(codes.size() > 20u);
    for (const auto& [code, file] : codes) {
        for (const auto language : {Language::zh_CN, Language::en}) {
            const auto key = "error." + code;
            BOOST_TEST(!localization::raw_text(language, key).empty(),
                       file << ": " << key << " is missing in " << base::to_name(language));
        }
    }
}

BOOST_AUTO_TEST_CASE(every_text_the_sources_ask_for_is_there) {
    const auto keys = literals("\\btr(?:_in)?\\(\\s*(?:[A-Za-z_:]+\\s*,\\s*)?\"([A-Za-z0-9_.-]+)\"\\s*[,)]");
    BOOST_TEST(keys.size() > 10u);
    for (const auto& [key, file] : keys)
        for (const auto language : {Language::zh_CN, Language::en})
            BOOST_TEST(!localization::raw_text(language, key).empty(),
                       file << ": " << key << " is missing in " << base::to_name(language));
}

BOOST_AUTO_TEST_CASE(placeholders_take_values_and_texts) {
    const InLanguage chinese(Language::zh_CN);
    BOOST_TEST(localization::tr("cli.id.division", {{"code", "450103"}, {"name", "青秀区"}}) ==
               "行政区划：450103 青秀区");
    BOOST_TEST(localization::tr("cli.id.sex", {{"sex", "female"}}) == "性别：女");
    BOOST_TEST(localization::tr("cli.id.sex", {{"sex", "other"}}) == "性别：other");
    BOOST_TEST(localization::tr("cli.id.sex", {{"name", "x"}}) == "性别：{sex:sex}");
    BOOST_TEST(localization::tr_in(Language::en, "cli.id.sex", {{"sex", "female"}}) == "Sex: female");
}

BOOST_AUTO_TEST_CASE(a_value_that_looks_like_a_placeholder_is_left_alone) {
    BOOST_TEST(localization::tr_in(Language::en, "cli.id.division", {{"code", "{name}"}, {"name", "x"}}) ==
               "Division: {name} x");
}

BOOST_AUTO_TEST_CASE(gaps_are_seen_and_errors_always_say_something) {
    const InLanguage english(Language::en);
    BOOST_TEST(localization::tr("no.such.key") == "no.such.key");
    BOOST_TEST(!localization::has("no.such.key"));
    BOOST_TEST(localization::has("sex.male"));
    const auto general = localization::sentence({"no.such_code", "detail", {}});
    BOOST_TEST(general.find("no.such_code") != std::string::npos);
    BOOST_TEST(general.find("try once more") != std::string::npos);
    BOOST_TEST(localization::sentence({"case_number.length", "", {{"expected", "23"}, {"found", "7"}}})
                   .starts_with("The case number has the wrong length: 23 digits are expected, here are 7."));
}

BOOST_AUTO_TEST_SUITE_END()
