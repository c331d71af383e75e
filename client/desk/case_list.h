#pragma once
#include <optional>
#include <string>
#include <vector>

#include "client/desk/printed.h"
#include "client/desk/text.h"
#include "core/base/result.h"
#include "core/domain/case_state.h"

namespace yc::client::desk {

struct Desk;

/// A line of any list of cases.
struct CaseRow {
    std::string case_id;
    std::string case_no;
    std::string item_name;
    std::string applicant_name;
    std::string department_name;
    std::string package_name;  ///< of the 一件事 it was taken in with; empty = by itself
    domain::LifeCycle life = domain::LifeCycle::none;
    Text state;  ///< 已收件 / 待补正 / 审查中 …
    Tone state_tone = Tone::plain;
    std::optional<base::Instant> received_at;
    std::optional<base::Instant> due;  ///< of the clock that runs now
    int working_days_left = 0;         ///< negative = overdue
    Text due_text;  ///< "剩 3 个工作日" / "超期 1 个工作日" / "今日到期" / "计时暂停"; may be empty
    Tone due_tone = Tone::plain;
    Whereabouts whereabouts = Whereabouts::at_the_hub;
    bool pages_pending = false;  ///< pages not yet at the hub
};

enum class CaseFilter { today, open, supplement, ready, closed, all };

struct CaseQuery {
    CaseFilter filter = CaseFilter::open;
    bool mine = true;  ///< taken in by me, else of my hall
    std::string
        search;  ///< case number or its end, name, whole ID number, phone; ignores `filter` and `mine`
    size_t limit = 200;
};

struct ParkedRow {
    std::string draft_id;
    std::string applicant_name;  ///< may be empty
    std::string item_names;      ///< joined; may be empty
    base::Instant saved_at{};
    int pages = 0;
    bool parked = false;  ///< false = the draft of an intake that was interrupted (power cut)
};

/// My cases, the cases of the hall, the tray of parked work, the search box. UI thread; reads the local store
/// only.
class CaseList {
  public:
    explicit CaseList(Desk& desk) : desk_(desk) {}
    [[nodiscard]] base::Result<std::vector<CaseRow>> rows(const CaseQuery& query) const;
    [[nodiscard]] base::Result<std::vector<ParkedRow>> parked() const;
    /// The case's own 收件凭证 once more (补打), as the case stood when it was received. Errors:
    /// case.unknown, those of received_from, the store's.
    [[nodiscard]] base::Result<PrintedDocument> receipt(const std::string& case_id) const;

  private:
    Desk& desk_;
};

}  // namespace yc::client::desk
