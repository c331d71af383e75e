#pragma once
#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "cli/message_loop.h"
#include "client/desk/workplace.h"
#include "core/base/clock.h"
#include "core/base/result.h"

namespace yc::cli {

/// Whose workplace a command works at.
struct PlaceOptions {
    std::string data;
    std::string hub;
    std::string user;
    std::string counter;
    std::string password_file;
};

/// --data, --hub, --user, --counter, --password-file. `options` outlives the command.
void add_place_options(CLI::App& command, PlaceOptions& options);

/// A client's workplace with somebody signed in, at the hub or, while it is away, by this computer's store.
class SignedIn {
  public:
    /// The password comes from the file, else $YICHUANG_PASSWORD, else a line of standard input; never from
    /// the command line, which every user of the machine can read. Errors: report.no_password, those of
    /// Workplace.
    static base::Result<std::unique_ptr<SignedIn>> at(const PlaceOptions& options, const base::Clock& clock);

    [[nodiscard]] client::desk::Workplace& workplace() { return *workplace_; }
    [[nodiscard]] const client::desk::Who& who() const { return who_; }
    [[nodiscard]] MessageLoop& loop() { return loop_; }

  private:
    SignedIn() = default;
    MessageLoop loop_;
    std::unique_ptr<client::desk::Workplace> workplace_;
    client::desk::Who who_;
};

}  // namespace yc::cli
