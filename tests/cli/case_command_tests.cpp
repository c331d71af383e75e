#include <array>
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "core/domain/transition_table.h"
#include "localization/localization.h"

using namespace yc;
using localization::Language;

namespace {

/// What yichuangctl prints.
std::string output_of(const std::string& arguments) {
    const std::string command = std::string(YICHUANG_BIN_DIR) + "/yichuangctl " + arguments;
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
    BOOST_REQUIRE(pipe);
    std::string out;
    std::array<char, 4096> buffer{};
    while (const size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe.get()))
        out.append(buffer.data(), count);
    return out;
}

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
}

template <class E>
void check_names(const std::string& prefix) {
    for (const auto& entry : names_of(E{}))
        for (Language language : {Language::zh_CN, Language::en}) {
            const std::string key = prefix + std::string(entry.name);
            BOOST_TEST(!localization::raw_text(language, key).empty(), key);
        }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(case_command_tests)

BOOST_AUTO_TEST_CASE(the_table_in_docs_is_the_one_in_the_code) {
    const std::string written = content_of(std::string(YICHUANG_SOURCE_DIR) + "/docs/case-table.md");
    BOOST_TEST(
        written == output_of("--lang zh_CN case table --markdown"),
        "docs/case-table.md is old: yichuangctl --lang zh_CN case table --markdown > docs/case-table.md");
}

BOOST_AUTO_TEST_CASE(json_has_a_row_for_each_pair_of_state_and_event) {
    const auto rows = nlohmann::json::parse(output_of("--json case table"));
    BOOST_REQUIRE(rows.is_array());
    std::set<std::pair<std::string, std::string>> pairs;
    size_t wanted = 0;
    for (const auto& row : domain::transition_table()) wanted += row.from.size();
    BOOST_TEST(rows.size() == wanted);
    for (const auto& row : rows) {
        for (const char* field : {"state", "event", "to", "actors", "offline", "clocks", "notice", "article"})
            BOOST_TEST(row.contains(field), field);
        const bool first = pairs.emplace(row["state"], row["event"]).second;
        BOOST_TEST(first);
        if (row["state"] == "SUPPLEMENT" && row["event"] == "supplement_done")
            BOOST_TEST(row["to"] == "RECEIVED|ACCEPTED");
        if (row["state"] == "SPECIAL" && row["event"] == "withdraw")
            BOOST_TEST(row["to"] == "CLOSED(withdrawn)");
    }
}

BOOST_AUTO_TEST_CASE(text_is_for_people_in_either_language) {
    BOOST_TEST(output_of("--lang zh_CN case table").find("收件") != std::string::npos);
    BOOST_TEST(output_of("--lang en case table").find("Receive") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(every_name_of_the_case_has_its_words) {
    check_names<domain::LifeCycle>("case.state.");
    check_names<domain::EventKind>("case.event.");
    check_names<domain::CaseResult>("case.result.");
    check_names<domain::Role>("role.");
    check_names<domain::ClockKind>("case.clock.");
    check_names<domain::ClockState>("case.clock_state.");
    check_names<domain::ClockEffect>("case.clock_effect.");
    check_names<domain::Custody>("case.custody.");
    check_names<domain::Delivery>("case.delivery.");
    check_names<domain::Notice>("case.notice.");
    check_names<domain::OfflineRight>("case.offline.");
    for (const auto& row : domain::transition_table())
        for (const domain::Guard* guard : row.guards)
            for (Language language : {Language::zh_CN, Language::en})
                BOOST_TEST(
                    !localization::raw_text(language, "case.condition." + std::string(guard->name)).empty(),
                    guard->name);
}

BOOST_AUTO_TEST_SUITE_END()
