// The counter without its hub, and with a hub that refuses.
#include <wx/dialog.h>

#include <boost/test/unit_test.hpp>

#include "client/desk/case_list.h"
#include "client/desk/outbox.h"
#include "client/ui/words.h"
#include "tests/gui/dialogs.h"
#include "tests/gui/line.h"

using namespace yc;
using namespace yc::client;
using namespace yc::tests;

namespace {

/// Takes in a whole case while the hub is away; its number.
std::string receive_alone(Line& line, ui::Station& here, const std::string& number, const std::string& name) {
    line.look_at(here);
    auto& frame = here.frame();
    take_down(line, frame, number, name, "gljt");
    scan_missing(line, frame);
    line.gui.press(WXK_F9);
    line.gui.wait_for("the receipt stands", [&] { return line.gui.shown(frame, "outcome.number"); });
    BOOST_TEST(line.gui.text_of(frame, "outcome.whereabouts") ==
               localization::tr("desk.where.on_this_computer"));
    BOOST_TEST(line.gui.find(frame, "outcome.paper0")->IsEnabled());
    return line.gui.text_of(frame, "outcome.number");
}

int of_state(ui::Station& here, desk::OutboxState state) {
    auto rows = here.workplace().outbox().rows();
    BOOST_REQUIRE(rows.ok());
    return static_cast<int>(
        std::count_if(rows->begin(), rows->end(), [&](const auto& row) { return row.state == state; }));
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(hub_away_tests, Line)

BOOST_AUTO_TEST_CASE(work_goes_on_without_the_hub_and_arrives_once) {
    auto here = station("clerk1", "qx1");
    auto& frame = here->frame();
    hub.stop();
    const std::string case_no = receive_alone(*this, *here, citizen_number("45010319410101001"), "莫示例");
    gui.screenshot(frame, "receipt-hub-away");
    gui.click(gui.find(frame, "connection"));
    gui.wait_for("the outbox is shown", [&] { return gui.shown(frame, "page.outbox"); });
    const int waiting = of_state(*here, desk::OutboxState::waiting);
    BOOST_TEST(waiting > 0);
    gui.screenshot(frame, "outbox-hub-away");
    hub.start();
    gui.press(WXK_F5);
    gui.wait_for("everything is at the hub", [&] { return here->workplace().connection().pending == 0; });
    BOOST_TEST(of_state(*here, desk::OutboxState::sent) >= waiting);
    gui.settle();
    gui.screenshot(frame, "outbox-hub-back");
    auto other = station("clerk2", "qx2");
    gui.wait_for("colleagues see it once", [&] {
        auto rows = other->workplace().case_list().rows({.mine = false, .search = case_no});
        return rows && rows->size() == 1;
    });
}

BOOST_AUTO_TEST_CASE(what_waits_is_carried_to_the_hub_by_hand) {
    auto here = station("clerk1", "qx1");
    auto& frame = here->frame();
    hub.stop();
    const std::string case_no = receive_alone(*this, *here, citizen_number("45010319410606002"), "韦示例");
    frame.go_to("outbox");
    gui.wait_for("the outbox is shown", [&] { return gui.shown(frame, "outbox.pack"); });
    const auto parcel = folder / "a.ycparcel", receipts = folder / "a.ycreceipt";
    const auto told = [&] { return ui::to_utf8(frame.message_bar()->text()); };
    const auto press = [&](const char* button, const std::filesystem::path& file) {
        choose_file(*this, file);
        gui.click(gui.find(frame, button));
    };
    press("outbox.pack", parcel);
    gui.wait_for("it is packed", [&] { return told().find("已装入数据包") != std::string::npos; });
    BOOST_TEST(std::filesystem::file_size(parcel) > 1000u);
    gui.screenshot(frame, "outbox-packed");
    press("outbox.deliver", parcel);
    gui.wait_for("the hub cannot be reached from here either",
                 [&] { return told() == localization::tr("error.hub.unreachable"); });

    hub.start();
    auto elsewhere = station("clerk2", "qx2");
    look_at(*elsewhere);
    auto& other = elsewhere->frame();
    other.go_to("outbox");
    choose_file(*this, parcel);
    gui.click(gui.find(other, "outbox.deliver"));
    gui.wait_for("it is delivered", [&] { return std::filesystem::exists(receipts); });
    gui.wait_for("it is said", [&] {
        return ui::to_utf8(other.message_bar()->text()).find("a.ycreceipt") != std::string::npos;
    });
    gui.wait_for("the hall sees the case", [&] {
        auto rows = elsewhere->workplace().case_list().rows({.mine = false, .search = case_no});
        return rows && rows->size() == 1;
    });
    look_at(*here);
    press("outbox.take_receipts", receipts);
    gui.wait_for("it is taken back", [&] { return told().find("回执已收") != std::string::npos; });
    gui.wait_for("nothing waits", [&] { return here->workplace().connection().pending == 0; });
    gui.screenshot(frame, "outbox-receipt-taken");
}

BOOST_AUTO_TEST_CASE(a_refused_event_says_why_and_can_be_sent_again_or_given_up) {
    // A counter whose computer was replaced while the old one was still without the hub: one number, two
    // cases.
    auto old_computer = station("clerk1", "qx1");
    auto new_computer = station("clerk2", "qx1");
    hub.stop();
    const std::string number =
        receive_alone(*this, *old_computer, citizen_number("45010319410202003"), "陆示例");
    BOOST_TEST(receive_alone(*this, *new_computer, citizen_number("45010319410303005"), "农示例") == number);
    old_computer.reset();
    hub.start();
    look_at(*new_computer);
    new_computer->workplace().sync_now();
    gui.wait_for("the new one is at the hub",
                 [&] { return new_computer->workplace().connection().pending == 0; });
    new_computer.reset();
    old_computer = station("clerk1", "qx1");
    auto& window = old_computer->frame();
    gui.wait_for("the hub refuses", [&] { return old_computer->workplace().connection().refused > 0; });
    window.go_to("outbox");
    gui.wait_for("it stands first", [&] { return of_state(*old_computer, desk::OutboxState::refused) == 1; });
    gui.press(WXK_HOME);
    gui.wait_for("what can be done is offered", [&] { return gui.shown(window, "outbox.give_up"); });
    gui.screenshot(window, "outbox-refused");
    BOOST_TEST(!gui.text_of(window, "outbox.about").empty());
    bool on_its_way = false;
    const auto watch = old_computer->workplace().observe([&](desk::Change change) {
        if (change == desk::Change::outbox)
            on_its_way |= of_state(*old_computer, desk::OutboxState::refused) == 0;
    });
    gui.click(gui.find(window, "outbox.again"));
    gui.wait_for("it is on its way again", [&] { return on_its_way; });
    gui.wait_for("the hub refuses again",
                 [&] { return of_state(*old_computer, desk::OutboxState::refused) == 1; });
    gui.settle();
    gui.press(WXK_HOME);
    gui.wait_for("it is offered again", [&] { return gui.shown(window, "outbox.give_up"); });
    Dialogs::get().expect_answer(wxID_YES);
    gui.click(gui.find(window, "outbox.give_up"));
    gui.wait_for("it is given up", [&] { return of_state(*old_computer, desk::OutboxState::refused) == 0; });
    BOOST_TEST(of_state(*old_computer, desk::OutboxState::given_up) == 3);  // and what rested on it
    BOOST_TEST(old_computer->workplace().connection().pending == 0);
    gui.settle();
    gui.screenshot(window, "outbox-given-up");
}

BOOST_AUTO_TEST_SUITE_END()
