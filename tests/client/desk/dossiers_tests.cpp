#include "client/desk/dossiers.h"

#include <boost/test/unit_test.hpp>

#include "cli/journey_pages.h"
#include "cli/journey_people.h"
#include "cli/message_loop.h"
#include "client/desk/intake.h"
#include "client/desk/workplace.h"
#include "tests/client/desk/told.h"
#include "tests/support/hub_process.h"
#include "tests/support/temp_dir.h"

using namespace yc;
using namespace yc::client::desk;
using namespace std::chrono_literals;

namespace {

const base::SystemClock the_clock;

/// A computer with somebody at it.
struct Seat {
    Seat(const std::filesystem::path& folder, const std::string& hub, const SignIn& who) {
        at = *Workplace::open({.data_dir = folder,
                               .hub_url = hub,
                               .clock = &the_clock,
                               .post = [this](std::function<void()> call) { loop.post(std::move(call)); }});
        const auto signed_in = at->sign_in_now(who);
        BOOST_REQUIRE_MESSAGE(signed_in.ok(), tests::told(signed_in));
    }
    void receive(const cli::InventedPerson& person, const std::string& phone) {
        const auto intake = at->new_intake();
        intake->set_number(person.number);
        BOOST_REQUIRE(
            loop.run_until([&] { return intake->dossier().state != DossierSummary::State::looking; }, 10s));
        BOOST_REQUIRE(intake->choose_item(intake->search_items("高龄津贴").front().code).ok());
        cli::fill_in(*intake, person);
        intake->set_party(PartyField::phone, phone);
        for (const auto& row : intake->materials())
            BOOST_REQUIRE(intake->add_page(row.code, *cli::sample_page_jpeg(++page)).ok());
        const auto outcome = intake->receive();
        BOOST_REQUIRE_MESSAGE(outcome.ok(), tests::told(outcome));
        case_id = outcome->cases.front().case_id;
    }
    /// What was asked of the hub, once it is answered.
    template <class Ask>
    base::Result<void> answer(Ask ask) {
        std::optional<base::Result<void>> result;
        ask([&](base::Result<void> told) { result = std::move(told); });
        BOOST_REQUIRE(loop.run_until([&] { return result.has_value(); }, 15s));
        return *std::move(result);
    }
    base::Result<void> open(const DossierRequest& request) {
        return answer([&](auto done) { at->dossiers().open(request, done); });
    }
    base::Result<void> choose(size_t value) {
        const auto open = at->dossiers().view().open;
        BOOST_REQUIRE(!open.empty());
        return answer([&](auto done) {
            at->dossiers().choose(open.front().field, {open.front().values.at(value).statement}, done);
        });
    }
    [[nodiscard]] DossierView view() const { return at->dossiers().view(); }

    cli::MessageLoop loop;
    std::unique_ptr<Workplace> at;
    std::string case_id;
    unsigned page = static_cast<unsigned>(++seats) * 100;  ///< no two pages look the same
    static inline int seats = 0;
};

struct TwoCounters {
    tests::TempDir folder;
    tests::HubProcess hub{folder / "hub"};
    cli::InventedPerson person = cli::invent_person(base::make_date(1941, 5, 2), 973, "黄示例");
    domain::PartyKey key{domain::DocumentKind::citizen_id, person.number};
    Seat first{folder / "first", hub.url(), {"clerk1", "yichuang", "qx1"}};
    Seat second{folder / "second", hub.url(), {"clerk2", "yichuang", "qx2"}};

