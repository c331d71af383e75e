#include "client/desk/intake.h"

#include <algorithm>

#include "client/desk/desk.h"
#include "client/desk/intake_actions.h"
#include "client/desk/intake_draft.h"
#include "client/desk/intake_form.h"
#include "client/desk/intake_items.h"
#include "client/desk/intake_materials.h"
#include "client/desk/intake_rules.h"
#include "client/desk/intake_state.h"
#include "client/desk/number_view.h"
#include "client/store/local_store.h"
#include "core/base/id.h"
#include "core/base/utf8.h"
#include "forms/field_check.h"

namespace yc::client::desk {

Intake::Intake(Desk& desk, std::unique_ptr<IntakeDraft> draft) : impl_(std::make_unique<Impl>(desk)) {
    impl_->draft = std::move(*draft);
    if (impl_->draft.id.empty()) impl_->draft.id = base::new_uuid(desk.clock.now());
    impl_->reread();
}

Intake::~Intake() = default;

const std::string& Intake::id() const {
    return impl_->draft.id;
}

Subscription Intake::observe(std::function<void(IntakeChange)> call) {
    return impl_->observers.add(std::move(call));
}

// --- applicant

const NumberView& Intake::set_number(std::string_view text) {
    Impl& me = *impl_;
    NumberView view = read_number(text, me.desk.clock.today(), false);
    if (view.text == me.number.text && view.complete == me.number.complete)
        return me.number = std::move(view);
    me.number = std::move(view);
    me.draft.number = me.number.text;
    me.forget_dossier();
    if (me.number.complete) {
        me.draft.party.key = {*me.number.kind, me.number.text};
        me.draft.organisation = me.draft.party.is_organisation();
        me.look_up();
    } else {
        me.draft.party.key = {};
    }
    me.changed(IntakeChange::party);
    return me.number;
}

void Intake::look_again() {
    if (impl_->number.complete) impl_->look_up();
}

const NumberView& Intake::finish_number() {
    impl_->number = read_number(impl_->draft.number, impl_->desk.clock.today(), true);
    return impl_->number;
}

const NumberView& Intake::number() const {
    return impl_->number;
}

void Intake::set_organisation(bool organisation) {
    if (impl_->number.complete || impl_->draft.organisation == organisation) return;
    impl_->draft.organisation = organisation;
    impl_->changed(IntakeChange::party);
}

bool Intake::organisation() const {
    return impl_->draft.organisation;
}

void Intake::set_party(PartyField field, std::string_view value) {
    domain::Party& party = impl_->draft.party;
    const std::string text = field == PartyField::name || field == PartyField::contact_name ||
                                     field == PartyField::legal_representative
                                 ? base::tidy_name(value)
                                 : base::trim(value);
    switch (field) {
        case PartyField::name:
            party.name = text;
            break;
        case PartyField::phone:
            party.phone = base::to_half_width(text);
            break;
        case PartyField::address:
            party.address = text;
            break;
        case PartyField::legal_representative:
            party.legal_representative = text;
            break;
        case PartyField::contact_name:
            party.contact_name = text;
            break;
    }
    impl_->changed(IntakeChange::party);
}

std::vector<PartyFieldView> Intake::party() const {
    return party_views(impl_->draft, impl_->show_all);
}

DossierSummary Intake::dossier() const {
    return impl_->summary;
}

const NumberView& Intake::set_agent(std::string_view number, std::string_view name, std::string_view phone) {
    Impl& me = *impl_;
    const bool before = has_agent();
    me.agent_number = read_number(number, me.desk.clock.today(), true);
    me.draft.agent_number = me.agent_number.text;
    me.draft.agent = {};
    me.draft.agent.name = base::tidy_name(name);
    me.draft.agent.phone = base::trim(phone);
    if (me.agent_number.complete) me.draft.agent.key = {*me.agent_number.kind, me.agent_number.text};
    if (has_agent() != before) me.answer_agent_question(!before);
    me.changed(IntakeChange::party);
    return me.agent_number;
}

bool Intake::has_agent() const {
    return impl_->draft.has_agent();
}

void Intake::remove_agent() {
    impl_->answer_agent_question(false);
    set_agent({}, {}, {});
}

bool Intake::agent_expected() const {
    return impl_->agent_expected();
}

const std::string& Intake::agent_number() const {
    return impl_->draft.agent_number;
}

const domain::Party& Intake::agent() const {
    return impl_->draft.agent;
}

void Intake::set_green_channel(bool on) {
    impl_->draft.green_channel = on;
    impl_->changed(IntakeChange::party);
}

bool Intake::green_channel() const {
    return impl_->draft.green_channel;
}

// --- items

std::vector<ItemRow> Intake::search_items(std::string_view query, const forms::ItemFacets& facets,
                                          size_t limit) const {
    return find_items(impl_->desk, {query, facets, limit}, impl_->party_kind());
}

ItemChoices Intake::item_choices() const {
    return choices_of(impl_->desk);
}

base::Result<void> Intake::set_favourite(const std::string& code, bool favourite) {
    return impl_->desk.at_hand.set_favourite(code, favourite);
}

base::Result<void> Intake::choose_item(const std::string& code) {
    Impl& me = *impl_;
    if (const auto* package = find_package(*me.desk.catalogue, code)) return me.take_package(*package, {});
    const domain::ServiceItem* item = me.desk.catalogue->newest(code);
    YC_CHECK(check_item(me.desk, item, me.party_kind()));
    const auto of_code = [&](const Errand& errand) { return errand.item == code; };
    const auto there = std::find_if(me.draft.errands.begin(), me.draft.errands.end(), of_code);
    if (there != me.draft.errands.end()) {
        show_errand(static_cast<size_t>(there - me.draft.errands.begin()));
        return {};
    }
    Errand errand{.item = item->code, .item_version = item->version, .answers = usual_answers(*item)};
    const auto aside = std::find_if(me.draft.set_aside.begin(), me.draft.set_aside.end(), of_code);
    if (aside != me.draft.set_aside.end()) {
        errand = std::move(*aside);
        me.draft.set_aside.erase(aside);
        answer_for_agent(errand, *item, agent_expected());
    }
    me.start(errand, *item);
    me.draft.errands.push_back(std::move(errand));
    me.draft.current = me.draft.errands.size() - 1;
    me.changed(IntakeChange::items);
    return {};
}

void Intake::remove_item(size_t errand) {
    auto& errands = impl_->draft.errands;
    if (errand >= errands.size()) return;
    impl_->draft.set_aside.push_back(std::move(errands[errand]));
    errands.erase(errands.begin() + static_cast<std::ptrdiff_t>(errand));
    if (errands.empty()) impl_->draft.package.clear();
    impl_->draft.current = errands.empty() ? 0 : std::min(impl_->draft.current, errands.size() - 1);
    impl_->changed(IntakeChange::items);
}

size_t Intake::errand_count() const {
    return impl_->draft.errands.size();
}
size_t Intake::current_errand() const {
    return impl_->draft.current;
}

void Intake::show_errand(size_t errand) {
    if (errand >= impl_->draft.errands.size()) return;
    impl_->draft.current = errand;
    impl_->changed(IntakeChange::items);
}

ItemHead Intake::item_head() const {
    const domain::ServiceItem* item = impl_->item();
    return item ? head_of(*item, impl_->errand()->answers, impl_->desk.directory) : ItemHead{};
}

std::vector<QuestionView> Intake::questions() const {
    std::vector<QuestionView> views = impl_->package_questions();
    const domain::ServiceItem* item = impl_->item();
    if (item == nullptr) return views;
    const auto answers = domain::settled_answers(item->definition().questions, impl_->errand()->answers);
    for (const domain::Question* question : domain::questions_asked(item->definition().questions, answers))
        views.push_back({*question, answers.at(question->id)});
    return views;
}

base::Result<void> Intake::answer(const std::string& question, const std::string& answer) {
    if (question.starts_with(package_question_prefix)) return impl_->answer_package(question, answer);
    Errand* errand = impl_->errand();
    if (errand == nullptr) return {};
    const bool agent_before = agent_answered(*errand);
    errand->answers[question] = answer;
    if (const domain::ServiceItem* item = impl_->item())
        errand->answers = domain::settled_answers(item->definition().questions, errand->answers);
    // Who stands at the counter is the same for all errands; in person means that nobody acts for them.
    if (agent_answered(*errand) != agent_before)
        agent_before ? remove_agent() : impl_->answer_agent_question(true);
    impl_->changed(IntakeChange::form);
    impl_->observers.tell(IntakeChange::materials);
    return {};
}

// --- form

std::vector<FieldView> Intake::fields() const {
    const domain::ServiceItem* item = impl_->item();
    if (item == nullptr) return {};
    auto views = impl_->forms().views()[impl_->draft.current];
    if (impl_->show_all) return views;
    const auto& left = impl_->errand()->left;
    for (FieldView& view : views)
        if (!left.contains(view.id)) view.problem.reset();
    return views;
}

void Intake::set_field(const std::string& field, std::string_view value, bool left) {
    Errand* errand = impl_->errand();
    if (errand == nullptr) return;
    std::string& kept = errand->form[field];
    kept = std::string(value);
    if (left) {
        errand->left.insert(field);
        const domain::ServiceItem* item = impl_->item();
        const forms::Field* known = item ? impl_->desk.catalogue->form_of(*item).find(field) : nullptr;
        if (known != nullptr) kept = forms::tidy_value(*known, kept);
    }
    impl_->changed(IntakeChange::form);
}

int Intake::add_row(const std::string& table) {
    const domain::ServiceItem* item = impl_->item();
    if (item == nullptr) return -1;
    const int row = desk::add_row(*impl_->errand(), impl_->desk.catalogue->form_of(*item), table,
                                  impl_->desk.clock.today());
    if (row >= 0) impl_->changed(IntakeChange::form);
    return row;
}

bool Intake::remove_row(const std::string& table, int row) {
    const domain::ServiceItem* item = impl_->item();
    const bool done =
        item != nullptr && desk::remove_row(*impl_->errand(), impl_->desk.catalogue->form_of(*item), table,
                                            row, impl_->desk.clock.today());
    if (done) impl_->changed(IntakeChange::form);
    return done;
}

// --- actions

IntakeStanding Intake::standing() const {
    const IntakeFacts facts = impl_->facts();
    IntakeStanding standing{
        .untouched = facts.empty, .missing_list = desk::missing_list(facts), .actions = actions_for(facts)};
    for (size_t names = IntakeStanding::most_names; names > 0; --names)
        standing.missing.push_back(missing_sentence(facts, names));
    return standing;
}
std::vector<Problem> Intake::missing_list() const {
    return desk::missing_list(impl_->facts());
}
std::vector<IntakeActionView> Intake::actions() const {
    return actions_for(impl_->facts());
}

base::Result<void> Intake::save() {
    return impl_->save();
}

bool Intake::dirty() const {
    return impl_->dirty;
}

base::Result<void> Intake::park() {
    impl_->draft.parked = true;
    auto saved = impl_->save();
    if (!saved) impl_->draft.parked = false;
    return saved;
}

base::Result<void> Intake::discard() {
    YC_CHECK(impl_->desk.store.remove_draft(impl_->draft.id));
    impl_->dirty = false;
    impl_->desk.changes.tell(Change::drafts);
    return {};
}

base::Result<IntakeOutcome> Intake::receive() {
    return impl_->act(IntakeAction::receive, [](const IntakeActions& work) { return work.receive(); });
}
base::Result<IntakeOutcome> Intake::accept() {
    return impl_->act(IntakeAction::accept, [](const IntakeActions& work) { return work.accept(); });
}
base::Result<IntakeOutcome> Intake::notify(const NotifyInput& input) {
    return impl_->act(IntakeAction::notify, [&](const IntakeActions& work) { return work.notify(input); });
}
base::Result<IntakeOutcome> Intake::decline(const DeclineInput& input) {
    if (input.reason.empty()) return base::fail("review.reason_required");
    if (!input.not_required && input.right_organ.empty()) return base::fail("review.right_organ_required");
    return impl_->act(IntakeAction::decline, [&](const IntakeActions& work) { return work.decline(input); });
}
base::Result<IntakeOutcome> Intake::decide_on_spot(const OnSpotInput& input) {
    return impl_->act(IntakeAction::decide_on_spot,
                      [&](const IntakeActions& work) { return work.decide_on_spot(input); });
}

void Intake::next(bool same_party) {
    Impl& me = *impl_;
    IntakeDraft fresh;
    fresh.id = base::new_uuid(me.desk.clock.now());
    if (same_party) {
        fresh.organisation = me.draft.organisation;
        fresh.number = me.draft.number;
        fresh.party = me.draft.party;
        fresh.party_prefills = me.draft.party_prefills;
        fresh.agent_number = me.draft.agent_number;
        fresh.agent = me.draft.agent;
    }
    me.draft = std::move(fresh);
    me.show_all = false;
    me.dirty = false;
    me.forget_dossier();
    me.reread();
    for (IntakeChange change : {IntakeChange::party, IntakeChange::dossier, IntakeChange::items,
                                IntakeChange::form, IntakeChange::materials, IntakeChange::actions})
        me.observers.tell(change);
}

}  // namespace yc::client::desk
