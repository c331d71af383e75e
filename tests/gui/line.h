#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "client/ui/application.h"
#include "client/ui/shell/main_frame.h"
#include "core/base/clock.h"
#include "tests/gui/gui_driver.h"
#include "tests/support/hub_process.h"
#include "tests/support/temp_dir.h"

namespace yc::tests {

/// An 18-digit number with its GB 11643 check digit.
std::string citizen_number(const std::string& first17);

/// A real hub with the sample district, and the computers of its people.
struct Line {
    Line();
    /// The program at a computer of the user's own, signed in and in front.
    std::unique_ptr<client::ui::Station> station(const std::string& user, const std::string& counter);
    /// The same at a computer that several people may share.
    std::unique_ptr<client::ui::Station> station_in(const std::string& computer, const std::string& user,
                                                    const std::string& counter);
    /// Brings a window to the front, as a person does by looking at it.
    void look_at(client::ui::Station& station);

    TempDir folder;
    base::SystemClock clock;
    HubProcess hub;
    GuiDriver gui;
};

/// A line with one computer, that of the clerk at the district hall's first counter.
struct AtCounter : Line {
    client::ui::MainFrame& frame() { return here->frame(); }
    /// Screenshots at 1366×768 and, named "-1920", at 1920×1080.
    void both_sizes(const std::string& shot);

    std::unique_ptr<client::ui::Station> here = station("clerk1", "qx1");
};

/// Fills what asks for input, by keys, until the focus leaves the form.
void fill_form(Line& line);
/// F3 and the initials of an item.
void choose_item(Line& line, client::ui::MainFrame& frame, const std::string& initials);
/// A first-time applicant down to the filled form of the item; no paper yet.
void take_down(Line& line, client::ui::MainFrame& frame, const std::string& number, const std::string& name,
               const std::string& item);
/// Scans until nothing stands in the way of accepting.
/// The next dialog is a file dialog: `file` is chosen in it.
void choose_file(Line& line, const std::filesystem::path& file);
void scan_missing(Line& line, client::ui::MainFrame& frame);
/// Presses a finishing key (0 = pressed already) and waits for the receipt and for the hub; the case number.
std::string finish(Line& line, client::ui::MainFrame& frame, int key, const std::string& shot);
/// Takes the step that brings the case on until the case needs nothing more from this person.
void decide(Line& line, const std::string& user, const std::string& case_no, const std::string& shot);

}  // namespace yc::tests
