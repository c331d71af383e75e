// The item search in the real window: favourites, the filter and why something was found, by keyboard.
#include <boost/test/unit_test.hpp>

#include "client/ui/platform/native_style.h"
#include "client/ui/widgets/table.h"
#include "client/ui/words.h"
#include "tests/gui/line.h"

using namespace yc;
using namespace yc::client;
using namespace yc::tests;

namespace {

struct Window : AtCounter {
    const ui::Table& results() {
        return dynamic_cast<const ui::Table&>(*gui.find(frame(), "item.results")->GetParent());
    }
    std::string found() { return gui.text_of(frame(), "item.found"); }
    std::string first_name() {
        return results().count() == 0 ? "" : ui::to_utf8(results().rows().front().cells[1].text);
    }
    bool first_is_starred() {
        return results().count() > 0 && results().rows().front().cells[0].text == wxString(L"★");
    }
    void look_for(const std::string& ascii) {
        gui.press(WXK_F3);
        gui.wait_for("the search is open", [&] { return gui.shown(frame(), "item.found"); });
        gui.press(WXK_DELETE);
        if (!ascii.empty()) gui.type(ascii);
        gui.settle();
    }
    bool focused(const std::string& name) { return gui.find(frame(), name)->HasFocus(); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(item_search_window_tests)

BOOST_AUTO_TEST_CASE(a_favourite_is_starred_by_keyboard_and_stands_first_after_a_new_start) {
    Window window;
    auto& gui = window.gui;
    window.look_at(*window.here);
    window.look_for("");
    BOOST_TEST(window.results().count() == 30u);
    BOOST_TEST(!window.first_is_starred());
    gui.screenshot(window.frame(), "search-empty");

    window.look_for("lnryd");
    gui.wait_for("it is found", [&] { return window.found().find("老年人优待") != std::string::npos; });
    BOOST_TEST(window.results().rows().front().cells[1].marked_length == 5);
    const std::string name = window.first_name();
    gui.press('D', wxMOD_CONTROL);
    gui.wait_for("it has a star", [&] { return window.first_is_starred(); });
    BOOST_TEST(window.found().find("已收藏") != std::string::npos);
    window.both_sizes("search-name");

    window.look_for("tuixiujin");
    BOOST_TEST(window.found() == "俗称：退休金");
    gui.screenshot(window.frame(), "search-word");
    BOOST_TEST(gui.clicks() == 0);

    window.here.reset();
    window.here = window.station("clerk1", "qx1");
    window.look_at(*window.here);
    window.look_for("");
    gui.wait_for("the favourite is first", [&] { return window.first_name() == name; });
    BOOST_TEST(window.first_is_starred());
    window.both_sizes("search-favourite");
    gui.press('D', wxMOD_CONTROL);
    gui.wait_for("its star is gone", [&] { return window.first_name() != name; });
    BOOST_TEST(!window.first_is_starred());
}

BOOST_AUTO_TEST_CASE(the_filter_is_set_and_left_by_keyboard) {
    Window window;
    auto& gui = window.gui;
    window.look_at(*window.here);
    window.look_for("");
    const size_t all = window.results().count();
    gui.press('F', wxMOD_CONTROL);
    gui.wait_for("the filter has the focus", [&] { return window.focused("item.filter.department"); });
    window.both_sizes("search-filter");
    for (const char* name : {"department", "served", "subject", "scope"})
        BOOST_TEST(
            !ui::platform::accessible_name(gui.find(window.frame(), std::string("item.filter.") + name))
                 .empty());
    gui.press(WXK_TAB);
    gui.press(WXK_DOWN);
    gui.press(WXK_DOWN);
    gui.wait_for("one narrows", [&] { return gui.text_of(window.frame(), "item.narrow") == "筛选 · 1"; });
    gui.press(WXK_TAB);
    gui.press(WXK_DOWN);
    gui.press(WXK_TAB);
    gui.press(WXK_TAB);
    gui.wait_for("the last has the focus", [&] { return window.focused("item.filter.spot"); });
    gui.press(WXK_SPACE);
    gui.wait_for("three narrow", [&] { return gui.text_of(window.frame(), "item.narrow") == "筛选 · 3"; });
    BOOST_TEST(window.results().count() < all);
    BOOST_TEST(window.results().count() > 0u);
    for (const auto& row : window.results().rows())
        BOOST_TEST((ui::to_utf8(row.cells[3].text) == "即办件" ||
                    ui::to_utf8(row.cells[3].text).starts_with("一件事")));
    window.both_sizes("search-filtered");

    // Enter goes back to the field; what is typed there is narrowed too, and says so when nothing is left.
    gui.press(WXK_RETURN);
    gui.wait_for("the field has the focus", [&] { return window.focused("item.search"); });
    gui.type("jhdj");
    gui.wait_for("nothing fits", [&] { return window.results().count() == 0; });
    gui.screenshot(window.frame(), "search-filtered-nothing");
    window.look_for("");
    const std::string name = window.first_name();
    gui.press(WXK_RETURN);
    gui.wait_for("the item is shown", [&] { return gui.shown(window.frame(), "item.name"); });
    BOOST_TEST(gui.text_of(window.frame(), "item.name") == name);

    // The next search begins without it.
    window.look_for("");
    BOOST_TEST(gui.text_of(window.frame(), "item.narrow") == "筛选");
    BOOST_TEST(!gui.shown(window.frame(), "item.filter"));
    BOOST_TEST(gui.clicks() == 0);
}

BOOST_AUTO_TEST_CASE(a_star_is_pressed_with_the_mouse_without_choosing_the_row) {
    Window window;
    auto& gui = window.gui;
    window.look_at(*window.here);
    window.look_for("");
    gui.press(WXK_DOWN);
    gui.settle();
    const wxWindow* list = gui.find(window.frame(), "item.results");
    const std::string name = window.first_name();
    gui.click_at(list->GetScreenPosition() + wxPoint(10, 17));
    gui.wait_for("it has a star", [&] { return window.first_is_starred(); });
    BOOST_TEST(window.first_name() == name);
    BOOST_TEST(gui.shown(window.frame(), "item.results"));
}

BOOST_AUTO_TEST_SUITE_END()
