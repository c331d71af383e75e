#include "hub/store/sqlite/event_log.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/crypto.h"
#include "core/wire/dossier_file_json.h"
#include "core/wire/event_json.h"
#include "core/wire/json_text.h"
#include "core/wire/object_reader.h"
#include "hub/store/sqlite/party_parts.h"
#include "hub/store/sqlite/store_error.h"

namespace yc::hub::store {
namespace {

/// Before the id of an act, and in place of a case's: no case has it.
constexpr const char* kActPrefix = "dossier-act:";

std::string digest_of(const std::string& id, const std::string& payload) {
    return base::sha256_hex(id + "\n" + payload);
}

std::string chained(const std::string& chain_before, const std::string& digest) {
    return base::sha256_hex(chain_before + digest);
}

}  // namespace

std::string scope_word(Scope::Kind kind) {
    return kind == Scope::Kind::hall ? "hall" : "department";
}

base::Result<domain::CaseEvent> EventLog::open(const Sealed& sealed) {
    YC_TRY(const auto text, vault_.unseal(sealed.person, sealed.payload, sealed.id));
    return wire::event_from_text(text);
}

base::Result<std::optional<AcceptedEvent>> EventLog::event(const std::string& id) {
    std::optional<Sealed> sealed;
    AcceptedEvent accepted;
    YC_CHECK(db_.each(
        "SELECT id, person, payload, seq FROM event WHERE id = ?1",
        [&](const sqlite::Row& row) {
            sealed = Sealed{row.text(0), row.integer(1), row.blob(2)};
            accepted.seq = row.integer(3);
        },
        id));
    if (!sealed) return std::optional<AcceptedEvent>{};
    auto event = open(*sealed);
    if (event)
        accepted.event = *std::move(event);
    else if (event.error().code != "hub.person_forgotten")
        return event.error();
    return std::optional{std::move(accepted)};
}

base::Result<std::vector<domain::CaseEvent>> EventLog::events_of(const std::string& case_id) {
    return events_between(case_id, 0, INT64_MAX);
}

base::Result<std::vector<domain::CaseEvent>> EventLog::events_between(const std::string& case_id,
                                                                      int64_t after, int64_t until) {
    std::vector<Sealed> found;
    YC_CHECK(db_.each(
        "SELECT id, person, payload FROM event WHERE case_id = ?1 AND seq > ?2 AND seq <= ?3 ORDER BY seq",
        [&](const sqlite::Row& row) {
            found.push_back({row.text(0), row.integer(1), row.blob(2)});
        },
        case_id, after, until));
    std::vector<domain::CaseEvent> events;
    for (const auto& sealed : found) {
        auto event = open(sealed);
        if (event)
            events.push_back(*std::move(event));
        else if (event.error().code != "hub.person_forgotten")
            return event.error();
    }
    return events;
}

base::Result<std::optional<std::string>> EventLog::case_of_number(const std::string& case_no) {
    return db_.text("SELECT id FROM case_row WHERE case_no = ?1", case_no);
}

base::Result<int64_t> EventLog::last_seq() {
    YC_TRY(const auto last, db_.integer("SELECT max(seq) FROM event"));
    return last.value_or(0);
}

base::Result<wire::Known> EventLog::known_act(int64_t seq) {
    Sealed sealed;
    YC_CHECK(db_.each(
        "SELECT id, person, payload FROM event WHERE seq = ?1",
        [&](const sqlite::Row& row) {
            sealed = {row.text(0), row.integer(1), row.blob(2)};
        },
        seq));
    const auto text = vault_.unseal(sealed.person, sealed.payload, sealed.id);
    if (!text && text.error().code == "hub.person_forgotten") return wire::Known{};
    if (!text) return text.error();
    YC_TRY(const auto json, wire::parse_text(*text));
    wire::Known known{{}, seq, sealed.id, {}};
    wire::ObjectReader in(json);
    in.need_instant("at", known.arrived_at);
    YC_CHECK(in.finish());
    return known;
}

base::Result<wire::Known> EventLog::known_at(int64_t seq) {
    YC_TRY(const auto id, db_.text("SELECT id FROM event WHERE seq = ?1", seq));
    if (!id) return wire::Known{};
    if (id->starts_with(kActPrefix)) return known_act(seq);
    YC_TRY(const auto found, event(*id));
    if (!found || !found->event || !found->event->arrived_at) return wire::Known{};
    return wire::Known{{}, seq, *id, *found->event->arrived_at};
}

base::Result<bool> EventLog::holds(const wire::Known& known) {
    YC_TRY(const auto id, db_.text("SELECT id FROM event WHERE seq = ?1", known.seq));
    if (!id || *id != known.event) return false;
    YC_TRY(const auto here, known_at(known.seq));
    return here.seq == 0 || here.arrived_at == known.arrived_at;  // 0: its person was forgotten
}

base::Result<domain::CaseEvent> EventLog::append(const domain::CaseEvent& event,
                                                 const domain::PartyKey& person, base::Instant arrived_at) {
    domain::CaseEvent numbered = event;
    YC_TRY(const int64_t last, last_seq());
    numbered.seq = last + 1;
    numbered.arrived_at = arrived_at;
    YC_TRY(const int64_t person_id, vault_.need(person));
    YC_CHECK(chain_in(*numbered.seq, event.id, event.case_id, person_id, wire::event_to_text(numbered)));
    return numbered;
}

base::Result<void> EventLog::chain_in(int64_t seq, const std::string& id, const std::string& case_id,
                                      int64_t person, const std::string& plain) {
    YC_TRY(const auto payload, vault_.seal(person, plain, id));
    YC_TRY(const auto before, db_.text("SELECT chain FROM event WHERE seq = ?1", seq - 1));
    const std::string digest = digest_of(id, payload);
    return db_.run(
        "INSERT INTO event(seq, id, case_id, person, payload, digest, chain) VALUES (?1, ?2, ?3, ?4, "
        "?5, ?6, ?7)",
        seq, id, case_id, person, sqlite::Blob{payload}, digest, chained(before.value_or(""), digest));
}

base::Result<int64_t> EventLog::append_act(domain::DossierAct act, int64_t person) {
    YC_TRY(const int64_t last, last_seq());
    act.seq = last + 1;
    YC_CHECK(chain_in(act.seq, kActPrefix + act.id, kActPrefix, person, wire::to_text(wire::to_json(act))));
    return act.seq;
}

base::Result<void> EventLog::put_case(const CaseRow& row) {
    YC_TRY(const int64_t person, vault_.need(row.person));
    const std::string result = row.result ? std::string(base::to_name(*row.result)) : std::string();
    std::optional<int64_t> due;
    if (row.due) due = to_ms(*row.due);
    return db_.run(
        "INSERT INTO case_row(id, case_no, person, hall, counter, department, item_code, life, result, due, "
        "last_seq) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (id) DO UPDATE SET case_no = ?2, "
        "person = ?3, hall = ?4, counter = ?5, department = ?6, item_code = ?7, life = ?8, result = ?9, due "
        "= ?10, "
        "last_seq = ?11",
        row.id, row.case_no, person, row.hall, row.counter, row.department, row.item_code,
        base::to_name(row.life), result, due, row.last_seq);
}

base::Result<void> EventLog::put_scopes(const std::string& case_id, const std::vector<Scope>& scopes,
                                        int64_t seq) {
    std::vector<Scope> open;
    YC_CHECK(db_.each(
        "SELECT kind, place FROM case_scope WHERE case_id = ?1 AND until_seq IS NULL",
        [&](const sqlite::Row& row) {
            open.push_back(
                {row.text(0) == "hall" ? Scope::Kind::hall : Scope::Kind::department, row.text(1)});
        },
        case_id));
    for (const auto& scope : open) {
        if (std::find(scopes.begin(), scopes.end(), scope) != scopes.end()) continue;
        YC_CHECK(
            db_.run("UPDATE case_scope SET until_seq = ?4 WHERE kind = ?1 AND place = ?2 AND case_id = ?3 "
                    "AND until_seq IS NULL",
                    scope_word(scope.kind), scope.id, case_id, seq));
    }
    for (const auto& scope : scopes) {
        if (std::find(open.begin(), open.end(), scope) != open.end()) continue;
        YC_CHECK(db_.run("INSERT INTO case_scope(kind, place, case_id, since_seq) VALUES (?1, ?2, ?3, ?4)",
                         scope_word(scope.kind), scope.id, case_id, seq));
    }
    return {};
}

base::Result<void> EventLog::add_page_uses(const std::string& case_id,
                                           const std::vector<std::string>& pages) {
    for (const auto& page : pages)
        YC_CHECK(db_.run("INSERT INTO page_use(sha256, case_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING", page,
                         case_id));
    return {};
}

base::Result<std::optional<domain::DossierRecord>> EventLog::record(const domain::PartyKey& key) {
    YC_TRY(const auto person, vault_.find(key));
    if (!person) return std::optional<domain::DossierRecord>{};
    return vault_.record(*person);
}

base::Result<void> EventLog::put_record(const domain::DossierRecord& record) {
    YC_TRY(const int64_t person, vault_.need(record.key));
    YC_CHECK(vault_.put_record(person, record));
    return touch_parts(db_, person, record.version);
}

base::Result<void> EventLog::add_agent(const std::string& case_id, const domain::PartyKey& applicant,
                                       const domain::PartyKey& agent) {
    YC_TRY(const int64_t person, vault_.need(applicant));
    YC_TRY(const int64_t other, vault_.need(agent));
    return db_.run("INSERT INTO agency(case_id, person, agent) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                   case_id, person, other);
}

base::Result<void> EventLog::put_dossier(const domain::Dossier& dossier) {
    YC_TRY(const int64_t person, vault_.need(dossier.party.key));
    return vault_.put_dossier(person, dossier);
}

base::Result<void> EventLog::check_chain() {
    std::string before;
    int64_t expected = 1;
    std::optional<int64_t> broken;
    YC_CHECK(db_.each(
        "SELECT seq, id, payload, digest, chain FROM event ORDER BY seq", [&](const sqlite::Row& row) {
            const std::string digest = row.text(3);
            if (!broken && (row.integer(0) != expected || digest_of(row.text(1), row.blob(2)) != digest ||
                            chained(before, digest) != row.text(4)))
                broken = row.integer(0);
            before = row.text(4);
            ++expected;
        }));
    if (broken) return base::fail("hub.chain_broken", "", {{"seq", std::to_string(*broken)}});
    return {};
}

}  // namespace yc::hub::store
