#pragma once
#include <memory>
#include <string>

#include "client/desk/desk.h"
#include "client/desk/dossier_lookup.h"
#include "client/desk/forms_now.h"
#include "client/desk/intake.h"
#include "client/desk/intake_actions.h"
#include "client/desk/intake_draft.h"
#include "client/desk/intake_items.h"
#include "client/desk/intake_package.h"
#include "client/desk/intake_rules.h"
#include "core/domain/dossier.h"

namespace yc::client::desk {

/// What an Intake keeps between calls; used by intake.cpp, intake_guide.cpp, intake_pages.cpp and
/// intake_state.cpp only.
struct Intake::Impl {
    explicit Impl(Desk& shared);

    Desk& desk;
    IntakeDraft draft;
    NumberView number;
    NumberView agent_number;
    domain::Dossier dossier;  ///< empty until one was found
    DossierSummary summary;
    bool show_all = false;  ///< an action was tried: every problem is shown
    bool dirty = false;
    Observers<IntakeChange> observers;
    std::shared_ptr<int> lookup =
        std::make_shared<int>(0);  ///< the last question's number; answers to others are old
    Subscription online_again;
    mutable FormsNow forms_now;

    [[nodiscard]] Errand* errand();
    /// Item of the shown errand; null while none is chosen or the catalogue no longer has it.
    [[nodiscard]] const domain::ServiceItem* item() const;
    [[nodiscard]] const domain::ServiceItem* item_of(const Errand& errand) const;
    /// The errands' forms as they stand.
    [[nodiscard]] FormsNow& forms() const;
    [[nodiscard]] const domain::ItemPackage* package() const;
    /// Makes the errands those of the package with its answers. Errors: of errands_of_package, of check_item.
    base::Result<void> take_package(const domain::ItemPackage& package, domain::Circumstances answers);
    [[nodiscard]] std::vector<QuestionView> package_questions() const;
    base::Result<void> answer_package(const std::string& question, const std::string& answer);
    void start(Errand& errand, const domain::ServiceItem& item);

    [[nodiscard]] PartyKind party_kind() const;
    [[nodiscard]] IntakeFacts facts() const;

    [[nodiscard]] bool agent_expected() const;
    void answer_agent_question(bool has_agent);

    /// Marks the draft as changed and tells it.
    void changed(IntakeChange what);
    /// Marks the draft as changed: what the applicant's column and one errand say reaches the others.
    void settle();
    /// Numbers and dossier from the draft, after it was replaced.
    void reread();
    void fill_from_applicant();
    void forget_dossier();
    void look_up();
    void take_answer(DossierAnswer answer);
    base::Result<void> save();
    /// Fetches a page of the dossier in the background, so that it can be looked at.
    void bring_here(const std::string& page);
    template <class Do>
    void each_same_paper(const std::string& code, Do work);

    template <class Do>
    base::Result<IntakeOutcome> act(IntakeAction action, Do work) {
        YC_CHECK(may(action));
        std::vector<const domain::ServiceItem*> items;
        for (const Errand& each : draft.errands) items.push_back(item_of(each));
        YC_TRY(IntakeOutcome outcome, work(IntakeActions{desk, draft, std::move(items)}));
        desk.at_hand.taken(package_taken());
        done();
        return outcome;
    }

  private:
    /// Code of the package that several cases were taken in with; empty = each by itself.
    [[nodiscard]] std::string package_taken() const;
    /// Errors: intake.incomplete, with the reason in words.
    base::Result<void> may(IntakeAction action);
    void done();
};

}  // namespace yc::client::desk
