#include "forms/sample_district.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

#include "core/base/utf8.h"
#include "core/domain/division_codes.h"
#include "core/domain/identity_number.h"
#include "forms/bundle_check.h"
#include "forms/form_rules.h"
#include "localization/localization.h"

using namespace yc;
using domain::CaseKind;

namespace {

const forms::SampleDistrict& district() {
    static const auto sample = forms::sample_district();
    return sample;
}

template <class Test>
long count_items(Test test) {
    const auto& items = district().catalogue.items;
    return std::count_if(items.begin(), items.end(), test);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sample_district_tests)

BOOST_AUTO_TEST_CASE(its_catalogue_fits_together) {
    for (const auto& error :
         forms::check_bundle(district().catalogue, district().directory, base::make_date(2026, 11, 22)))
        BOOST_ERROR(localization::sentence_in(localization::Language::en, error));
}

BOOST_AUTO_TEST_CASE(it_has_items_of_all_kinds_fully_defined) {
    BOOST_TEST(district().catalogue.items.size() == 113u);
    BOOST_TEST(count_items([](const auto& item) { return item.fully_defined; }) == 113);
    BOOST_TEST(district().catalogue.packages.size() == 6u);
    BOOST_TEST(count_items([](const auto& item) { return item.case_kind == CaseKind::immediate; }) >= 3);
    BOOST_TEST(count_items([](const auto& item) { return item.case_kind == CaseKind::promised; }) >= 3);
    BOOST_TEST(count_items([](const auto& item) { return item.definition().site_check; }) >= 2);
    BOOST_TEST(
        count_items([](const auto& item) { return !item.definition().assisting_departments.empty(); }) >= 1);
    BOOST_TEST(
        count_items([](const auto& item) { return domain::is_for_organisations(item.definition()); }) >= 2);
    for (const auto& item : district().catalogue.items) {
        BOOST_TEST(!item.definition().legal_basis.empty(), item.name);
        BOOST_TEST(!item.definition().words.empty(), item.name);
        const bool at_the_counter = item.definition().counter_decides;
        BOOST_TEST((at_the_counter || !item.definition().flow.empty()), item.name);
        BOOST_TEST(!item.definition().result_name.empty(), item.name);
        BOOST_TEST(item.code.size() == 31u, item.name);
        for (const auto& material : item.definition().materials) {
            BOOST_TEST(!material.acceptance_standard.empty(), item.name + material.name);
            BOOST_TEST(material.originals + material.copies > 0, item.name + material.name);
        }
    }
}

BOOST_AUTO_TEST_CASE(circumstances_change_the_material_list) {
    const auto& items = district().catalogue.items;
    const auto item = std::find_if(items.begin(), items.end(),
                                   [](const auto& i) { return i.definition().form == "resident_medical"; });
    BOOST_REQUIRE(item != items.end());
    const auto local = domain::materials_for(*item, {{"who", "local"}, {"agent", "no"}});
    const auto newborn = domain::materials_for(*item, {{"who", "newborn"}, {"agent", "yes"}});
    BOOST_TEST(local.size() == 2u);
    BOOST_TEST(newborn.size() == 5u);
}

BOOST_AUTO_TEST_CASE(its_people_cover_every_role_and_counter) {
    const auto& sample = district();
    BOOST_TEST(sample.division == "450103");
    BOOST_TEST(sample.directory.halls.size() == 2u);
    BOOST_TEST(sample.directory.counters.size() == 5u);
    BOOST_TEST(sample.directory.departments.size() >= 12u);
    BOOST_TEST(sample.users.size() >= 12u);
    std::set<domain::Role> roles;
    std::set<std::string> ids;
    for (const auto& [user, password] : sample.users) {
        BOOST_TEST(ids.insert(user.id).second, user.id);
        BOOST_TEST(password == "yichuang");
        roles.insert(user.roles.begin(), user.roles.end());
        if (!user.hall.empty()) BOOST_TEST((sample.directory.hall(user.hall) != nullptr), user.id);
        if (!user.department.empty())
            BOOST_TEST((sample.directory.department(user.department) != nullptr), user.id);
    }
    for (const auto& role : names_of(domain::Role{}))
        if (role.value != domain::Role::hub && role.value != domain::Role::applicant)
            BOOST_TEST(roles.contains(role.value), role.name);
    std::set<int> numbers;
    bool theme = false;
    for (const auto& counter : sample.directory.counters) {
        BOOST_TEST(numbers.insert(counter.number).second);
        BOOST_TEST((sample.directory.hall(counter.hall) != nullptr));
        theme = theme || !counter.items.empty();
        for (const auto& code : counter.items)
            BOOST_TEST(count_items([&](const auto& item) { return item.code == code; }) == 1);
    }
    BOOST_TEST(theme);
    for (const auto& department : sample.directory.departments)
        BOOST_TEST(domain::parse_identity(department.credit_code, forms::sample_day).ok(), department.name);
}

BOOST_AUTO_TEST_CASE(its_dossiers_are_valid_and_none_twice) {
    const auto& dossiers = district().dossiers;
    BOOST_TEST(dossiers.size() == 300u);
    std::set<std::string> numbers, documents;
    for (const auto& dossier : dossiers) {
        const auto& party = dossier.party;
        BOOST_TEST(numbers.insert(party.key.number).second);
        const auto identity = domain::parse_identity_as(party.key.kind, party.key.number, forms::sample_day);
        BOOST_REQUIRE_MESSAGE(identity.ok(), party.name);
        BOOST_TEST(identity->warnings.empty(), party.name);
        BOOST_TEST(identity->number == party.key.number);
        BOOST_TEST(base::tidy_name(party.name) == party.name);
        for (const auto& document : dossier.documents)
            BOOST_TEST(documents.insert(document.id).second, document.id);
    }
}

BOOST_AUTO_TEST_CASE(names_include_those_that_programs_lose) {
    std::string all;
    size_t longest = 0;
    for (const auto& dossier : district().dossiers) {
        all += dossier.party.name;
        if (!dossier.party.is_organisation())
            longest = std::max(longest, base::length_utf8(dossier.party.name));
    }
    for (const char* character : {"𠮷", "𬭎", "㛃", "·"})
        BOOST_TEST(all.find(character) != std::string::npos, character);
    BOOST_TEST(longest >= 25u);
}

BOOST_AUTO_TEST_CASE(documents_are_good_expired_superseded_and_low) {
    size_t good = 0, expired = 0, superseded = 0, low = 0;
    for (const auto& dossier : district().dossiers)
        for (const auto& document : dossier.documents) {
            const bool over = document.valid_until && *document.valid_until < forms::sample_day;
            if (document.superseded)
                ++superseded;
            else if (over)
                ++expired;
            else if (document.grade >= domain::TrustGrade::uploaded)
                ++low;
            else
                ++good;
        }
    BOOST_TEST(good > 400u);
    BOOST_TEST(expired > 10u);
    BOOST_TEST(superseded > 5u);
    BOOST_TEST(low > 10u);
}

BOOST_AUTO_TEST_CASE(what_dossiers_know_fits_the_forms) {
    std::map<std::string, size_t> filled;
    for (const auto& dossier : district().dossiers)
        for (const auto& form : district().catalogue.forms)
            filled[form.id] += forms::prefill(form, dossier, forms::sample_day).size();
    const auto well_filled =
        std::count_if(filled.begin(), filled.end(), [](const auto& form) { return form.second >= 60; });
    BOOST_TEST(static_cast<size_t>(well_filled) * 10 >= filled.size() * 9);
    for (const auto& dossier : district().dossiers)
        for (const auto& form : district().catalogue.forms)
            for (const auto& section : form.sections)
                for (const auto& field : section.fields)
                    for (const auto& fact : dossier.facts)
                        if (fact.field == field.fact)
                            BOOST_REQUIRE_MESSAGE(
                                forms::check_field(field, fact.value, forms::sample_day, true).empty(),
                                form.id << "." << field.id << " = " << fact.value);
}

BOOST_AUTO_TEST_CASE(the_first_person_can_reuse_everything_of_the_usual_item) {
    const auto& items = district().catalogue.items;
    const auto item = std::find_if(items.begin(), items.end(),
                                   [](const auto& i) { return i.definition().form == "resident_pension"; });
    BOOST_REQUIRE(item != items.end());
    const auto materials = domain::materials_for(*item, {{"group", "general"}, {"agent", "no"}});
    for (const auto& offer : domain::offers_for(materials, district().dossiers.front(), forms::sample_day))
        BOOST_TEST((offer.verdict == domain::OfferVerdict::good), offer.material_code);
}

BOOST_AUTO_TEST_CASE(it_is_the_same_every_time) {
    BOOST_TEST((forms::sample_district().dossiers == district().dossiers));
    const auto later = forms::sample_district(base::make_date(2030, 1, 1));
    for (size_t i = 0; i < later.dossiers.size(); ++i)
        BOOST_TEST((later.dossiers[i].party == district().dossiers[i].party));
}

BOOST_AUTO_TEST_SUITE_END()
