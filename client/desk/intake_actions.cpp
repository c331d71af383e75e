#include "client/desk/intake_actions.h"

#include <algorithm>

#include "client/desk/act.h"
#include "client/desk/desk.h"
#include "client/desk/intake_groups.h"
#include "client/desk/intake_materials.h"
#include "client/desk/papers.h"
#include "client/desk/result_terms.h"
#include "core/base/id.h"
#include "core/domain/clocks.h"
#include "core/domain/flow.h"
#include "forms/form_rules.h"
#include "localization/localization.h"

namespace yc::client::desk {

using domain::EventKind;
using reports::NoticeKind;

namespace {

/// One errand with what it will be known by.
struct Numbered {
    const IntakeActions& work;
    size_t index;
    std::string case_no;
    std::string query_code;  ///< of the receipt it stands on
    std::optional<domain::PackageMembership> package;

    [[nodiscard]] Desk& desk() const { return work.desk; }
    [[nodiscard]] const Errand& errand() const { return work.draft.errands[index]; }
    /// As the answers make it.
    [[nodiscard]] domain::ServiceItem item() const {
        return domain::item_for(*work.items[index], errand().answers);
    }
};

/// One errand's events with the papers to print and the word for what was done.
struct Piece {
    Act act;
    std::vector<NoticeKind> papers;
    Text done;
};

std::string department_name(const Desk& desk, const domain::ServiceItem& item) {
    return desk.directory.department_name(item.department, item.department_name);
}

domain::Registration registration_of(const Numbered& one, const domain::ServiceItem& item) {
    const IntakeDraft& draft = one.work.draft;
    const Who& who = one.desk().who;
    domain::Registration registration{.case_no = one.case_no,
                                      .item = domain::terms_of(item),
                                      .applicant = draft.party,
                                      .circumstances = one.errand().answers,
                                      .department = item.department,
                                      .department_name = department_name(one.desk(), item),
                                      .green_channel = draft.green_channel,
                                      .package = one.package,
                                      .dossier_base = draft.dossier_base};
    if (!draft.agent_number.empty()) registration.agent = draft.agent;
    if (who.hall) {
        registration.hall = who.hall->id;
        registration.division = who.hall->division;
    }
    if (who.counter) registration.counter = who.counter->id;
    return registration;
}

/// Papers of the dossier enter the record by an event of their own each; before it they are missing.
std::vector<domain::SubmittedMaterial> before_reuse(std::vector<domain::SubmittedMaterial> materials) {
    for (domain::SubmittedMaterial& material : materials) {
        if (material.state != domain::MaterialState::reused) continue;
        material.state = domain::MaterialState::missing;
        material.reused_document.clear();
        material.pages.clear();
        material.turned.clear();
    }
    return materials;
}

base::Result<void> add_reuse(Act& act, const domain::SubmittedMaterial& material) {
    if (material.state != domain::MaterialState::reused) return {};
    domain::EventBody body;
    body.material_codes = {material.code};
    body.document = material.reused_document;
    body.pages = material.pages;
    body.turned = material.turned;
    return act.add(EventKind::reuse_document, std::move(body));
}

/// An item may be suspended or cancelled while a clerk has it open.
base::Result<void> still_in_use(const Desk& desk, const domain::ServiceItem& item) {
    const domain::ServiceItem* newest = desk.catalogue->newest(item.code);
    if (newest && newest->state != domain::ItemState::in_use)
        return base::fail("intake.item_not_in_use", item.code, {{"item", item.name}});
    return {};
}

/// register, reuse_document for each paper taken from the dossier, receive.
base::Result<Act> received(const Numbered& one) {
    const Errand& errand = one.errand();
    const domain::ServiceItem item = one.item();
    Act act(one.desk(), {});
    const auto materials = submitted_materials(item, errand);
    domain::EventBody body;
    body.registration = registration_of(one, item);
    body.form = forms::tidy_values(one.desk().catalogue->form_of(item), errand.form, errand.answers,
                                   one.desk().clock.today());
    body.materials = before_reuse(materials);
    YC_CHECK(act.add(EventKind::register_case, std::move(body)));
    for (const domain::SubmittedMaterial& material : materials) YC_CHECK(add_reuse(act, material));
    domain::EventBody receipt;
    receipt.query_code = one.query_code;
    YC_CHECK(act.add(EventKind::receive, std::move(receipt)));
    return act;
}

base::Result<void> forward(Act& act) {
    domain::EventBody body;
    body.department = act.state().registration.department;
    body.department_name = act.state().registration.department_name;
    return act.add(EventKind::forward, std::move(body));
}

std::string day_of(const domain::CaseState& state, domain::ClockKind kind, const Desk& desk) {
    const auto clock = domain::clock_of(state, kind, desk.clock.now(), desk.rules());
    return clock ? base::to_string(base::date_of(clock->due)) : std::string();
}

base::Date tolerant_deadline(const Desk& desk, const domain::CaseState& state) {
    const base::Date today = desk.clock.today();
    const base::Date usual = desk.calendar.add_working_days(today, desk.policy.tolerant_days);
    const base::Date promise =
        desk.calendar.add_working_days(today, std::max(1, state.registration.item.promised.amount));
    return std::min(usual, promise);
}

std::string commitment_of(const domain::CaseState& state, const std::vector<std::string>& codes,
                          base::Date deadline) {
    return localization::tr_in(localization::Language::zh_CN, "desk.commitment",
                               {{"name", state.registration.applicant.name},
                                {"date", base::to_string(deadline)},
                                {"materials", domain::names_of_codes(state.materials, codes)}});
}

base::Result<Piece> receive_piece(const Numbered& one, Act act) {
    YC_CHECK(forward(act));
    Text done{"desk.done.received", {{"date", day_of(act.state(), domain::ClockKind::reply, one.desk())}}};
    return Piece{std::move(act), {NoticeKind::receipt}, std::move(done)};
}

base::Result<Piece> accept_tolerantly(const Numbered& one, Act act, std::vector<std::string> owed) {
    const base::Date deadline = tolerant_deadline(one.desk(), act.state());
    domain::EventBody body;
    body.material_codes = owed;
    body.deadline = deadline;
    body.commitment = commitment_of(act.state(), owed, deadline);
    YC_TRY(body.notice_no, next_notice_number(one.desk(), act.state().registration.department, "容受"));
    YC_CHECK(act.add(EventKind::accept_tolerant, std::move(body)));
    YC_CHECK(forward(act));
    return Piece{std::move(act),
                 {NoticeKind::tolerant, NoticeKind::commitment},
                 {"desk.done.accepted_tolerant", {{"date", base::to_string(deadline)}}}};
}

base::Result<Piece> accept_piece(const Numbered& one) {
    YC_TRY(Act act, received(one));
    if (auto owed = domain::missing_codes(act.state().materials); !owed.empty())
        return accept_tolerantly(one, std::move(act), std::move(owed));
    domain::EventBody body;
    YC_TRY(body.notice_no, next_notice_number(one.desk(), act.state().registration.department, "受"));
    YC_CHECK(act.add(EventKind::accept, std::move(body)));
    YC_CHECK(forward(act));
    Text done{"desk.done.accepted", {{"date", day_of(act.state(), domain::ClockKind::promise, one.desk())}}};
    return Piece{std::move(act), {NoticeKind::acceptance}, std::move(done)};
}

/// Everything missing and what the clerk named beside it, of the papers this errand has.
std::vector<std::string> asked_for(const std::vector<domain::SubmittedMaterial>& materials,
                                   const std::vector<std::string>& named) {
    std::vector<std::string> codes = domain::missing_codes(materials);
    for (const domain::SubmittedMaterial& material : materials)
        if (std::find(named.begin(), named.end(), material.code) != named.end() &&
            std::find(codes.begin(), codes.end(), material.code) == codes.end())
            codes.push_back(material.code);
    return codes;
}

/// Of several errands, one that lacks nothing is received all the same.
base::Result<Piece> notify_piece(const Numbered& one, const NotifyInput& input) {
    YC_TRY(Act act, received(one));
    std::vector<std::string> codes = asked_for(act.state().materials, input.materials);
    if (codes.empty()) return receive_piece(one, std::move(act));
    const base::Date deadline =
        one.desk().calendar.add_working_days(one.desk().clock.today(), one.desk().policy.supplement_days);
    domain::EventBody body;
    body.material_codes = std::move(codes);
    body.reason = input.reason;
    body.deadline = deadline;
    YC_TRY(body.notice_no, next_notice_number(one.desk(), act.state().registration.department, "补"));
    YC_CHECK(act.add(EventKind::notify_supplement, std::move(body)));
    return Piece{std::move(act),
                 {NoticeKind::receipt, NoticeKind::supplement},
                 {"desk.done.notified", {{"date", base::to_string(deadline)}}}};
}

base::Result<Piece> decline_piece(const Numbered& one, const DeclineInput& input) {
    YC_TRY(Act act, received(one));
    domain::EventBody body;
    body.reason = input.reason;
    body.reason_code = input.not_required ? "not_required" : "not_competent";
    body.right_organ = input.right_organ;
    body.legal_basis =
        localization::tr_in(localization::Language::zh_CN,
                            input.not_required ? "desk.basis.not_required" : "desk.basis.declined");
    YC_TRY(body.notice_no, next_notice_number(one.desk(), act.state().registration.department, "不受"));
    YC_CHECK(act.add(input.not_required ? EventKind::not_required : EventKind::decline, std::move(body)));
    return Piece{std::move(act),
                 {input.not_required ? NoticeKind::not_required : NoticeKind::declined},
                 {"desk.done.declined", {}}};
}

base::Result<Piece> on_spot_piece(const Numbered& one, const OnSpotInput& input) {
    YC_TRY(Act act, received(one));
    const std::string department = act.state().registration.department;
    domain::EventBody decision;
    YC_TRY(decision.notice_no, next_notice_number(one.desk(), department, "办"));
    YC_CHECK(act.add(EventKind::decide_on_spot, std::move(decision)));
    domain::EventBody issue;
    issue.licence_no = input.licence_no;
    if (issue.licence_no.empty()) {
        YC_TRY(issue.licence_no, next_notice_number(one.desk(), department, "准"));
    }
    issue.valid_until = result_valid_until(act.state().registration.item, one.desk().clock.today());
    YC_CHECK(act.add(EventKind::issue_out, std::move(issue)));
    return Piece{std::move(act), {NoticeKind::on_the_spot}, {"desk.done.granted", {}}};
}

/// What the cases of a package know of it.
domain::PackageMembership membership(const std::vector<Numbered>& all, const ErrandGroup& group) {
    const Desk& desk = all.front().desk();
    domain::PackageMembership package{.group = base::new_uuid(desk.clock.now()),
                                      .code = group.package->code,
                                      .version = group.package->version,
                                      .name = group.package->name,
                                      .lead_department = group.package->lead_department};
    package.lead_department_name =
        desk.directory.department_name(package.lead_department, package.lead_department);
    for (const size_t each : group.errands) {
        const domain::ServiceItem item = all[each].item();
        package.members.push_back(
            {all[each].case_no, item.name, item.department, department_name(desk, item)});
    }
    return package;
}

/// Numbers for all errands, and for each package its members, who then know of each other. Errors:
/// intake.item_not_in_use, desk.no_counter, the store's.
base::Result<std::vector<Numbered>> numbered(const IntakeActions& work,
                                             const std::vector<ErrandGroup>& groups) {
    std::vector<Numbered> all;
    for (size_t i = 0; i < work.items.size(); ++i) {
        YC_CHECK(still_in_use(work.desk, *work.items[i]));
        all.push_back({work, i, {}, {}, {}});
    }
    for (Numbered& one : all) {
        YC_TRY(one.case_no, next_case_number(work.desk));
    }
    for (const ErrandGroup& group : groups) {
        const std::string code = make_query_code();
        std::optional<domain::PackageMembership> package;
        if (group.package != nullptr) package = membership(all, group);
        for (const size_t each : group.errands) {
            all[each].query_code = code;
            all[each].package = package;
        }
    }
    return all;
}

bool has_receipt(const Piece& piece) {
    return std::find(piece.papers.begin(), piece.papers.end(), NoticeKind::receipt) != piece.papers.end();
}

/// One receipt for what was received together, in place of one each.
base::Result<void> join_receipts(Desk& desk, const ErrandGroup& group, std::vector<Piece>& pieces,
                                 std::vector<PrintedDocument>& papers) {
    if (group.errands.size() < 2) return {};
    std::vector<domain::CaseState> states;
    for (const size_t each : group.errands) {
        if (!has_receipt(pieces[each])) return {};
        states.push_back(pieces[each].act.state());
    }
    YC_TRY(PrintedDocument paper, print_joint_receipt(desk, states));
    papers.push_back(std::move(paper));
    for (const size_t each : group.errands) std::erase(pieces[each].papers, NoticeKind::receipt);
    return {};
}

/// Prints first, then writes: what is printed is true the moment it is handed over, and nothing half-done
/// stays.
base::Result<IntakeOutcome> finish(const IntakeActions& work, const std::vector<ErrandGroup>& groups,
                                   std::vector<Piece> pieces) {
    IntakeOutcome outcome;
    for (const ErrandGroup& group : groups)
        YC_CHECK(join_receipts(work.desk, group, pieces, outcome.documents));
    std::vector<Act> acts;
    for (Piece& piece : pieces) {
        const domain::CaseState& state = piece.act.state();
        piece.papers.push_back(NoticeKind::application_form);
        for (NoticeKind kind : piece.papers) {
            YC_TRY(PrintedDocument paper, print_paper(work.desk, kind, state));
            outcome.documents.push_back(std::move(paper));
        }
        outcome.cases.push_back({state.id, state.registration.case_no, state.registration.item.name,
                                 state.query_code, std::move(piece.done)});
        acts.push_back(std::move(piece.act));
    }
    YC_CHECK(Act::commit(work.desk, acts, work.draft.id));
    return outcome;
}

template <class Make>
base::Result<IntakeOutcome> for_each_errand(const IntakeActions& work, Make make) {
    const std::vector<ErrandGroup> groups = groups_of(*work.desk.catalogue, work.draft);
    YC_TRY(const std::vector<Numbered> all, numbered(work, groups));
    std::vector<Piece> pieces;
    for (const Numbered& one : all) {
        YC_TRY(Piece piece, make(one));
        pieces.push_back(std::move(piece));
    }
    return finish(work, groups, std::move(pieces));
}

}  // namespace

base::Result<IntakeOutcome> IntakeActions::receive() const {
    return for_each_errand(*this, [](const Numbered& one) -> base::Result<Piece> {
        YC_TRY(Act act, received(one));
        return receive_piece(one, std::move(act));
    });
}

base::Result<IntakeOutcome> IntakeActions::accept() const {
    return for_each_errand(*this, accept_piece);
}

base::Result<IntakeOutcome> IntakeActions::notify(const NotifyInput& input) const {
    bool anything = false;
    for (size_t i = 0; i < items.size(); ++i) {
        const Errand& errand = draft.errands[i];
        const auto materials = submitted_materials(domain::item_for(*items[i], errand.answers), errand);
        anything |= !asked_for(materials, input.materials).empty();
    }
    if (!anything) return base::fail("intake.nothing_to_ask");
    return for_each_errand(*this, [&](const Numbered& one) { return notify_piece(one, input); });
}

base::Result<IntakeOutcome> IntakeActions::decline(const DeclineInput& input) const {
    return for_each_errand(*this, [&](const Numbered& one) { return decline_piece(one, input); });
}

base::Result<IntakeOutcome> IntakeActions::decide_on_spot(const OnSpotInput& input) const {
    return for_each_errand(*this, [&](const Numbered& one) { return on_spot_piece(one, input); });
}

}  // namespace yc::client::desk
