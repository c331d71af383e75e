#pragma once
#include <string>
#include <vector>

#include "client/desk/intake_draft.h"
#include "client/desk/intake_views.h"
#include "core/domain/item.h"

namespace yc::client::desk {

/// One errand as the rules of the page see it.
struct ErrandFacts {
    const domain::ServiceItem* item = nullptr;
    std::vector<FieldView> fields;  ///< with every problem, left or not
    std::vector<MaterialRow> materials;
};

/// What the action bar is decided from.
struct IntakeFacts {
    bool empty = true;  ///< nothing typed yet
    NumberView number;
    NumberView agent_number;
    bool has_agent = false;  ///< one was entered, or an item's question was answered so
    std::string agent_name;
    std::vector<PartyFieldView> party;
    std::vector<ErrandFacts> errands;
    bool may_receive = true;  ///< the role: clerk or chief representative
    bool authority = true;    ///< a delegated authority that has not run out
    bool online = true;       ///< the hub answers (items limited in number are accepted online only)
};

/// Pure: the fields of the applicant's column with their problems.
[[nodiscard]] std::vector<PartyFieldView> party_views(const IntakeDraft& draft, bool show_problems);

/// Pure: everything that stands in the way of receiving (papers that may follow are not in it).
[[nodiscard]] std::vector<Problem> obstacles(const IntakeFacts& facts);

/// What the sentence of the action bar names, by short names in the language in force.
struct MissingNames {
    std::vector<std::string> inputs;  ///< empty though required: each carries a star on the page
    std::vector<std::string> wrong;   ///< filled in, but not acceptable
    std::vector<std::string> papers;
    bool item = false;  ///< no item is chosen yet
};
[[nodiscard]] MissingNames missing_names(const IntakeFacts& facts);

/// Pure: names of the papers that are missing, each once, over all errands.
[[nodiscard]] std::vector<std::string> missing_papers(const IntakeFacts& facts);

/// Pure: all of it for the list behind the sentence, and the sentence itself: "还缺：甲、乙、丙等 7 项". It
/// names at most `at_most` of each kind. An untouched page is told where to begin.
[[nodiscard]] std::vector<Problem> missing_list(const IntakeFacts& facts);
[[nodiscard]] Text missing_sentence(const IntakeFacts& facts, size_t at_most = 3);

/// Pure: the action bar, in its order; exactly one action is primary.
[[nodiscard]] std::vector<IntakeActionView> actions_for(const IntakeFacts& facts);

/// Names joined as the sentence's list: "甲、乙", or "甲、乙等 5 项" when there are more than `at_most`.
[[nodiscard]] std::string join_names(const std::vector<std::string>& names, size_t at_most = 3);

/// Pure: the question who stands at the counter is answered by whether there is an agent (代办人), and
/// the questions that hang on it are settled. Nothing for an item that does not ask.
void answer_for_agent(Errand& errand, const domain::ServiceItem& item, bool has_agent);
/// Pure: is this the question that the agent answers?
[[nodiscard]] bool is_agent_question(const domain::Question& question);
/// Pure: an answer says that somebody acts for the applicant.
[[nodiscard]] bool agent_answered(const Errand& errand);

}  // namespace yc::client::desk
