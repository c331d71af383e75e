#include "reports/notice_facts.h"

#include <fmt/format.h>

#include <algorithm>

#include "reports/notice_template.h"
#include "reports/zh.h"

namespace yc::reports {

namespace {

using domain::CaseResult;
using domain::CaseState;
using domain::MaterialState;
using domain::Necessity;

std::string date_words(const std::optional<base::Instant>& instant) {
    return instant ? chinese_date(base::date_of(*instant)) : std::string();
}
std::string date_words(const std::optional<base::Date>& date) {
    return date ? chinese_date(*date) : std::string();
}
std::string time_words(const std::optional<base::Instant>& instant) {
    return instant ? chinese_time(*instant) : std::string();
}

std::string party_words(const domain::Party& party) {
    std::string words = party.name;
    if (!party.phone.empty()) words += "　" + party.phone;
    return words;
}

bool is_owed(const CaseState& state, const domain::SubmittedMaterial& material) {
    if (material.state == MaterialState::deferred) return true;
    const auto& codes = state.deferred_codes;
    if (std::find(codes.begin(), codes.end(), material.code) != codes.end()) return true;
    return material.state == MaterialState::missing && material.necessity == Necessity::deferrable;
}

bool is_here(const domain::SubmittedMaterial& material) {
    return material.state == MaterialState::provided || material.state == MaterialState::reused;
}

void put_people(NoticeFacts& facts, const CaseState& state) {
    auto& v = facts.values;
    const domain::Party& applicant = state.registration.applicant;
    v["applicant"] = applicant.name;
    v["applicant_number"] = applicant.key.number;
    v["applicant_number_masked"] = masked_number(applicant.key.number);
    v["applicant_kind"] = zh("report.document." + std::string(base::to_name(applicant.key.kind)));
    v["applicant_phone"] = applicant.phone;
    v["applicant_address"] = applicant.address;
    v["legal_representative"] = applicant.legal_representative;
    v["contact"] = applicant.contact_name;
    v["agent"] = state.registration.agent ? party_words(*state.registration.agent) : std::string();
}

void put_place(NoticeFacts& facts, const CaseState& state, const NoticeContext& context) {
    auto& v = facts.values;
    v["hall_name"] = context.hall.name;
    v["hall_address"] = context.hall.address;
    v["hall_phone"] = context.hall.phone;
    v["counter"] = context.counter_name;
    v["clerk"] = context.received_by.value_or(context.clerk_name);
    v["department"] =
        context.department.name.empty() ? state.registration.department_name : context.department.name;
    v["department_phone"] = context.department.phone;
    v["refers_to"] = context.refers_to;
    v["saved_words"] = context.saved == SavedWhere::hub
                           ? zh("report.saved.hub", {{"seq", std::to_string(context.hub_seq)}})
                           : zh("report.saved.this_machine");
}

void put_item(NoticeFacts& facts, const CaseState& state, const NoticeContext& context) {
    auto& v = facts.values;
    const domain::ItemTerms& item = state.registration.item;
    v["case_no"] = state.registration.case_no;
    v["query_code"] = state.query_code;
    v["item_name"] = item.name;
    v["item_code"] = item.code;
    v["result_name"] = item.result_name;
    v["promised_limit"] = limit_words(item.promised);
    v["statutory_limit"] = limit_words(item.statutory);
    v["promise_due"] = date_words(context.promise_due);
    v["statutory_due"] = date_words(context.statutory_due);
    v["r5_due"] =
        context.r5_due ? zh("report.not_later", {{"date", chinese_date(*context.r5_due)}}) : std::string();
    if (context.promise_due)
        v["promise_sentence"] = zh("report.promise_sentence", {{"date", v["promise_due"]}});
    if (context.due_provisional) v["provisional_note"] = zh("report.provisional_note");
}

void put_times(NoticeFacts& facts, const CaseState& state, const NoticeContext& context) {
    auto& v = facts.values;
    v["received_date"] = date_words(state.received_at);
    v["received_time"] = time_words(state.received_at);
    v["supplied_time"] = time_words(state.supplied_at);
    v["first_received_date"] =
        date_words(state.first_received_at ? state.first_received_at : state.registered_at);
    v["accepted_date"] = date_words(state.accepted_at);
    v["decided_date"] = date_words(state.decided_at);
    v["decided_time"] = time_words(state.decided_at);
    v["closed_date"] = date_words(state.closed_at);
    v["notified_date"] = date_words(state.notified_at);
    v["notified_time"] = time_words(state.notified_at);
    v["supplement_deadline"] = date_words(state.supplement_deadline);
    v["tolerant_deadline"] = date_words(state.tolerant_deadline);
    v["valid_until"] = date_words(state.valid_until);
    v["printed_date"] = chinese_date(base::date_of(context.printed_at));
}

void put_outcome(NoticeFacts& facts, const CaseState& state) {
    auto& v = facts.values;
    v["reason"] = state.reason;
    v["case_legal_basis"] = state.legal_basis;
    v["right_organ"] = state.right_organ;
    v["licence_no"] = state.licence_no;
    v["outcome"] =
        state.result ? zh("report.outcome." + std::string(base::to_name(*state.result))) : std::string();
    for (const std::string& officer : state.officers)
        v["officers"] += (v["officers"].empty() ? "" : "、") + officer;
    if (!state.proof) return;
    const domain::ProofOfService& proof = *state.proof;
    v["receiver"] = proof.receiver_name;
    v["receiver_number_masked"] = masked_number(proof.receiver_key.number);
    const bool usual = proof.relation == "self" || proof.relation == "agent";
    v["relation"] = usual ? zh("report.relation." + proof.relation) : proof.relation;
    v["service_way"] = zh("report.service." + std::string(base::to_name(proof.way)));
    v["service_place"] = proof.place;
    v["waybill"] = proof.waybill;
    v["signed_time"] = time_words(proof.signed_at);
}

/// What a joint receipt says of its cases together.
void put_members(NoticeFacts& facts, const CaseState& state, const NoticeContext& context) {
    auto& v = facts.values;
    const auto& package = state.registration.package;
    v["package_name"] = package ? package->name : std::string();
    v["lead_department"] = package ? package->lead_department_name : std::string();
    v["member_count"] = std::to_string(context.members.size());
    const bool led = package && package->lead_department == state.registration.department;
    v["lead_item"] = zh(led ? "report.joint.lead_item" : "report.joint.first_item",
                        {{"item", state.registration.item.name}});
    if (context.members.size() > 1) facts.holds.insert("joint");
    const bool some_unlisted =
        std::any_of(context.members.begin(), context.members.end(),
                    [](const ReceiptMember& member) { return member.state.materials.empty(); });
    if (some_unlisted) facts.holds.insert("unlisted");
    const auto told = [](const ReceiptMember& member) { return !member.state.supplement_codes.empty(); };
    if (std::any_of(context.members.begin(), context.members.end(), told)) facts.holds.insert("to_correct");
    if (facts.holds.contains("unlisted") || facts.holds.contains("to_correct")) facts.holds.erase("complete");
    const bool all_told = std::all_of(context.members.begin(), context.members.end(), told);
    if (!all_told && !facts.holds.contains("complete")) facts.holds.insert("some_to_be_told");
}

std::map<std::string, bool> judge(const CaseState& state) {
    const auto& materials = state.materials;
    const bool lacks = !listed_materials("missing", state).empty();
    const bool to_correct = !state.supplement_codes.empty();
    const bool complete = !lacks && !to_correct && !materials.empty();
    // After the acceptance: what was owed, or asked for in the review.
    const bool supplied_late =
        state.supplied_at && state.accepted_at && *state.accepted_at < *state.supplied_at;
    const bool immediate = state.registration.item.case_kind == domain::CaseKind::immediate;
    const bool decided = state.decided_at.has_value();
    return {{"registered", state.registered_at.has_value()},
            {"received", state.received_at.has_value()},
            {"accepted", state.accepted_at.has_value()},
            {"deemed", state.deemed_accepted},
            {"notified", state.notified_at.has_value() && !state.supplement_codes.empty()},
            {"supplemented", state.supplied_at.has_value()},
            {"complete", complete},
            {"supplement_open", !supplied_late && !complete},
            {"supplement_complete", !supplied_late && complete},
            {"supplied_late", supplied_late},
            {"supplied_late_complete", supplied_late && complete},
            {"incomplete", lacks},
            {"to_correct", to_correct},
            {"to_be_told", lacks && !to_correct},
            {"unlisted", materials.empty()},
            {"owes_materials", std::any_of(materials.begin(), materials.end(),
                                           [&](const auto& material) { return is_owed(state, material); })},
            {"immediate", immediate},
            {"promised", !immediate},
            {"declined", state.result == CaseResult::declined},
            {"not_required", state.result == CaseResult::not_required},
            {"withdrawn", state.result == CaseResult::withdrawn},
            {"decided", decided},
            {"granted", decided && state.result == CaseResult::granted},
            {"refused", decided && state.result == CaseResult::refused},
            {"decided_on_spot", decided && state.decided_on_spot}};
}

}  // namespace

std::string limit_words(const domain::Limit& limit) {
    if (limit.amount == 0) return zh("report.limit.immediate");
    return zh("report.limit." + std::string(base::to_name(limit.unit)),
              {{"days", std::to_string(limit.amount)}});
}

std::string chinese_date(base::Date date) {
    return fmt::format("{}年{}月{}日", int(date.year()), unsigned(date.month()), unsigned(date.day()));
}

std::string chinese_time(base::Instant instant) {
    const auto minutes = int(base::time_of_day(instant).count());
    return chinese_date(base::date_of(instant)) + fmt::format(" {:02}时{:02}分", minutes / 60, minutes % 60);
}

std::string masked_number(const std::string& number) {
    if (number.size() < 8) return number.empty() ? number : std::string(number.size(), '*');
    const size_t head = number.size() >= 15 ? 6 : 2, tail = number.size() >= 15 ? 4 : 2;
    return number.substr(0, head) + std::string(number.size() - head - tail, '*') +
           number.substr(number.size() - tail);
}

std::vector<domain::SubmittedMaterial> listed_materials(const std::string& list, const CaseState& state) {
    std::vector<domain::SubmittedMaterial> out;
    const auto& asked = state.supplement_codes;
    for (const domain::SubmittedMaterial& material : state.materials) {
        const bool was_asked = std::find(asked.begin(), asked.end(), material.code) != asked.end();
        const bool lacking =
            (material.state == MaterialState::missing && material.necessity != Necessity::optional) ||
            material.state == MaterialState::deferred;
        const bool wanted = (list == "received" && is_here(material)) ||
                            (list == "handover" && is_here(material)) || (list == "missing" && lacking) ||
                            (list == "asked" && was_asked) || (list == "owed" && is_owed(state, material));
        if (wanted) out.push_back(material);
    }
    return out;
}

NoticeFacts facts_of(const CaseState& state, const NoticeContext& context) {
    NoticeFacts facts;
    put_people(facts, state);
    put_place(facts, state, context);
    put_item(facts, state, context);
    put_times(facts, state, context);
    put_outcome(facts, state);
    for (const auto& [name, holds] : judge(state))
        if (holds) facts.holds.insert(name);
    put_members(facts, state, context);
    if (context.received_by) facts.holds.insert("again");
    for (const char* name :
         {"reason", "case_legal_basis", "right_organ", "supplement_deadline", "agent", "licence_no"})
        if (!facts.values[name].empty()) facts.holds.insert("has_" + std::string(name));
    return facts;
}

const std::set<std::string>& known_values() {
    static const std::set<std::string> names = [] {
        std::set<std::string> all{
            "promise_sentence", "provisional_note", "officers",      "receiver", "receiver_number_masked",
            "relation",         "service_way",      "service_place", "waybill",  "signed_time"};
        for (const auto& [name, value] : facts_of({}, {}).values) all.insert(name);
        return all;
    }();
    return names;
}

const std::set<std::string>& known_facts() {
    static const std::set<std::string> names = [] {
        std::set<std::string> all{"has_reason",      "has_case_legal_basis",
                                  "has_right_organ", "has_supplement_deadline",
                                  "has_agent",       "has_licence_no"};
        for (const auto& [name, holds] : judge({})) all.insert(name);
        all.insert({"joint", "some_to_be_told", "again"});
        return all;
    }();
    return names;
}

const std::set<std::string>& known_lists() {
    static const std::set<std::string> names{"received", "missing", "asked", "owed", "handover"};
    return names;
}

}  // namespace yc::reports
