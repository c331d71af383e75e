// The written dependency rules of docs/architecture.md, checked against every include of the product.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

const fs::path kRoot = YICHUANG_SOURCE_DIR;

/// Each folder and the folders it may include from, besides itself. A name covers everything below it.
const std::map<std::string, std::vector<std::string>> kMayUse = {
    {"core/base", {}},
    {"core/domain", {"core/base"}},
    {"core/wire", {"core/base", "core/domain"}},
    {"core/sqlite", {"core/base"}},
    {"localization", {"core/base"}},
    {"forms", {"core", "localization"}},
    {"reports", {"core", "localization", "forms"}},
    {"client/store", {"core"}},
    {"client/net", {"core", "forms"}},
    {"client/sync", {"core", "forms", "client/store", "client/net"}},
    {"client/carry", {"core", "client/store"}},
    {"client/devices", {"core", "client/capture"}},
    {"client/capture", {"core"}},
    {"client/desk",
     {"core", "forms", "reports", "localization", "client/store", "client/net", "client/sync", "client/carry",
      "client/devices", "client/capture"}},
    {"client/ui",
     {"core", "forms", "reports", "localization", "client/desk", "client/devices", "client/capture"}},
    {"hub", {"core", "forms", "reports", "localization"}},
    {"cli",
     {"core", "forms", "reports", "localization", "client/store", "client/net", "client/sync", "client/carry",
      "client/devices", "client/capture", "client/desk", "hub/store"}},
};

/// Libraries that only one place may include.
const std::vector<std::pair<std::regex, std::vector<std::string>>> kOnlyIn = {
    {std::regex{R"(^wx/)"}, {"client/ui"}},
    {std::regex{R"(^(gtk|gdk|atk|glib)/)"}, {"client/ui"}},
    {std::regex{R"(^curl/)"}, {"client/net"}},
    {std::regex{R"(^hpdf)"}, {"reports"}},
    {std::regex{R"(^boost/(beast|asio))"}, {"hub/http"}},
    {std::regex{R"(^sqlite3)"}, {"core/sqlite"}},
    {std::regex{R"(^sane/)"}, {"client/devices"}},
    {std::regex{R"(^sodium)"}, {"core/base"}},
};

struct Source {
    std::string path;    ///< from the root, with slashes
    std::string folder;  ///< key of kMayUse
    std::vector<std::string> includes;
    size_t lines = 0;
};

bool within(const std::string& path, const std::string& folder) {
    return path == folder || path.rfind(folder + "/", 0) == 0;
}

std::string folder_of(const std::string& path) {
    std::string best;
    for (const auto& [folder, used] : kMayUse)
        if (within(path, folder) && folder.size() > best.size()) best = folder;
    return best;
}

Source read_source(const fs::path& file) {
    static const std::regex include{R"re(^\s*#\s*include\s*[<"]([^>"]+)[>"].*)re"};
    Source source{.path = fs::relative(file, kRoot).generic_string()};
    source.folder = folder_of(source.path);
    std::ifstream in(file);
    std::smatch match;
    for (std::string line; std::getline(in, line); ++source.lines)
        if (std::regex_match(line, match, include)) source.includes.push_back(match[1]);
    return source;
}

const std::vector<Source>& sources() {
    static const std::vector<Source> all = [] {
        std::vector<Source> found;
        for (const char* top : {"core", "forms", "reports", "localization", "client", "hub", "cli"})
            for (const auto& entry : fs::recursive_directory_iterator(kRoot / top))
                if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp")
                    found.push_back(read_source(entry.path()));
        return found;
    }();
    return all;
}

bool allowed(const Source& source, const std::string& included) {
    if (within(included, source.folder)) return true;
    const auto& used = kMayUse.at(source.folder);
    return std::any_of(used.begin(), used.end(),
                       [&](const std::string& folder) { return within(included, folder); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(layers_tests)

BOOST_AUTO_TEST_CASE(every_source_has_a_folder_with_rules) {
    BOOST_TEST(sources().size() > 20U);
    for (const Source& source : sources()) BOOST_TEST(!source.folder.empty(), source.path);
}

BOOST_AUTO_TEST_CASE(folders_use_only_what_they_may) {
    for (const Source& source : sources())
        for (const std::string& included : source.includes) {
            const bool ours = !folder_of(included).empty();
            BOOST_TEST((!ours || allowed(source, included)), source.path << " must not include " << included);
        }
}

BOOST_AUTO_TEST_CASE(libraries_stay_in_their_place) {
    for (const Source& source : sources())
        for (const std::string& included : source.includes)
            for (const auto& [pattern, places] : kOnlyIn) {
                const bool here = std::any_of(places.begin(), places.end(), [&](const std::string& place) {
                    return within(source.path, place);
                });
                BOOST_TEST((here || !std::regex_search(included, pattern)),
                           source.path << " must not include <" << included << ">");
            }
}

BOOST_AUTO_TEST_CASE(headers_are_guarded_by_pragma_once) {
    for (const Source& source : sources()) {
        if (!source.path.ends_with(".h")) continue;
        std::ifstream in(kRoot / source.path);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        BOOST_TEST((text.find("#pragma once") != std::string::npos), source.path);
    }
}

BOOST_AUTO_TEST_CASE(files_stay_short) {
    constexpr size_t longest = 700;
    for (const Source& source : sources())
        BOOST_TEST(source.lines <= longest, source.path << " has " << source.lines << " lines");
}

BOOST_AUTO_TEST_SUITE_END()
