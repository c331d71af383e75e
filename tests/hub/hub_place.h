#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/domain/work_calendar.h"
#include "core/wire/feed_json.h"
#include "hub/api/api.h"
#include "tests/core/domain/case_scenario.h"
#include "tests/support/temp_dir.h"

namespace yc::tests {

/// A hub's store on the disk with the people of case_scenario.h (password "right"), hall `qx` with counter
/// `qx-1`, hall `xz` with `xz-1`, departments `market` and `health`; the clock stands where a CaseScenario
/// begins.
class HubPlace {
  public:
    HubPlace();

    /// A session's token. `counter` may be empty.
    std::string sign_in(const std::string& user, const std::string& device = "device-1",
                        const std::string& counter = {});
    hub::api::Response ask(const std::string& method, const std::string& target,
                           const std::string& token = {}, const std::string& body = {},
                           const std::map<std::string, std::string>& headers = {});
    /// Asks and reads the JSON of the answer.
    nlohmann::json json(const std::string& method, const std::string& target, const std::string& token,
                        const std::string& body = {});
    std::vector<wire::PushResult> push(const std::string& token,
                                       const std::vector<domain::CaseEvent>& events);
    wire::ChangesPage changes(const std::string& token, int64_t after = 0);
    /// Uploads a page at once; its name.
    std::string upload(const std::string& token, const std::string& bytes);
    /// The code of a refusal, "" when it was none.
    static std::string code_of(const hub::api::Response& response);

    /// Closes and opens the store again, as a restart does.
    void reopen();
    void put_user(const domain::Actor& actor);

    TempDir folder;
    base::ManualClock clock{moment("2026-03-02T09:30:00+08:00")};
    domain::Policy policy;
    domain::Rules rules{domain::WorkCalendar::national(), policy};
    std::unique_ptr<hub::store::HubStore> store;
    std::unique_ptr<hub::api::Api> api;
};

/// The events of one case as a client would send them: with UUIDs and the actor's device.
class CaseOfDevices {
  public:
    explicit CaseOfDevices(HubPlace& place, domain::ItemTerms item = promised_item());
    /// The next careful event; it counts as done.
    domain::CaseEvent next(domain::EventKind kind, const domain::Actor& actor,
                           const std::string& device = "device-1");
    CaseScenario scenario;
    std::string id;
    std::string number = "45010320260302001000017";

  private:
    HubPlace& place_;
    int64_t device_seq_ = 0;
};

}  // namespace yc::tests
