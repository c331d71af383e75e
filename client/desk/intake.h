#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "client/desk/intake_views.h"
#include "client/desk/item_choices.h"
#include "client/desk/observers.h"
#include "core/base/result.h"
#include "core/domain/item.h"
#include "forms/item_facets.h"

namespace yc::client::desk {

struct Desk;
struct IntakeDraft;

/// What an observer of an intake is told; it then reads what it shows.
enum class IntakeChange { party, dossier, items, form, materials, actions };

struct NotifyInput {
    std::string reason;                  ///< what is missing or wrong, in words, beside the list
    std::vector<std::string> materials;  ///< codes; empty = all that are missing
};
struct DeclineInput {
    bool not_required = false;  ///< §32(1) no licence is needed, else §32(2) not this organ's power
    std::string reason;
    std::string right_organ;  ///< where to apply instead; required unless not_required
};
struct OnSpotInput {
    std::string licence_no;  ///< of the result; empty = numbered here
};

/// One applicant at the counter with one or several errands. Called on the UI thread; nothing here waits for
/// the network. What the user typed stays in memory even when it cannot be saved.
class Intake {
  public:
    Intake(Desk& desk, std::unique_ptr<IntakeDraft> draft);
    ~Intake();

    /// The draft this intake is kept under.
    [[nodiscard]] const std::string& id() const;
    [[nodiscard]] Subscription observe(std::function<void(IntakeChange)> call);

    // --- applicant
    /// Reads a number (typed, wedge-scanned or from a reader). A complete one fetches the dossier: from the
    /// hub in the background, from the local cache when it cannot be reached; then name, form and offers fill
    /// in.
    const NumberView& set_number(std::string_view text);
    /// The number is as it will be (the field was left, a reader sent it): one that is too short is now a
    /// problem.
    const NumberView& finish_number();
    [[nodiscard]] const NumberView& number() const;
    /// 自然人 / 法人 tab; decided by the number once there is one.
    void set_organisation(bool organisation);
    [[nodiscard]] bool organisation() const;
    void set_party(PartyField field, std::string_view value);
    [[nodiscard]] std::vector<PartyFieldView> party() const;
    [[nodiscard]] DossierSummary dossier() const;
    /// Asks for the dossier once more: something was settled there.
    void look_again();
    /// 代办人. An empty number and name take the agent away. Whether there is one answers the items' question
    /// who stands at the counter, and the papers follow.
    const NumberView& set_agent(std::string_view number, std::string_view name, std::string_view phone);
    [[nodiscard]] bool has_agent() const;
    /// The applicant is here in person after all.
    void remove_agent();
    /// There is one, or an item's question was answered so.
    [[nodiscard]] bool agent_expected() const;
    [[nodiscard]] const std::string& agent_number() const;  ///< as typed, tidied
    [[nodiscard]] const domain::Party& agent() const;
    void set_green_channel(bool on);
    [[nodiscard]] bool green_channel() const;

    // --- items: one page of several errands is shown at a time
    /// Best first; those that may be taken here before others. Empty query = those that may be taken, the
    /// clerk's favourites and what this counter takes most before the rest.
    [[nodiscard]] std::vector<ItemRow> search_items(std::string_view query,
                                                    const forms::ItemFacets& facets = {},
                                                    size_t limit = 30) const;
    /// What the search may be narrowed by.
    [[nodiscard]] ItemChoices item_choices() const;
    /// Keeps an item or package among the clerk's favourites, durably. Errors: the store's.
    base::Result<void> set_favourite(const std::string& code, bool favourite);
    /// Adds an errand and shows it. Errors: intake.unknown_item, intake.item_not_here,
    /// intake.item_not_in_use, intake.item_not_defined, intake.item_not_for_party.
    base::Result<void> choose_item(const std::string& code);
    /// Takes an errand away; what was filled in is there again when its item is chosen once more.
    void remove_item(size_t errand);
    [[nodiscard]] size_t errand_count() const;
    [[nodiscard]] size_t current_errand() const;
    void show_errand(size_t errand);
    /// Head of the shown errand; empty code while none is chosen.
    [[nodiscard]] ItemHead item_head() const;
    [[nodiscard]] std::vector<QuestionView> questions() const;
    /// Answers a question of the item or of its package. Only a package's answer can fail, when it asks for
    /// an item that cannot be taken here: errors of choose_item(); the old answer stays.
    base::Result<void> answer(const std::string& question, const std::string& answer);

    // --- form of the shown errand
    [[nodiscard]] std::vector<FieldView> fields() const;
    /// Keeps the value; `left` = the field was left, from now on its problem is shown.
    void set_field(const std::string& field, std::string_view value, bool left = true);
    /// Adds a row to a table (-1: no room) or takes one away (false: the fewest are left).
    int add_row(const std::string& table);
    bool remove_row(const std::string& table, int row);

    // --- materials of the shown errand; papers of the same document type serve all errands
    [[nodiscard]] std::vector<MaterialRow> materials() const;
    /// Taking a document of the dossier. Errors: intake.no_offer.
    base::Result<void> take_offer(const std::string& material);
    /// "资料库已有 5/6，采用？": returns how many were taken.
    int take_all_good_offers();
    [[nodiscard]] int good_offers_open() const;
    void give_back_offer(const std::string& material);
    /// A scanned page or an image file. Inspected, put into the store durably, then shown. Takes up to some
    /// 100 ms. Errors: capture's (not an image, truncated, too large), the store's.
    base::Result<PageView> add_page(const std::string& material, std::string_view image);
    void remove_page(const std::string& material, size_t page);
    void move_page(const std::string& material, size_t from, size_t to);
    /// Clockwise by 90°.
    void rotate_page(const std::string& material, size_t page);
    /// Reads the bytes of a page's image: on any thread, also after this intake is gone. Errors: the store's.
    [[nodiscard]] std::function<base::Result<std::string>()> page_reader(const std::string& sha256) const;
    /// Handed in on paper without a scan.
    void set_paper_only(const std::string& material, bool on);
    /// 容缺后补. Errors: intake.not_deferrable.
    base::Result<void> set_deferred(const std::string& material, bool on);

    /// 办事指南 of what is chosen, with the answers as they stand; nothing is written. Errors:
    /// intake.unknown_item while nothing is chosen, report.*.
    [[nodiscard]] base::Result<PrintedDocument> guide() const;

    // --- actions, for all errands together
    /// All that follows, worked out at once.
    [[nodiscard]] IntakeStanding standing() const;
    /// Everything missing or wrong, one by one, for the list behind the sentence.
    [[nodiscard]] std::vector<Problem> missing_list() const;
    [[nodiscard]] std::vector<IntakeActionView> actions() const;

    /// Keeps the draft durably. Errors: the store's (a full disk: what was typed stays here; try again).
    base::Result<void> save();
    [[nodiscard]] bool dirty() const;
    /// 暂存, puts it into the tray of parked work.
    base::Result<void> park();
    /// Throws the draft away.
    base::Result<void> discard();

    /// Each writes its events durably before it returns, prints, and starts sending. Errors:
    /// intake.incomplete (problems are now shown), case.* when the table forbids it, the store's; after an
    /// error nothing was written.
    base::Result<IntakeOutcome> receive();
    base::Result<IntakeOutcome> accept();
    base::Result<IntakeOutcome> notify(const NotifyInput& input);
    base::Result<IntakeOutcome> decline(const DeclineInput& input);
    base::Result<IntakeOutcome> decide_on_spot(const OnSpotInput& input);

    /// Starts the next applicant: `same_party` keeps the applicant for another errand.
    void next(bool same_party = false);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace yc::client::desk
