#include <algorithm>

#include "reports/guide.h"
#include "reports/joint_receipt.h"

namespace yc::reports {

namespace {

void merge(GuideMaterial& into, const domain::Material& material, size_t item) {
    domain::Material& all = into.material;
    all.originals = std::max(all.originals, material.originals);
    all.copies = std::max(all.copies, material.copies);
    all.necessity = stricter(all.necessity, material.necessity);
    if (all.acceptance_standard.empty()) all.acceptance_standard = material.acceptance_standard;
    if (all.issuer.empty()) all.issuer = material.issuer;
    into.items.push_back(item);
}

void add_new(std::vector<domain::Reason>& to, const std::vector<domain::Reason>& from) {
    for (const domain::Reason& each : from)
        if (std::find(to.begin(), to.end(), each) == to.end()) to.push_back(each);
}

/// The questions asked with the answers that hold, in words.
std::vector<domain::Reason> answers_in_words(const std::vector<domain::Question>& questions,
                                             const domain::Circumstances& answers) {
    const auto settled = domain::settled_answers(questions, answers);
    std::vector<domain::Reason> words;
    for (const domain::Question* question : domain::questions_asked(questions, settled))
        if (const auto* answer = question->find(settled.at(question->id)))
            words.push_back({question->text, answer->text});
    return words;
}

}  // namespace

GuideItem guide_item(const domain::ServiceItem& item, const domain::Circumstances& answers,
                     const domain::Directory& directory) {
    GuideItem made{
        domain::item_for(item, answers), answers_in_words(item.definition().questions, answers), {}};
    made.department_name = directory.department_name(made.item.department, made.item.department_name);
    return made;
}

Guide guide_of(std::vector<GuideItem> items) {
    Guide guide;
    for (const GuideItem& one : items) guide.name += (guide.name.empty() ? "" : "、") + one.item.name;
    if (items.size() == 1) guide.code = items.front().item.code;
    guide.items = std::move(items);
    return guide;
}

Guide guide_of(const domain::ItemPackage& package, const domain::Circumstances& answers,
               std::vector<GuideItem> items, const domain::Directory& directory) {
    return {
        .name = package.name,
        .code = package.code,
        .about = package.guide,
        .lead_department = package.lead_department,
        .lead_department_name = directory.department_name(package.lead_department, package.lead_department),
        .answers = answers_in_words(package.questions, answers),
        .items = std::move(items)};
}

std::vector<GuideMaterial> guide_materials(const Guide& guide) {
    std::vector<GuideMaterial> all;
    for (size_t item = 0; item < guide.items.size(); ++item)
        for (const domain::Material& material : guide.items[item].item.definition().materials) {
            const auto there = std::find_if(all.begin(), all.end(), [&](const GuideMaterial& each) {
                return each.items.back() != item && !material.document_type.empty() &&
                       each.material.document_type == material.document_type;
            });
            if (there != all.end())
                merge(*there, material, item);
            else
                all.push_back({material, {item}});
        }
    return all;
}

std::vector<domain::Reason> guide_answers(const Guide& guide) {
    std::vector<domain::Reason> all = guide.answers;
    for (const GuideItem& item : guide.items) add_new(all, item.answers);
    return all;
}

}  // namespace yc::reports
