#include "reports/guide_words.h"

#include "core/domain/flow.h"
#include "reports/notice_facts.h"
#include "reports/zh.h"

namespace yc::reports {

namespace {}  // namespace

std::string joined(const std::vector<std::string>& parts, const char* joint) {
    std::string all;
    for (const std::string& part : parts)
        if (!part.empty()) all += (all.empty() ? "" : joint) + part;
    return all;
}

std::string sentence(const std::string& text) {
    return text.empty() || text.ends_with("。") ? text : text + "。";
}

std::string fee_words(const domain::ItemDefinition& item) {
    if (item.fee.empty()) return zh("report.guide.free");
    return item.guide.fee_basis.empty() ? item.fee : item.fee + "（" + item.guide.fee_basis + "）";
}

std::string ways_of(const domain::ItemGuide& guide) {
    const std::vector<std::pair<bool, const char*>> ways{
        {guide.in_hall, "hall"},          {guide.online, "online"}, {guide.by_mail, "mail"},
        {guide.self_service, "terminal"}, {guide.agency, "agency"}, {guide.appointment, "appointment"},
        {guide.online_payment, "payment"}};
    std::vector<std::string> words;
    for (const auto& [open, name] : ways)
        if (open) words.push_back(zh("report.guide.way." + std::string(name)));
    return joined(words, "、");
}

std::string source_of(const domain::Material& material) {
    if (!material.issuer.empty()) return material.issuer;
    return zh("report.guide.source." + std::string(base::to_name(material.source)));
}

std::string copies_of(const domain::Material& material) {
    std::vector<std::string> parts;
    const auto add = [&](const char* key, int count) {
        if (count > 0) parts.push_back(zh(key, {{"count", std::to_string(count)}}));
    };
    add("report.material.originals_wanted", material.originals);
    add("report.material.copies_wanted", material.copies);
    if (material.form != domain::MaterialForm::either)
        parts.push_back(zh("report.guide.form." + std::string(base::to_name(material.form))));
    return joined(parts, "\n");
}

std::string steps_of(const GuideItem& one, const domain::Directory& directory) {
    std::vector<std::string> steps;
    for (const domain::FlowStep& step : domain::flow_of(domain::terms_of(one.item), one.item.department)) {
        std::string words = step.name;
        std::vector<std::string> facts;
        if (step.department != std::string(one.item.department))
            facts.push_back(directory.department_name(step.department, step.department));
        if (step.limit_days > 0) facts.push_back(limit_words({step.limit_days}));
        if (!facts.empty()) words += "（" + joined(facts, "，") + "）";
        steps.push_back(std::move(words));
    }
    return joined(steps, " → ");
}

std::string procedures_of(const domain::ItemGuide& guide) {
    std::vector<std::string> all;
    for (const domain::SpecialProcedure& one : guide.special_procedures)
        all.push_back(zh("report.guide.special", {{"kind", one.kind}, {"limit", limit_words(one.limit)}}) +
                      (one.description.empty() ? "" : "：" + one.description));
    return joined(all, "；");
}

}  // namespace yc::reports
