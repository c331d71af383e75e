#include "client/desk/intake_package.h"

#include <algorithm>
#include <set>

namespace yc::client::desk {

namespace {

Errand new_errand(const domain::ServiceItem& item, const domain::Circumstances& settled_by_package) {
    return {.item = item.code,
            .item_version = item.version,
            .answers = domain::settled_answers(item.definition().questions, settled_by_package)};
}

std::set<std::string> codes_of(const forms::Catalogue& catalogue) {
    std::set<std::string> codes;
    for (const auto* item : catalogue.items())
        if (item->fully_defined) codes.insert(item->code);
    return codes;
}

/// All items and packages that a package may ever ask for, whatever the answers.
void add_possible(const domain::ItemPackage& package, const forms::Catalogue& catalogue,
                  std::set<std::string>& codes) {
    for (const auto& member : package.members) {
        if (!codes.insert(member.item).second) continue;
        if (const auto* inner = find_package(catalogue, member.item)) add_possible(*inner, catalogue, codes);
    }
}

}  // namespace

const domain::ItemPackage* find_package(const forms::Catalogue& catalogue, const std::string& code) {
    const domain::ItemPackage* newest = nullptr;
    for (const auto& package : catalogue.bundle().packages)
        if (package.code == code && (!newest || newest->version < package.version)) newest = &package;
    return newest && newest->state == domain::ItemState::in_use ? newest : nullptr;
}

base::Result<std::vector<Errand>> errands_of_package(const domain::ItemPackage& package,
                                                     const forms::Catalogue& catalogue,
                                                     const IntakeDraft& draft) {
    YC_TRY(const auto members, domain::members_for(package, catalogue.bundle().packages, codes_of(catalogue),
                                                   draft.package_answers));
    const auto kept = [&](const std::string& code) {
        return std::find_if(draft.errands.begin(), draft.errands.end(),
                            [&](const Errand& errand) { return errand.item == code; });
    };
    std::vector<Errand> errands;
    for (const auto& member : members) {
        const auto there = kept(member.item);
        errands.push_back(there != draft.errands.end()
                              ? *there
                              : new_errand(*catalogue.newest(member.item), member.answers));
    }
    std::set<std::string> possible;
    add_possible(package, catalogue, possible);
    for (const auto& errand : draft.errands)
        if (!possible.contains(errand.item)) errands.push_back(errand);
    return errands;
}

std::vector<std::map<std::string, AskedBefore>> asked_before(const std::vector<forms::FormState>& states) {
    std::vector<std::map<std::string, AskedBefore>> before(states.size());
    std::map<std::pair<std::string, forms::FieldType>, AskedBefore> first;
    for (size_t errand = 0; errand < states.size(); ++errand)
        for (const auto& one : states[errand].fields()) {
            const auto& field = *one.field;
            if (field.fact.empty() || one.row >= 0 || !field.computed.empty()) continue;
            const auto [place, is_new] =
                first.try_emplace({field.fact, field.type}, AskedBefore{errand, one.path});
            if (!is_new && place->second.errand != errand) before[errand].emplace(one.path, place->second);
        }
    return before;
}

void share_values(std::vector<Errand>& errands, const std::vector<forms::FormState>& states) {
    const auto before = asked_before(states);
    for (size_t errand = 0; errand < errands.size() && errand < before.size(); ++errand)
        for (const auto& [path, asked] : before[errand]) {
            const auto& source = errands[asked.errand];
            const auto value = source.form.find(asked.path);
            errands[errand].form[path] = value == source.form.end() ? std::string() : value->second;
            errands[errand].prefills.erase(path);
            if (const auto filled = source.prefills.find(asked.path); filled != source.prefills.end())
                errands[errand].prefills[path] = filled->second;
        }
}

}  // namespace yc::client::desk
