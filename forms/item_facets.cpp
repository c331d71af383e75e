#include "forms/item_facets.h"

#include <algorithm>

namespace yc::forms {

using domain::ItemDefinition;
using domain::ServiceItem;

namespace {

bool has(const std::vector<std::string>& words, const std::string& wanted) {
    return wanted.empty() || std::find(words.begin(), words.end(), wanted) != words.end();
}

bool asks_definition(const ItemFacets& facets) {
    return !facets.subject.empty() || !facets.life_event.empty() || facets.level || facets.target ||
           facets.served || facets.identity || facets.scope;
}

bool serves(const ItemDefinition& definition, Served served) {
    return served == Served::person ? domain::is_for_persons(definition)
                                    : domain::is_for_organisations(definition);
}

bool fits_definition(const ItemDefinition& definition, const ItemFacets& facets) {
    return has(definition.subjects, facets.subject) && has(definition.life_events, facets.life_event) &&
           (!facets.level || definition.level == facets.level) &&
           (!facets.target || definition.targets.contains(*facets.target)) &&
           (!facets.served || serves(definition, *facets.served)) &&
           (!facets.identity || definition.identities.contains(*facets.identity)) &&
           (!facets.scope || definition.scope >= *facets.scope);
}

}  // namespace

bool fits(const ServiceItem& item, const ItemFacets& facets) {
    if (!facets.department.empty() && item.department != facets.department &&
        item.department_name != facets.department)
        return false;
    if (facets.type && item.type != *facets.type) return false;
    if (facets.on_the_spot && item.case_kind != domain::CaseKind::immediate) return false;
    if (facets.defined && !item.fully_defined) return false;
    return !asks_definition(facets) || (item.has_definition() && fits_definition(item.definition(), facets));
}

}  // namespace yc::forms
