#include "hub/api/endpoint_table.h"

#include <boost/test/unit_test.hpp>

#include <regex>
#include <set>
#include <sstream>

#include "core/base/utf8.h"
#include "tests/hub/hub_place.h"
#include "tests/support/files.h"

using namespace yc;
using domain::Role;
using hub::api::Access;

namespace {

/// A path that fits a row of the table.
std::string path_for(const hub::api::EndpointRule& rule) {
    std::string path(rule.path);
    if (path.ends_with("*")) path.replace(path.size() - 1, 1, "0");
    return path;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(endpoint_table_tests)

BOOST_AUTO_TEST_CASE(every_endpoint_asks_every_role) {
    tests::HubPlace place;
    for (const auto& [role, name] : names_of(Role{})) {
        domain::Actor actor;
        actor.user = actor.name = "only-" + std::string(name);
        actor.roles = {role};
        place.put_user(actor);
        const std::string token = place.sign_in(actor.user);
        for (const auto& rule : hub::api::endpoint_table()) {
            if (rule.endpoint == hub::api::Endpoint::close_session) continue;
            const auto response = place.ask(std::string(rule.method), path_for(rule), token);
            const bool permitted = rule.permits({role});
            BOOST_TEST((place.code_of(response) == "session.not_permitted") == !permitted,
                       rule.method << " " << rule.path << " as " << name << " gave " << response.status);
        }
    }
}

BOOST_AUTO_TEST_CASE(nothing_but_the_open_ones_is_served_without_a_session) {
    tests::HubPlace place;
    for (const auto& rule : hub::api::endpoint_table()) {
        const auto response = place.ask(std::string(rule.method), path_for(rule));
        BOOST_TEST((response.status == 401) == (rule.access != Access::open),
                   rule.method << " " << rule.path);
    }
}

BOOST_AUTO_TEST_CASE(who_may_look_into_dossiers_is_written_down) {
    const auto rule = hub::api::find_endpoint("POST", "/v1/dossiers/lookup");
    BOOST_REQUIRE(rule);
    BOOST_TEST((*rule)->permits({Role::clerk}));
    BOOST_TEST((*rule)->permits({Role::auditor, Role::handler}));
    BOOST_TEST(!(*rule)->permits({Role::administrator}));
    BOOST_TEST(!(*rule)->permits({Role::auditor, Role::archivist}));
    BOOST_TEST(!(*rule)->permits({}));
}

BOOST_AUTO_TEST_CASE(unknown_paths_and_methods_are_told_apart) {
    const auto code = [](const char* method, const char* path) {
        const auto found = hub::api::find_endpoint(method, path);
        return found ? std::string() : found.error().code;
    };
    BOOST_TEST(code("GET", "/v1/catalogue").empty());
    BOOST_TEST(code("PUT", "/v1/catalogue") == "hub.no_such_method");
    BOOST_TEST(code("GET", "/v1/nothing") == "hub.no_such_resource");
    BOOST_TEST(code("GET", "/v1/pages/") == "hub.no_such_resource");
    BOOST_TEST(code("GET", "/v1/pages/a/b") == "hub.no_such_resource");
    BOOST_TEST(code("GET", "") == "hub.no_such_resource");
}

BOOST_AUTO_TEST_CASE(the_openapi_file_describes_each_endpoint_and_no_other) {
    // Paths stand at two blanks, methods at four; the rest is deeper.
    std::set<std::string> described;
    std::string path;
    std::istringstream lines(tests::read_file(YICHUANG_SOURCE_DIR "/docs/openapi.yaml"));
    for (std::string line; std::getline(lines, line);) {
        std::smatch found;
        if (std::regex_match(line, found, std::regex{"  (/[^ ]*):"}))
            path = std::regex_replace(found[1].str(), std::regex{"\\{[^}]*\\}"}, "*");
        if (std::regex_match(line, found, std::regex{"    (get|post|patch|delete|head|options):"}))
            described.insert(base::to_upper_ascii(found[1].str()) + " " + path);
    }
    std::set<std::string> served;
    for (const auto& rule : hub::api::endpoint_table())
        served.insert(std::string(rule.method) + " " + std::string(rule.path));
    BOOST_TEST(described == served, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
