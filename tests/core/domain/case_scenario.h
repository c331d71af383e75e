#pragma once
#include <random>
#include <string>
#include <vector>

#include "core/domain/apply.h"
#include "core/domain/work_calendar.h"

namespace yc::tests {

/// People of an invented hall `qx` and department `market`, by what they do.
domain::Actor clerk();
domain::Actor clerk_with_authority(base::Instant until);
domain::Actor handler();
domain::Actor reviewer();
domain::Actor approver();
domain::Actor head();
domain::Actor chief();
domain::Actor supervisor();
domain::Actor archivist();
domain::Actor hub();
domain::Actor applicant();

/// A promised item of `market` with three materials: "id" required, "lease" deferrable, "photo" optional.
domain::ItemTerms promised_item();
domain::ItemTerms immediate_item();

base::Instant moment(const char* text);

/// A body that the guards accept for an event in this state, as somebody careful would fill it in.
domain::EventBody fitting_body(domain::EventKind kind, const domain::CaseState& state, base::Instant at);

/// A case on its way: makes events, applies them and keeps both.
class CaseScenario {
  public:
    explicit CaseScenario(domain::ItemTerms item = promised_item(), domain::Policy policy = {});

    [[nodiscard]] domain::Rules rules() const { return {domain::WorkCalendar::national(), policy}; }
    /// The next event, not applied.
    [[nodiscard]] domain::CaseEvent event(domain::EventKind kind, const domain::Actor& actor);
    /// Applies a careful event; fails the test when it is refused.
    void act(domain::EventKind kind, const domain::Actor& actor);
    void act(const domain::CaseEvent& event);
    /// The code of the refusal, "" when it is accepted (and then nothing is kept).
    [[nodiscard]] std::string refusal(const domain::CaseEvent& event) const;
    [[nodiscard]] std::string refusal(domain::EventKind kind, const domain::Actor& actor);

    void to_received();
    void to_accepted();
    void to_review();
    /// In review, at the approver's step.
    void to_decision();

    domain::Policy policy;
    domain::ItemTerms item;
    domain::CaseState state;
    std::vector<domain::CaseEvent> events;
    base::Instant now = moment("2026-03-02T09:30:00+08:00");
    std::string missing_material;  ///< code of a material registered as missing

  private:
    int made_ = 0;
};

}  // namespace yc::tests
