#include "client/desk/dossier_view.h"

#include <algorithm>
#include <map>
#include <set>

#include "client/desk/case_rows.h"
#include "client/desk/fact_words.h"
#include "core/domain/identity_number.h"
#include "localization/localization.h"

namespace yc::client::desk {

namespace {

using domain::DossierActKind;
using domain::FactStatement;

constexpr std::chrono::days expiring_within{30};

std::string day(base::Instant at) {
    return base::to_string(base::date_of(at));
}

Text source_of(const FactStatement& said) {
    const std::string origin(base::to_name(said.origin));
    if (said.origin == domain::StatementOrigin::registry)
        return {"desk.dossier.source.registry", {{"date", day(said.at)}}};
    const std::string& who = said.said_by_name.empty() ? said.said_by : said.said_by_name;
    return {"desk.dossier.source." + origin + (who.empty() ? "_stated" : ""),
            {{"date", day(said.at)}, {"by", who}, {"case", said.source_case}}};
}

std::vector<DossierImage> images_of(const domain::DossierDocument& document) {
    std::vector<DossierImage> images;
    for (const std::string& sha : document.pages)
        images.push_back({sha, domain::turn_of(document.turned, sha)});
    return images;
}

/// The pages that show what was said, or those that came in with it.
std::vector<DossierImage> pages_behind(const FactStatement& said,
                                       const std::vector<domain::DossierDocument>& documents) {
    std::vector<DossierImage> pages;
    for (const std::string& sha : said.pages) pages.push_back({sha});
    if (!pages.empty()) return pages;
    for (const auto& paper : domain::papers_behind(said, documents))
        for (DossierImage& image : images_of(paper)) pages.push_back(std::move(image));
    return pages;
}

SaidValue said_value(const FactStatement& said, const FactWords& words,
                     const std::vector<domain::DossierDocument>& documents) {
    return {.statement = said.id,
            .value = words.value(said.field, said.value),
            .source = source_of(said),
            .valid_until = said.valid_until ? base::to_string(*said.valid_until) : std::string(),
            .pages = pages_behind(said, documents)};
}

/// What the cached dossier says, for want of the history behind it.
FactStatement statement_of(const domain::Fact& fact) {
    const bool registry = fact.source_case.empty() || fact.source_case == "registry";
    return {.field = fact.field,
            .value = fact.value,
            .origin = registry ? domain::StatementOrigin::registry : domain::StatementOrigin::counter,
            .source_case = fact.source_case,
            .said_by = fact.verified_by,
            .at = fact.at,
            .valid_until = fact.valid_until};
}

std::vector<domain::FactStanding> standings_here(const domain::DossierFile& file) {
    if (!file.statements.empty()) return domain::standings_of(file);
    std::vector<domain::FactStanding> standings;
    for (const domain::Fact& fact : file.dossier.facts) {
        const bool more = !standings.empty() && standings.back().field == fact.field;
        if (!more) standings.push_back({.field = fact.field});
        standings.back().values.push_back(statement_of(fact));
    }
    for (const domain::OpenFact& open : file.dossier.open) {
        standings.push_back({.field = open.field, .open = true});
        for (const domain::Fact& fact : open.values) standings.back().values.push_back(statement_of(fact));
    }
    return standings;
}

const char* group_of(const domain::FactStanding& standing) {
    if (FactWords::particular(standing.field)) return "desk.dossier.group.particulars";
    return standing.values.front().said_by.empty() ? "desk.dossier.group.stated"
                                                   : "desk.dossier.group.verified";
}

void add_facts(DossierView& view, const domain::DossierFile& file, const FactWords& words) {
    for (const char* key :
         {"desk.dossier.group.particulars", "desk.dossier.group.verified", "desk.dossier.group.stated"})
        view.groups.push_back({.title = {key, {}}});
    for (const domain::FactStanding& standing : standings_here(file)) {
        if (standing.values.empty()) continue;
        DossierFactView fact{.field = standing.field, .label = words.label(standing.field)};
        for (const FactStatement& said : standing.values)
            fact.values.push_back(said_value(said, words, file.dossier.documents));
        if (standing.open) {
            view.open.push_back(std::move(fact));
            continue;
        }
        for (DossierFactGroup& group : view.groups)
            if (group.title.key == group_of(standing)) group.facts.push_back(std::move(fact));
    }
    std::stable_sort(view.groups.front().facts.begin(), view.groups.front().facts.end(),
                     [](const DossierFactView& a, const DossierFactView& b) {
                         return FactWords::particular(a.field) < FactWords::particular(b.field);
                     });
    std::erase_if(view.groups, [](const DossierFactGroup& group) { return group.facts.empty(); });
}

void judge(const domain::DossierDocument& document, base::Date today, DossierDocumentView& view) {
    view.tone = Tone::good;
    if (!document.valid_until) {
        view.validity = {"desk.dossier.valid.unlimited", {}};
    } else {
        const std::chrono::sys_days until(*document.valid_until);
        const bool over = until < std::chrono::sys_days(today);
        const bool soon = until <= std::chrono::sys_days(today) + expiring_within;
        view.tone = over ? Tone::bad : soon ? Tone::warn : Tone::good;
        view.validity = {over ? "desk.dossier.valid.expired" : "desk.dossier.valid.until",
                         {{"date", base::to_string(*document.valid_until)}}};
    }
    if (!document.superseded) return;
    view.tone = Tone::plain;
    view.validity = {"desk.dossier.valid.superseded", {}};
}

void add_documents(DossierView& view, const domain::DossierFile& file, base::Date today) {
    for (const domain::DossierDocument& document : file.dossier.documents) {
        DossierDocumentView one{.id = document.id,
                                .name = document.name,
                                .grade = std::string(base::to_name(document.grade)),
                                .superseded = document.superseded};
        judge(document, today, one);
        const bool registry = document.source_case.empty() || document.source_case == "registry";
        one.source = {registry ? "desk.dossier.source.registry" : "desk.dossier.source.document",
                      {{"date", day(document.at)}, {"case", document.source_case}}};
        one.pages = images_of(document);
        view.documents.push_back(std::move(one));
    }
    // What can be used comes first, the newest of it before the older.
    std::stable_sort(view.documents.begin(), view.documents.end(),
                     [](const auto& a, const auto& b) { return a.superseded < b.superseded; });
}

/// What an act is about: a fact's name, a document's, or nothing.
std::string subject_of(const domain::DossierAct& act, const domain::DossierFile& file,
                       const FactWords& words) {
    if (!act.field.empty()) return words.label(act.field);
    for (const auto& document : file.dossier.documents)
        if (document.id == act.document) return document.name;
    if (act.kind == DossierActKind::undo)
        for (const auto& one : file.acts)
            if (one.id == act.concerns)
                return localization::tr("dossier.act." + std::string(base::to_name(one.kind))) + " " +
                       subject_of(one, file, words);
    return {};
}

Text words_of(const domain::DossierAct& act, const domain::DossierFile& file, const FactWords& words) {
    return {"desk.dossier.acted",
            {{"by", act.by_name.empty() ? act.by : act.by_name},
             {"kind", std::string(base::to_name(act.kind))},
             {"subject", subject_of(act, file, words)}}};
}

std::string reason_of(const domain::DossierAct& act) {
    std::string reason =
        act.ground.empty() ? std::string() : localization::tr("dossier.ground." + act.ground);
    if (!act.reason.empty()) reason += (reason.empty() ? "" : " · ") + act.reason;
    return reason;
}

bool can_be_undone(DossierActKind kind) {
    using enum DossierActKind;
    return kind == choose || kind == correct_fact || kind == supersede_document ||
           kind == reinstate_document || kind == replace_pages;
}

void add_acts(DossierView& view, const domain::DossierFile& file, const FactWords& words, bool supervisor) {
    for (auto act = file.acts.rbegin(); act != file.acts.rend(); ++act) {
        if (!can_be_undone(act->kind) || domain::undone_by(file, *act) != nullptr) continue;
        const std::string reason = reason_of(*act);
        view.acts.push_back(
            {.id = act->id,
             .text = words_of(*act, file, words),
             .detail = base::to_minute_string(act->at) + (reason.empty() ? "" : " · ") + reason,
             .may_undo = supervisor || !domain::needs_supervisor(act->kind)});
    }
}

/// Statements of one case are one line: what was said there.
TimelineEntry said_together(const domain::DossierFile& file, const FactWords& words, base::Instant at,
                            const std::vector<int>& statements) {
    std::string labels;
    for (const int index : statements)
        labels += (labels.empty() ? "" : localization::tr("desk.dossier.comma")) +
                  words.label(file.statements[static_cast<size_t>(index)].field);
    const FactStatement& first = file.statements[static_cast<size_t>(statements.front())];
    Text text = source_of(first);
    text.key = "desk.dossier.said." + std::string(base::to_name(first.origin));
    text.args["count"] = std::to_string(statements.size());
    if (text.args["by"].empty()) text.args["by"] = localization::tr("desk.dossier.party");
    return {.at = at, .text = std::move(text), .detail = std::move(labels)};
}

void add_timeline(DossierView& view, const domain::DossierFile& file, const FactWords& words) {
    const auto entries = domain::timeline_of(file);
    for (size_t i = 0; i < entries.size(); ++i) {
        const domain::TimelineEntry entry = entries[i];
        if (entry.statement >= 0) {
            const auto key = [&](const domain::TimelineEntry& one) {
                const auto& said = file.statements[static_cast<size_t>(one.statement)];
                return std::tuple(one.at, said.origin, said.source_case);
            };
            std::vector<int> together{entry.statement};
            while (i + 1 < entries.size() && entries[i + 1].statement >= 0 &&
                   key(entries[i + 1]) == key(entry))
                together.push_back(entries[++i].statement);
            view.timeline.push_back(said_together(file, words, entry.at, together));
        } else if (entry.document >= 0) {
            const auto of = [&](const domain::TimelineEntry& one) -> const domain::DossierDocument& {
                return file.dossier.documents[static_cast<size_t>(one.document)];
            };
            std::string names = of(entry).name;
            size_t count = 1;
            for (; i + 1 < entries.size() && entries[i + 1].document >= 0 && entries[i + 1].at == entry.at &&
                   of(entries[i + 1]).source_case == of(entry).source_case;
                 ++i, ++count)
                names += localization::tr("desk.dossier.comma") + of(entries[i + 1]).name;
            view.timeline.push_back(
                {.at = entry.at,
                 .text = {"desk.dossier.kept_documents", {{"count", std::to_string(count)}}},
                 .detail = names});
        } else if (entry.act >= 0) {
            const auto& act = file.acts[static_cast<size_t>(entry.act)];
            view.timeline.push_back(
                {.at = entry.at, .text = words_of(act, file, words), .detail = reason_of(act)});
        } else if (entry.opened_case >= 0) {
            const auto& one = file.cases[static_cast<size_t>(entry.opened_case)];
            view.timeline.push_back({.at = entry.at,
                                     .text = {"desk.dossier.applied", {{"item", one.item_name}}},
                                     .detail = one.case_no});
        }
    }
}

void add_others(DossierView& view, const domain::DossierFile& file, const DossierReader& reader) {
    for (const domain::CaseReference& one : file.cases)
        view.cases.push_back({.case_id = one.case_id,
                              .case_no = one.case_no,
                              .item_name = one.item_name,
                              .state = state_words(one.life, one.result),
                              .tone = state_tone(one.life, one.result),
                              .here = reader.is_here && reader.is_here(one.case_id)});
    for (const domain::RelatedParty& one : file.related)
        view.related.push_back(
            {.relation = {"dossier.relation." + std::string(base::to_name(one.relation)), {}},
             .name = one.name,
             .number = one.key ? domain::mask_number(one.key->number) : std::string(),
             .key = one.key,
             .case_no = one.cases.empty() ? std::string() : one.cases.back()});
}

void add_notes(DossierView& view, const domain::DossierFile& file, const DossierReader& reader) {
    const auto add = [&](const char* key, Tone tone, std::ptrdiff_t count) {
        if (count > 0) view.notes.push_back({{key, {{"count", std::to_string(count)}}}, tone});
    };
    const auto of_tone = [&](Tone tone) {
        return std::count_if(view.documents.begin(), view.documents.end(),
                             [&](const auto& one) { return one.tone == tone; });
    };
    add("desk.dossier.note.open", Tone::bad, std::ssize(view.open));
    add("desk.dossier.note.expired", Tone::bad, of_tone(Tone::bad));
    add("desk.dossier.note.expiring", Tone::warn, of_tone(Tone::warn));
    if (reader.from_cache) view.notes.push_back({{"desk.dossier.note.from_cache", {}}, Tone::warn});
    view.notes.push_back({{"desk.dossier.note.has",
                           {{"documents", std::to_string(view.documents.size())},
                            {"cases", std::to_string(file.dossier.case_count)}}},
                          Tone::plain});
}

}  // namespace

DossierView dossier_view(const domain::DossierFile& file, const DossierReader& reader) {
    const FactWords words(reader.catalogue, reader.language);
    const domain::Party& party = file.dossier.party;
    DossierView view{.name = party.name,
                     .kind = {"document_kind." + std::string(base::to_name(party.key.kind)), {}},
                     .number = domain::mask_number(party.key.number)};
    for (const auto& key : file.dossier.other_keys) view.others.push_back(domain::mask_number(key.number));
    add_facts(view, file, words);
    add_documents(view, file, reader.today);
    add_acts(view, file, words, reader.supervisor);
    add_timeline(view, file, words);
    add_others(view, file, reader);
    add_notes(view, file, reader);
    view.may_choose = !reader.from_cache;
    view.may_correct = view.may_choose && reader.supervisor;
    if (!view.may_choose)
        view.why_not = {"desk.dossier.why_not.offline", {}};
    else if (!view.may_correct)
        view.why_not = {"desk.dossier.why_not.role", {}};
    return view;
}

}  // namespace yc::client::desk
