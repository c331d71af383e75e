#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/enum_names.h"
#include "core/base/result.h"
#include "core/domain/directory.h"

namespace yc::hub::api {

enum class Endpoint {
    open_session,
    close_session,
    push_events,
    changes,
    lookup_dossier,
    dossier_file,
    dossier_act,
    record_looks,
    letters,
    catalogue,
    missing_pages,
    upload_options,
    upload_create,
    upload_state,
    upload_append,
    upload_drop,
    page,
    health,
    metrics,
};
constexpr auto names_of(Endpoint) {
    using enum Endpoint;
    return std::to_array<base::EnumName<Endpoint>>({{open_session, "open_session"},
                                                    {close_session, "close_session"},
                                                    {push_events, "push_events"},
                                                    {changes, "changes"},
                                                    {lookup_dossier, "lookup_dossier"},
                                                    {dossier_file, "dossier_file"},
                                                    {dossier_act, "dossier_act"},
                                                    {record_looks, "record_looks"},
                                                    {letters, "letters"},
                                                    {catalogue, "catalogue"},
                                                    {missing_pages, "missing_pages"},
                                                    {upload_options, "upload_options"},
                                                    {upload_create, "upload_create"},
                                                    {upload_state, "upload_state"},
                                                    {upload_append, "upload_append"},
                                                    {upload_drop, "upload_drop"},
                                                    {page, "page"},
                                                    {health, "health"},
                                                    {metrics, "metrics"}});
}

/// Who may use an endpoint: anybody, whoever is signed in, or those of certain roles.
enum class Access { open, session, roles };

/// A row of the one table of endpoints.
struct EndpointRule {
    Endpoint endpoint;
    std::string_view method;
    std::string_view path;  ///< a segment "*" stands for one segment of anything
    Access access = Access::session;
    std::vector<domain::Role> roles;
    [[nodiscard]] bool permits(const std::vector<domain::Role>& held) const;
};

/// The one table; nothing is served that is not in it.
[[nodiscard]] const std::vector<EndpointRule>& endpoint_table();

/// The row for a request. Errors: hub.no_such_resource, hub.no_such_method.
[[nodiscard]] base::Result<const EndpointRule*> find_endpoint(std::string_view method, std::string_view path);

}  // namespace yc::hub::api
