#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "core/base/id.h"
#include "core/sqlite/connection.h"
#include "core/wire/dossier_file_json.h"
#include "core/wire/json_text.h"
#include "hub/store/sqlite/key_file.h"
#include "tests/hub/hub_place.h"

using namespace yc;
using domain::DossierActKind;
using domain::EventKind;

namespace {

const domain::PartyKey kPerson{domain::DocumentKind::citizen_id, "11010519491231002X"};
const domain::PartyKey kPermit{domain::DocumentKind::residence_permit, "810000199408230021"};

struct Fixture : tests::HubPlace {
    Fixture()
        : counter(sign_in("clerk1", "device-1", "qx-1")),
          van(sign_in("clerk1", "device-2")),
          office(sign_in("h1", "device-3")),
          boss(sign_in("s1", "device-4")) {}

    /// A case registered and received for the person with this phone; its id.
    std::string received(const std::string& token, const std::string& device, const std::string& phone,
                         std::optional<int64_t> base, const domain::PartyKey& key = kPerson,
                         std::optional<domain::Party> agent = {}) {
        tests::CaseOfDevices errand(*this);
        errand.number = "case-" + std::to_string(++cases);
        auto registered = errand.next(EventKind::register_case, tests::clerk(), device);
        auto& registration = *registered.body.registration;
        registration.applicant.key = key;
        registration.applicant.phone = phone;
        registration.dossier_base = base;
        registration.agent = std::move(agent);
        auto receipt = errand.next(EventKind::receive, tests::clerk(), device);
        for (auto* event : {&registered, &receipt}) event->device_seq = ++device_seq;
        for (const auto& result : push(token, {registered, receipt}))
            BOOST_REQUIRE_MESSAGE(result.status == wire::PushStatus::accepted,
                                  (result.error ? result.error->code : ""));
        return errand.id;
    }
    [[nodiscard]] wire::DossierLookup by_reason(const domain::PartyKey& key = kPerson) const {
        return {.key = key, .purpose = wire::purpose::correction, .reason = "申请人来函核实"};
    }
    hub::api::Response look(const std::string& token, const wire::DossierLookup& what,
                            const char* path = "/v1/dossiers/lookup") {
        return ask("POST", path, token, wire::to_text(wire::to_json(what)));
    }
    domain::Dossier dossier(const domain::PartyKey& key = kPerson) {
        const auto answer = wire::lookup_answer_from_json(*wire::parse_text(look(boss, by_reason(key)).body));
        BOOST_REQUIRE((answer && answer->has_value()));
        return **answer;
    }
    domain::DossierFile file(const domain::PartyKey& key = kPerson) {
        const auto answer = wire::file_answer_from_json(
            *wire::parse_text(look(boss, by_reason(key), "/v1/dossiers/file").body));
        BOOST_REQUIRE((answer && answer->has_value()));
        return **answer;
    }
    domain::DossierAct act(DossierActKind kind) {
        domain::DossierAct out{.id = base::new_uuid(clock.now()), .kind = kind};
        if (!domain::grounds_for(kind).empty()) out.ground = domain::grounds_for(kind).front();
        if (domain::needs_supervisor(kind)) out.reason = "本人书面申请";
        return out;
    }
    hub::api::Response does(const std::string& token, const wire::DossierLookup& on,
                            domain::DossierAct what) {
        return ask("POST", "/v1/dossiers/acts", token, wire::to_text(wire::to_json({on, std::move(what)})));
    }
    /// What two computers that did not know of each other leave.
    void two_phones() {
        received(counter, "device-1", "13800000001", {});
        received(van, "device-2", "13800000002", {});
    }
    domain::DossierAct choice(const std::string& phone) {
        auto pick = act(DossierActKind::choose);
        pick.field = "phone";
        for (const auto& standing : domain::standings_of(file()))
            for (const auto& value : standing.values) {
                if (standing.field != "phone") continue;
                pick.among.push_back(value.id);
                if (value.value == phone) pick.keep.push_back(value.id);
            }
        return pick;
    }

