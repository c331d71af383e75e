#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace yc::cli {

/// A yichuang-hub of one's own on loopback, as a child process; from the folder this program lies in. Ends
/// with this object.
class HubChild {
  public:
    /// Starts it on a free port and waits until it listens. Errors: journey.no_hub {file},
    /// journey.hub_silent.
    static base::Result<std::unique_ptr<HubChild>> start(std::filesystem::path data);
    ~HubChild();
    HubChild(const HubChild&) = delete;
    HubChild& operator=(const HubChild&) = delete;

    [[nodiscard]] std::string url() const { return "http://" + address_; }
    /// Ends it as a power cut would.
    void kill();
    /// Starts it again on the port it had. Errors as start().
    base::Result<void> restart();

  private:
    explicit HubChild(std::filesystem::path data) : data_(std::move(data)) {}
    base::Result<void> launch();
    void end(int signal);

    std::filesystem::path data_;
    std::string address_ = "127.0.0.1:0";
    int pid_ = -1;
};

/// The folder this program lies in.
[[nodiscard]] std::filesystem::path program_folder();

/// Runs a program of that folder to its end; its exit code, or -1 when it could not be started. Output is
/// dropped.
int run_program(const std::string& name, const std::vector<std::string>& arguments);

}  // namespace yc::cli
