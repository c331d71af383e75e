#include "reports/bar_code.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "tests/reports/paper_oracles.h"

using namespace yc;
using namespace yc::reports;

namespace {

std::filesystem::path print(const std::string& text, const std::string& name, bool qr) {
    Page page;
    page.operations.push_back(qr ? qr_code(text, 30, 30, 30).value()
                                 : code128(text, 30, 30, 0.35, 14).value());
    return tests::save({name, "", "zh-CN", {}, {page}}, name);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bar_code_tests)

BOOST_AUTO_TEST_CASE(code128_follows_the_standard) {
    // Start C 211232, "12" 112232, check (105 + 12) % 103 = 14 → 122231, stop 2331112 (ISO/IEC 15417 table
    // 1).
    const std::vector<int> wanted{2, 1, 1, 2, 3, 2, 1, 1, 2, 2, 3, 2, 1, 2, 2, 2, 3, 1, 2, 3, 3, 1, 1, 1, 2};
    const auto made = code128_modules("12").value();
    BOOST_TEST(made == wanted, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(digits_go_two_to_a_symbol) {
    const auto count = [](const char* text) { return (code128_modules(text).value().size() - 1) / 6; };
    BOOST_TEST(count("4501032026112200") == 8u + 3u);
    BOOST_TEST(count("450103202611220010000") < 21u / 2 + 6u);
    BOOST_TEST(count("ABC") == 3u + 3u);
}

BOOST_AUTO_TEST_CASE(zbar_reads_what_was_written) {
    const unsigned seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    std::vector<std::string> texts{"45010320261122001000017", "450103202611220010000171", "A1",
                                   "YC-2026-0001", "12345x67890123"};
    std::string noise;
    for (int i = 0; i < 14; ++i) noise += char(i % 3 == 0 ? ' ' + random() % 95 : '0' + random() % 10);
    noise.front() = 'a', noise.back() = 'b';
    texts.push_back(noise);
    for (size_t i = 0; i < texts.size(); ++i)
        BOOST_TEST(tests::codes_on(print(texts[i], "code128_" + std::to_string(i), false)) ==
                   "CODE-128:" + texts[i] + "\n");
}

BOOST_AUTO_TEST_CASE(zbar_reads_the_qr) {
    const std::string text = "https://zwfw.example.cn/q?no=45010320261122001000017&code=K7M4QX";
    BOOST_TEST(tests::codes_on(print(text, "qr", true)) == "QR-Code:" + text + "\n");
}

BOOST_AUTO_TEST_CASE(what_no_symbol_can_hold_is_refused) {
    BOOST_TEST(code128_modules("").error().code == "report.code_not_ascii");
    BOOST_TEST(code128_modules("编号").error().code == "report.code_not_ascii");
    BOOST_TEST(qr_code("编号", 0, 0, 1).error().code == "report.code_not_ascii");
    BOOST_TEST(qr_code(std::string(5000, 'a'), 0, 0, 1).error().code == "report.code_too_long");
}

BOOST_AUTO_TEST_SUITE_END()
