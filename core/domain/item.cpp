#include "core/domain/item.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace yc::domain {

namespace {

/// Everything of an item but its definition, for comparing.
auto entry_of(const ServiceItem& item) {
    return std::tie(item.code, item.version, item.name, item.type, item.state, item.case_kind,
                    item.fully_defined, item.department, item.department_name, item.main_item,
                    item.area_code);
}

void adjust(ItemDefinition& definition, base::InternedText& department, const Adjustment& adjustment) {
    if (adjustment.statutory) definition.statutory = *adjustment.statutory;
    if (adjustment.promised) definition.promised = *adjustment.promised;
    if (adjustment.fee) definition.fee = *adjustment.fee;
    if (adjustment.department) {
        for (auto& step : definition.flow)
            if (step.department == department) step.department = *adjustment.department;
        department = *adjustment.department;
    }
    for (auto& material : definition.materials) {
        const auto changed = adjustment.necessities.find(material.code);
        if (changed != adjustment.necessities.end()) material.necessity = changed->second;
    }
}

}  // namespace

const Material* ItemDefinition::material(const std::string& code) const {
    const auto found = std::find_if(materials.begin(), materials.end(),
                                    [&](const Material& one) { return one.code == code; });
    return found == materials.end() ? nullptr : &*found;
}

const ItemDefinition& ServiceItem::definition() const {
    static const ItemDefinition none;
    return definition_ ? *definition_ : none;
}

void ServiceItem::define(ItemDefinition definition) {
    definition_ = std::make_shared<const ItemDefinition>(std::move(definition));
}

bool operator==(const ServiceItem& a, const ServiceItem& b) {
    return entry_of(a) == entry_of(b) &&
           (a.definition_ == b.definition_ ||
            (a.definition_ && b.definition_ && *a.definition_ == *b.definition_));
}

bool is_listed_only(const ServiceItem& item) {
    if (item.fully_defined) return false;
    if (!item.has_definition()) return true;
    ItemDefinition entry;
    entry.published = item.definition().published;
    return item.definition() == entry;
}

ServiceItem item_for(const ServiceItem& item, const Circumstances& circumstances) {
    if (!item.has_definition()) return item;
    ServiceItem out = item;
    auto definition = item.definition();
    const auto answers = settled_answers(definition.questions, circumstances);
    std::erase_if(definition.materials,
                  [&](const Material& material) { return !material.when.holds(answers); });
    for (const auto& adjustment : definition.adjustments)
        if (adjustment.when.holds(answers)) adjust(definition, out.department, adjustment);
    out.define(std::move(definition));
    return out;
}

std::vector<Material> materials_for(const ServiceItem& item, const Circumstances& circumstances) {
    return item_for(item, circumstances).definition().materials;
}

bool is_for_persons(const ItemDefinition& definition) {
    return definition.targets.contains(Target::person);
}

bool is_for_organisations(const ItemDefinition& definition) {
    return std::any_of(definition.targets.begin(), definition.targets.end(),
                       [](Target target) { return target != Target::person; });
}

std::string legal_basis_text(const std::vector<LegalBasis>& basis) {
    std::string text;
    for (const auto& article : basis)
        text += (text.empty() ? "" : "；") + article.law + article.number + article.clause;
    return text;
}

}  // namespace yc::domain
