#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>

#include "core/base/utf8.h"
#include "forms/catalogue.h"
#include "forms/item_facets.h"
#include "forms/items_in_use.h"
#include "forms/sample_district.h"
#include "forms/synonyms.h"

using namespace yc;
using forms::MatchedIn;
using forms::SearchHit;

namespace {

domain::ServiceItem item(const std::string& code, const std::string& name,
                         const std::string& department = "民政局") {
    domain::ServiceItem out;
    out.code = code;
    out.name = name;
    out.department_name = department;
    return out;
}

std::shared_ptr<const forms::Catalogue> catalogue_of(std::vector<domain::ServiceItem> items,
                                                     std::vector<domain::ItemPackage> packages = {}) {
    forms::CatalogueBundle bundle{.items = std::move(items), .packages = std::move(packages)};
    for (auto& form : forms::sample_catalogue().forms)
        if (form.id == forms::common_form_id) bundle.forms.push_back(form);
    return *forms::Catalogue::open(std::move(bundle));
}

std::vector<std::string> names(const std::vector<SearchHit>& hits) {
    std::vector<std::string> out;
    for (const auto& hit : hits) out.push_back(hit.name());
    return out;
}

std::vector<std::string> list(std::initializer_list<std::string> texts) {
    return texts;
}

#define CHECK_NAMES(hits, ...) BOOST_TEST(names(hits) == list(__VA_ARGS__), boost::test_tools::per_element())

}  // namespace

BOOST_AUTO_TEST_SUITE(catalogue_search_tests)

BOOST_AUTO_TEST_CASE(a_hit_tells_what_of_which_text_was_matched) {
    const auto catalogue = catalogue_of({item("GX-77-B", "城乡居民医疗保险登记", "医疗保障局")});
    const auto only = [&](const std::string& query) { return catalogue->search(query).at(0); };
    const auto told = [](const SearchHit& hit) {
        return std::string(base::to_name(hit.matched)) + " " + hit.text + " " + std::to_string(hit.position) +
               "+" + std::to_string(hit.length);
    };
    BOOST_TEST(told(only("yiliaobx")) == "name 城乡居民医疗保险登记 4+4");
    BOOST_TEST(told(only("77-b")) == "code GX-77-B 3+4");
    BOOST_TEST(told(only("保障局")) == "place 医疗保障局 2+3");
    BOOST_TEST(told(only("医保")) == "word 医保 0+2");
    BOOST_TEST(only("医保").meaning == "医疗保险");
}

BOOST_AUTO_TEST_CASE(everyday_words_lead_to_official_names_by_hanzi_and_pinyin_and_within_more_words) {
    const auto catalogue = catalogue_of(
        {item("1", "养老保险待遇资格认证"), item("2", "养老保险待遇申领"), item("3", "住房公积金提取")});
    CHECK_NAMES(catalogue->search("退休金"), {"养老保险待遇申领", "养老保险待遇资格认证"});
    CHECK_NAMES(catalogue->search("tuixiujin"), {"养老保险待遇申领", "养老保险待遇资格认证"});
    const auto rewritten = catalogue->search("退休金资格认证");
    CHECK_NAMES(rewritten, {"养老保险待遇资格认证"});
    BOOST_TEST(rewritten[0].text == "退休金");
    BOOST_TEST(rewritten[0].meaning == "养老保险待遇资格认证");
}

BOOST_AUTO_TEST_CASE(the_words_built_in_are_well_formed_and_many) {
    const auto& words = forms::synonyms();
    BOOST_TEST(words.size() >= 300u);
    for (const auto& [word, term] : words) {
        BOOST_TEST(word != term, word);
        BOOST_TEST(base::length_utf8(term) >= 2u, word);
    }
    BOOST_TEST((forms::parse_synonyms("# 注\n甲 = 乙 丙\n坏行\n = 丁\n") ==
                std::vector<forms::Synonym>{{"甲", "乙"}, {"甲", "丙"}}));
}

