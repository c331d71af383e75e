#pragma once
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/case_event.h"
#include "core/domain/case_state.h"

namespace yc::client::desk {

struct Desk;

/// What one person does to one case at one moment: its new events, each judged by the table before the next
/// is made. Nothing is kept until commit(): an act is written whole or not at all.
class Act {
  public:
    /// On a case that exists, or on a new one with `state.id` empty.
    Act(Desk& desk, domain::CaseState state);

    /// Errors: the table's (case.*).
    base::Result<void> add(domain::EventKind kind, domain::EventBody body = {});
    /// The case after what was added.
    [[nodiscard]] const domain::CaseState& state() const { return state_; }
    [[nodiscard]] const std::vector<domain::CaseEvent>& events() const { return events_; }

    /// Writes the events of all acts durably, in order, and starts sending. `finished_draft` goes with them.
    /// Errors: the store's; then nothing is written.
    static base::Result<void> commit(Desk& desk, std::span<const Act> acts,
                                     const std::string& finished_draft = {});
    base::Result<void> commit() { return commit(*desk_, {this, 1}); }

  private:
    Desk* desk_;
    domain::CaseState state_;
    std::vector<domain::CaseEvent> events_;
    base::Instant at_;
};

/// The case as this computer has it. Errors: case.unknown, the store's.
[[nodiscard]] base::Result<domain::CaseState> load_case(Desk& desk, const std::string& case_id);

/// The next case number of this counter; used up even when the act is not written. Errors: desk.no_counter
/// when the user sits at none, the store's.
[[nodiscard]] base::Result<std::string> next_case_number(Desk& desk);

/// 文号: 机关简称 + 性质 + 〔年份〕 + 顺序号, per organ, kind and year. `kind` is a word like "受". This
/// computer's device mark keeps numbers of different computers apart. Errors: the store's.
[[nodiscard]] base::Result<std::string> next_notice_number(Desk& desk, const std::string& department,
                                                           const std::string& kind);

/// A random code for the citizen's page behind the QR: 10 characters without look-alikes.
[[nodiscard]] std::string make_query_code();

}  // namespace yc::client::desk
