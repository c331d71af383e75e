#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <future>
#include <map>
#include <thread>

#include "client/capture/page.h"
#include "client/devices/scanner.h"
#include "tests/support/files.h"
#include "tests/support/temp_dir.h"

using namespace yc;
using client::devices::make_sane_scanner;
using client::devices::ScanColour;
using client::devices::ScannedPage;
using client::devices::ScanRequest;
using client::devices::ScanSource;

namespace {

using Settings = std::map<std::string, std::string>;

/// SANE's own configuration folder for this program: the backend `test` alone, with settings of each test.
/// SANE keeps the folder's name for the whole process, and reads its files each time it is initialised.
class TestScanner {
  public:
    explicit TestScanner(const Settings& settings = {}) {
        static const tests::TempDir folder;
        setenv("SANE_CONFIG_DIR", folder.path().c_str(), 1);
        tests::write_file(folder / "dll.conf", "test\n");
        std::string text;
        Settings all{{"number_of_devices", "2"}, {"test-picture", "Grid"},  {"resolution", "75.0"},
                     {"geometry_min", "0.0"},    {"geometry_max", "300.0"}, {"geometry_quant", "1.0"}};
        for (const auto& [name, value] : settings) all[name] = value;
        for (const auto& [name, value] : all)
            text += name + " " + (value.find(' ') == std::string::npos ? value : '"' + value + '"') + "\n";
        tests::write_file(folder / "test.conf", text);
        scanner_ = make_sane_scanner();
    }

    base::Result<client::devices::ScanSummary> scan(ScanRequest request = {}) {
        if (request.scanner.empty()) request.scanner = "test:0";
        if (request.dpi == 300) request.dpi = 75;
        return scanner_->scan(request, [this](ScannedPage page) {
            pages.push_back(std::move(page));
            if (after_page) after_page();
        });
    }
    std::string failure(const ScanRequest& request = {}) {
        const auto result = scan(request);
        return result ? "none" : result.error().code;
    }
    client::devices::Scanner& get() { return *scanner_; }

    std::vector<ScannedPage> pages;
    std::function<void()> after_page;

