#include "client/desk/intake.h"
#include "client/desk/open_facts.h"
#include "tests/client/desk/desk_fixture.h"
#include "tests/client/desk/told.h"

using namespace yc;
using namespace yc::client::desk;

namespace {

/// The elder's dossier as of version 7, with the phone and the address open or, later, settled.
struct Fixture : tests::DeskFixture {
    domain::Dossier dossier(bool open) const {
        domain::Dossier out;
        out.version = 7;
        out.party.key = {domain::DocumentKind::citizen_id, elder.number};
        out.party.name = elder.name;
        const auto at = clock.now();
        for (const char* field : {"phone", "household_address"}) {
            const domain::Fact one{field, "13800000001", "45010320260302001000019", "clerk2", at, {}};
            const domain::Fact other{field, "13800000002", "45010320260302001000027", "clerk3", at, {}};
            if (open)
                out.open.push_back({field, {one, other}});
            else
                out.facts.push_back(one);
        }
        if (!open) out.party.phone = "13800000001";
        return out;
    }
    void keep(const domain::Dossier& dossier) {
        BOOST_REQUIRE(store->save_dossier(dossier, clock.now() + std::chrono::hours(1)).ok());
    }
    static PartyFieldView phone(const Intake& intake) {
        for (const PartyFieldView& field : intake.party())
            if (field.field == PartyField::phone) return field;
        return {};
    }
    static FieldView address(const Intake& intake) {
        for (const FieldView& field : intake.fields())
            if (field.id == "household_address") return field;
        return {};
    }
    std::unique_ptr<Intake> begun() {
        auto intake = new_intake();
        read(*intake, elder.number);
        BOOST_REQUIRE(intake->choose_item(intake->search_items("高龄津贴").front().code).ok());
        return intake;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(intake_open_facts_tests, Fixture)

BOOST_AUTO_TEST_CASE(what_stands_open_is_not_filled_in_but_shown_with_all_its_values) {
    keep(dossier(true));
    const auto intake = begun();
    BOOST_TEST(phone(*intake).value.empty());
    BOOST_TEST(address(*intake).value.empty());
    BOOST_TEST(!address(*intake).changed);
    BOOST_REQUIRE(address(*intake).provenance.has_value());
    BOOST_TEST(address(*intake).provenance->text.key == "desk.provenance.open");
    BOOST_REQUIRE(address(*intake).open_values.size() == 2U);
    BOOST_TEST(address(*intake).open_values[0].value == "13800000001");
    BOOST_TEST(address(*intake).open_values[0].provenance.source_case == "45010320260302001000019");
    BOOST_REQUIRE(phone(*intake).open_values.size() == 2U);
    intake->set_field("household_address", "13800000002");
    BOOST_TEST(address(*intake).value == "13800000002");
    BOOST_TEST(!address(*intake).changed);
}

BOOST_AUTO_TEST_CASE(an_untouched_value_that_stands_open_by_now_is_emptied_and_a_typed_one_stays) {
    Errand errand;
    const auto* item = desk->catalogue->newest(new_intake()->search_items("高龄津贴").front().code);
    const auto& form = desk->catalogue->form_of(*item);
    errand.form["household_address"] = "13800000001";
    errand.prefills["household_address"] = prefill_of(dossier(false).facts[1]);
    leave_open_fields(errand, form, dossier(true));
    BOOST_TEST(errand.form["household_address"].empty());
    BOOST_TEST(errand.prefills["household_address"].open.size() == 2U);
    errand.form["household_address"] = "typed";
    leave_open_fields(errand, form, dossier(true));
    BOOST_TEST(errand.form["household_address"] == "typed");
}

BOOST_AUTO_TEST_CASE(the_draft_remembers_what_was_open_and_which_version_answered_first) {
    keep(dossier(true));
    const auto intake = begun();
    BOOST_REQUIRE(intake->park().ok());
    const auto drafts = store->drafts();
    BOOST_REQUIRE(drafts->size() == 1U);
    const auto kept = draft_from_text(drafts->front().json);
    BOOST_REQUIRE(kept.ok());
    BOOST_TEST(kept->dossier_base.value_or(-1) == 7);
    BOOST_TEST(kept->party_prefills.at(PartyField::phone).open.size() == 2U);
    BOOST_TEST(to_text(*kept) == drafts->front().json);
}

BOOST_AUTO_TEST_CASE(a_registration_says_from_which_version_its_form_was_filled) {
    keep(dossier(false));
    auto intake = intake_for(elder, "高龄津贴");
    scan_all(*intake);
    auto outcome = intake->receive();
    BOOST_REQUIRE_MESSAGE(outcome.ok(), tests::told(outcome));
    const auto state = store->case_state(outcome->cases.front().case_id);
    BOOST_TEST(state->registration.dossier_base.value_or(-1) == 7);
    const auto looks = store->unsent_looks();
    BOOST_REQUIRE(looks->size() >= 1U);
    BOOST_TEST(!looks->front().ticket.empty());
    auto other = cli::invent_person(base::make_date(1950, 5, 2), 977, "覃样本");
    intake = intake_for(other, "高龄津贴");
    scan_all(*intake);
    outcome = intake->receive();
    BOOST_REQUIRE_MESSAGE(outcome.ok(), tests::told(outcome));
    BOOST_TEST(!store->case_state(outcome->cases.front().case_id)->registration.dossier_base.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
