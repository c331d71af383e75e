#include "core/domain/fact_history.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>
#include <set>

#include "core/domain/dossier_file.h"
#include "core/domain/dossier_record.h"

using namespace yc;
using namespace yc::domain;

namespace {

base::Instant hour(int64_t count) {
    return base::Instant(std::chrono::hours(490000 + count));
}

/// What a clerk at a computer of their own says of the phone, having seen the dossier as of `base`.
FactStatement said(const std::string& id, const std::string& value, std::optional<int64_t> base,
                   int64_t seq) {
    return {.id = id,
            .field = "phone",
            .value = value,
            .source_case = "no-" + id,
            .case_id = "case-" + id,
            .said_by = "clerk-" + id,
            .at = hour(seq),
            .device = "device-" + id,
            .device_seq = 1,
            .base = base,
            .seq = seq};
}

DossierAct act(DossierActKind kind, const std::string& id, int64_t seq) {
    DossierAct out{.id = id, .kind = kind, .by = "clerk", .at = hour(seq), .seq = seq};
    if (!grounds_for(kind).empty()) out.ground = grounds_for(kind).front();
    if (needs_supervisor(kind)) out.reason = "申请人书面申请";
    return out;
}

DossierAct choice(const std::string& id, std::vector<std::string> among, std::vector<std::string> keep,
                  int64_t seq) {
    auto out = act(DossierActKind::choose, id, seq);
    out.field = "phone";
    out.among = std::move(among);
    out.keep = std::move(keep);
    return out;
}

std::vector<std::string> values(const FactStanding& standing) {
    std::vector<std::string> out;
    for (const auto& one : standing.values) out.push_back(one.value);
    return out;
}

FactStanding phone(const std::vector<FactStatement>& statements, const std::vector<DossierAct>& acts = {}) {
    const auto standings = standings_of(statements, acts);
    BOOST_REQUIRE(standings.size() == 1U);
    return standings.front();
}

using Texts = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(fact_history_tests)

BOOST_AUTO_TEST_CASE(who_saw_the_present_value_and_changed_it_has_changed_it) {
    const auto now = phone({said("a", "1", 0, 5), said("b", "2", 5, 6)});
    BOOST_TEST(!now.open);
    BOOST_TEST(values(now) == Texts{"2"});
}

BOOST_AUTO_TEST_CASE(two_who_did_not_know_of_each_other_leave_the_fact_open) {
    const auto now = phone({said("a", "1", 0, 5), said("b", "2", 5, 6), said("c", "3", 5, 7)});
    BOOST_TEST(now.open);
    BOOST_TEST(values(now) == (Texts{"3", "2"}));
    // Neither had seen the dossier at all.
    BOOST_TEST(phone({said("a", "1", {}, 5), said("b", "2", {}, 6)}).open);
    BOOST_TEST(!phone({said("a", "1", {}, 5), said("b", "1", {}, 6)}).open);
}

BOOST_AUTO_TEST_CASE(a_computer_and_a_case_know_what_they_said_before) {
    auto first = said("a", "1", {}, 5), second = said("b", "2", {}, 6);
    second.device = first.device;
    second.device_seq = 2;
    BOOST_TEST(values(phone({first, second})) == Texts{"2"});
    auto supplement = said("c", "3", {}, 7);
    supplement.case_id = first.case_id;
    BOOST_TEST(values(phone({first, supplement})) == Texts{"3"});
}

BOOST_AUTO_TEST_CASE(a_choice_settles_the_fact_and_its_undoing_opens_it_again) {
    const std::vector<FactStatement> both{said("a", "1", {}, 5), said("b", "2", {}, 6)};
    const auto one = choice("x", {"a", "b"}, {"a"}, 7);
    BOOST_TEST(values(phone(both, {one})) == Texts{"1"});
    const auto kept = phone(both, {choice("x", {"a", "b"}, {"a", "b"}, 7)});
    BOOST_TEST(!kept.open);
    BOOST_TEST(values(kept) == (Texts{"2", "1"}));
    auto back = act(DossierActKind::undo, "y", 8);
    back.concerns = "x";
    BOOST_TEST(phone(both, {one, back}).open);
}

BOOST_AUTO_TEST_CASE(a_value_that_comes_after_the_choice_opens_the_fact_again_unless_it_knew) {
    std::vector<FactStatement> all{said("a", "1", {}, 5), said("b", "2", {}, 6), said("c", "2", 4, 8)};
    const auto chosen = choice("x", {"a", "b"}, {"a"}, 7);
    BOOST_TEST(phone(all, {chosen}).open);
    all.back().base = 7;
    BOOST_TEST(values(phone(all, {chosen})) == Texts{"2"});
}

BOOST_AUTO_TEST_CASE(one_of_two_kept_values_stated_again_leaves_the_other) {
    const std::vector<FactStatement> all{said("a", "1", {}, 5), said("b", "2", {}, 6), said("c", "2", 7, 8)};
    const auto now = phone(all, {choice("x", {"a", "b"}, {"a", "b"}, 7)});
    BOOST_TEST(!now.open);
    BOOST_TEST(values(now) == (Texts{"2", "1"}));
    BOOST_TEST(now.values.front().id == "c");
}

BOOST_AUTO_TEST_CASE(parts_know_of_each_other_only_since_they_were_joined) {
    auto mine = said("a", "1", 0, 5), theirs = said("b", "2", 6, 7);
    theirs.part = 1;
    BOOST_TEST(!knew_of(theirs, mine, {0, 8}));
    BOOST_TEST(!knew_of(theirs, mine));
    theirs.base = 9;
    theirs.seq = 10;
    BOOST_TEST(knew_of(theirs, mine, {0, 8}));
}

/// Random histories of three counters, now and then offline: what they saw is what had come in by then.
BOOST_AUTO_TEST_CASE(the_order_in_which_a_record_is_filled_does_not_matter_and_nothing_disappears) {
    for (unsigned seed = 1; seed <= 400; ++seed) {
        std::mt19937 random(seed);
        const auto below = [&](int limit) {
            return static_cast<int>(random() % static_cast<unsigned>(limit));
        };
        std::vector<FactStatement> statements;
        for (int seq = 1; seq <= 12; ++seq) {
            auto one = said(std::to_string(seq), std::to_string(below(3)), below(seq), seq);
            if (below(4) == 0) one.base.reset();
            one.device = "device-" + std::to_string(below(3));
            one.device_seq = seq;
            if (below(3) == 0) one.field = "address";
            statements.push_back(std::move(one));
        }
        DossierRecord in_order{.key = {.number = "n"}};
        for (const auto& one : statements) add_statement(in_order, one);
        const auto expected = dossier_of({&in_order, 1});
        std::shuffle(statements.begin(), statements.end(), random);
        DossierRecord shuffled{.key = {.number = "n"}};
        for (const auto& one : statements) add_statement(shuffled, one);
        for (const auto& one : statements) add_statement(shuffled, one);
        BOOST_TEST_CONTEXT("seed " << seed) {
            BOOST_TEST((dossier_of({&shuffled, 1}) == expected));
            BOOST_TEST(shuffled.statements.size() == in_order.statements.size());
            // A value is gone from what stands only if somebody knew of it and said another.
            for (const auto& one : statements) {
                const bool replaced =
                    std::any_of(statements.begin(), statements.end(), [&](const FactStatement& other) {
                        return other.field == one.field && other.id != one.id && knew_of(other, one);
                    });
                if (replaced) continue;
                const auto* open = open_fact(expected, one.field);
                const auto& told = open != nullptr ? open->values : expected.facts;
                BOOST_TEST(std::any_of(told.begin(), told.end(), [&](const Fact& fact) {
                    return fact.field == one.field && fact.value == one.value;
                }));
            }
        }
    }
}

/// Two counters that work without contact: whichever is heard first, the dossier says the same.
BOOST_AUTO_TEST_CASE(whoever_comes_first_the_same_stands) {
    for (unsigned seed = 1; seed <= 200; ++seed) {
        std::mt19937 random(seed);
        const auto make = [&](const char* device) {
            std::vector<FactStatement> out;
            for (int i = 1; i <= 3; ++i) {
                auto one = said(device + std::to_string(i), std::to_string(random() % 3), 1, 0);
                one.device = device;
                one.device_seq = i;
                one.at = hour(static_cast<int64_t>(random() % 100));
                out.push_back(std::move(one));
            }
            return out;
        };
        const auto a = make("A"), b = make("B");
        const auto settled = [](const std::vector<FactStatement>& first,
                                const std::vector<FactStatement>& then) {
            DossierRecord record{.key = {.number = "n"}};
            add_statement(record, said("known", "0", {}, 1));
            int64_t seq = 1;
            for (const auto* some : {&first, &then})
                for (FactStatement one : *some) {
                    one.seq = ++seq;
                    add_statement(record, one);
                }
            return dossier_of({&record, 1});
        };
        BOOST_TEST_CONTEXT("seed " << seed) {
            BOOST_TEST((settled(a, b) == settled(b, a)));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