BOOST_AUTO_TEST_CASE(packages_are_found_like_items_when_wanted) {
    const domain::ItemPackage birth{
        .code = "P1", .name = "新生儿出生一件事", .words = {"生孩子"}, .members = {{.item = "1"}}};
    const auto catalogue =
        catalogue_of({item("1", "出生登记", "公安局"), item("2", "出生医学证明", "卫健局")}, {birth});
    CHECK_NAMES(catalogue->search("出生"), {"出生登记", "出生医学证明"});
    forms::SearchRequest request{.query = "出生", .packages = true};
    const auto hits = catalogue->search(request);
    CHECK_NAMES(hits, {"出生登记", "出生医学证明", "新生儿出生一件事"});
    BOOST_TEST(hits[2].package == catalogue->packages().at(0));
    BOOST_TEST((hits[2].item == nullptr));
    request.query = "shenghz";
    CHECK_NAMES(catalogue->search(request), {"新生儿出生一件事"});
    request = {.query = "出生", .facets = {.department = "公安局"}, .packages = true};
    CHECK_NAMES(catalogue->search(request), {"出生登记", "新生儿出生一件事"});
    request.facets.department = "卫健局";
    CHECK_NAMES(catalogue->search(request), {"出生医学证明"});
}

BOOST_AUTO_TEST_CASE(facets_leave_what_has_them) {
    auto pension = item("1", "养老金申领", "人社局");
    pension.case_kind = domain::CaseKind::immediate;
    pension.define({.targets = {domain::Target::person},
                    .identities = {domain::PersonGroup::elder},
                    .subjects = {"社会保障"},
                    .life_events = {"退休"},
                    .level = domain::ExerciseLevel::county,
                    .scope = domain::HandleScope::across_provinces});
    const auto entry = item("2", "养老机构备案", "民政局");
    const auto passes = [&](const forms::ItemFacets& facets) {
        return forms::fits(pension, facets) && !forms::fits(entry, facets);
    };
    BOOST_TEST(passes({.department = "人社局"}));
    BOOST_TEST(passes({.subject = "社会保障"}));
    BOOST_TEST(passes({.life_event = "退休"}));
    BOOST_TEST(passes({.level = domain::ExerciseLevel::county}));
    BOOST_TEST(passes({.target = domain::Target::person}));
    BOOST_TEST(passes({.identity = domain::PersonGroup::elder}));
    BOOST_TEST(passes({.scope = domain::HandleScope::across_cities}));
    BOOST_TEST(passes({.on_the_spot = true}));
    BOOST_TEST(!passes({.scope = domain::HandleScope::nation}));
    BOOST_TEST(!passes({.target = domain::Target::enterprise}));
    BOOST_TEST(!forms::fits(pension, {.type = domain::ItemType::licence}));
    const auto catalogue = catalogue_of({pension, entry});
    CHECK_NAMES(catalogue->search({.query = "yl", .facets = {.subject = "社会保障"}}), {"养老金申领"});
    CHECK_NAMES(catalogue->search({.query = "", .facets = {.department = "民政局"}}), {"养老机构备案"});
}

BOOST_AUTO_TEST_CASE(what_is_taken_here_comes_first_among_equal_matches) {
    std::vector<domain::ServiceItem> items;
    for (int i = 0; i < 200; ++i)
        items.push_back(item("c" + std::to_string(i), "登记" + std::to_string(1000 + i)));
    items.push_back(item("often", "登记很长名字的一个事项"));
    items.push_back(item("dear", "登记收藏的另一个很长的事项"));
    items.push_back(item("inside", "变更登记"));
    const auto catalogue = catalogue_of(std::move(items));
    const forms::UseCounts use{{"often", {.taken = 40}},
                               {"dear", {.taken = 1, .favourite = true}},
                               {"inside", {.taken = 99}},
                               {"gone", {.taken = 5}}};
    const forms::ItemsInUse in_use(*catalogue, use);
    const auto hits = catalogue->search({.query = "dengji", .limit = 5, .use = &in_use});
    CHECK_NAMES(hits,
                {"登记收藏的另一个很长的事项", "登记很长名字的一个事项", "登记1000", "登记1001", "登记1002"});
    BOOST_TEST(hits[1].use.taken == 40);
    BOOST_TEST(names(catalogue->search("dengji", 1)).at(0) == "登记1000");
}

