#include "client/desk/intake_groups.h"

#include <algorithm>
#include <set>

#include "client/desk/intake_package.h"

namespace yc::client::desk {

namespace {

/// Items that the draft's package asks for, with its answers.
std::set<std::string> asked_by(const domain::ItemPackage& package, const forms::Catalogue& catalogue,
                               const IntakeDraft& draft) {
    std::set<std::string> items;
    const auto members = domain::members_for(
        package, [&](const std::string& code) { return find_package(catalogue, code); },
        [&](const std::string& code) { return catalogue.newest(code) != nullptr; }, draft.package_answers);
    if (!members) return items;
    for (const auto& member : *members) items.insert(member.item);
    return items;
}

}  // namespace

std::vector<ErrandGroup> groups_of(const forms::Catalogue& catalogue, const IntakeDraft& draft) {
    const domain::ItemPackage* package = find_package(catalogue, draft.package);
    const auto asked = package ? asked_by(*package, catalogue, draft) : std::set<std::string>();
    ErrandGroup together{.package = package}, single;
    for (size_t i = 0; i < draft.errands.size(); ++i)
        (asked.contains(draft.errands[i].item) ? together : single).errands.push_back(i);
    std::vector<ErrandGroup> groups;
    if (together.errands.size() == 1) {  // nothing to lead: a case by itself
        single.errands.push_back(together.errands.front());
        std::sort(single.errands.begin(), single.errands.end());
    } else if (!together.errands.empty()) {
        groups.push_back(std::move(together));
    }
    if (!single.errands.empty()) groups.push_back(std::move(single));
    return groups;
}

size_t leading_case(const std::vector<domain::Registration>& group) {
    const auto leads = [](const domain::Registration& each) {
        return each.package && each.department == each.package->lead_department;
    };
    const auto found = std::find_if(group.begin(), group.end(), leads);
    return found == group.end() ? 0 : static_cast<size_t>(found - group.begin());
}

}  // namespace yc::client::desk
