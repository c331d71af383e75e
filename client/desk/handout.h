#pragma once
#include <string>
#include <vector>

#include "client/desk/case_view.h"
#include "core/domain/case_event.h"

namespace yc::client::desk {

/// Who stands at the counter to collect.
struct Collector {
    std::string name;
    std::string number;    ///< identity number, as typed or read
    std::string relation;  ///< in words when neither applicant nor agent; empty = found out by the number
};

struct CollectorCheck {
    bool may_collect = false;
    domain::PartyKey key;
    std::string relation;  ///< "self", "agent", or as given
    std::vector<Problem> problems;
    Text text;  ///< "申请人本人" / "登记的代办人" / "与申请人、代办人均不符：请写明关系并查看授权委托书"
};

/// Pure: may this person collect the result of this case?
[[nodiscard]] CollectorCheck check_collector(const domain::CaseState& state, const Collector& collector,
                                             base::Date today);

struct HandoutInput {
    Collector collector;
    domain::ServiceWay way = domain::ServiceWay::direct;
    std::string place;    ///< empty = the counter
    std::string waybill;  ///< mail only
};

struct HandoutOutcome {
    Text done;
    std::vector<PrintedDocument> documents;  ///< 送达回证
    Whereabouts whereabouts = Whereabouts::on_this_computer;
};

/// Handing out results with proof of service. UI thread; reads the local store only.
class Handout {
  public:
    explicit Handout(Desk& desk) : desk_(desk) {}
    /// Cases of this hall whose result is ready; `search` as in CaseQuery.
    [[nodiscard]] base::Result<std::vector<CaseRow>> rows(const std::string& search = {}) const;
    [[nodiscard]] base::Result<CaseView> open(const std::string& case_id) const;
    [[nodiscard]] CollectorCheck check(const domain::CaseState& state, const Collector& collector) const;
    /// Errors: handout.collector_unclear, handout.waybill_required, case.*, the store's.
    base::Result<HandoutOutcome> hand_out(const std::string& case_id, const HandoutInput& input);

  private:
    Desk& desk_;
};

}  // namespace yc::client::desk