BOOST_AUTO_TEST_CASE(an_empty_query_gives_what_fits_with_what_is_in_use_first) {
    std::vector<domain::ServiceItem> items{item("1", "甲"), item("2", "乙"), item("3", "丙"),
                                           item("4", "丁")};
    for (auto& each : items) each.fully_defined = each.code != "4";
    const auto catalogue = catalogue_of(std::move(items));
    const forms::UseCounts use{
        {"2", {.taken = 3}}, {"3", {.favourite = true}}, {"4", {.taken = 9}}, {"gone", {.favourite = true}}};
    const forms::ItemsInUse in_use(*catalogue, use);
    BOOST_TEST(catalogue->search({.use = &in_use}).empty());
    CHECK_NAMES(catalogue->search({.facets = {.defined = true}, .use = &in_use}), {"丙", "乙", "甲"});
    CHECK_NAMES(catalogue->search({.limit = 2, .facets = {.defined = true}, .use = &in_use}), {"丙", "乙"});
}

BOOST_AUTO_TEST_CASE(items_for_persons_and_for_organisations_of_any_kind_are_told_apart) {
    using enum domain::Target;
    const auto aimed = [](const std::string& code, std::set<domain::Target> targets) {
        auto made = item(code, "登记" + code);
        made.define({.targets = std::move(targets)});
        return made;
    };
    const auto catalogue = catalogue_of({aimed("1", {person}), aimed("2", {social_organisation}),
                                         aimed("3", {person, other}), item("4", "登记4")});
    CHECK_NAMES(catalogue->search({.query = "登记", .facets = {.served = forms::Served::person}}),
                {"登记1", "登记3"});
    CHECK_NAMES(catalogue->search({.query = "登记", .facets = {.served = forms::Served::organisation}}),
                {"登记2", "登记3"});
}

BOOST_AUTO_TEST_CASE(a_whole_text_comes_before_its_beginning_before_its_inside) {
    const auto hit = [](MatchedIn in, int position, int length, int whole, int taken) {
        return SearchHit{.matched = in,
                         .text = std::to_string(taken),
                         .position = position,
                         .length = length,
                         .text_length = whole,
                         .use = {.taken = taken}};
    };
    std::vector<SearchHit> hits{hit(MatchedIn::word, 0, 2, 2, 1), hit(MatchedIn::name, 3, 2, 9, 2),
                                hit(MatchedIn::name, 2, 2, 9, 3), hit(MatchedIn::name, 0, 2, 9, 4),
                                hit(MatchedIn::name, 0, 2, 2, 5)};
    forms::rank_hits(hits);
    std::string order;
    for (const auto& ranked : hits) order += ranked.text;
    BOOST_TEST(order == "54321");
}

BOOST_AUTO_TEST_CASE(names_are_found_as_a_plain_scan_finds_them) {
    const unsigned seed = 20261124;
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    const std::u32string letters = U"登记变更医疗保险食品户";
    const std::vector<std::string> departments{"甲局", "乙局", "丙局"};
    std::vector<domain::ServiceItem> items;
    for (int i = 0; i < 700; ++i) {
        std::u32string name;
        for (size_t n = 1 + random() % 12; n > 0; --n) name.push_back(letters[random() % letters.size()]);
        items.push_back(item(std::to_string(i), base::encode_utf8(name), departments[random() % 3]));
    }
    const auto catalogue = catalogue_of(std::move(items));
    for (int i = 0; i < 400; ++i) {
        std::u32string wanted;
        for (size_t n = 1 + random() % 3; n > 0; --n) wanted.push_back(letters[random() % letters.size()]);
        const auto& department = departments[random() % 3];
        std::vector<std::tuple<size_t, size_t, std::string>> plain;
        for (const auto* one : catalogue->items()) {
            const auto text = base::decode_utf8(one->name);
            if (const auto at = text.find(wanted);
                at != std::u32string::npos && one->department_name == department)
                plain.emplace_back(at, text.size(), one->code);
        }
        std::stable_sort(plain.begin(), plain.end(), [](const auto& a, const auto& b) {
            return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
        });
        if (plain.size() > 20) plain.resize(20);
        const auto hits =
            catalogue->search({.query = base::encode_utf8(wanted), .facets = {.department = department}});
        for (size_t n = 0; n < plain.size(); ++n)
            BOOST_REQUIRE_MESSAGE(n < hits.size() && hits[n].matched == MatchedIn::name &&
                                      hits[n].code() == std::get<2>(plain[n]),
                                  base::encode_utf8(wanted) << " at " << n);
        for (size_t n = plain.size(); n < hits.size(); ++n) BOOST_TEST((hits[n].matched != MatchedIn::name));
    }
}

BOOST_AUTO_TEST_SUITE_END()
