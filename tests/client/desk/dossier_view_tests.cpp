#include "client/desk/dossier_view.h"

#include <boost/test/unit_test.hpp>
#include <chrono>

#include "forms/catalogue.h"
#include "forms/sample_district.h"
#include "localization/localization.h"

using namespace yc;
using namespace yc::client::desk;
using namespace std::chrono_literals;
using domain::DossierActKind;

namespace {

const base::Date today = base::make_date(2026, 11, 23);

base::Instant at_day(unsigned day) {
    return base::at(base::make_date(2026, 11, day), 10h);
}

domain::FactStatement said(const std::string& id, const std::string& field, const std::string& value,
                           unsigned day, std::optional<int64_t> base, int64_t seq) {
    return {.id = id,
            .field = field,
            .value = value,
            .source_case = "450103-" + std::to_string(day),
            .case_id = "case-" + std::to_string(day),
            .said_by = "clerk" + std::to_string(day),
            .said_by_name = day == 20 ? "韦示例" : "李示例",
            .at = at_day(day),
            .device = "device-" + std::to_string(day),
            .base = base,
            .seq = seq};
}

/// A person of whom two clerks, who did not know of each other, said different phones.
struct Page {
    Page() {
        record.key = {domain::DocumentKind::citizen_id, "45010319410404007X"};
        domain::add_statement(record, said("n", "name", "黄示例", 20, {}, 1));
        domain::add_statement(record, said("p1", "phone", "13800138001", 20, {}, 1));
        domain::add_statement(record, said("p2", "phone", "13900139002", 21, {}, 2));
        domain::add_statement(record, said("m", "marital", "married", 20, {}, 1));
        record.version = 2;
    }
    void add(const std::string& id, domain::TrustGrade grade, std::optional<base::Date> until) {
        domain::add_document(record, {.id = id,
                                      .type = id,
                                      .name = "材料" + id,
                                      .grade = grade,
                                      .valid_until = until,
                                      .pages = {"sha-" + id},
                                      .source_case = "450103-20",
                                      .at = at_day(20),
                                      .turned = {{"sha-" + id, 90}}});
    }
    void act(domain::DossierAct act) {
        act.by = "clerk1";
        act.by_name = "韦示例";
        act.at = at_day(22);
        act.seq = ++record.version;
        domain::take_act(record, act);
    }
    [[nodiscard]] domain::DossierFile file() const { return domain::file_of({&record, 1}, {}, 0); }
    [[nodiscard]] DossierView view(const domain::DossierFile& of, bool supervisor = false,
                                   bool from_cache = false) const {
        static const auto sample = *forms::Catalogue::open(forms::sample_catalogue());
        return dossier_view(of, {.catalogue = *sample,
                                 .language = "zh_CN",
                                 .today = today,
                                 .from_cache = from_cache,
                                 .supervisor = supervisor,
                                 .is_here = [](const std::string& id) { return id == "here"; }});
    }
    [[nodiscard]] static std::string words(const Text& text) { return localization::tr(text.key, text.args); }
    static const DossierFactView* fact(const DossierView& view, const std::string& field) {
        for (const auto& group : view.groups)
            for (const auto& one : group.facts)
                if (one.field == field) return &one;
        return nullptr;
    }

