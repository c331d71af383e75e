#include "client/desk/papers.h"

#include <algorithm>

#include "client/desk/desk.h"
#include "client/desk/intake_groups.h"
#include "client/store/local_store.h"
#include "core/domain/clocks.h"
#include "localization/localization.h"
#include "reports/form_rows.h"
#include "reports/pdf_writer.h"

namespace yc::client::desk {

namespace {

void set_due_days(reports::NoticeContext& context, const Desk& desk, const domain::CaseState& state) {
    for (const domain::CaseClock& clock : domain::clocks_of(state, desk.clock.now(), desk.rules())) {
        if (clock.kind == domain::ClockKind::promise) context.promise_due = clock.due;
        if (clock.kind == domain::ClockKind::statutory) context.statutory_due = clock.due;
        if (clock.kind == domain::ClockKind::reply) context.r5_due = base::date_of(clock.due);
        context.due_provisional = context.due_provisional || clock.provisional;
    }
}

domain::Department department_of(const Desk& desk, const domain::CaseState& state) {
    if (const domain::Department* department = desk.directory.department(state.registration.department))
        return *department;
    return {.id = state.registration.department, .name = state.registration.department_name};
}

const domain::ServiceItem* item_of(const Desk& desk, const domain::CaseState& state) {
    return desk.catalogue->find(state.registration.item.code, state.registration.item.version);
}

/// What is printed holds at the hub only when every event of it is there: a paper of an act that is about to
/// be written is ahead of the store.
base::Result<void> set_saved(reports::NoticeContext& context, Desk& desk, const domain::CaseState& state) {
    YC_TRY(const std::optional<store::CaseRow> row, desk.store.case_row(state.id));
    if (!row) return {};
    YC_TRY(const domain::CaseState kept, desk.store.case_state(state.id));
    if (!all_at_hub(*row, kept, state)) return {};
    context.saved = reports::SavedWhere::hub;
    context.hub_seq = row->last_seq;
    return {};
}

reports::NoticeContext context_of(const Desk& desk, const domain::CaseState& state) {
    reports::NoticeContext context;
    if (const domain::Hall* hall = desk.directory.hall(state.registration.hall)) context.hall = *hall;
    if (const domain::Counter* counter = desk.directory.counter(state.registration.counter))
        context.counter_name = counter->name;
    context.clerk_name = desk.who.user.name;
    context.department = department_of(desk, state);
    context.notice_no = state.notice_no;
    if (const domain::ServiceItem* item = item_of(desk, state))
        context.item_materials = domain::materials_for(*item, state.registration.circumstances);
    set_due_days(context, desk, state);
    context.printed_at = desk.clock.now();
    context.sample = desk.sample;
    return context;
}

constexpr size_t longest_file_name = 200;  ///< bytes; leaves room for what sets two files apart

/// At most so many bytes of a text, whole characters only.
std::string beginning(std::string text, size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
    text.resize(bytes);
    return text;
}

}  // namespace

bool all_at_hub(const store::CaseRow& row, const domain::CaseState& kept, const domain::CaseState& printed) {
    return row.last_seq > 0 && row.unsent == 0 && row.refused == 0 && printed.event_count <= kept.event_count;
}

std::string paper_file_name(reports::NoticeKind kind, const domain::CaseState& state) {
    return reports::notice_title(kind) + "-" + state.registration.case_no + ".pdf";
}

std::string guide_file_name(const reports::Guide& guide) {
    std::string name = guide.name, end = ".pdf";
    if (guide.code.empty()) {
        name = guide.items.front().item.name;
        end = localization::tr_in(localization::Language::zh_CN, "desk.paper.guide_several",
                                  {{"count", std::to_string(guide.items.size())}}) +
              end;
    }
    std::string file = beginning(reports::guide_title() + "-" + name, longest_file_name - end.size()) + end;
    std::replace(file.begin(), file.end(), '/', '-');
    return file;
}

std::vector<reports::FormRow> form_rows(const Desk& desk, const domain::CaseState& state) {
    const domain::ServiceItem* item = item_of(desk, state);
    if (item == nullptr) return {};
    // What was filled in is of the day it was handed in, ages and terms too, whenever it is printed.
    const base::Date day = state.registered_at ? base::date_of(*state.registered_at) : desk.clock.today();
    auto rows =
        reports::form_rows(desk.catalogue->form_of(*item), state.form, state.registration.circumstances, day);
    // The paper of a case ends with the applicant's signature by itself.
    const auto last = std::find_if(rows.rbegin(), rows.rend(), [](const auto& row) { return row.signature; });
    if (last != rows.rend()) rows.erase(std::next(last).base());
    return rows;
}

namespace {

base::Result<PrintedDocument> print(Desk& desk, reports::NoticeKind kind, const domain::CaseState& state,
                                    const reports::NoticeContext& context, std::string file_name) {
    YC_TRY(const reports::FontBook* fonts, desk.fonts());
    YC_TRY(reports::Document document, reports::make_notice(kind, state, context, *fonts));
    YC_TRY(std::string pdf, reports::write_pdf(document, *fonts));
    const std::string name(base::to_name(kind));
    return PrintedDocument{
        name, {"desk.paper." + name, {}}, std::move(file_name), std::move(pdf), std::move(document.pages)};
}

}  // namespace

base::Result<PrintedDocument> print_paper(Desk& desk, reports::NoticeKind kind,
                                          const domain::CaseState& state, const std::string& refers_to) {
    reports::NoticeContext context = context_of(desk, state);
    context.refers_to = refers_to;
    YC_CHECK(set_saved(context, desk, state));
    if (kind == reports::NoticeKind::application_form) {
        const domain::ServiceItem* item = item_of(desk, state);
        if (item != nullptr) context.form_title = desk.catalogue->form_of(*item).title.zh;
        context.form_rows = form_rows(desk, state);
    }
    return print(desk, kind, state, context, paper_file_name(kind, state));
}

base::Result<PrintedDocument> print_receipt_again(Desk& desk, const Received& received) {
    constexpr auto kind = reports::NoticeKind::receipt;
    reports::NoticeContext context = context_of(desk, received.state);
    context.received_by = received.clerk.name;
    YC_CHECK(set_saved(context, desk, received.state));
    return print(desk, kind, received.state, context, paper_file_name(kind, received.state));
}

base::Result<PrintedDocument> print_joint_receipt(Desk& desk, const std::vector<domain::CaseState>& states) {
    constexpr auto kind = reports::NoticeKind::joint_receipt;
    std::vector<domain::Registration> registrations;
    for (const domain::CaseState& state : states) registrations.push_back(state.registration);
    const domain::CaseState& lead = states[leading_case(registrations)];
    reports::NoticeContext context = context_of(desk, lead);
    YC_CHECK(set_saved(context, desk, lead));
    for (const domain::CaseState& state : states) {
        reports::NoticeContext own = context_of(desk, state);
        YC_CHECK(set_saved(own, desk, state));
        if (own.saved == reports::SavedWhere::this_machine) context.saved = own.saved;
        context.members.push_back(
            {state, std::move(own.department.name), std::move(own.item_materials), own.r5_due});
    }
    const std::string file = localization::tr_in(localization::Language::zh_CN, "desk.paper.joint_file",
                                                 {{"title", reports::notice_title(kind)},
                                                  {"count", std::to_string(states.size())},
                                                  {"number", lead.registration.case_no}});
    return print(desk, kind, lead, context, file);
}

}  // namespace yc::client::desk
