#include "client/desk/review_rules.h"

#include <algorithm>

#include "core/domain/flow.h"

namespace yc::client::desk {

using domain::EventKind;
using domain::LifeCycle;

namespace {

/// An action of the decision panel, in the order it is shown; the first allowed one is primary if it takes
/// the case forward.
struct Known {
    EventKind kind;
    const char* key;
    bool confirmation, reason, materials, officers, right_organ;
    [[nodiscard]] bool forward() const { return !reason && !materials && !confirmation; }
};
constexpr Known known_actions[] = {
    {EventKind::accept, "A", false, false, false, false, false},
    {EventKind::start_review, "S", false, false, false, false, false},
    {EventKind::submit_to_review, "U", false, false, false, true, false},
    {EventKind::approve_step, "P", false, false, false, false, false},
    {EventKind::decide_grant, "G", false, false, false, true, false},
    {EventKind::issue_out, "O", false, false, false, false, false},
    {EventKind::return_step, "R", false, true, false, false, false},
    {EventKind::notify_supplement, "N", false, false, true, false, false},
    {EventKind::notify_in_review, "M", false, true, true, false, false},
    {EventKind::in_review_supplied, "I", false, false, false, false, false},
    {EventKind::decide_refuse, "F", true, true, false, true, false},
    {EventKind::decline, "D", true, true, false, false, true},
    {EventKind::not_required, "Q", true, true, false, false, false},
};

ReviewActionView view_of(const Known& known, const domain::CaseState& state) {
    ReviewActionView view;
    view.kind = known.kind;
    view.label = {"desk.review." + std::string(base::to_name(known.kind)), {}};
    view.key = known.key;
    view.wants_confirmation = known.confirmation;
    view.wants_reason = known.reason;
    view.wants_materials = known.materials;
    view.wants_officers = known.officers && state.registration.item.site_check && state.officers.size() < 2;
    view.wants_right_organ = known.right_organ;
    return view;
}

/// Whether an action that is not allowed is worth showing greyed: it belongs to the next usual step.
bool is_usual(EventKind kind, LifeCycle life) {
    switch (life) {
        case LifeCycle::received:
            return kind == EventKind::accept;
        case LifeCycle::accepted:
            return kind == EventKind::start_review;
        case LifeCycle::in_review:
            return kind == EventKind::submit_to_review || kind == EventKind::approve_step ||
                   kind == EventKind::decide_grant;
        case LifeCycle::decided:
            return kind == EventKind::issue_out;
        default:
            return false;
    }
}

Text why_not(const domain::CaseState& state, bool offline) {
    if (offline) return {"desk.why_not.offline", {}};
    if (state.life == LifeCycle::in_review)
        return {"desk.why_not.step", {{"step", domain::flow_place(state).current().name}}};
    return {"desk.why_not.not_yours", {}};
}

}  // namespace

std::vector<ReviewActionView> review_actions(const domain::CaseState& state, const domain::Actor& actor,
                                             bool offline, base::Instant now, const domain::Rules& rules) {
    const std::vector<EventKind> allowed = domain::allowed_events(state, actor, offline, now, rules);
    std::vector<ReviewActionView> views, closed;
    for (const Known& known : known_actions) {
        ReviewActionView view = view_of(known, state);
        if (std::find(allowed.begin(), allowed.end(), known.kind) != allowed.end()) {
            view.enabled = true;
            view.primary = views.empty() && known.forward();
            views.push_back(std::move(view));
        } else if (is_usual(known.kind, state.life)) {
            view.why_not = why_not(state, offline);
            closed.push_back(std::move(view));
        }
    }
    views.insert(views.end(), closed.begin(), closed.end());
    return views;
}

std::vector<Text> canned_opinions(EventKind kind) {
    const std::string name(base::to_name(kind));
    switch (kind) {
        case EventKind::submit_to_review:
        case EventKind::approve_step:
        case EventKind::return_step:
        case EventKind::decide_grant:
        case EventKind::decide_refuse:
        case EventKind::start_review:
            return {{"desk.opinion." + name + ".1", {}}, {"desk.opinion." + name + ".2", {}}};
        default:
            return {};
    }
}

const std::vector<LifeCycle>& back_office_states() {
    static const std::vector<LifeCycle> states{LifeCycle::received,    LifeCycle::accepted,
                                               LifeCycle::in_review,   LifeCycle::special,
                                               LifeCycle::ext_pending, LifeCycle::supplement_in_review,
                                               LifeCycle::decided};
    return states;
}

bool in_filter(const store::CaseRow& kept, const CaseRow& row, ReviewFilter filter, const std::string& user,
               base::Date today) {
    switch (filter) {
        case ReviewFilter::all:
            return true;
        case ReviewFilter::due_today:
            return row.due && base::date_of(*row.due) == today;
        case ReviewFilter::prewarned:
            return row.due_tone == Tone::warn;
        case ReviewFilter::overdue:
            return row.due_tone == Tone::bad;
        case ReviewFilter::back_from_supplement:
            return kept.registered_at && kept.received_at && *kept.registered_at != *kept.received_at;
        case ReviewFilter::mine:
            return kept.handler == user;
    }
    return false;
}

}  // namespace yc::client::desk
