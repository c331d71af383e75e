#include "core/domain/dossier_file.h"

#include <algorithm>
#include <set>

namespace yc::domain {

DossierFile file_of(std::span<const DossierRecord> parts, const JoinedAt& joined, size_t asked) {
    DossierFile file{.dossier = dossier_of(parts, joined, asked),
                     .statements = statements_of(parts),
                     .acts = acts_of(parts)};
    for (size_t i = 0; i < parts.size(); ++i)
        file.parts.push_back({.key = parts[i].key,
                              .case_count = parts[i].case_count,
                              .version = parts[i].version,
                              .joined = i < joined.size() ? joined[i] : 0});
    return file;
}

std::vector<FactStanding> standings_of(const DossierFile& file) {
    JoinedAt joined;
    for (const auto& part : file.parts) joined.push_back(part.joined);
    return standings_of(file.statements, file.acts, joined);
}

std::vector<TimelineEntry> timeline_of(const DossierFile& file) {
    std::set<std::string> standing;
    for (const auto& one : standings_of(file))
        for (const auto& value : one.values) standing.insert(value.id);
    std::vector<TimelineEntry> entries;
    for (int i = 0; i < std::ssize(file.statements); ++i) {
        const auto& statement = file.statements[static_cast<size_t>(i)];
        entries.push_back(
            {.at = statement.at, .statement = i, .superseded = !standing.contains(statement.id)});
    }
    for (int i = 0; i < std::ssize(file.dossier.documents); ++i)
        entries.push_back({.at = file.dossier.documents[static_cast<size_t>(i)].at, .document = i});
    for (int i = 0; i < std::ssize(file.acts); ++i)
        entries.push_back({.at = file.acts[static_cast<size_t>(i)].at, .act = i});
    for (int i = 0; i < std::ssize(file.cases); ++i)
        if (const auto& at = file.cases[static_cast<size_t>(i)].registered_at)
            entries.push_back({.at = *at, .opened_case = i});
    std::stable_sort(entries.begin(), entries.end(),
                     [](const TimelineEntry& a, const TimelineEntry& b) { return a.at > b.at; });
    return entries;
}

const DossierAct* undone_by(const DossierFile& file, const DossierAct& act) {
    const auto found = std::find_if(file.acts.begin(), file.acts.end(), [&](const DossierAct& one) {
        return one.kind == DossierActKind::undo && one.concerns == act.id;
    });
    return found == file.acts.end() ? nullptr : &*found;
}

}  // namespace yc::domain
