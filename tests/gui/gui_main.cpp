// The main of the GUI tests: Boost.Test inside the running application's loop, so that windows live as they
// do in the program. Unexpected dialogs and toolkit asserts fail the test. Without a display the program
// starts a virtual one for itself.
#define BOOST_TEST_ALTERNATIVE_INIT_API
#define BOOST_TEST_NO_MAIN
#include <unistd.h>
#include <wx/app.h>
#include <wx/log.h>

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "client/ui/application.h"
#include "client/ui/platform/native_style.h"
#include "tests/gui/dialogs.h"
#include "tests/support/temp_dir.h"

namespace {

bool init_tests() {
    return true;
}

class TestApplication final : public wxApp {
  public:
    TestApplication(int count, char** arguments) : count_(count), arguments_(arguments) {}
    bool OnInit() override {
        yc::client::ui::prepare_toolkit(data_.path());
        SetExitOnFrameDelete(false);
        wxSetAssertHandler([](const wxString& file, int line, const wxString&, const wxString& condition,
                              const wxString& message) {
            BOOST_ERROR("toolkit assert: " +
                        (file + wxString::Format(":%d ", line) + condition + " " + message).utf8_string());
        });
        CallAfter([this] {
            yc::tests::Dialogs::get().Register();
            result_ = boost::unit_test::unit_test_main(&init_tests, count_, arguments_);
            yc::tests::Dialogs::get().Unregister();
            ExitMainLoop();
        });
        return true;
    }
    int OnRun() override {
        wxApp::OnRun();
        return result_;
    }

  private:
    int count_;
    char** arguments_;
    int result_ = 1;
    yc::tests::TempDir data_;
};

/// Runs this program again under a virtual screen of the usual counter size or larger.
void ensure_display(char** argv) {
    if (std::getenv("YICHUANG_GUI_DISPLAY") != nullptr) return;
    setenv("YICHUANG_GUI_DISPLAY", "own", 1);
    setenv("GDK_BACKEND", "x11", 1);
    setenv("NO_AT_BRIDGE", "1", 1);
    setenv("GTK_THEME", "Adwaita", 0);
    std::vector<char*> command;
    for (const char* word : {"xvfb-run", "-a", "-s", "-screen 0 1920x1080x24"})
        command.push_back(const_cast<char*>(word));
    for (char** argument = argv; *argument != nullptr; ++argument) command.push_back(*argument);
    command.push_back(nullptr);
    execvp(command[0], command.data());
    std::perror("xvfb-run");
    std::exit(2);
}

}  // namespace

int main(int argc, char** argv) {
    ensure_display(argv);
    yc::client::ui::platform::prepare_process(true);
    wxApp::SetInstance(new TestApplication(argc, argv));
    int no_arguments = 1;
    return wxEntry(no_arguments, argv);
}
