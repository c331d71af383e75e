// The item search of the intake: what is taken here and what the clerk keeps at hand come first, facets
// narrow, and each row says what was found.
#include "client/store/key_slots.h"
#include "core/base/crypto.h"
#include "core/base/utf8.h"
#include "core/sqlite/connection.h"
#include "localization/localization.h"
#include "tests/client/desk/desk_fixture.h"
#include "tests/client/desk/told.h"

using namespace yc;
using namespace yc::client::desk;
using tests::DeskFixture;

namespace {

struct Fixture : DeskFixture {
    std::vector<ItemRow> search(std::string_view text, const forms::ItemFacets& facets = {}) {
        return new_intake()->search_items(text, facets);
    }
    /// The place of an item among the rows, from 0; -1 when it is not there.
    static int place_of(const std::vector<ItemRow>& rows, const std::string& code) {
        for (size_t i = 0; i < rows.size(); ++i)
            if (rows[i].code == code) return static_cast<int>(i);
        return -1;
    }
    std::string code_of(const std::string& name) {
        for (const auto* item : desk->catalogue->items())
            if (item->name == name) return item->code;
        BOOST_FAIL("no item " + name);
        return {};
    }
    void take(const std::string& words, unsigned times) {
        for (unsigned i = 0; i < times; ++i) {
            auto intake = intake_for(elder, words);
            scan_all(*intake);
            const auto received = intake->receive();
            BOOST_REQUIRE_MESSAGE(received.ok(), tests::told(received));
        }
    }
    static std::string words_of(const Text& text) {
        return text.empty() ? std::string() : localization::tr(text.key, text.args);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(item_search_tests, Fixture)

BOOST_AUTO_TEST_CASE(what_was_taken_here_comes_first_from_the_next_search_on) {
    const std::string code = code_of("老年人优待证办理");
    BOOST_TEST(place_of(search(""), code) != 0);
    BOOST_TEST(place_of(search("l"), code) == 2);
    take("老年人优待证", 2);
    const auto rows = search("");
    BOOST_TEST(rows.front().code == code);
    BOOST_TEST(words_of(rows.front().use) == "本窗口近 90 天办过 2 次");
    BOOST_TEST(rows[1].use.empty());
    BOOST_TEST(place_of(search("l"), code) == 0);

    // Another counter does not take it, and 90 days later nobody did lately.
    desk->who.counter = *desk->directory.counter("qx2");
    desk->at_hand.taken({});
    BOOST_TEST(search("老年人优待证").front().use.empty());
    desk->who.counter = *desk->directory.counter("qx1");
    desk->at_hand.taken({});
    BOOST_TEST(!search("老年人优待证").front().use.empty());
    clock.advance(std::chrono::hours(24 * 91));
    desk->at_hand.taken({});
    BOOST_TEST(search("老年人优待证").front().use.empty());
}

BOOST_AUTO_TEST_CASE(a_package_counts_as_taken_as_a_whole) {
    const std::string code = "450103YJS102";
    const auto worker_ = cli::invent_person(base::make_date(1966, 3, 4), 987, "黄示例");
    auto intake = new_intake();
    read(*intake, worker_.number);
    BOOST_REQUIRE(intake->choose_item(code).ok());
    for (size_t i = 0; i < intake->errand_count(); ++i) {
        intake->show_errand(i);
        cli::fill_in(*intake, worker_);
        scan_all(*intake);
    }
    const auto received = intake->receive();
    BOOST_REQUIRE_MESSAGE(received.ok(), tests::told(received));
    const auto rows = search("");
    const int place = place_of(rows, code);
    BOOST_REQUIRE(place >= 0);
    BOOST_TEST(words_of(rows[static_cast<size_t>(place)].use) == "本窗口近 90 天办过 1 次");
}

BOOST_AUTO_TEST_CASE(a_package_of_which_one_item_is_left_counts_as_the_item) {
    const std::string code = "450103YJS102";
    const auto worker_ = cli::invent_person(base::make_date(1966, 3, 4), 987, "黄示例");
    auto intake = new_intake();
    read(*intake, worker_.number);
    BOOST_REQUIRE(intake->choose_item(code).ok());
    BOOST_REQUIRE(intake->answer("package/fund", "no").ok());
    BOOST_REQUIRE(intake->answer("package/medical", "no").ok());
    BOOST_REQUIRE_EQUAL(intake->errand_count(), 1u);
    cli::fill_in(*intake, worker_);
    scan_all(*intake);
    const auto received = intake->receive();
    BOOST_REQUIRE_MESSAGE(received.ok(), tests::told(received));
    const auto taken = store->taken_at("qx1", clock.now() - std::chrono::hours(1));
    BOOST_REQUIRE(taken.ok());
    BOOST_TEST(taken->size() == 1u);
    BOOST_TEST(!taken->contains(code));
}

BOOST_AUTO_TEST_CASE(favourites_stand_before_what_is_taken_most_and_are_kept_per_user) {
    take("高龄津贴", 1);
    const std::string taken = search("").front().code;
    const std::string dear = search("").back().code;
    BOOST_REQUIRE(new_intake()->set_favourite(dear, true).ok());
    BOOST_TEST(search("")[0].code == dear);
    BOOST_TEST(search("")[0].favourite);
    BOOST_TEST(search("")[1].code == taken);

    desk->who.user.id = "clerk2";
    desk->at_hand.taken({});
    BOOST_TEST(search("")[0].code == taken);
    BOOST_TEST(!search("")[0].favourite);

    // The computer is started again.
    desk.reset();
    sync.reset();
    store.reset();
    store = *client::store::LocalStore::open({.folder = folder / "store", .clock = &clock, .rules = &rules},
                                             "clerk1", "yichuang");
    BOOST_TEST((*store->favourites("clerk1") == std::set<std::string>{dear}));
    BOOST_TEST(store->taken_at("qx1", clock.now() - std::chrono::hours(1))->at(taken) == 1);
}

BOOST_AUTO_TEST_CASE(a_store_that_cannot_be_read_is_not_asked_again_at_every_key) {
    const std::string dear = search("").back().code;
    BOOST_REQUIRE(new_intake()->set_favourite(dear, true).ok());
    const auto slots = client::store::KeySlots::load(folder / "store/slots.json");
    const std::string key = base::keyed_digest(*slots->unwrap("clerk1", "yichuang"), "database");
    auto db = sqlite::Db::open({folder / "store/store.db", *base::from_hex(key), false});
    BOOST_REQUIRE(db.ok());
    BOOST_REQUIRE(db->execute("ALTER TABLE favourites RENAME TO away").ok());
    desk->at_hand.taken({});
    BOOST_TEST(!search("").front().favourite, "the search works without counts");
    BOOST_REQUIRE(db->execute("ALTER TABLE away RENAME TO favourites").ok());
    BOOST_TEST(!search("").front().favourite);
    desk->at_hand.taken({});
    BOOST_TEST(search("").front().code == dear);
}

BOOST_AUTO_TEST_CASE(taking_a_favourite_away_puts_it_back) {
    const auto rows = search("");
    const auto intake = new_intake();
    BOOST_REQUIRE(intake->set_favourite(rows[4].code, true).ok());
    BOOST_TEST(place_of(search(""), rows[4].code) == 0);
    BOOST_REQUIRE(intake->set_favourite(rows[4].code, false).ok());
    BOOST_TEST(place_of(search(""), rows[4].code) == 4);
}

BOOST_AUTO_TEST_CASE(facets_narrow_typed_and_untyped_searches) {
    const auto defined = [&](const ItemRow& row) { return desk->catalogue->newest(row.code); };
    const auto market = search("", {.department = "market"});
    BOOST_TEST(market.size() > 5u);
    for (const auto& row : market)
        if (const auto* item = defined(row)) BOOST_TEST(item->department == "market", row.name);
    for (const auto& row : search("dj", {.served = forms::Served::organisation}))
        if (const auto* item = defined(row))
            BOOST_TEST(domain::is_for_organisations(item->definition()), row.name);
    const auto spot = search("", {.life_event = "退休", .on_the_spot = true});
    BOOST_TEST(!spot.empty());
    for (const auto& row : spot)
        if (const auto* item = defined(row))
            BOOST_TEST((item->case_kind == domain::CaseKind::immediate), row.name);
    for (const auto& row : search("", {.scope = domain::HandleScope::across_provinces}))
        if (const auto* item = defined(row))
            BOOST_TEST((item->definition().scope >= domain::HandleScope::across_provinces), row.name);
    BOOST_TEST(search("不动产", {.department = "medins"}).empty());
}

BOOST_AUTO_TEST_CASE(an_empty_search_gives_only_what_may_be_taken_here_for_this_applicant) {
    auto intake = new_intake();
    intake->set_organisation(true);
    for (const auto& row : intake->search_items("")) {
        BOOST_TEST(row.can_take, row.name);
        BOOST_TEST(row.found.empty());
    }
    BOOST_TEST(place_of(intake->search_items(""), code_of("老年人优待证办理")) == -1);
}

BOOST_AUTO_TEST_CASE(a_row_says_what_was_found) {
    const auto found = [&](std::string_view text) { return words_of(search(text).front().found); };
    const auto named = search("gljt").front();
    BOOST_TEST(words_of(named.found) == "名称：高龄津贴");
    const auto name = base::decode_utf8(named.name);
    BOOST_TEST(base::encode_utf8(name.substr(static_cast<size_t>(named.marked_from),
                                             static_cast<size_t>(named.marked_length))) == "高龄津贴");
    BOOST_TEST(found("老人证") == "俗称：老人证");
    BOOST_TEST(found("社保") == "“社保”即“社会保险”");
    BOOST_TEST(found(code_of("老年人优待证办理")).starts_with("编码：1145"));
    BOOST_TEST(found("民政局") == "部门：南宁市青秀区民政局");
    BOOST_TEST(search("民政局").front().marked_length == 0);
}

BOOST_AUTO_TEST_CASE(what_can_be_chosen_to_narrow_by_has_items_here) {
    const auto choices = new_intake()->item_choices();
    BOOST_TEST(choices.departments.size() > 10u);
    BOOST_TEST(choices.subjects.size() > 10u);
    BOOST_TEST(choices.life_events.size() > 8u);
    BOOST_TEST(choices.scopes.size() == 4u);
    for (const auto& [id, name] : choices.departments)
        BOOST_TEST(!search("", {.department = id}).empty(), name);
    for (const auto& subject : choices.subjects)
        BOOST_TEST(!search("", {.subject = subject}).empty(), subject);
    desk->who.counter = *desk->directory.counter("qx3");  // the theme counter for enterprises
    BOOST_TEST(new_intake()->item_choices().departments.size() < choices.departments.size());
}

BOOST_AUTO_TEST_SUITE_END()
