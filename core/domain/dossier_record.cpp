#include "core/domain/dossier_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "core/base/crypto.h"

namespace yc::domain {
namespace {

/// The particulars of a party are facts, too.
struct Particular {
    const char* fact;
    std::string Party::*member;
};
constexpr auto kParticulars =
    std::to_array<Particular>({{"name", &Party::name},
                               {"phone", &Party::phone},
                               {"address", &Party::address},
                               {"legal_representative", &Party::legal_representative},
                               {"contact_name", &Party::contact_name}});

bool is_before_deletion(const DossierRecord& record, DossierActKind kind, std::string DossierAct::*of,
                        const std::string& what, base::Instant at) {
    return std::any_of(record.acts.begin(), record.acts.end(), [&](const DossierAct& act) {
        return act.kind == kind && act.*of == what && at <= act.at;
    });
}

/// Two places of the same form that hold the same.
bool says_the_same(const FactStatement& one, const FactStatement& other) {
    return !one.case_id.empty() && one.case_id == other.case_id && one.seq == other.seq &&
           one.field == other.field && one.value == other.value;
}

/// Whether somebody who had the dossier up to `seq` before them stated it.
bool saw(const FactStatement& statement, int64_t seq) {
    return statement.base && *statement.base >= seq;
}

bool is_named(const std::vector<DossierAct>& acts, const std::string& id) {
    return std::any_of(acts.begin(), acts.end(), [&](const DossierAct& act) {
        return act.id == id || std::find(act.among.begin(), act.among.end(), id) != act.among.end();
    });
}

/// Of a value that is stated again and again by people who knew of it, who said it first and who said it last
/// are kept, so that a record grows with what changes and not with every case.
void forget_repetitions(DossierRecord& record, const std::string& field, const std::string& value) {
    const auto same = [&](const FactStatement& one) {
        return one.field == field && one.value == value && !one.erased;
    };
    std::erase_if(record.statements, [&, all = record.statements](const FactStatement& one) {
        if (!same(one) || is_named(record.acts, one.id)) return false;
        bool said_before = false, said_again = false;
        for (const auto& other : all) {
            said_before = said_before || (same(other) && other.id != one.id && saw(one, other.seq));
            said_again = said_again || (same(other) && other.id != one.id && saw(other, one.seq));
        }
        return said_before && said_again;
    });
}

/// What the same case said last of the field before `seq`.
const FactStatement* last_of_case(const DossierRecord& record, const FactStatement& statement) {
    const FactStatement* last = nullptr;
    for (const auto& one : record.statements)
        if (one.field == statement.field && one.case_id == statement.case_id && one.seq < statement.seq &&
            (last == nullptr || last->seq < one.seq))
            last = &one;
    return last;
}

/// A newer document of the type that is trusted at least as much.
bool takes_place_of(const DossierDocument& newer, const DossierDocument& older) {
    if (newer.type != older.type || newer.id == older.id || newer.grade > older.grade) return false;
    return newer.at != older.at ? newer.at > older.at : newer.id > older.id;
}

void apply_to_document(DossierDocument& document, const DossierAct& act) {
    if (act.document != document.id || act.at < document.at) return;
    if (act.kind == DossierActKind::supersede_document) document.superseded = true;
    if (act.kind == DossierActKind::reinstate_document) document.superseded = false;
    if (act.kind != DossierActKind::replace_pages) return;
    document.pages = act.pages;
    document.turned = act.turned;
}

std::vector<DossierDocument> documents_of(std::span<const DossierRecord> parts) {
    std::vector<DossierDocument> documents;
    for (const auto& part : parts)
        documents.insert(documents.end(), part.documents.begin(), part.documents.end());
    std::sort(documents.begin(), documents.end(), [](const DossierDocument& a, const DossierDocument& b) {
        return a.at != b.at ? a.at < b.at : a.id < b.id;
    });
    const auto all = documents;
    const auto acts = effective_acts(acts_of(parts));
    for (auto& document : documents) {
        document.superseded =
            document.superseded || std::any_of(all.begin(), all.end(), [&](const DossierDocument& other) {
                return takes_place_of(other, document);
            });
        for (const auto& act : acts) apply_to_document(document, act);
    }
    return documents;
}

Party party_of(const PartyKey& key, const std::vector<FactStanding>& standings) {
    Party party{.key = key};
    for (const auto& [fact, member] : kParticulars)
        for (const auto& standing : standings) {
            if (standing.field != fact) continue;
            const bool is_name = member == &Party::name;
            if (standing.open)
                party.*member = is_name ? standing.values.back().value : std::string();
            else
                party.*member = standing.values.front().value;
        }
    return party;
}

}  // namespace

DossierRecord record_of(const Dossier& dossier) {
    DossierRecord record{
        .documents = dossier.documents, .case_count = dossier.case_count, .version = dossier.version};
    record.key = dossier.party.key;
    const auto add = [&](const Fact& fact) {
        const bool registry = fact.source_case.empty() || fact.source_case == "registry";
        record.statements.push_back(
            {.id = base::sha256_hex(
                 fmt::format("{}:{}:{}", base::to_name(record.key.kind), record.key.number, fact.field)),
             .field = fact.field,
             .value = fact.value,
             .origin = registry ? StatementOrigin::registry : StatementOrigin::counter,
             .source_case = fact.source_case,
             .said_by = fact.verified_by,
             .at = fact.at,
             .valid_until = fact.valid_until,
             .seq = dossier.version});
    };
    for (const Fact& fact : dossier.facts) add(fact);
    for (const auto& [fact, member] : kParticulars) {
        const bool known = std::any_of(dossier.facts.begin(), dossier.facts.end(),
                                       [&](const Fact& one) { return one.field == fact; });
        if (!known && !(dossier.party.*member).empty())
            add({.field = fact, .value = dossier.party.*member, .source_case = "registry"});
    }
    return record;
}

void add_statement(DossierRecord& record, FactStatement statement) {
    if (statement.value.empty()) return;
    for (const auto& known : record.statements)
        if (known.id == statement.id || says_the_same(known, statement)) return;
    if (!statement.case_id.empty()) {
        const auto* last = last_of_case(record, statement);
        if (last != nullptr && last->value == statement.value) return;
    }
    if (is_before_deletion(record, DossierActKind::erase_fact, &DossierAct::field, statement.field,
                           statement.at)) {
        statement.value.clear();
        statement.pages.clear();
        statement.erased = true;
    }
    const auto& kept = record.statements.emplace_back(std::move(statement));
    if (!kept.erased) forget_repetitions(record, std::string(kept.field), std::string(kept.value));
}

void add_document(DossierRecord& record, DossierDocument document) {
    if (is_before_deletion(record, DossierActKind::erase_document, &DossierAct::document, document.id,
                           document.at))
        return;
    for (auto& known : record.documents) {
        if (known.id != document.id) continue;
        if (known.at <= document.at) known = std::move(document);
        return;
    }
    record.documents.push_back(std::move(document));
}

std::vector<FactStatement> statements_of(std::span<const DossierRecord> parts) {
    std::vector<FactStatement> all;
    for (size_t part = 0; part < parts.size(); ++part)
        for (FactStatement one : parts[part].statements) {
            one.part = static_cast<int>(part);
            all.push_back(std::move(one));
        }
    std::sort(all.begin(), all.end(), [](const FactStatement& a, const FactStatement& b) {
        return std::tie(a.field, a.at, a.id) < std::tie(b.field, b.at, b.id);
    });
    return all;
}

std::vector<DossierAct> acts_of(std::span<const DossierRecord> parts) {
    std::vector<DossierAct> all;
    for (size_t part = 0; part < parts.size(); ++part)
        for (DossierAct one : parts[part].acts) {
            one.part = static_cast<int>(part);
            all.push_back(std::move(one));
        }
    std::sort(all.begin(), all.end(), [](const DossierAct& a, const DossierAct& b) {
        return std::tie(a.seq, a.id) < std::tie(b.seq, b.id);
    });
    // A deletion stands in every part.
    all.erase(std::unique(all.begin(), all.end(),
                          [](const DossierAct& a, const DossierAct& b) { return a.id == b.id; }),
              all.end());
    return all;
}

Dossier dossier_of(std::span<const DossierRecord> parts, const JoinedAt& joined, size_t asked) {
    Dossier dossier;
    if (parts.empty()) return dossier;
    const auto standings = standings_of(statements_of(parts), acts_of(parts), joined);
    dossier.party = party_of(parts[asked].key, standings);
    for (const auto& standing : standings) {
        std::vector<Fact> values;
        std::transform(standing.values.begin(), standing.values.end(), std::back_inserter(values), fact_of);
        if (standing.open)
            dossier.open.push_back({standing.field, std::move(values)});
        else
            dossier.facts.insert(dossier.facts.end(), values.begin(), values.end());
    }
    dossier.documents = documents_of(parts);
    for (size_t part = 0; part < parts.size(); ++part) {
        dossier.case_count += parts[part].case_count;
        dossier.version = std::max(dossier.version, parts[part].version);
        if (part != asked) dossier.other_keys.push_back(parts[part].key);
    }
    return dossier;
}

}  // namespace yc::domain
