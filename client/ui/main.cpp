// yichuang: the counter program.
#include <wx/app.h>
#include <wx/msgdlg.h>
#include <CLI/CLI.hpp>

#include <cstdlib>
#include <fstream>

#include "client/desk/durability.h"
#include "client/desk/place_file.h"
#include "client/ui/application.h"
#include "client/ui/platform/native_style.h"
#include "client/ui/words.h"
#include "core/base/log.h"

namespace {

using namespace yc;

/// The program: parses its options before the toolkit looks at them.
class Application final : public wxApp {
  public:
    explicit Application(client::ui::StartOptions options) : options_(std::move(options)) {}

    bool OnInit() override {
        client::ui::prepare_toolkit(options_.data_dir);
        auto station = client::ui::Station::open(options_, clock_);
        if (!station) {
            base::log(base::LogLevel::error, station.error().code + ": " + station.error().detail);
            wxMessageBox(client::ui::words(station.error()), client::ui::words("ui.product"),
                         wxOK | wxICON_ERROR);
            return false;
        }
        station_ = *std::move(station);
        return true;
    }
    int OnExit() override {
        station_.reset();
        return wxApp::OnExit();
    }

  private:
    client::ui::StartOptions options_;
    base::SystemClock clock_;
    std::unique_ptr<client::ui::Station> station_;
};

}  // namespace

int main(int argc, char** argv) {
    CLI::App command{"yichuang: the counter program of a government service hall"};
    client::ui::StartOptions options{client::desk::default_data_dir(), {}, {}, {}, {}};
    std::string password_file;
    std::string selftest;
    bool demo = false;
    command.add_option("--data", options.data_dir, "data folder");
    command.add_option("--hub", options.hub_url, "address of the hub, e.g. http://127.0.0.1:8470");
    command.add_option("--user", options.user, "sign in as this user");
    command.add_option("--password-file", password_file, "file with the password in its first line")
        ->needs("--user");
    command.add_option("--counter", options.counter, "counter to work at");
    command.add_flag("--demo", demo, "sign in at the sample counter of a hub with the sample district");
    command.add_option("--selftest-writer", selftest)->group("");  // the part that the self-test kills
    CLI11_PARSE(command, argc, argv);
    if (!selftest.empty())
        return client::desk::write_until_killed(selftest, base::SystemClock()).ok() ? 0 : 1;
    if (!password_file.empty()) {
        std::ifstream in(password_file);
        std::getline(in, options.password);
    }
    if (demo) {
        options.user = "clerk1";
        options.password = "yichuang";
        if (options.counter.empty()) options.counter = "qx1";
    }
    std::error_code ignored;
    std::filesystem::create_directories(options.data_dir, ignored);
    base::open_log(base::LogLevel::info, options.data_dir / "yichuang.log");
    client::ui::platform::prepare_process(true);
    wxApp::SetInstance(new Application(options));
    int no_arguments = 1;
    return wxEntry(no_arguments, argv);
}
