#include "hub/api/endpoint_table.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace yc::hub::api {
namespace {

using domain::Role;

/// Those who work on cases.
const std::vector<Role> kWorkers{Role::clerk,      Role::handler,       Role::reviewer,
                                 Role::approver,   Role::head_of_organ, Role::chief_representative,
                                 Role::supervisor, Role::archivist};
/// Those who need to know what a person's dossier holds; each look also needs a ground (dossier_access.h).
const std::vector<Role> kDossierReaders{Role::clerk,     Role::handler,       Role::reviewer,
                                        Role::approver,  Role::head_of_organ, Role::chief_representative,
                                        Role::supervisor};
const std::vector<Role> kAdministrators{Role::administrator};

bool fits(std::string_view pattern, std::string_view path) {
    const auto wanted = base::split(pattern, '/');
    const auto given = base::split(path, '/');
    return std::equal(
        wanted.begin(), wanted.end(), given.begin(), given.end(),
        [](const std::string& a, const std::string& b) { return a == b || (a == "*" && !b.empty()); });
}

}  // namespace

const std::vector<EndpointRule>& endpoint_table() {
    static const std::vector<EndpointRule> table{
        {Endpoint::open_session, "POST", "/v1/session", Access::open, {}},
        {Endpoint::close_session, "DELETE", "/v1/session", Access::session, {}},
        {Endpoint::push_events, "POST", "/v1/events", Access::roles, kWorkers},
        {Endpoint::changes, "GET", "/v1/changes", Access::session, {}},
        {Endpoint::lookup_dossier, "POST", "/v1/dossiers/lookup", Access::roles, kDossierReaders},
        {Endpoint::dossier_file, "POST", "/v1/dossiers/file", Access::roles, kDossierReaders},
        {Endpoint::dossier_act, "POST", "/v1/dossiers/acts", Access::roles, kDossierReaders},
        {Endpoint::record_looks, "POST", "/v1/dossiers/looks", Access::roles, kDossierReaders},
        {Endpoint::letters, "POST", "/v1/letters", Access::open, {}},
        {Endpoint::catalogue, "GET", "/v1/catalogue", Access::session, {}},
        {Endpoint::missing_pages, "POST", "/v1/pages/missing", Access::roles, kWorkers},
        {Endpoint::page, "GET", "/v1/pages/*", Access::roles, kWorkers},
        {Endpoint::upload_options, "OPTIONS", "/v1/uploads", Access::open, {}},
        {Endpoint::upload_create, "POST", "/v1/uploads", Access::roles, kWorkers},
        {Endpoint::upload_state, "HEAD", "/v1/uploads/*", Access::roles, kWorkers},
        {Endpoint::upload_append, "PATCH", "/v1/uploads/*", Access::roles, kWorkers},
        {Endpoint::upload_drop, "DELETE", "/v1/uploads/*", Access::roles, kWorkers},
        {Endpoint::health, "GET", "/healthz", Access::open, {}},
        {Endpoint::metrics, "GET", "/metrics", Access::roles, kAdministrators},
    };
    return table;
}

bool EndpointRule::permits(const std::vector<Role>& held) const {
    return access != Access::roles || std::any_of(held.begin(), held.end(), [&](Role role) {
               return std::find(roles.begin(), roles.end(), role) != roles.end();
           });
}

base::Result<const EndpointRule*> find_endpoint(std::string_view method, std::string_view path) {
    bool known = false;
    for (const auto& rule : endpoint_table()) {
        if (!fits(rule.path, path)) continue;
        if (rule.method == method) return &rule;
        known = true;
    }
    if (known) return base::fail("hub.no_such_method", "not a method of this resource");
    return base::fail("hub.no_such_resource", "no such resource");
}

}  // namespace yc::hub::api
