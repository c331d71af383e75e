#include "client/desk/receipt_again.h"

#include <algorithm>
#include <span>

#include "reports/notices.h"

namespace yc::client::desk {

using domain::CaseEvent;
using domain::EventKind;

namespace {

bool answers(EventKind kind) {
    using enum EventKind;
    return kind == accept || kind == accept_tolerant || kind == decline || kind == not_required ||
           kind == decide_on_spot;
}

/// An act writes its events in a row, by one person at one moment.
bool same_act(const CaseEvent& one, const CaseEvent& other) {
    return one.at == other.at && one.actor.user == other.actor.user && one.device == other.device;
}

}  // namespace

base::Result<Received> received_from(const std::vector<CaseEvent>& events, const domain::Rules& rules) {
    const auto receive = std::find_if(events.begin(), events.end(), [](const CaseEvent& event) {
        return event.kind == EventKind::receive || event.kind == EventKind::pre_pass;
    });
    if (receive == events.end())
        return base::fail("report.not_applicable", "never received",
                          {{"kind", reports::notice_title(reports::NoticeKind::receipt)}});
    auto end = std::next(receive);
    if (end != events.end() && same_act(*receive, *end)) {
        if (answers(end->kind)) return base::fail("case.no_receipt");
        if (end->kind == EventKind::notify_supplement) ++end;
    }
    const auto at_hub =
        std::find_if(events.begin(), end, [](const CaseEvent& event) { return !event.seq.has_value(); });
    YC_TRY(domain::LocalView view,
           domain::replay_with_pending(std::span(events.begin(), at_hub), std::span(at_hub, end), rules));
    return Received{std::move(view.state), receive->actor};
}

}  // namespace yc::client::desk