  private:
    std::unique_ptr<client::devices::Scanner> scanner_;
};

ScanRequest from_feeder() {
    ScanRequest request;
    request.source = ScanSource::feeder;
    return request;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sane_scanner_tests)

BOOST_AUTO_TEST_CASE(the_scanners_at_hand_are_listed) {
    TestScanner scanner;
    const auto list = scanner.get().list();
    BOOST_TEST_REQUIRE(list.ok());
    BOOST_TEST_REQUIRE(list->size() == 2u);
    BOOST_TEST((*list)[1].id == "test:1");
    BOOST_TEST(!(*list)[1].name.empty());
}

BOOST_AUTO_TEST_CASE(a_page_from_the_glass_is_a_whole_jpeg_of_a4) {
    for (const auto colour : {ScanColour::colour, ScanColour::grey}) {
        TestScanner scanner;
        ScanRequest request;
        request.colour = colour;
        request.dpi = 100;
        const auto summary = scanner.scan(request);
        BOOST_TEST_REQUIRE(summary.ok());
        BOOST_TEST(summary->pages == 1);
        BOOST_TEST(!summary->cancelled);
        BOOST_TEST_REQUIRE(scanner.pages.size() == 1u);
        const auto& page = scanner.pages[0];
        BOOST_TEST(page.dpi == 100);
        BOOST_TEST(std::abs(page.width - 827) < 3);
        BOOST_TEST(std::abs(page.height - 1169) < 3);
        const auto info = client::capture::inspect_page(page.bytes);
        BOOST_TEST_REQUIRE(info.ok());
        BOOST_TEST(info->width == page.width);
        BOOST_TEST(info->dpi == 100);
        BOOST_TEST(!info->blank);
    }
}

BOOST_AUTO_TEST_CASE(a_white_page_is_known_to_be_blank) {
    TestScanner scanner(Settings{{"test-picture", "Solid white"}});
    BOOST_TEST_REQUIRE(scanner.scan().ok());
    BOOST_TEST(client::capture::inspect_page(scanner.pages[0].bytes)->blank);
}

BOOST_AUTO_TEST_CASE(the_feeder_gives_all_its_pages) {
    TestScanner scanner;
    const auto summary = scanner.scan(from_feeder());
    BOOST_TEST_REQUIRE(summary.ok());
    BOOST_TEST(summary->pages == 10);  // what the backend's feeder holds
    BOOST_TEST(scanner.pages.size() == 10u);
}

BOOST_AUTO_TEST_CASE(awkward_devices_give_the_same_page) {
    ScannedPage plain;
    {
        TestScanner scanner;
        BOOST_TEST_REQUIRE(scanner.scan().ok());
        plain = scanner.pages[0];
    }
    const std::pair<const char*, Settings> awkward[] = {
        {"three frames", {{"three-pass", "true"}, {"three-pass-order", "BGR"}}},
        {"small reads", {{"read-limit", "true"}, {"read-limit-size", "7"}}},
        {"padded lines", {{"ppl-loss", "5"}}},
        {"selectable", {{"select-fd", "true"}, {"non-blocking", "false"}}},
        {"inexact", {{"fuzzy-parameters", "true"}}}};
    for (const auto& [name, settings] : awkward) {
        TestScanner scanner(settings);
        const auto summary = scanner.scan();
        BOOST_TEST_REQUIRE(summary.ok(), name);
        BOOST_TEST_REQUIRE(scanner.pages.size() == 1u, name);
        BOOST_TEST(client::capture::inspect_page(scanner.pages[0].bytes).ok(), name);
        BOOST_TEST(scanner.pages[0].height == plain.height, name);
        if (std::string_view(name) == "three frames" || std::string_view(name) == "small reads")
            BOOST_TEST((scanner.pages[0].bytes == plain.bytes), name);
    }
}

BOOST_AUTO_TEST_CASE(a_height_not_known_before_is_found_out) {
    TestScanner scanner(Settings{{"hand-scanner", "true"}});
    BOOST_TEST_REQUIRE(scanner.scan().ok());
    BOOST_TEST(scanner.pages[0].height > 100);
    BOOST_TEST(client::capture::inspect_page(scanner.pages[0].bytes)->height == scanner.pages[0].height);
}

BOOST_AUTO_TEST_CASE(each_trouble_has_its_own_error) {
    const std::pair<const char*, const char*> troubles[] = {
        {"SANE_STATUS_JAMMED", "scanner.jammed"},
        {"SANE_STATUS_NO_DOCS", "scanner.feeder_empty"},
        {"SANE_STATUS_COVER_OPEN", "scanner.cover_open"},
        {"SANE_STATUS_IO_ERROR", "scanner.gone"},
        {"SANE_STATUS_DEVICE_BUSY", "scanner.busy"},
        {"SANE_STATUS_NO_MEM", "scanner.out_of_memory"},
        {"SANE_STATUS_ACCESS_DENIED", "scanner.access_denied"},
        {"SANE_STATUS_UNSUPPORTED", "scanner.unsupported"},
        {"SANE_STATUS_INVAL", "scanner.failed"},
        {"SANE_STATUS_EOF", "scanner.page_incomplete"}};
    for (const auto& [status, code] : troubles) {
        TestScanner scanner(Settings{{"read-status-code", status}});
        BOOST_TEST(scanner.failure() == code, status);
        BOOST_TEST(scanner.pages.empty(), status);
    }
}

BOOST_AUTO_TEST_CASE(a_scanner_that_is_not_there_is_said_to_be_missing) {
    TestScanner scanner;
    ScanRequest request;
    request.scanner = "test:7";
    BOOST_TEST(scanner.failure(request) == "scanner.not_found");
    request.scanner = "nobody:/dev/nothing";
    BOOST_TEST(scanner.failure(request) == "scanner.not_found");
    BOOST_TEST(scanner.failure() == "none");
}

BOOST_AUTO_TEST_CASE(cancelling_keeps_whole_pages_and_drops_the_unfinished) {
    TestScanner scanner(Settings{{"read-delay", "true"}, {"read-delay-duration", "20000"}});
    scanner.after_page = [&scanner] {
        if (scanner.pages.size() == 2) scanner.get().cancel();
    };
    const auto summary = scanner.scan(from_feeder());
    BOOST_TEST_REQUIRE(summary.ok());
    BOOST_TEST(summary->cancelled);
    BOOST_TEST(summary->pages == 2);
    BOOST_TEST(scanner.pages.size() == 2u);
    scanner.after_page = nullptr;
    BOOST_TEST(scanner.failure() == "none");
}

BOOST_AUTO_TEST_CASE(a_second_scan_meanwhile_is_refused_and_cancel_comes_from_any_thread) {
    TestScanner scanner(Settings{{"read-delay", "true"}, {"read-delay-duration", "200000"}});
    std::promise<void> begun;
    scanner.after_page = [&] {
        if (scanner.pages.size() == 1) begun.set_value();
    };
    auto first = std::async(std::launch::async, [&] { return scanner.scan(from_feeder()); });
    begun.get_future().wait();
    ScanRequest request;
    request.scanner = "test:1";
    const auto second = scanner.get().scan(request, [](const ScannedPage&) {});
    BOOST_TEST_REQUIRE(!second.ok());
    BOOST_TEST(second.error().code == "scanner.busy");
    scanner.get().cancel();
    const auto summary = first.get();
    BOOST_TEST_REQUIRE(summary.ok());
    BOOST_TEST(summary->cancelled);
    BOOST_TEST(static_cast<size_t>(summary->pages) == scanner.pages.size());
    for (const auto& page : scanner.pages) BOOST_TEST(client::capture::inspect_page(page.bytes).ok());
    scanner.get().cancel();  // nothing runs: no effect on the next
    scanner.after_page = nullptr;
    BOOST_TEST(scanner.scan().ok());
}

BOOST_AUTO_TEST_SUITE_END()
