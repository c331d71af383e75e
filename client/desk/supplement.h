#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "client/desk/case_view.h"

namespace yc::client::desk {

struct SupplementOutcome {
    Text done;
    std::vector<PrintedDocument> documents;  ///< 补正材料接收凭证
    Whereabouts whereabouts = Whereabouts::on_this_computer;
};

/// Pure: the papers that the counter may take in for a case now: what a notice asked for, before or in the
/// review, else what is owed after a tolerant acceptance (容缺受理).
[[nodiscard]] std::vector<std::string> awaited_papers(const domain::CaseState& state);

/// Taking in what was asked for or is owed. UI thread.
class Supplement {
  public:
    explicit Supplement(Desk& desk) : desk_(desk) {}
    /// Cases of this hall that wait for a supplement.
    [[nodiscard]] base::Result<std::vector<CaseRow>> rows(const std::string& search = {}) const;
    [[nodiscard]] base::Result<CaseView> open(const std::string& case_id) const;
    /// Inspects and keeps a page; it belongs to the case only with take_in. Errors: capture's, the store's.
    base::Result<PageView> add_page(std::string_view image);
    /// `materials`: code → pages handed in now (empty = on paper only). What a notice asked for comes in at
    /// once, what is owed may come bit by bit. Errors: supplement.not_asked, supplement.incomplete (asked
    /// for and not handed in), case.*, the store's.
    base::Result<SupplementOutcome> take_in(const std::string& case_id,
                                            const std::map<std::string, std::vector<std::string>>& materials);

  private:
    Desk& desk_;
};

}  // namespace yc::client::desk
