#include "client/desk/intake_package.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "forms/field_check.h"

namespace yc::client::desk {

namespace {

Errand new_errand(const domain::ServiceItem& item, const domain::Circumstances& settled_by_package) {
    return {.item = item.code,
            .item_version = item.version,
            .answers = domain::settled_answers(item.definition().questions, settled_by_package)};
}

/// An errand that is there already, with what the package settles of its questions.
Errand settled(Errand errand, const forms::Catalogue& catalogue, const domain::Circumstances& by_package) {
    const auto* item = catalogue.find(errand.item, errand.item_version);
    if (item == nullptr) return errand;
    for (const auto& [question, answer] : by_package) errand.answers[question] = answer;
    errand.answers = domain::settled_answers(item->definition().questions, errand.answers);
    return errand;
}

auto is_of(const std::string& item) {
    return [&item](const Errand& errand) { return errand.item == item; };
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

base::Result<PackageErrands> errands_of_package(const domain::ItemPackage& package,
                                                const forms::Catalogue& catalogue, const IntakeDraft& draft) {
    YC_TRY(const auto members, forms::members_to_take(package, catalogue, draft.package_answers));
    std::set<std::string> possible;
    add_possible(package, catalogue, possible);
    std::vector<Errand> known = draft.errands;
    known.insert(known.end(), draft.set_aside.begin(), draft.set_aside.end());
    PackageErrands now;
    for (const auto& member : members) {
        const auto there = std::find_if(known.begin(), known.end(), is_of(member.item));
        now.errands.push_back(there == known.end()
                                  ? new_errand(*catalogue.newest(member.item), member.answers)
                                  : settled(std::move(*there), catalogue, member.answers));
        if (there != known.end()) known.erase(there);
    }
    for (auto& errand : known) {
        const bool chosen = std::any_of(draft.errands.begin(), draft.errands.end(), is_of(errand.item));
        auto& to = chosen && !possible.contains(errand.item) ? now.errands : now.set_aside;
        to.push_back(std::move(errand));
    }
    return now;
}

namespace {

/// What makes two fields the same.
using Asked = std::tuple<std::string, forms::FieldType, std::vector<std::string>>;

bool may_share(const forms::FieldState& one) {
    const forms::Field& field = *one.field;
    return !field.fact.empty() && one.row < 0 && field.computed.empty() && forms::holds_value(field.type);
}

Asked asked_by(const forms::Field& field) {
    std::vector<std::string> options;
    for (const forms::FieldOption& option : field.options) options.push_back(option.id);
    return {field.fact, field.type, std::move(options)};
}

bool stops(const FieldView& view) {
    return view.problem && !view.problem->warning;
}

std::string value_of(const Errand& errand, const std::string& path) {
    const auto value = errand.form.find(path);
    return value == errand.form.end() ? std::string() : value->second;
}

/// How much a value is worth: nothing, filled in by the program, typed.
int worth(const Errand& errand, const std::string& path) {
    if (value_of(errand, path).empty()) return 0;
    return errand.left.contains(path) ? 2 : 1;
}

void copy_value(const Errand& from, const std::string& path, Errand& to, const std::string& to_path) {
    to.form[to_path] = value_of(from, path);
    to.prefills.erase(to_path);
    if (const auto filled = from.prefills.find(path); filled != from.prefills.end())
        to.prefills[to_path] = filled->second;
}

}  // namespace

std::vector<AskedFields> asked_before(const std::vector<forms::FormState>& states) {
    std::vector<AskedFields> before(states.size());
    std::map<Asked, AskedBefore> first;
    for (size_t errand = 0; errand < states.size(); ++errand)
        for (const auto& one : states[errand].fields()) {
            if (!may_share(one)) continue;
            const auto [place, is_new] =
                first.try_emplace(asked_by(*one.field), AskedBefore{errand, one.path});
            if (!is_new && place->second.errand != errand) before[errand].emplace(one.path, place->second);
        }
    return before;
}

void ask_once(std::vector<std::vector<FieldView>>& views, const std::vector<AskedFields>& before) {
    for (size_t errand = 0; errand < views.size(); ++errand) {
        for (const FieldView& view : views[errand]) {
            const auto asked = before[errand].find(view.id);
            if (asked == before[errand].end()) continue;
            for (FieldView& asking : views[asked->second.errand]) {
                if (asking.id != asked->second.path) continue;
                asking.required |= view.required;
                if (stops(view) && !stops(asking)) asking.problem = view.problem;
            }
        }
        std::erase_if(views[errand], [&](const FieldView& view) { return before[errand].contains(view.id); });
    }
}

void share_values(std::vector<Errand>& errands, const std::vector<AskedFields>& before) {
    for (size_t i = 0; i < errands.size() && i < before.size(); ++i) {
        Errand& errand = errands[i];
        std::set<std::string> shared;
        for (const auto& [path, asked] : before[i]) {
            Errand& source = errands[asked.errand];
            shared.insert(path);
            if (!errand.shared.contains(path) && worth(errand, path) > worth(source, asked.path)) {
                copy_value(errand, path, source, asked.path);
                if (errand.left.contains(path)) source.left.insert(asked.path);
            }
            copy_value(source, asked.path, errand, path);
        }
        errand.shared = std::move(shared);
    }
}

}  // namespace yc::client::desk
