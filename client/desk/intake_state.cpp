#include "client/desk/intake_state.h"

#include <algorithm>

#include "client/desk/dossier_lookup.h"
#include "client/desk/intake_form.h"
#include "client/desk/intake_groups.h"
#include "client/desk/intake_materials.h"
#include "client/desk/number_view.h"
#include "client/store/local_store.h"
#include "localization/localization.h"

namespace yc::client::desk {

Intake::Impl::Impl(Desk& shared) : desk(shared) {
    online_again = desk.changes.add([this](Change change) {
        if (change == Change::connection && summary.state == DossierSummary::State::not_reachable &&
            desk.online())
            look_up();
    });
}

Errand* Intake::Impl::errand() {
    return draft.current < draft.errands.size() ? &draft.errands[draft.current] : nullptr;
}

const domain::ServiceItem* Intake::Impl::item_of(const Errand& errand) const {
    return desk.catalogue->find(errand.item, errand.item_version);
}

const domain::ServiceItem* Intake::Impl::item() const {
    return draft.current < draft.errands.size() ? item_of(draft.errands[draft.current]) : nullptr;
}

PartyKind Intake::Impl::party_kind() const {
    if (number.complete) return draft.organisation ? PartyKind::organisation : PartyKind::person;
    return draft.organisation ? PartyKind::organisation : PartyKind::unknown;
}

bool Intake::Impl::agent_expected() const {
    return draft.has_agent() || std::any_of(draft.errands.begin(), draft.errands.end(), agent_answered);
}

void Intake::Impl::answer_agent_question(bool has_agent) {
    for (Errand& each : draft.errands)
        if (const domain::ServiceItem* of = item_of(each)) answer_for_agent(each, *of, has_agent);
    for (IntakeChange change : {IntakeChange::party, IntakeChange::form, IntakeChange::materials})
        observers.tell(change);
}

IntakeFacts Intake::Impl::facts() const {
    IntakeFacts facts;
    facts.empty = draft.empty();
    facts.number = number;
    facts.agent_number = agent_number;
    facts.has_agent = agent_expected();
    facts.agent_name = draft.agent.name;
    facts.party = party_views(draft, true);
    const base::Date today = desk.clock.today();
    const auto& fields = forms().views();
    for (size_t i = 0; i < draft.errands.size(); ++i) {
        const Errand& each = draft.errands[i];
        const domain::ServiceItem* item = item_of(each);
        if (item == nullptr) continue;
        facts.errands.push_back({item, fields[i], material_rows(*item, each, dossier, today)});
    }
    facts.may_receive = desk.who.user.has(domain::Role::clerk) && desk.who.counter.has_value();
    facts.online = desk.online();
    facts.authority =
        facts.online || (desk.who.authority_until && *desk.who.authority_until > desk.clock.now());
    return facts;
}

void Intake::Impl::fill_from_applicant() {
    const auto facts = facts_of_party(draft.party, desk.clock.today());
    for (Errand& each : draft.errands)
        if (const domain::ServiceItem* of = item_of(each))
            fill_from_party(each, desk.catalogue->form_of(*of), facts);
}

FormsNow& Intake::Impl::forms() const {
    forms_now.look(desk.catalogue, draft.errands, desk.clock.today(), localization::language());
    return forms_now;
}

const domain::ItemPackage* Intake::Impl::package() const {
    return draft.package.empty() ? nullptr : find_package(*desk.catalogue, draft.package);
}

std::vector<QuestionView> Intake::Impl::package_questions() const {
    std::vector<QuestionView> views;
    const auto* chosen = package();
    if (chosen == nullptr) return views;
    const auto answers = domain::settled_answers(chosen->questions, draft.package_answers);
    for (const domain::Question* question : domain::questions_asked(chosen->questions, answers)) {
        QuestionView view{.question = *question, .answer = answers.at(question->id)};
        view.question.id = package_question_prefix + question->id;
        views.push_back(std::move(view));
    }
    return views;
}

base::Result<void> Intake::Impl::answer_package(const std::string& question, const std::string& answer) {
    const auto* chosen = package();
    if (chosen == nullptr) return {};
    auto answers = draft.package_answers;
    answers[question.substr(std::string_view(package_question_prefix).size())] = answer;
    return take_package(*chosen, std::move(answers));
}

void Intake::Impl::start(Errand& errand, const domain::ServiceItem& item) {
    if (agent_expected()) answer_for_agent(errand, item, true);
    fill_form(errand, desk.catalogue->form_of(item), dossier, desk.clock.today());
}

base::Result<void> Intake::Impl::take_package(const domain::ItemPackage& package,
                                              domain::Circumstances answers) {
    IntakeDraft next = draft;
    next.package = package.code;
    next.package_answers = domain::settled_answers(package.questions, answers);
    YC_TRY(PackageErrands now, errands_of_package(package, *desk.catalogue, next));
    next.errands = std::move(now.errands);
    next.set_aside = std::move(now.set_aside);
    const auto among = [](const std::vector<Errand>& errands, const Errand& wanted) {
        return std::any_of(errands.begin(), errands.end(),
                           [&](const Errand& errand) { return errand.item == wanted.item; });
    };
    for (Errand& each : next.errands) {
        const domain::ServiceItem* of = item_of(each);
        YC_CHECK(check_item(desk, of, party_kind()));
        if (among(draft.set_aside, each)) answer_for_agent(each, *of, agent_expected());
        if (!among(draft.errands, each)) start(each, *of);
    }
    const Errand* shown = errand();
    const auto stays = std::find_if(next.errands.begin(), next.errands.end(), [&](const Errand& each) {
        return shown != nullptr && each.item == shown->item;
    });
    next.current = stays == next.errands.end() ? 0 : static_cast<size_t>(stays - next.errands.begin());
    draft = std::move(next);
    changed(IntakeChange::items);
    return {};
}

void Intake::Impl::changed(IntakeChange what) {
    if (what == IntakeChange::party || what == IntakeChange::items) fill_from_applicant();
    settle();
    observers.tell(what);
    if (what == IntakeChange::party) observers.tell(IntakeChange::form);
    if (what == IntakeChange::items) {
        observers.tell(IntakeChange::form);
        observers.tell(IntakeChange::materials);
    }
    observers.tell(IntakeChange::actions);
}

void Intake::Impl::settle() {
    dirty = true;
    if (draft.errands.size() > 1) share_values(draft.errands, forms().before());
}

void Intake::Impl::reread() {
    const base::Date today = desk.clock.today();
    number = read_number(draft.number, today, false);
    agent_number = read_number(draft.agent_number, today, true);
    if (number.complete) look_up();
}

void Intake::Impl::forget_dossier() {
    ++*lookup;
    dossier = {};
    summary = {};
    draft.dossier_base.reset();
}

void Intake::Impl::look_up() {
    const int question = ++*lookup;
    summary = {};
    summary.state = DossierSummary::State::looking;
    summary.text = {"desk.dossier.looking", {}};
    observers.tell(IntakeChange::dossier);
    look_up_dossier(desk, {.key = draft.party.key, .purpose = wire::purpose::intake, .ticket = draft.id},
                    [this, question, latest = std::weak_ptr(lookup)](DossierAnswer answer) {
                        const auto alive = latest.lock();
                        if (alive && *alive == question) take_answer(std::move(answer));
                    });
}

void Intake::Impl::take_answer(DossierAnswer answer) {
    summary = {};
    if (answer.dossier) {
        dossier = std::move(*answer.dossier);
        if (!draft.dossier_base) draft.dossier_base = dossier.version;
        summary = summary_of(dossier, answer.from_cache, desk.clock.today());
        fill_party(draft, dossier);
        for (Errand& each : draft.errands)
            if (const domain::ServiceItem* item = item_of(each))
                fill_form(each, desk.catalogue->form_of(*item), dossier, desk.clock.today());
        fill_from_applicant();
        settle();
    } else if (answer.refused) {
        summary.state = DossierSummary::State::refused;
        summary.text = text_of(*answer.refused);
    } else if (answer.reached) {
        summary.state = DossierSummary::State::unknown_party;
        summary.text = {"desk.dossier.unknown_party", {}};
    } else {
        summary.state = DossierSummary::State::not_reachable;
        summary.text = {"desk.dossier.not_reachable", {}};
    }
    for (IntakeChange change : {IntakeChange::dossier, IntakeChange::party, IntakeChange::form,
                                IntakeChange::materials, IntakeChange::actions})
        observers.tell(change);
}

base::Result<void> Intake::Impl::save() {
    if (draft.empty()) return {};
    draft.saved_at = desk.clock.now();
    std::string title = draft.party.name;
    for (const Errand& each : draft.errands)
        if (const domain::ServiceItem* item = item_of(each))
            title += (title.empty() ? "" : " · ") + item->name;
    YC_CHECK(desk.store.save_draft(
        {.id = draft.id, .kind = intake_draft_kind, .title = std::move(title), .json = to_text(draft)}));
    dirty = false;
    desk.changes.tell(Change::drafts);
    return {};
}

std::string Intake::Impl::package_taken() const {
    for (const ErrandGroup& group : groups_of(*desk.catalogue, draft))
        if (group.package != nullptr) return group.package->code;
    return {};
}

base::Result<void> Intake::Impl::may(IntakeAction action) {
    if (draft.errands.size() != facts().errands.size()) return base::fail("intake.unknown_item");
    for (const IntakeActionView& view : actions_for(facts())) {
        if (view.action != action || view.enabled) continue;
        show_all = true;
        observers.tell(IntakeChange::party);
        observers.tell(IntakeChange::form);
        return base::fail("intake.incomplete", view.why_not.key,
                          {{"missing", localization::tr(view.why_not.key, view.why_not.args)}});
    }
    return {};
}

void Intake::Impl::done() {
    dirty = false;
    desk.changes.tell(Change::drafts);
}

}  // namespace yc::client::desk
