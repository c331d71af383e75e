#include "core/domain/dossier_record.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>

#include "core/domain/dossier_file.h"

using namespace yc;
using namespace yc::domain;

namespace {

base::Instant hour(int64_t count) {
    return base::Instant(std::chrono::hours(490000 + count));
}

FactStatement said(const std::string& field, const std::string& value, int64_t seq) {
    return {.id = field + std::to_string(seq),
            .field = field,
            .value = value,
            .case_id = "case-" + std::to_string(seq),
            .said_by = "clerk1",
            .at = hour(seq),
            .device = "device-" + std::to_string(seq),
            .base = seq - 1,
            .seq = seq};
}

DossierAct act(DossierActKind kind, int64_t seq) {
    DossierAct out{
        .id = "act" + std::to_string(seq), .kind = kind, .by = "boss", .at = hour(seq), .seq = seq};
    if (!grounds_for(kind).empty()) out.ground = grounds_for(kind).front();
    if (needs_supervisor(kind)) out.reason = "申请人书面申请";
    return out;
}

DossierDocument paper(const std::string& id, int64_t at, TrustGrade grade = TrustGrade::verified) {
    return {.id = id,
            .type = "id_card",
            .name = "居民身份证",
            .grade = grade,
            .number = "secret",
            .pages = {"page-" + id},
            .at = hour(at)};
}

Dossier told(const DossierRecord& record) {
    return dossier_of({&record, 1});
}

std::string code(const base::Result<void>& result) {
    return result ? "" : result.error().code;
}

DossierRecord random_record(std::mt19937& random, const std::string& number) {
    DossierRecord record{.key = {.number = number}, .case_count = static_cast<int>(random() % 4)};
    for (int64_t seq = 1; seq < 8; ++seq) {
        auto one = said(random() % 2 == 0 ? "phone" : "name", std::to_string(random() % 3), seq);
        one.id += number;
        one.device += number;
        one.base = static_cast<int64_t>(random() % static_cast<unsigned>(seq));
        add_statement(record, one);
        add_document(record, paper(number + std::to_string(seq), seq));
    }
    record.version = 7;
    return record;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(dossier_record_tests)

BOOST_AUTO_TEST_CASE(a_dossier_kept_without_a_record_becomes_one_that_says_the_same) {
    Dossier dossier;
    dossier.party.key.number = "n";
    dossier.party.name = "黄示一";
    dossier.party.phone = "1";
    dossier.facts = {{.field = "phone", .value = "1", .source_case = "registry", .at = hour(1)}};
    dossier.documents = {paper("a", 1)};
    dossier.case_count = 3;
    dossier.version = 4;
    const auto record = record_of(dossier);
    dossier.facts.insert(dossier.facts.begin(),
                         {.field = "name", .value = "黄示一", .source_case = "registry"});
    BOOST_TEST((told(record) == dossier));
}

BOOST_AUTO_TEST_CASE(a_value_confirmed_by_a_thousand_cases_keeps_who_said_it_first_and_last) {
    DossierRecord record;
    for (int64_t seq = 1; seq <= 1000; ++seq) add_statement(record, said("phone", "1", seq));
    BOOST_REQUIRE(record.statements.size() == 2U);
    BOOST_TEST(record.statements.front().seq == 1);
    BOOST_TEST(record.statements.back().seq == 1000);
    add_statement(record, said("phone", "2", 1001));
    add_statement(record, said("phone", "1", 1002));
    BOOST_TEST(record.statements.size() == 3U);  // 1000 is now between
    BOOST_TEST(told(record).party.phone == "1");
}

BOOST_AUTO_TEST_CASE(an_open_particular_is_empty_but_the_name) {
    DossierRecord record;
    for (const char* field : {"name", "phone"}) {
        add_statement(record, said(field, "first", 5));
        auto other = said(field, "second", 6);
        other.base = 4;
        add_statement(record, other);
    }
    const auto dossier = told(record);
    BOOST_TEST(dossier.facts.empty());
    BOOST_TEST(dossier.open.size() == 2U);
    BOOST_TEST(dossier.party.phone.empty());
    BOOST_TEST(dossier.party.name == "first");
}

BOOST_AUTO_TEST_CASE(a_correction_holds_stands_in_the_history_and_can_be_taken_back) {
    DossierRecord record;
    add_statement(record, said("phone", "wrong", 5));
    auto mend = act(DossierActKind::correct_fact, 6);
    mend.field = "phone";
    mend.value = "right";
    BOOST_TEST(code(check_act({&record, 1}, mend)).empty());
    take_act(record, mend);
    BOOST_TEST(told(record).party.phone == "right");
    BOOST_TEST(record.statements.size() == 2U);
    BOOST_TEST(record.acts.front().value.empty());  // the trace does not keep what a deletion must reach
    auto back = act(DossierActKind::undo, 7);
    back.concerns = mend.id;
    BOOST_TEST(code(check_act({&record, 1}, back)).empty());
    take_act(record, back);
    BOOST_TEST(told(record).party.phone == "wrong");
    back.id = "again";
    BOOST_TEST(code(check_act({&record, 1}, back)) == "dossier.not_undoable");
}

BOOST_AUTO_TEST_CASE(a_deleted_fact_leaves_its_trace_only_and_late_news_from_before_stays_deleted) {
    DossierRecord record;
    add_statement(record, said("bank_account", "6200", 5));
    auto erase = act(DossierActKind::erase_fact, 9);
    erase.field = "bank_account";
    take_act(record, erase);
    auto late = said("bank_account", "6211", 8);
    late.seq = 10;
    add_statement(record, late);
    for (const auto& one : record.statements) {
        BOOST_TEST(one.value.empty());
        BOOST_TEST(one.erased);
    }
    BOOST_TEST(told(record).facts.empty());
    BOOST_TEST(code(check_act({&record, 1}, [&] {
                   auto again = erase;
                   again.id = "again";
                   return again;
               }())) == "dossier.no_such_fact");
    add_statement(record, said("bank_account", "6222", 12));
    BOOST_TEST(told(record).facts.size() == 1U);
}

BOOST_AUTO_TEST_CASE(documents_are_corrected_and_deleted) {
    DossierRecord record;
    add_document(record, paper("new", 5));
    add_document(record, paper("old", 3));
    BOOST_TEST(told(record).documents.front().superseded);
    auto mend = act(DossierActKind::reinstate_document, 6);
    mend.document = "old";
    take_act(record, mend);
    BOOST_TEST(!told(record).documents.front().superseded);
    auto pages = act(DossierActKind::replace_pages, 7);
    pages.document = "new";
    pages.pages = {"right"};
    take_act(record, pages);
    BOOST_TEST(told(record).documents.back().pages.front() == "right");
    auto erase = act(DossierActKind::erase_document, 8);
    erase.document = "new";
    BOOST_TEST(code(check_act({&record, 1}, erase)).empty());
    take_act(record, erase);
    BOOST_TEST(told(record).documents.size() == 1U);
    for (const auto& past : record.acts) BOOST_TEST(past.pages.empty());
    add_document(record, paper("new", 5));
    BOOST_TEST(told(record).documents.size() == 1U);
    BOOST_TEST(code(check_act({&record, 1}, [&] {
                   auto again = erase;
                   again.id = "again";
                   return again;
               }())) == "dossier.no_such_document");
}

BOOST_AUTO_TEST_CASE(the_older_document_does_not_come_back_when_the_newer_is_deleted) {
    DossierRecord record;
    add_document(record, paper("old", 3));
    add_document(record, paper("new", 5));
    auto erase = act(DossierActKind::erase_document, 8);
    erase.document = "new";
    take_act(record, erase);
    BOOST_TEST(told(record).documents.front().superseded);
}

BOOST_AUTO_TEST_CASE(a_choice_must_be_among_what_stands_open_now) {
    DossierRecord record;
    add_statement(record, said("phone", "1", 5));
    auto other = said("phone", "2", 6);
    other.base = 4;
    add_statement(record, other);
    auto pick = act(DossierActKind::choose, 7);
    pick.field = "phone";
    pick.among = {"phone5"};
    pick.keep = {"phone5"};
    BOOST_TEST(code(check_act({&record, 1}, pick)) == "dossier.changed");
    pick.among = {"phone6", "phone5"};
    BOOST_TEST(code(check_act({&record, 1}, pick)).empty());
    take_act(record, pick);
    pick.id = "again";
    BOOST_TEST(code(check_act({&record, 1}, pick)) == "dossier.changed");
}

BOOST_AUTO_TEST_CASE(an_act_needs_its_members_ground_and_reason) {
    const DossierRecord record;
    auto mend = act(DossierActKind::correct_fact, 7);
    BOOST_TEST(code(check_act({&record, 1}, mend)) == "dossier.act_incomplete");
    mend.field = "phone";
    mend.value = "1";
    mend.reason.clear();
    BOOST_TEST(code(check_act({&record, 1}, mend)) == "dossier.act_incomplete");
    mend.reason = "申请人书面申请";
    mend.ground = "because";
    BOOST_TEST(code(check_act({&record, 1}, mend)) == "dossier.ground_unknown");
}

/// Merging only reads the parts together, so parting them restores both whatever they hold.
BOOST_AUTO_TEST_CASE(parts_read_together_show_everything_of_both_and_change_neither) {
    for (unsigned seed = 1; seed <= 200; ++seed) {
        std::mt19937 random(seed);
        const std::vector<DossierRecord> parts{random_record(random, "a"), random_record(random, "b")};
        const auto before = parts;
        const JoinedAt joined{0, 20};
        const auto as_a = dossier_of(parts, joined, 0), as_b = dossier_of(parts, joined, 1);
        BOOST_TEST_CONTEXT("seed " << seed) {
            BOOST_TEST((parts == before));
            BOOST_TEST(as_a.party.key.number == "a");
            BOOST_TEST(as_b.party.key.number == "b");
            BOOST_TEST((as_a.facts == as_b.facts && as_a.open == as_b.open));
            BOOST_TEST(as_a.documents.size() == parts[0].documents.size() + parts[1].documents.size());
            BOOST_TEST(as_a.case_count == parts[0].case_count + parts[1].case_count);
            for (const auto& part : parts)
                for (const auto& fact : told(part).facts) {
                    const auto* open = open_fact(as_a, fact.field);
                    const auto& shown = open != nullptr ? open->values : as_a.facts;
                    BOOST_TEST(std::any_of(shown.begin(), shown.end(), [&](const Fact& one) {
                        return one.field == fact.field && one.value == fact.value;
                    }));
                }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_choice_made_across_parts_has_no_effect_once_they_are_parted) {
    std::vector<DossierRecord> parts(2);
    add_statement(parts[0], said("phone", "1", 5));
    add_statement(parts[1], said("phone", "2", 6));
    const JoinedAt joined{0, 7};
    BOOST_TEST(dossier_of(parts, joined).open.size() == 1U);
    auto pick = act(DossierActKind::choose, 8);
    pick.field = "phone";
    pick.among = {"phone5", "phone6"};
    pick.keep = {"phone6"};
    BOOST_TEST(code(check_act(parts, pick, joined)).empty());
    take_act(parts[0], pick);
    BOOST_TEST(dossier_of(parts, joined).party.phone == "2");
    BOOST_TEST(told(parts[0]).party.phone == "1");
    BOOST_TEST(told(parts[1]).party.phone == "2");
}

BOOST_AUTO_TEST_CASE(the_timeline_names_everything_once) {
    DossierRecord record;
    add_statement(record, said("phone", "1", 5));
    add_statement(record, said("phone", "2", 6));
    add_document(record, paper("a", 7));
    auto mend = act(DossierActKind::correct_fact, 8);
    mend.field = "phone";
    mend.value = "3";
    take_act(record, mend);
    const auto file = file_of({&record, 1}, {}, 0);
    const auto timeline = timeline_of(file);
    BOOST_TEST(timeline.size() == 5U);
    BOOST_TEST(std::is_sorted(timeline.begin(), timeline.end(),
                              [](const auto& a, const auto& b) { return a.at > b.at; }));
    BOOST_TEST(
        std::count_if(timeline.begin(), timeline.end(), [](const auto& one) { return one.superseded; }) == 2);
    BOOST_TEST(undone_by(file, file.acts.front()) == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