    void say_different_things() {
        hub.stop();
        first.receive(person, "13800138001");
        second.receive(person, "13900139002");
        hub.start();
        for (Seat* seat : {&first, &second}) {
            seat->at->sync_now();
            BOOST_REQUIRE(seat->at->wait_until_sent(20s));
        }
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(dossiers_tests, TwoCounters)

BOOST_AUTO_TEST_CASE(a_conflict_is_settled_once_and_whoever_is_late_sees_what_stands) {
    say_different_things();
    for (Seat* seat : {&first, &second}) {
        const auto opened = seat->open(*seat->at->dossiers().of_case(seat->case_id));
        BOOST_REQUIRE_MESSAGE(opened.ok(), tests::told(opened));
        BOOST_REQUIRE_EQUAL(seat->view().open.size(), 1);
        BOOST_TEST(seat->view().open.front().values.front().value == "13900139002");
    }
    const auto chosen = first.choose(0);
    BOOST_REQUIRE_MESSAGE(chosen.ok(), tests::told(chosen));
    BOOST_TEST(first.view().open.empty());
    BOOST_TEST(second.choose(1).error().code == "dossier.changed");
    BOOST_REQUIRE(second.answer([&](auto done) { second.at->dossiers().reload(done); }).ok());
    BOOST_TEST(second.view().open.empty());
    const std::string act = second.view().acts.front().id;
    BOOST_REQUIRE(second.answer([&](auto done) { second.at->dossiers().undo(act, done); }).ok());
    BOOST_TEST(second.view().open.size() == 1);
}

BOOST_AUTO_TEST_CASE(nobody_looks_without_a_ground_and_only_a_supervisor_gives_a_reason) {
    say_different_things();
    BOOST_TEST(first.open({.key = key}).error().code == "dossier.no_ground");
    BOOST_TEST(first.open({.key = key, .reason = "想看看"}).error().code == "dossier.no_ground");
    BOOST_TEST(!first.at->dossiers().is_open());
    BOOST_TEST(first.at->dossiers().cases_of(key)->size() == 2);  // of the hall
    Seat supervisor(folder / "supervisor", hub.url(), {"supervisor2", "yichuang", {}});
    BOOST_TEST(supervisor.at->dossiers().may_give_reason());
    BOOST_TEST(supervisor.open({.key = key}).error().code == "dossier.no_ground");
    const auto opened = supervisor.open({.key = key, .reason = "本人书面申请更正"});
    BOOST_REQUIRE_MESSAGE(opened.ok(), tests::told(opened));
    BOOST_TEST(supervisor.view().may_correct);
}

BOOST_AUTO_TEST_CASE(a_supervisor_corrects_and_a_clerk_cannot) {
    say_different_things();
    const auto correct = [&](Seat& seat) {
        return seat.answer([&](auto done) {
            seat.at->dossiers().act({.kind = domain::DossierActKind::correct_fact,
                                     .field = "phone",
                                     .value = "13700137003",
                                     .ground = "inaccurate",
                                     .reason = "本人书面申请"},
                                    done);
        });
    };
    BOOST_REQUIRE(first.open(*first.at->dossiers().of_case(first.case_id)).ok());
    BOOST_TEST(correct(first).error().code == "dossier.supervisor_needed");
    BOOST_TEST(first.at->dossiers().is_open());
    Seat supervisor(folder / "supervisor", hub.url(), {"supervisor2", "yichuang", {}});
    BOOST_REQUIRE(supervisor.open({.key = key, .reason = "本人书面申请更正"}).ok());
    BOOST_TEST(supervisor.at->dossiers().typed("phone", "12").ok() == false);
    const auto corrected = correct(supervisor);
    BOOST_REQUIRE_MESSAGE(corrected.ok(), tests::told(corrected));
    BOOST_TEST(supervisor.view().open.empty());
    const std::string act = supervisor.view().acts.front().id;
    BOOST_REQUIRE(supervisor.answer([&](auto done) { supervisor.at->dossiers().undo(act, done); }).ok());
    BOOST_TEST(supervisor.view().open.size() == 1);
}

BOOST_AUTO_TEST_CASE(without_the_hub_there_is_what_is_cached_and_nothing_else) {
    say_different_things();
    const auto intake = first.at->new_intake();  // caches the dossier: somebody is served
    intake->set_number(person.number);
    BOOST_REQUIRE(
        first.loop.run_until([&] { return intake->dossier().state == DossierSummary::State::found; }, 10s));
    hub.stop();
    BOOST_REQUIRE(first.open({.key = key, .ticket = intake->id()}).ok());
    BOOST_TEST(!first.view().may_choose);
    BOOST_TEST(first.view().open.size() == 1);
    BOOST_TEST(!first.choose(0).ok());
    BOOST_TEST(first.at->dossiers().is_open());
    const auto stranger = cli::invent_person(base::make_date(1950, 1, 1), 974, "莫示例");
    BOOST_TEST(first.open({.key = {domain::DocumentKind::citizen_id, stranger.number}}).error().code ==
               "dossier.offline_unknown");
}

BOOST_AUTO_TEST_CASE(a_page_of_another_counter_is_read_and_not_kept) {
    say_different_things();
    BOOST_REQUIRE(second.open(*second.at->dossiers().of_case(second.case_id)).ok());
    std::vector<std::string> pages;
    for (const auto& document : second.view().documents)
        for (const auto& page : document.pages) pages.push_back(page.sha256);
    const auto readable = [&] {
        return std::count_if(pages.begin(), pages.end(), [&](const std::string& sha) {
            return second.at->dossiers().page_reader(sha)().ok();
        });
    };
    BOOST_TEST(readable() == std::ssize(pages));
    hub.stop();
    BOOST_TEST(readable() > 0);
    BOOST_TEST(readable() < std::ssize(pages));
}

BOOST_AUTO_TEST_SUITE_END()
