#pragma once
#include <vector>

#include "client/desk/intake.h"
#include "client/desk/intake_draft.h"
#include "core/domain/item.h"

namespace yc::client::desk {

/// What an intake's action does to all its errands: events, numbers, papers. `items` stand beside the errands
/// of the draft. Each writes everything durably or nothing. Errors as in Intake.
struct IntakeActions {
    Desk& desk;
    const IntakeDraft& draft;
    std::vector<const domain::ServiceItem*> items;

    base::Result<IntakeOutcome> receive() const;
    base::Result<IntakeOutcome> accept() const;
    base::Result<IntakeOutcome> notify(const NotifyInput& input) const;
    base::Result<IntakeOutcome> decline(const DeclineInput& input) const;
    base::Result<IntakeOutcome> decide_on_spot(const OnSpotInput& input) const;
};

}  // namespace yc::client::desk
