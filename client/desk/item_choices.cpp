#include "client/desk/item_choices.h"

#include <algorithm>
#include <map>
#include <set>

#include "client/desk/desk.h"
#include "client/desk/intake_items.h"

namespace yc::client::desk {

namespace {

using Counts = std::map<std::string, int>;

std::vector<std::string> most_common_first(const Counts& counts) {
    std::vector<std::string> words;
    for (const auto& [word, count] : counts) words.push_back(word);
    std::stable_sort(words.begin(), words.end(),
                     [&](const std::string& a, const std::string& b) { return counts.at(a) > counts.at(b); });
    return words;
}

}  // namespace

ItemChoices choices_of(const Desk& desk) {
    Counts departments, subjects, life_events;
    std::map<std::string, std::string> names;
    std::set<domain::HandleScope> scopes;
    for (const domain::ServiceItem* item : desk.catalogue->items()) {
        if (!check_item(desk, item, PartyKind::unknown)) continue;
        ++departments[item->department];
        names.try_emplace(item->department, item->department_name);
        for (const auto& subject : item->definition().subjects) ++subjects[subject];
        for (const auto& event : item->definition().life_events) ++life_events[event];
        scopes.insert(item->definition().scope);
    }
    scopes.erase(domain::HandleScope::here);
    ItemChoices choices{.subjects = most_common_first(subjects),
                        .life_events = most_common_first(life_events),
                        .scopes = {scopes.begin(), scopes.end()}};
    for (const auto& id : most_common_first(departments))
        choices.departments.emplace_back(id, desk.directory.department_name(id, names.at(id)));
    return choices;
}

}  // namespace yc::client::desk