    domain::DossierRecord record;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(dossier_view_tests, Page)

BOOST_AUTO_TEST_CASE(a_conflict_tells_both_values_with_who_when_and_case_and_is_no_fact) {
    const DossierView view = this->view(file());
    BOOST_REQUIRE_EQUAL(view.open.size(), 1);
    BOOST_TEST(view.open[0].label == "联系电话");
    BOOST_REQUIRE_EQUAL(view.open[0].values.size(), 2);
    BOOST_TEST(view.open[0].values[0].statement == "p2");
    BOOST_TEST(view.open[0].values[0].value == "13900139002");
    const std::string source = words(view.open[0].values[0].source);
    for (const char* part : {"2026-11-21", "李示例", "450103-21"})
        BOOST_TEST(source.find(part) != std::string::npos);
    BOOST_TEST(fact(view, "phone") == nullptr);
    BOOST_TEST(words(view.notes.front().text) == "1 项待核定");
    BOOST_TEST(view.may_choose);
    BOOST_TEST(!view.may_correct);
}

BOOST_AUTO_TEST_CASE(a_choice_makes_it_a_fact_that_can_be_undone_and_keeping_both_shows_both) {
    act({.id = "a1",
         .kind = DossierActKind::choose,
         .field = "phone",
         .among = {"p1", "p2"},
         .keep = {"p1"}});
    DossierView view = this->view(file());
    BOOST_TEST(view.open.empty());
    BOOST_REQUIRE(fact(view, "phone") != nullptr);
    BOOST_TEST(fact(view, "phone")->values.front().value == "13800138001");
    BOOST_REQUIRE_EQUAL(view.acts.size(), 1);
    BOOST_TEST(view.acts[0].may_undo);
    BOOST_TEST(words(view.acts[0].text) == "韦示例 选定 联系电话");
    act({.id = "a2", .kind = DossierActKind::undo, .concerns = "a1"});
    view = this->view(file());
    BOOST_TEST(view.open.size() == 1);
    BOOST_TEST(view.acts.empty());
    act({.id = "a3",
         .kind = DossierActKind::choose,
         .field = "phone",
         .among = {"p1", "p2"},
         .keep = {"p1", "p2"}});
    view = this->view(file());
    BOOST_REQUIRE(fact(view, "phone") != nullptr);
    BOOST_TEST(fact(view, "phone")->values.size() == 2);
}

BOOST_AUTO_TEST_CASE(the_number_is_masked_and_values_are_words) {
    const DossierView view = this->view(file());
    BOOST_TEST(view.name == "黄示例");
    BOOST_TEST(view.number == "450103********007X");
    BOOST_REQUIRE(fact(view, "marital") != nullptr);
    BOOST_TEST(fact(view, "marital")->values.front().value != "married");
    BOOST_TEST(fact(view, "marital")->label != "marital");
}

BOOST_AUTO_TEST_CASE(documents_tell_grade_validity_and_how_their_pages_stand) {
    add("old", domain::TrustGrade::verified, base::make_date(2026, 11, 1));
    add("soon", domain::TrustGrade::uploaded, base::make_date(2026, 12, 1));
    add("good", domain::TrustGrade::issued, base::make_date(2030, 1, 1));
    const DossierView view = this->view(file());
    BOOST_REQUIRE_EQUAL(view.documents.size(), 3);
    for (const auto& document : view.documents) {
        const Tone expected = document.id == "old"    ? Tone::bad
                              : document.id == "soon" ? Tone::warn
                                                      : Tone::good;
        BOOST_TEST((document.tone == expected));
        BOOST_REQUIRE_EQUAL(document.pages.size(), 1);
        BOOST_TEST(document.pages.front().rotation == 90);
        if (document.id == "soon") BOOST_TEST(document.grade == "C");
    }
}

BOOST_AUTO_TEST_CASE(the_timeline_is_the_newest_first_and_tells_a_case_in_one_line) {
    act({.id = "a1",
         .kind = DossierActKind::choose,
         .field = "phone",
         .among = {"p1", "p2"},
         .keep = {"p1"}});
    const DossierView view = this->view(file());
    BOOST_REQUIRE_EQUAL(view.timeline.size(), 3);
    BOOST_TEST(words(view.timeline[0].text) == "韦示例 选定 联系电话");
    BOOST_TEST(words(view.timeline[1].text) == "李示例 登记 1 项信息");
    BOOST_TEST(words(view.timeline[2].text) == "韦示例 登记 3 项信息");
    BOOST_TEST(view.timeline[2].detail.find("联系电话") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_case_opens_only_where_it_is_kept) {
    domain::DossierFile whole = file();
    whole.cases = {{.case_id = "here", .case_no = "1"}, {.case_id = "elsewhere", .case_no = "2"}};
    whole.related = {{.relation = domain::Relation::agent,
                      .name = "莫示例",
                      .key = domain::PartyKey{domain::DocumentKind::citizen_id, "450103194101010011"},
                      .cases = {"1", "2"}}};
    const DossierView view = this->view(whole);
    BOOST_TEST(view.cases[0].here);
    BOOST_TEST(!view.cases[1].here);
    BOOST_TEST(view.related[0].number == "450103********0011");
    BOOST_TEST(view.related[0].case_no == "2");
}

BOOST_AUTO_TEST_CASE(what_is_cached_shows_the_conflict_and_lets_nothing_be_changed) {
    domain::DossierFile cached{.dossier = file().dossier};
    const DossierView view = this->view(cached, true, true);
    BOOST_REQUIRE_EQUAL(view.open.size(), 1);
    BOOST_TEST(view.open[0].values.size() == 2);
    BOOST_TEST(!view.may_choose);
    BOOST_TEST(!view.may_correct);
    BOOST_TEST(view.why_not.key == "desk.dossier.why_not.offline");
}

BOOST_AUTO_TEST_CASE(only_a_supervisor_corrects_and_takes_corrections_back) {
    act({.id = "c1",
         .kind = DossierActKind::correct_fact,
         .field = "name",
         .value = "黄范例",
         .reason = "申请"});
    BOOST_TEST(!view(file()).acts.front().may_undo);
    const DossierView of_supervisor = view(file(), true);
    BOOST_TEST(of_supervisor.acts.front().may_undo);
    BOOST_TEST(of_supervisor.may_correct);
    BOOST_TEST(fact(of_supervisor, "name")->values.front().value == "黄范例");
}

BOOST_AUTO_TEST_SUITE_END()
