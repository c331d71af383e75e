#include "cli/signed_in.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "client/desk/place_file.h"
#include "localization/localization.h"

namespace yc::cli {

using localization::tr;

namespace {

base::Result<std::string> password_of(const PlaceOptions& options) {
    std::string password;
    if (!options.password_file.empty()) {
        std::ifstream in(options.password_file);
        if (!std::getline(in, password)) return base::fail("report.no_password", "unreadable file");
        return password;
    }
    if (const char* set = std::getenv("YICHUANG_PASSWORD"); set && *set) return std::string(set);
    if (!std::getline(std::cin, password))
        return base::fail("report.no_password", "nothing on standard input");
    return password;
}

}  // namespace

void add_place_options(CLI::App& command, PlaceOptions& options) {
    command.add_option("--data", options.data, tr("report_command.option.data"));
    command.add_option("--hub", options.hub, tr("report_command.option.hub"));
    command.add_option("--user", options.user, tr("report_command.option.user"))->required();
    command.add_option("--counter", options.counter, tr("report_command.option.counter"));
    command.add_option("--password-file", options.password_file, tr("report_command.option.password_file"));
}

base::Result<std::unique_ptr<SignedIn>> SignedIn::at(const PlaceOptions& options, const base::Clock& clock) {
    YC_TRY(const std::string password, password_of(options));
    std::unique_ptr<SignedIn> place(new SignedIn);
    YC_TRY(place->workplace_,
           client::desk::Workplace::open(
               {.data_dir = options.data.empty() ? client::desk::default_data_dir()
                                                 : std::filesystem::path(options.data),
                .hub_url = options.hub,
                .clock = &clock,
                .post = [&loop = place->loop_](std::function<void()> call) { loop.post(std::move(call)); }}));
    YC_TRY(place->who_, place->workplace_->sign_in_now({options.user, password, options.counter}));
    return place;
}

}  // namespace yc::cli
