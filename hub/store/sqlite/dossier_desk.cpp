#include "hub/store/sqlite/dossier_desk.h"

#include <algorithm>

#include "hub/store/sqlite/store_error.h"

namespace yc::hub::store {
namespace {

using domain::DossierActKind;

/// Taking back what only a supervisor does is a supervisor's, too.
bool is_for_supervisor(const domain::DossierAct& act, const std::vector<domain::DossierAct>& acts) {
    if (act.kind != DossierActKind::undo) return domain::needs_supervisor(act.kind);
    return std::any_of(acts.begin(), acts.end(), [&](const domain::DossierAct& one) {
        return one.id == act.concerns && domain::needs_supervisor(one.kind);
    });
}

bool erases(DossierActKind kind) {
    return kind == DossierActKind::erase_fact || kind == DossierActKind::erase_document;
}

/// Whether the record holds what the act is about: the act taken back, the document, all that is chosen
/// among.
bool holds_subject(const domain::DossierRecord& record, const domain::DossierAct& act) {
    const auto has = [](const auto& entries, const std::string& id) {
        return std::any_of(entries.begin(), entries.end(), [&](const auto& entry) { return entry.id == id; });
    };
    if (act.kind == DossierActKind::undo) return has(record.acts, act.concerns);
    if (act.kind == DossierActKind::choose)
        return std::all_of(act.among.begin(), act.among.end(),
                           [&](const std::string& id) { return has(record.statements, id); });
    return !act.document.empty() && has(record.documents, act.document);
}

/// The part whose record takes the act, so that it stays with its subject when the parts are parted.
int64_t home_of(const domain::DossierAct& act, const PartyParts& parts,
                const std::vector<domain::DossierRecord>& records) {
    for (size_t i = 0; i < records.size(); ++i)
        if (holds_subject(records[i], act)) return parts.persons[i];
    return parts.asked_person();
}

bool is_organisation(const domain::PartyKey& key) {
    return key.kind == domain::DocumentKind::credit_code;
}

void add_related(std::vector<domain::RelatedParty>& all, domain::Relation relation,
                 const domain::Party& party, const std::string& case_no) {
    auto found = std::find_if(all.begin(), all.end(), [&](const domain::RelatedParty& one) {
        return one.relation == relation && one.key == party.key;
    });
    if (found == all.end())
        found = all.insert(all.end(), {.relation = relation, .name = party.name, .key = party.key});
    found->name = party.name;
    found->cases.push_back(case_no);
}

/// Those who are or were named as the organisation's legal representative, with the cases that say so.
void add_representatives(const domain::DossierFile& file, std::vector<domain::RelatedParty>& all) {
    if (!is_organisation(file.dossier.party.key)) return;
    for (const auto& statement : file.statements) {
        if (statement.field != "legal_representative" || statement.erased) continue;
        auto found = std::find_if(all.begin(), all.end(), [&](const domain::RelatedParty& one) {
            return one.relation == domain::Relation::legal_representative && one.name == statement.value;
        });
        if (found == all.end())
            found = all.insert(all.end(),
                               {.relation = domain::Relation::legal_representative, .name = statement.value});
        if (!statement.case_id.empty()) found->cases.push_back(statement.source_case);
    }
}

}  // namespace

base::Result<std::optional<domain::Dossier>> DossierDesk::dossier(const PartyParts& parts) {
    if (parts.persons.size() == 1) return vault_.dossier(parts.asked_person());
    YC_TRY(const auto records, records_of(vault_, parts));
    return std::optional{domain::dossier_of(records, parts.joined, parts.asked)};
}

base::Result<std::optional<domain::DossierFile>> DossierDesk::file(const PartyParts& parts) {
    YC_TRY(const auto known, vault_.record(parts.asked_person()));
    if (!known) return std::optional<domain::DossierFile>{};
    YC_TRY(const auto records, records_of(vault_, parts));
    auto file = domain::file_of(records, parts.joined, parts.asked);
    for (size_t i = 1; i < parts.persons.size(); ++i) file.parts[i].merged_at = parts.merged_at[i];
    YC_TRY(file.cases, cases(parts));
    YC_TRY(file.related, related(parts, file));
    return std::optional{std::move(file)};
}

base::Result<std::optional<domain::CaseEvent>> DossierDesk::registration_of(const std::string& case_id) {
    YC_TRY(const auto first, db_.integer("SELECT min(seq) FROM event WHERE case_id = ?1", case_id));
    if (!first) return std::optional<domain::CaseEvent>{};
    YC_TRY(auto events, log_.events_between(case_id, *first - 1, *first));
    if (events.empty() || !events.front().body.registration) return std::optional<domain::CaseEvent>{};
    return std::optional{std::move(events.front())};
}

base::Result<std::vector<domain::CaseReference>> DossierDesk::cases(const PartyParts& parts) {
    std::vector<domain::CaseReference> cases;
    YC_CHECK(db_.each(
        "SELECT id, case_no, item_code, life, result, person FROM case_row WHERE person IN (" +
            parts.sql_list() + ") ORDER BY id DESC",
        [&](const sqlite::Row& row) {
            const auto part = std::find(parts.persons.begin(), parts.persons.end(), row.integer(5));
            cases.push_back(
                {.case_id = row.text(0),
                 .case_no = row.text(1),
                 .item_code = row.text(2),
                 .life = base::from_name<domain::LifeCycle>(row.text(3)).value_or(domain::LifeCycle::none),
                 .result = base::from_name<domain::CaseResult>(row.text(4)),
                 .part = static_cast<int>(part - parts.persons.begin())});
        }));
    for (auto& one : cases) {
        YC_TRY(const auto event, registration_of(one.case_id));
        if (!event) continue;
        one.item_name = event->body.registration->item.name;
        one.department_name = event->body.registration->department_name;
        one.registered_at = event->at;
    }
    return cases;
}

base::Result<std::vector<domain::RelatedParty>> DossierDesk::related(const PartyParts& parts,
                                                                     const domain::DossierFile& file) {
    std::vector<domain::RelatedParty> related;
    YC_CHECK(add_agents(parts, related));
    add_representatives(file, related);
    return related;
}

base::Result<void> DossierDesk::add_agents(const PartyParts& parts,
                                           std::vector<domain::RelatedParty>& related) {
    std::vector<std::pair<std::string, bool>> cases;  // whether this party is the agent
    YC_CHECK(db_.each("SELECT case_id, agent IN (" + parts.sql_list() + ") FROM agency WHERE person IN (" +
                          parts.sql_list() + ") OR agent IN (" + parts.sql_list() + ") ORDER BY case_id",
                      [&](const sqlite::Row& row) { cases.emplace_back(row.text(0), row.integer(1) != 0); }));
    for (const auto& [case_id, is_agent] : cases) {
        YC_TRY(const auto event, registration_of(case_id));
        if (!event || !event->body.registration->agent) continue;
        const auto& registration = *event->body.registration;
        add_related(related, is_agent ? domain::Relation::principal : domain::Relation::agent,
                    is_agent ? registration.applicant : *registration.agent, registration.case_no);
    }
    return {};
}

base::Result<int64_t> DossierDesk::trace(int64_t person, domain::DossierAct act) {
    // The chain keeps the trace; a value that came with the act stands in the record, where it can be
    // deleted.
    domain::DossierAct chained = act;
    chained.value.clear();
    chained.other.reset();
    YC_TRY(act.seq, log_.append_act(std::move(chained), person));
    YC_TRY(auto record, vault_.record(person));
    if (!record) return base::fail("dossier.no_such_person", "nothing is known under the number");
    domain::take_act(*record, act);
    YC_CHECK(vault_.put_record(person, *record));
    return act.seq;
}

base::Result<void> DossierDesk::act(const PartyParts& parts, domain::DossierAct act, bool by_supervisor) {
    YC_TRY(const auto known, vault_.record(parts.asked_person()));
    if (!known) return base::fail("dossier.no_such_person", "nothing is known under the number");
    YC_TRY(auto records, records_of(vault_, parts));
    if (!by_supervisor && is_for_supervisor(act, domain::acts_of(records)))
        return base::fail("dossier.supervisor_needed", "only a supervisor does this");
    YC_CHECK(domain::check_act(records, act, parts.joined));
    if (act.kind == DossierActKind::merge) return merge(parts, std::move(act));
    if (act.kind == DossierActKind::unmerge) return unmerge(parts, std::move(act));
    const int64_t home = home_of(act, parts, records);
    YC_TRY(act.seq, trace(home, act));
    if (erases(act.kind))
        for (const int64_t person : parts.persons) {
            if (person == home) continue;
            YC_TRY(auto record, vault_.record(person));
            if (!record) continue;
            domain::take_act(*record, act);
            YC_CHECK(vault_.put_record(person, *record));
        }
    return touch_parts(db_, parts.asked_person(), act.seq);
}

base::Result<void> DossierDesk::merge(const PartyParts& parts, domain::DossierAct act) {
    YC_TRY(const auto other, vault_.find(*act.other));
    YC_TRY(const auto known, other ? vault_.record(*other) : std::optional<domain::DossierRecord>{});
    if (!known) return base::fail("dossier.no_such_person", "nothing is known under the other number");
    YC_TRY(const auto mine, vault_.record(parts.asked_person()));
    if (is_organisation(mine->key) != is_organisation(known->key))
        return base::fail("dossier.merge_kinds", "a person and an organisation");
    YC_TRY(const auto theirs, parts_of(db_, *other));
    if (theirs.persons.front() == parts.persons.front())
        return base::fail("dossier.already_merged", "one party already");
    const auto at = to_ms(act.at);
    YC_TRY(const int64_t seq, trace(parts.asked_person(), std::move(act)));
    YC_CHECK(db_.run("INSERT INTO person_link(part, principal, since_seq, merged_at) VALUES (?1, ?2, ?3, ?4)",
                     theirs.persons.front(), parts.persons.front(), seq, at));
    return touch_parts(db_, parts.asked_person(), seq);
}

base::Result<void> DossierDesk::unmerge(const PartyParts& parts, domain::DossierAct act) {
    YC_TRY(const auto other, vault_.find(*act.other));
    const bool ours =
        other && std::find(parts.persons.begin(), parts.persons.end(), *other) != parts.persons.end();
    if (!ours || *other == parts.asked_person())
        return base::fail("dossier.not_merged", "the number is not merged with this one");
    // Either number may be named first; the one that was merged into the other leaves.
    const int64_t leaves = *other == parts.persons.front() ? parts.asked_person() : *other;
    YC_TRY(const int64_t seq, trace(parts.asked_person(), std::move(act)));
    YC_CHECK(touch_parts(db_, leaves, seq));
    return db_.run("UPDATE person_link SET until_seq = ?2 WHERE part = ?1 AND until_seq IS NULL", leaves,
                   seq);
}

base::Result<void> DossierDesk::note_agents() {
    std::vector<std::string> cases;
    YC_CHECK(
        db_.each("SELECT id FROM case_row", [&](const sqlite::Row& row) { cases.push_back(row.text(0)); }));
    for (const auto& case_id : cases) {
        YC_TRY(const auto event, registration_of(case_id));
        if (!event || !event->body.registration->agent) continue;
        const auto& registration = *event->body.registration;
        if (!registration.agent->key.number.empty())
            YC_CHECK(log_.add_agent(case_id, registration.applicant.key, registration.agent->key));
    }
    return {};
}

base::Result<bool> DossierDesk::case_concerns(const std::string& case_id, const PartyParts& parts,
                                              const std::vector<Scope>& scopes) {
    const std::string list = parts.sql_list();
    for (const auto& scope : scopes) {
        YC_TRY(const auto found,
               db_.integer("SELECT 1 FROM case_scope JOIN case_row ON case_row.id = case_scope.case_id "
                           "WHERE case_scope.case_id = ?1 AND case_scope.kind = ?2 AND case_scope.place = ?3 "
                           "AND case_scope.until_seq IS NULL AND (case_row.person IN (" +
                               list + ") OR EXISTS (SELECT 1 FROM agency WHERE agency.case_id = ?1 AND " +
                               "agency.agent IN (" + list + "))) LIMIT 1",
                           case_id, scope_word(scope.kind), scope.id));
        if (found) return true;
    }
    return false;
}

base::Result<std::vector<domain::Dossier>> DossierDesk::open_dossiers() {
    std::vector<int64_t> persons;
    YC_CHECK(
        db_.each("SELECT id FROM person WHERE open_facts > 0 UNION "
                 "SELECT principal FROM person_link WHERE until_seq IS NULL ORDER BY 1",
                 [&](const sqlite::Row& row) { persons.push_back(row.integer(0)); }));
    std::vector<domain::Dossier> dossiers;
    for (const int64_t person : persons) {
        YC_TRY(const auto parts, parts_of(db_, person));
        if (parts.asked != 0) continue;  // told with its principal
        YC_TRY(auto dossier, this->dossier(parts));
        if (dossier && !dossier->open.empty()) dossiers.push_back(*std::move(dossier));
    }
    return dossiers;
}

}  // namespace yc::hub::store
