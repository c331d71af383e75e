#include "core/base/log.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "core/base/crypto.h"

using namespace yc::base;

BOOST_AUTO_TEST_SUITE(log_tests)

BOOST_AUTO_TEST_CASE(numbers_of_people_and_organisations_are_hidden) {
    const char* secrets[] = {"11010519491231002X", "440524188001010014", "431389760616601",
                             "13800138000",        "91440300MA5DA1234K", "CHN110105123456"};
    for (const std::string secret : secrets)
        for (const std::string& text : {secret, "id=" + secret + ",", "号码" + secret + "无效"})
            BOOST_TEST((redact(text).find(secret) == std::string::npos), text);
}

BOOST_AUTO_TEST_CASE(what_helps_a_developer_stays) {
    for (const char* text :
         {"GET /v1/changes 200 in 12 ms", "0192f0e0-1111-7abc-8def-0123456789ab", "2026-11-22"})
        BOOST_TEST(redact(text) == text);
}

BOOST_AUTO_TEST_CASE(the_log_file_never_holds_a_number) {
    const auto file = std::filesystem::temp_directory_path() / ("yc-log-" + to_hex(random_bytes(6)) + ".log");
    open_log(LogLevel::info, file);
    log(LogLevel::warning, "lookup of 11010519491231002X failed");
    std::ifstream in(file);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    BOOST_TEST((text.find("lookup of 11***") != std::string::npos), text);
    BOOST_TEST((text.find("1949") == std::string::npos));
    open_log(LogLevel::info);
    std::filesystem::remove(file);
}

BOOST_AUTO_TEST_SUITE_END()
