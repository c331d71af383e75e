#include "reports/joint_receipt.h"

#include <algorithm>

#include "reports/notice_facts.h"
#include "reports/notice_tables.h"
#include "reports/zh.h"

namespace yc::reports {

namespace {

using domain::SubmittedMaterial;

/// What is in the pile, with the members it serves.
struct Piled {
    SubmittedMaterial material;
    domain::Material asked;
    std::vector<size_t> members;
};

bool is_same(const SubmittedMaterial& one, const SubmittedMaterial& other) {
    return !one.document_type.empty() && one.document_type == other.document_type &&
           one.state == other.state && one.pages == other.pages &&
           one.reused_document == other.reused_document;
}

void merge(Piled& into, const SubmittedMaterial& material, size_t member) {
    into.material.originals = std::max(into.material.originals, material.originals);
    into.material.copies = std::max(into.material.copies, material.copies);
    into.material.necessity = stricter(into.material.necessity, material.necessity);
    into.members.push_back(member);
}

domain::Material asked_for(const SubmittedMaterial& material, const std::vector<domain::Material>& known) {
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const auto& each) { return each.code == material.code; });
    return found == known.end() ? domain::Material{} : *found;
}

std::string limits_of(const domain::ItemTerms& item) {
    if (item.promised.amount == 0) return limit_words(item.promised);
    return zh("report.joint.limits",
              {{"promised", limit_words(item.promised)}, {"statutory", limit_words(item.statutory)}});
}

std::string missing_words(const domain::CaseState& state) {
    if (state.materials.empty()) return zh("report.joint.unlisted");
    const size_t missing = listed_materials("missing", state).size();
    if (missing > 0) return zh("report.joint.missing", {{"count", std::to_string(missing)}});
    return zh(state.supplement_codes.empty() ? "report.none" : "report.joint.to_correct");
}

}  // namespace

domain::Necessity stricter(domain::Necessity one, domain::Necessity other) {
    using domain::Necessity;
    for (const Necessity each : {Necessity::required, Necessity::deferrable})
        if (one == each || other == each) return each;
    return Necessity::optional;
}

Pile pile_of(const std::vector<ReceiptMember>& members) {
    std::vector<Piled> piled;
    for (size_t member = 0; member < members.size(); ++member)
        for (const SubmittedMaterial& material : members[member].state.materials) {
            const auto there = std::find_if(piled.begin(), piled.end(), [&](const Piled& each) {
                return each.members.back() != member && is_same(each.material, material);
            });
            if (there != piled.end())
                merge(*there, material, member);
            else
                piled.push_back({material, asked_for(material, members[member].item_materials), {member}});
        }
    Pile pile;
    for (Piled& each : piled) {
        const std::string code = std::to_string(pile.materials.size() + 1);
        each.material.code = each.asked.code = code;
        pile.serves[code] = zh_numbers(each.members);
        pile.materials.push_back(std::move(each.material));
        pile.item_materials.push_back(std::move(each.asked));
    }
    return pile;
}

void put_members(Sheet& sheet, const std::vector<ReceiptMember>& members) {
    const std::vector<Column> columns{
        {11, Align::centre}, {sheet.content_width() - 11 - 40 - 33 - 19}, {40}, {33}, {19, Align::centre}};
    std::vector<std::vector<Cell>> rows{head_row({"number", "member", "department", "limits", "missing"})};
    for (const ReceiptMember& member : members) {
        const domain::Registration& registration = member.state.registration;
        rows.push_back({{std::to_string(rows.size())},
                        {registration.item.name + "\n" + registration.case_no},
                        {member.department_name},
                        {limits_of(registration.item)},
                        {missing_words(member.state)}});
    }
    TableStyle style;
    style.header_rows = 1;
    sheet.skip(1);
    sheet.table(columns, rows, style);
    sheet.skip(1.5);
}

}  // namespace yc::reports
