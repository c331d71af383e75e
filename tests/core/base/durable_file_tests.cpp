// Files that are written whole or not at all, for their owner or for whoever may read the folder.
#include "core/base/durable_file.h"

#include <sys/stat.h>

#include <boost/test/unit_test.hpp>

#include "tests/support/files.h"
#include "tests/support/temp_dir.h"

using namespace yc;
namespace fs = std::filesystem;

namespace {

struct Folder {
    tests::TempDir folder;
    fs::path file = folder / "file";

    [[nodiscard]] mode_t mode() const {
        struct stat found {};
        BOOST_REQUIRE(::stat(file.c_str(), &found) == 0);
        return found.st_mode & 0777U;
    }
    [[nodiscard]] long files() const {
        return std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator{});
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(durable_file_tests, Folder)

BOOST_AUTO_TEST_CASE(the_old_bytes_or_the_new_ones) {
    BOOST_REQUIRE(base::write_durably(file, "old, and longer").ok());
    BOOST_REQUIRE(base::write_durably(file, "new").ok());
    BOOST_TEST(*base::read_whole(file) == "new");
    BOOST_TEST(files() == 1);
}

BOOST_AUTO_TEST_CASE(one_is_for_its_owner_and_one_for_others_too) {
    const mode_t before = ::umask(022);
    BOOST_TEST(base::write_durably(file, "a").ok());
    BOOST_TEST(mode() == 0600U);
    BOOST_TEST(base::write_out(file, "b").ok());
    BOOST_TEST(mode() == 0644U);
    ::umask(before);
}

BOOST_AUTO_TEST_CASE(what_is_asked_for_through_a_link_leaves_the_link) {
    const auto link = folder / "link";
    tests::write_file(file, "old");
    fs::create_symlink(file, link);
    BOOST_TEST(base::write_out(link, "new").ok());
    BOOST_TEST(fs::is_symlink(link));
    BOOST_TEST(tests::read_file(file) == "new");
}

BOOST_AUTO_TEST_CASE(what_is_no_file_gets_the_bytes) {
    BOOST_TEST(base::write_out("/dev/null", "gone").ok());
    BOOST_TEST(fs::is_character_file("/dev/null"));
    const auto full = base::write_out("/dev/full", "no room");
    BOOST_REQUIRE(!full.ok());
    BOOST_TEST(full.error().code == "file.unwritable");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_written_says_which_file_and_leaves_nothing) {
    const auto gone = (folder / "no" / "such").string();
    const auto written = base::write_out(gone, "x");
    BOOST_REQUIRE(!written.ok());
    BOOST_TEST(written.error().code == "file.unwritable");
    BOOST_TEST(written.error().args.at("file") == gone);
    fs::create_directory(file);
    BOOST_TEST(!base::write_out(file, "x").ok());
    BOOST_TEST(fs::is_directory(file));
    BOOST_TEST(files() == 1);
    BOOST_TEST(base::read_whole(gone).error().code == "store.io");
}

BOOST_AUTO_TEST_SUITE_END()
