#pragma once
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "client/desk/case_view.h"
#include "core/domain/case_event.h"

namespace yc::client::desk {

enum class ReviewFilter { all, due_today, prewarned, overdue, back_from_supplement, mine };

struct ReviewCount {
    ReviewFilter filter = ReviewFilter::all;
    Text label;
    int count = 0;
};

/// An action the table has for this case and these roles.
struct ReviewActionView {
    domain::EventKind kind = domain::EventKind::start_review;
    Text label;
    std::string key;  ///< key of the decision panel, "A", "G"…; may be empty
    bool enabled = false;
    bool primary = false;
    bool wants_confirmation = false;  ///< refusals
    bool wants_reason = false;        ///< input.reason is required
    bool wants_materials = false;     ///< input.materials is required (supplement)
    bool wants_officers = false;      ///< two names of a site check
    bool wants_right_organ = false;
    Text why_not;
};

struct ReviewInput {
    std::string opinion;  ///< empty = the usual one of the action
    std::string reason;
    std::vector<std::string> materials;
    std::vector<std::string> officers;
    std::string right_organ;
    std::string licence_no;  ///< issue out; empty = numbered here
};

struct ReviewOutcome {
    Text done;
    std::vector<PrintedDocument> documents;
    Whereabouts whereabouts = Whereabouts::on_this_computer;
};

/// The back office: work list of the department, one case with its papers, the decision. UI thread.
class Review {
  public:
    explicit Review(Desk& desk) : desk_(desk) {}
    /// Deadline first. `search` as in CaseQuery. Reads the local store only.
    [[nodiscard]] base::Result<std::vector<CaseRow>> rows(ReviewFilter filter,
                                                          const std::string& search = {}) const;
    [[nodiscard]] base::Result<std::vector<ReviewCount>> counts() const;
    /// The case as it is here. The first time in a session the applicant's dossier is looked up too (purpose
    /// "review"), in the background: when it came, Change::cases is told and the differences are in the next
    /// answer. Errors: case.unknown.
    [[nodiscard]] base::Result<CaseView> open(const std::string& case_id) const;
    /// What may be done now; the allowed ones first, exactly one primary unless none is allowed.
    [[nodiscard]] std::vector<ReviewActionView> actions(const domain::CaseState& state) const;
    /// Canned opinions for an action.
    [[nodiscard]] std::vector<Text> opinions(domain::EventKind kind) const;
    /// A page of a case: from the store, or downloaded, checked against its digest and kept. `done` through
    /// Post.
    void page(const std::string& sha256, std::function<void(base::Result<std::string>)> done);
    /// Writes the event durably. Errors: case.* (the table's reason), review.reason_required,
    /// review.materials_required, review.officers_required, review.right_organ_required, the store's.
    base::Result<ReviewOutcome> act(const std::string& case_id, domain::EventKind kind,
                                    const ReviewInput& input = {});

  private:
    Desk& desk_;
    mutable std::set<std::string> looked_up_;  ///< cases whose dossier was asked for in this session
};

}  // namespace yc::client::desk
