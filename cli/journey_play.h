#pragma once
#include <memory>
#include <string>
#include <vector>

#include "cli/journey_people.h"
#include "cli/journey_stage.h"
#include "client/desk/intake.h"
#include "client/desk/workplace.h"
#include "core/base/result.h"
#include "core/domain/case_event.h"

namespace yc::cli {

/// Plays the whole line on a stage: a clerk and a department at two clients, a supervisor at a third, one
/// hub.
class JourneyPlay {
  public:
    explicit JourneyPlay(JourneyStage& stage) : stage_(stage) {}
    /// Ends with the first step that fails; the stage's report says which.
    base::Result<void> run();

  private:
    using Outcome = base::Result<std::string>;
    using Intake = client::desk::Intake;

    // journey_play.cpp: the line itself
    base::Result<void> open_house();
    Outcome import_catalogue();
    Outcome sign_in_counter();
    Outcome search_items();
    Outcome first_intake();
    /// Waits until the case is in the department's work list, asking when the client is told of a change.
    bool department_sees(const std::string& case_id);
    Outcome seen_by_department();
    Outcome open_pages();
    Outcome decide();
    Outcome hand_out_result();
    // journey_more.cpp: what else a counter meets
    Outcome on_the_spot();
    Outcome incomplete_receipt();
    Outcome notice_and_supplement();
    Outcome hub_stops();
    Outcome hub_returns();
    Outcome returning_applicant();
    Outcome arrived_once();
    Outcome daily_report();

    // journey_tools.cpp
    base::Result<client::desk::Who> sign_in(client::desk::Workplace& at, const std::string& user,
                                            const std::string& counter = {});
    /// An intake of this person for this item, filled in, all papers scanned but those in `without`.
    base::Result<std::unique_ptr<Intake>> prepared(const InventedPerson& person, const std::string& item,
                                                   const std::vector<std::string>& without = {});
    base::Result<void> read_number(Intake& intake, const std::string& number);
    base::Result<void> scan_missing(Intake& intake, const std::vector<std::string>& without);
    base::Result<void> act(domain::EventKind kind);
    base::Result<void> deliver(const std::string& case_id, const InventedPerson& person);
    base::Result<void> take(const base::Result<client::desk::IntakeOutcome>& outcome);
    base::Result<void> all_sent(client::desk::Workplace& at);

    JourneyStage& stage_;
    std::unique_ptr<client::desk::Workplace> counter_;
    std::unique_ptr<client::desk::Workplace> department_;
    std::unique_ptr<client::desk::Workplace> supervisor_;
    InventedPerson elder_ = invent_person(base::make_date(1941, 5, 2), 991, "梁示例");
    InventedPerson parent_ = invent_person(base::make_date(1988, 8, 18), 992, "古丽·示例");
    InventedPerson neighbour_ = invent_person(base::make_date(1979, 2, 28), 993, "𠮷示例");
    InventedPerson late_ = invent_person(base::make_date(1966, 11, 30), 994, "欧阳示例");
    std::string case_id_;  ///< of the elder's first case
    std::vector<std::string> case_numbers_;
    std::vector<std::string> case_ids_;
    unsigned page_seed_ = 1;
};

}  // namespace yc::cli
