#include "cli/journey_stage.h"

#include <algorithm>

#include "cli/journey_pages.h"
#include "core/base/durable_file.h"

namespace yc::cli {

using Steady = std::chrono::steady_clock;

namespace {

double ms_since(Steady::time_point start) {
    return std::chrono::duration<double, std::milli>(Steady::now() - start).count();
}

}  // namespace

bool JourneyReport::ok() const {
    return !steps.empty() &&
           std::all_of(steps.begin(), steps.end(), [](const JourneyStep& step) { return step.ok; });
}

JourneyStage::JourneyStage(const JourneyOptions& options, const base::Clock& clock)
    : options_(options), clock_(clock) {
    std::error_code ignored;
    for (const char* name : {"work", "client-counter", "client-department", "client-supervisor"})
        std::filesystem::remove_all(options_.out / name, ignored);
    std::filesystem::create_directories(work_folder(), ignored);
}

JourneyStage::~JourneyStage() {
    hub_.reset();
    if (options_.keep_stores) return;
    std::error_code ignored;
    std::filesystem::remove_all(work_folder(), ignored);
    for (const std::filesystem::path& client : clients_) std::filesystem::remove_all(client, ignored);
}

base::Result<void> JourneyStage::step(const std::string& name,
                                      const std::function<base::Result<std::string>()>& work) {
    const auto start = Steady::now();
    const base::Result<std::string> outcome = work();
    JourneyStep done{name, outcome.ok(), ms_since(start), outcome ? *outcome : std::string()};
    if (!outcome) done.detail = outcome.error().code + ": " + outcome.error().detail;
    report_.steps.push_back(done);
    report_.figures["total_ms"] += done.ms;
    if (!outcome) return outcome.error();
    return {};
}

base::Result<void> JourneyStage::check(bool holds, const std::string& what) {
    if (holds) return {};
    return base::fail("journey.check", what, {{"what", what}});
}

base::Result<void> JourneyStage::start_hub() {
    YC_TRY(hub_, HubChild::start(work_folder() / "hub"));
    return {};
}

base::Result<std::unique_ptr<client::desk::Workplace>> JourneyStage::open_client(const std::string& name) {
    const std::filesystem::path folder = options_.out / ("client-" + name);
    clients_.push_back(folder);
    if (options_.keep_stores) report_.stores.push_back(folder.string());
    return client::desk::Workplace::open(
        {.data_dir = folder,
         .hub_url = hub_->url(),
         .clock = &clock_,
         .post = [this](std::function<void()> call) { loop_.post(std::move(call)); }});
}

base::Result<void> JourneyStage::keep(const std::vector<client::desk::PrintedDocument>& documents) {
    for (const client::desk::PrintedDocument& document : documents) {
        YC_CHECK(check(document.pdf.starts_with("%PDF-"), "the paper is a PDF"));
        const std::filesystem::path file = options_.out / document.file_name;
        YC_CHECK(base::write_out(file, document.pdf));
        report_.documents.push_back({document.kind, file.string(), document.pdf.size()});
    }
    return {};
}

}  // namespace yc::cli
