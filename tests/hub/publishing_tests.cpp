// A form changes at the hub while counters still work with the version before.
#include "hub/store/publishing.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "forms/form_change.h"
#include "forms/form_json.h"
#include "tests/hub/hub_place.h"

using namespace yc;
using domain::EventKind;

namespace {

forms::Form form_settling_as(const char* fact) {
    auto form =
        forms::form_from_json(nlohmann::json::parse(R"json({"id": "work", "title": {"zh": "表", "en": "Form"},
      "sections": [{"id": "s", "title": {"zh": "部分", "en": "Part"}, "fields": [
        {"id": "f_unit", "label": {"zh": "单位", "en": "Unit"}, "type": "text", "settles": true}]}]})json"));
    BOOST_REQUIRE(form.ok());
    form->sections[0].fields[0].fact = fact;
    return *std::move(form);
}

struct Publishing : tests::HubPlace {
    Publishing() {
        item.code = "450103-001";
        item.name = "食品经营许可";
        item.department = "market";
        item.fully_defined = true;
        domain::ItemDefinition definition;
        definition.form = "work";
        definition.promised = {10, domain::LimitUnit::working_day};
        item.define(std::move(definition));
        first = {.items = {item}, .forms = {form_settling_as("employer")}};
        BOOST_REQUIRE(hub::store::publish(*store, first, clock.now()).ok());
        const auto changed =
            forms::with_form(first, form_settling_as("workplace"), {base::date_of(clock.now()), "改表"});
        BOOST_REQUIRE(changed.ok());
        const auto done = hub::store::publish(*store, changed->bundle, clock.now());
        BOOST_REQUIRE_MESSAGE(done.ok(), (done.ok() ? "" : done.error().code));
        const auto read = hub::store::published_bundle(*store);
        BOOST_REQUIRE_MESSAGE(read.ok(),
                              (read.ok() ? "" : read.error().code + read.error().args.at("field")));
        second = **read;
    }
    /// Registers and receives a case of that version of the item; what its form left in the dossier.
    std::map<std::string, std::string> facts_left_by(const domain::ServiceItem& version) {
        const auto counter = sign_in("clerk1", "device-1", "qx-1");
        tests::CaseOfDevices errand(*this, domain::terms_of(version));
        auto registered = errand.next(EventKind::register_case, tests::clerk());
        registered.body.form = {{"f_unit", "青秀区小店"}};
        const auto received = errand.next(EventKind::receive, tests::clerk());
        for (const auto& result : push(counter, {registered, received}))
            BOOST_TEST((result.status == wire::PushStatus::accepted),
                       (result.error ? result.error->code : std::string()));
        std::map<std::string, std::string> facts;
        const auto dossier = store->look_up(registered.body.registration->applicant.key,
                                            {.user = "clerk1", .action = "dossier.look"});
        BOOST_REQUIRE((dossier.ok() && *dossier));
        for (const auto& fact : (*dossier)->facts) facts[fact.field] = fact.value;
        return facts;
    }

    domain::ServiceItem item;
    forms::CatalogueBundle first, second;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(publishing_tests, Publishing)

BOOST_AUTO_TEST_CASE(both_versions_are_there_and_settle_each_in_its_way) {
    BOOST_TEST(second.items.size() == 2u);
    BOOST_TEST(second.forms.size() == 2u);
    const auto catalogue = hub::store::published_catalogue(*store).value();
    BOOST_TEST(hub::store::settling_fields(catalogue.get(), item.code, 1).at("f_unit") == "employer");
    BOOST_TEST(hub::store::settling_fields(catalogue.get(), item.code, 2).at("f_unit") == "workplace");
    BOOST_TEST(hub::store::settling_fields(catalogue.get(), item.code, 3).empty());
}

BOOST_AUTO_TEST_CASE(a_case_begun_before_the_change_is_taken_and_leaves_what_its_own_form_says) {
    const auto facts = facts_left_by(second.items[0]);
    BOOST_TEST(facts.contains("employer"));
    BOOST_TEST(!facts.contains("workplace"));
}

BOOST_AUTO_TEST_CASE(a_case_after_it_leaves_what_the_new_form_says) {
    const auto facts = facts_left_by(second.items[1]);
    BOOST_TEST(facts.contains("workplace"));
    BOOST_TEST(!facts.contains("employer"));
}

BOOST_AUTO_TEST_SUITE_END()