    int cases = 0;
    int64_t device_seq = 0;
    std::string counter, van, office, boss;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(dossier_tests, Fixture)

BOOST_AUTO_TEST_CASE(a_clerk_who_saw_the_value_changes_it_and_the_old_one_stays_in_the_history) {
    received(counter, "device-1", "13800000001", {});
    received(van, "device-2", "13800000002", dossier().version);
    BOOST_TEST(dossier().party.phone == "13800000002");
    BOOST_TEST(dossier().open.empty());
    const auto all = file();
    BOOST_TEST(std::count_if(all.statements.begin(), all.statements.end(),
                             [](const auto& one) { return one.field == "phone"; }) == 2);
}

BOOST_AUTO_TEST_CASE(
    two_offline_computers_leave_the_fact_open_until_somebody_chooses_and_that_can_be_undone) {
    two_phones();
    const auto open = dossier();
    BOOST_REQUIRE(open.open.size() == 1U);
    BOOST_TEST(open.open[0].values.size() == 2U);
    BOOST_TEST(open.open[0].values[0].source_case != open.open[0].values[1].source_case);
    BOOST_TEST(open.party.phone.empty());
    const int64_t seen = changes(counter).next;
    const auto pick = choice("13800000001");
    BOOST_TEST(does(boss, by_reason(), pick).status == 200);
    BOOST_TEST(dossier().party.phone == "13800000001");
    // The other counters are told, though no event of a case came.
    const auto news = changes(counter, seen);
    BOOST_TEST(news.events.empty());
    BOOST_TEST(news.dossiers_changed.size() == 1U);
    // Who has seen the act shows that the history is still theirs.
    const auto poll = "/v1/changes?after=" + std::to_string(news.next) + "&epoch=" + news.epoch +
                      "&known=" + std::to_string(news.last.seq) + "&event=" + news.last.event +
                      "&wait=0&arrived=" + base::to_string(news.last.arrived_at).replace(23, 1, "%2B");
    BOOST_TEST(news.last.seq == news.next);
    BOOST_TEST(ask("GET", poll, counter).status == 200);
    BOOST_TEST(ask("GET", poll + "x", counter).status == 400);
    BOOST_TEST(code_of(does(boss, by_reason(), choice("13800000001"))) == "dossier.changed");
    auto back = act(DossierActKind::undo);
    back.concerns = pick.id;
    BOOST_TEST(does(boss, by_reason(), back).status == 200);
    BOOST_TEST(dossier().open.size() == 1U);
    BOOST_TEST(file().acts.size() == 2U);
    BOOST_TEST(file().acts[0].by == "s1");
    BOOST_TEST(store->check_chain().ok());
    auto both = choice("13800000001");
    both.keep = both.among;
    BOOST_TEST(does(boss, by_reason(), both).status == 200);
    BOOST_TEST(dossier().open.empty());
    const auto kept = dossier().facts;
    BOOST_TEST(
        std::count_if(kept.begin(), kept.end(), [](const auto& one) { return one.field == "phone"; }) == 2);
}

BOOST_AUTO_TEST_CASE(a_look_needs_a_case_a_running_intake_or_a_supervisors_reason) {
    const std::string id = received(counter, "device-1", "13800000001", {});
    wire::DossierLookup what{.key = kPerson, .purpose = wire::purpose::intake};
    BOOST_TEST(code_of(look(counter, what)) == "dossier.no_ground");
    BOOST_TEST(look(counter, what).status == 403);
    what.ticket = base::new_uuid(clock.now());
    BOOST_TEST(look(counter, what).status == 200);
    BOOST_TEST(store->audit_entries(0, 1000)->back().case_id == what.ticket);
    BOOST_TEST(code_of(look(van, what)) == "dossier.no_ground");  // no counter there
    what.ticket = "not-an-id";
    BOOST_TEST(code_of(look(counter, what)) == "dossier.no_ground");
    what.ticket.clear();
    what.case_id = id;
    BOOST_TEST(look(counter, what).status == 200);
    what.purpose = wire::purpose::review;
    BOOST_TEST(look(office, what).status == 200);
    what.case_id = base::new_uuid(clock.now());
    BOOST_TEST(code_of(look(office, what)) == "dossier.no_ground");
    what.reason = "好奇";
    BOOST_TEST(code_of(look(office, what)) == "dossier.no_ground");  // a reason is a supervisor's
    BOOST_TEST(look(boss, what).status == 200);
    BOOST_TEST(store->audit_entries(0, 1000)->back().reason == "好奇");
    BOOST_TEST(store->audit_entries(0, 1000)->back().purpose == "review");
    what.reason = "  ";
    BOOST_TEST(code_of(look(boss, what)) == "dossier.no_ground");
    BOOST_TEST(store->check_chain().ok());
}

BOOST_AUTO_TEST_CASE(a_running_intake_counts_where_it_was_begun) {
    const wire::DossierLookup what{
        .key = kPerson, .purpose = wire::purpose::intake, .ticket = base::new_uuid(clock.now())};
    BOOST_TEST(look(counter, what).status == 200);
    auto colleague = tests::clerk();
    colleague.user = colleague.name = "clerk9";
    colleague.hall = "xz";
    put_user(colleague);
    BOOST_TEST(code_of(look(sign_in("clerk9", "device-9", "xz-1"), what)) == "dossier.no_ground");
    BOOST_TEST(look(sign_in("clerk1", "device-1", "qx-1"), what).status == 200);
    BOOST_TEST(code_of(look(office, what)) == "dossier.no_ground");
}

BOOST_AUTO_TEST_CASE(somebody_elses_case_is_no_ground_but_ones_own_agent_is_known) {
    const domain::Party agent{.key = {domain::DocumentKind::citizen_id, "110101190001011009"},
                              .name = "李代办"};
    const std::string id = received(counter, "device-1", "13800000001", {}, kPerson, agent);
    wire::DossierLookup what{.key = {domain::DocumentKind::citizen_id, "110101199003070011"},
                             .purpose = wire::purpose::review,
                             .case_id = id};
    BOOST_TEST(code_of(look(office, what)) == "dossier.no_ground");
    what.key = agent.key;
    BOOST_TEST(look(office, what).status == 200);
    const auto all = file();
    BOOST_REQUIRE(all.related.size() == 1U);
    BOOST_TEST((all.related[0].relation == domain::Relation::agent));
    BOOST_TEST(all.related[0].name == "李代办");
    BOOST_REQUIRE(all.cases.size() == 1U);
    BOOST_TEST(all.cases[0].case_id == id);
    BOOST_TEST(!all.cases[0].item_name.empty());
    BOOST_TEST((all.cases[0].life == domain::LifeCycle::received));
    received(counter, "device-1", "13800000009", {}, agent.key);
    BOOST_REQUIRE(file(agent.key).related.size() == 1U);
    BOOST_TEST((file(agent.key).related[0].relation == domain::Relation::principal));
    BOOST_TEST((file(agent.key).related[0].key == kPerson));
}

BOOST_AUTO_TEST_CASE(agents_of_cases_from_before_they_were_noted_are_found) {
    const domain::Party agent{.key = {domain::DocumentKind::citizen_id, "110101190001011009"},
                              .name = "李代办"};
    received(counter, "device-1", "13800000001", {}, kPerson, agent);
    api.reset();
    store.reset();
    {
        const auto keys = hub::store::load_keys(folder.path());
        auto db = sqlite::Db::open({.file = folder / "hub.db", .key = keys->database});
        BOOST_REQUIRE(db->execute("DELETE FROM agency; DELETE FROM meta WHERE name = 'agents_noted'"));
    }
    reopen();
    BOOST_TEST(file().related.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_correction_is_a_supervisors_and_stays_in_the_trace) {
    const std::string id = received(counter, "device-1", "13800000001", {});
    auto mend = act(DossierActKind::correct_fact);
    mend.field = "phone";
    mend.value = "13900000000";
    const wire::DossierLookup at_counter{.key = kPerson, .purpose = wire::purpose::correction, .case_id = id};
    BOOST_TEST(code_of(does(counter, at_counter, mend)) == "dossier.supervisor_needed");
    BOOST_TEST(does(boss, by_reason(), mend).status == 200);
    BOOST_TEST(dossier().party.phone == "13900000000");
    BOOST_TEST(store->audit_entries(0, 1000)->back().action == "dossier.look");
    const auto trace = file().acts;
    BOOST_REQUIRE(trace.size() == 1U);
    BOOST_TEST(trace[0].ground == "inaccurate");
    BOOST_TEST(trace[0].by == "s1");
    BOOST_TEST((trace[0].at == clock.now()));
    auto back = act(DossierActKind::undo);
    back.concerns = mend.id;
    BOOST_TEST(code_of(does(counter, at_counter, back)) == "dossier.supervisor_needed");
    BOOST_TEST(code_of(does(boss, by_reason(), mend)) == "dossier.act_repeated");
}

BOOST_AUTO_TEST_CASE(a_deleted_fact_is_gone_and_that_it_was_deleted_stays) {
    received(counter, "device-1", "13800000001", {});
    auto erase = act(DossierActKind::erase_fact);
    erase.field = "phone";
    const auto answer = does(boss, by_reason(), erase);
    BOOST_TEST(answer.status == 200);
    BOOST_TEST(answer.body.find("13800000001") == std::string::npos);
    BOOST_TEST(dossier().party.phone.empty());
    BOOST_TEST(file().acts.size() == 1U);
    reopen();
    BOOST_TEST(file().acts.size() == 1U);
}

BOOST_AUTO_TEST_CASE(merged_numbers_answer_alike_and_parted_ones_as_before) {
    received(counter, "device-1", "13800000001", {});
    received(counter, "device-1", "13800000002", {}, kPermit);
    const auto one = dossier(), other = dossier(kPermit);
    auto join = act(DossierActKind::merge);
    join.other = kPermit;
    join.ground = "permit_to_id";
    BOOST_TEST(does(boss, by_reason(), join).status == 200);
    const auto merged = dossier(), under_permit = dossier(kPermit);
    BOOST_TEST((merged.facts == under_permit.facts && merged.open == under_permit.open));
    BOOST_TEST((merged.party.key == kPerson));
    BOOST_TEST((under_permit.party.key == kPermit));
    BOOST_TEST((under_permit.other_keys == std::vector{kPerson}));
    BOOST_TEST(merged.case_count == 2);
    BOOST_TEST(merged.open.size() == 1U);  // nobody knew that the phones are of one person
    BOOST_TEST(file(kPermit).parts.size() == 2U);
    BOOST_TEST(file().cases.size() == 2U);
    auto again = act(DossierActKind::merge);
    again.other = kPermit;
    BOOST_TEST(code_of(does(boss, by_reason(), again)) == "dossier.already_merged");
    auto part = act(DossierActKind::unmerge);
    part.other = kPerson;
    BOOST_TEST(does(boss, by_reason(kPermit), part).status == 200);
    auto one_now = dossier(), other_now = dossier(kPermit);
    one_now.version = one.version;
    other_now.version = other.version;
    BOOST_TEST((one_now == one));
    BOOST_TEST((other_now == other));
    auto not_merged = act(DossierActKind::unmerge);
    not_merged.other = kPermit;
    BOOST_TEST(code_of(does(boss, by_reason(), not_merged)) == "dossier.not_merged");
}

BOOST_AUTO_TEST_CASE(an_act_under_the_other_number_stays_with_what_it_is_about) {
    two_phones();
    const auto pick = choice("13800000001");
    BOOST_REQUIRE(does(boss, by_reason(), pick).status == 200);
    received(counter, "device-1", "13800000003", {}, kPermit);
    auto join = act(DossierActKind::merge);
    join.other = kPermit;
    BOOST_REQUIRE(does(boss, by_reason(), join).status == 200);
    auto back = act(DossierActKind::undo);
    back.concerns = pick.id;
    BOOST_REQUIRE(does(boss, by_reason(kPermit), back).status == 200);
    auto part = act(DossierActKind::unmerge);
    part.other = kPermit;
    BOOST_REQUIRE(does(boss, by_reason(), part).status == 200);
    BOOST_TEST(dossier().open.size() == 1U);
    BOOST_TEST(dossier(kPermit).open.empty());
}

BOOST_AUTO_TEST_CASE(only_the_same_kind_of_party_is_merged_and_only_known_ones) {
    received(counter, "device-1", "13800000001", {});
    const domain::PartyKey firm{domain::DocumentKind::credit_code, "91450103MA00000000"};
    BOOST_REQUIRE(store->write([&](hub::store::CaseWriter& writer) {
        domain::Dossier dossier;
        dossier.party.key = firm;
        return writer.put_dossier(dossier);
    }));
    auto join = act(DossierActKind::merge);
    join.other = kPermit;
    BOOST_TEST(code_of(does(boss, by_reason(), join)) == "dossier.no_such_person");
    join.other = firm;
    BOOST_TEST(code_of(does(boss, by_reason(), join)) == "dossier.merge_kinds");
    BOOST_TEST(code_of(does(counter, {.key = kPerson, .purpose = "correction", .ticket = join.id}, join)) ==
               "dossier.supervisor_needed");
}

BOOST_AUTO_TEST_CASE(erasing_a_merged_person_erases_both_parts) {
    received(counter, "device-1", "13800000001", {});
    BOOST_REQUIRE(store->write([&](hub::store::CaseWriter& writer) {
        domain::Dossier dossier;
        dossier.party.key = kPermit;
        dossier.party.phone = "13800000002";
        return writer.put_dossier(dossier);
    }));
    auto join = act(DossierActKind::merge);
    join.other = kPermit;
    BOOST_REQUIRE(does(boss, by_reason(), join).status == 200);
    // The open case of one part keeps both.
    BOOST_TEST(store->forget_person(kPermit, {.action = "person.forget"}).error().code ==
               "hub.person_has_open_cases");
    const std::string id = file().cases[0].case_id;
    auto withdrawn = tests::CaseOfDevices(*this).scenario.event(EventKind::withdraw, tests::clerk());
    withdrawn.id = base::new_uuid(clock.now());
    withdrawn.case_id = id;
    withdrawn.device = "device-1";
    withdrawn.device_seq = ++device_seq;
    BOOST_REQUIRE((push(counter, {withdrawn})[0].status == wire::PushStatus::accepted));
    const auto done = store->forget_person(kPermit, {.action = "person.forget"});
    BOOST_REQUIRE(done);
    BOOST_TEST(done->cases == 1);
    for (const auto& key : {kPerson, kPermit})
        BOOST_TEST(!store->look_up(key, {.user = "s1", .action = "dossier.look"})->has_value());
    BOOST_TEST(store->check_chain().ok());
}

BOOST_AUTO_TEST_CASE(dossiers_with_open_facts_are_found) {
    two_phones();
    received(counter, "device-1", "13800000003", {}, kPermit);
    const auto open = store->open_dossiers({.action = "dossier.conflicts"});
    BOOST_REQUIRE(open);
    BOOST_REQUIRE(open->size() == 1U);
    BOOST_TEST((open->front().party.key == kPerson));
    BOOST_TEST(does(boss, by_reason(), choice("13800000001")).status == 200);
    BOOST_TEST(store->open_dossiers({.action = "dossier.conflicts"})->empty());
}

BOOST_AUTO_TEST_SUITE_END()
