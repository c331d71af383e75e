#pragma once
#include <optional>
#include <string>
#include <vector>

#include "client/desk/case_list.h"
#include "client/desk/intake_views.h"
#include "core/domain/case_state.h"

namespace yc::client::desk {

struct Desk;

/// One line of a case's history in words.
struct TimelineEntry {
    base::Instant at{};
    Text text;           ///< "张丽 收件，出具收件凭证"
    std::string detail;  ///< opinion, reason; may be empty
    Whereabouts whereabouts = Whereabouts::at_the_hub;
};

/// A limit of the case and why it ends when it ends (为何这天到期).
struct ClockView {
    Text name;  ///< 承诺时限 / 法定时限 / 受理决定期限 …
    base::Instant due{};
    int working_days_left = 0;
    bool running = false;
    bool paused = false;
    bool met = false;
    bool provisional = false;  ///< beyond the last published calendar
    Text text;
    Tone tone = Tone::plain;
    std::vector<Text> explanation;  ///< day by day
};

struct CaseField {
    std::string id;
    std::string label;
    std::string value;
    std::string dossier_value;     ///< differs from `value` when the dossier says otherwise; else empty
    std::string submitted_before;  ///< value before the last supplement, when it differs; else empty
};

/// A case of the same 一件事, as far as this place sees it.
struct PackageMemberView {
    std::string case_id;  ///< empty = this place does not have the case
    std::string case_no;
    std::string item_name;
    std::string department_name;
    bool lead = false;   ///< handled by the lead department
    bool shown = false;  ///< the case that is shown
    Text state;          ///< where it stands
    Tone tone = Tone::plain;
};

/// 属于一件事：退休一件事（牵头部门 …）.
struct PackageView {
    Text title;
    std::vector<PackageMemberView> members;  ///< in the order of handling
};

/// Everything a window shows of one case.
struct CaseView {
    CaseRow row;
    domain::CaseState state;
    std::optional<PackageView> package;  ///< nothing = a case by itself
    std::vector<CaseField> form;
    std::vector<MaterialRow> materials;
    std::vector<TimelineEntry> timeline;
    std::vector<ClockView> clocks;
    Text no_receipt;  ///< why its 收件凭证 cannot be printed again; empty = it can
};

/// Errors: case.unknown, the store's.
[[nodiscard]] base::Result<CaseView> read_case(Desk& desk, const std::string& case_id);

}  // namespace yc::client::desk
