#pragma once
#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/hub_child.h"
#include "cli/message_loop.h"
#include "client/desk/printed.h"
#include "client/desk/workplace.h"
#include "core/base/clock.h"
#include "core/base/result.h"

namespace yc::cli {

struct JourneyOptions {
    std::filesystem::path out;
    std::string catalogue;  ///< a published list to import beside the sample; may be empty
    bool keep_stores = false;
};

struct JourneyStep {
    std::string name;  ///< text "journey.step.<name>"
    bool ok = false;
    double ms = 0;
    std::string detail;
};

/// What the journey found out, for printing.
struct JourneyReport {
    std::vector<JourneyStep> steps;
    std::map<std::string, double> figures;
    struct Paper {
        std::string kind;
        std::string file;
        size_t bytes = 0;
    };
    std::vector<Paper> documents;
    std::vector<std::string> applicants;  ///< numbers of invented people
    std::vector<std::string> stores;
    [[nodiscard]] bool ok() const;
};

/// The hub, the clients and the notebook of a journey.
class JourneyStage {
  public:
    JourneyStage(const JourneyOptions& options, const base::Clock& clock);
    ~JourneyStage();

    /// Does a step and writes it down with its time; an error ends the journey. What `work` returns is the
    /// detail.
    base::Result<void> step(const std::string& name, const std::function<base::Result<std::string>()>& work);
    /// Errors: journey.check {what} unless `holds`.
    [[nodiscard]] static base::Result<void> check(bool holds, const std::string& what);

    base::Result<void> start_hub();
    [[nodiscard]] HubChild& hub() { return *hub_; }
    /// A client program with a store of its own under `client-<name>`.
    base::Result<std::unique_ptr<client::desk::Workplace>> open_client(const std::string& name);
    base::Result<void> keep(const std::vector<client::desk::PrintedDocument>& documents);

    [[nodiscard]] MessageLoop& loop() { return loop_; }
    [[nodiscard]] const base::Clock& clock() const { return clock_; }
    [[nodiscard]] const JourneyOptions& options() const { return options_; }
    [[nodiscard]] JourneyReport& report() { return report_; }
    [[nodiscard]] std::filesystem::path work_folder() const { return options_.out / "work"; }

  private:
    JourneyOptions options_;
    const base::Clock& clock_;
    MessageLoop loop_;
    JourneyReport report_;
    std::unique_ptr<HubChild> hub_;
    std::vector<std::filesystem::path> clients_;
};

}  // namespace yc::cli
