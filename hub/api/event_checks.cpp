#include "hub/api/event_checks.h"

#include <algorithm>

namespace yc::hub::api {
namespace {

using domain::EventKind;
using domain::Role;

base::Error not_theirs(const char* field) {
    return base::fail("event.wrong_actor", "the actor is not who is signed in", {{"field", field}});
}

bool holds_all(const domain::User& user, const std::vector<Role>& roles) {
    return std::all_of(roles.begin(), roles.end(), [&](Role role) {
        return role != Role::hub && role != Role::applicant && user.has(role);
    });
}

}  // namespace

base::Result<void> check_actor(const store::SessionRecord& session, const domain::CaseEvent& event,
                               const KnownActors& actors) {
    const domain::Actor& actor = event.actor;
    const auto found = actors.find(actor.user);
    if (found == actors.end()) return not_theirs("user");
    const KnownActor& known = found->second;
    if (actor.user != session.user.id && !known.of_device) return not_theirs("user");
    if (event.device != session.device) return not_theirs("device");
    if (!holds_all(known.user, actor.roles)) return not_theirs("roles");
    if (actor.name != known.user.name) return not_theirs("name");
    if (actor.hall != known.user.hall) return not_theirs("hall");
    if (actor.department != known.user.department) return not_theirs("department");
    if (actor.authority_until && (!known.authority || *actor.authority_until > *known.authority))
        return not_theirs("authority_until");
    return {};
}

base::Result<void> check_registration(const domain::CaseEvent& event, const Publication& publication) {
    if (event.kind != EventKind::register_case || !event.body.registration) return {};
    const domain::Registration& registration = *event.body.registration;
    const auto* counter = publication.directory.counter(registration.counter);
    if (!counter || counter->hall != event.actor.hall || registration.hall != event.actor.hall)
        return base::fail("event.other_counter", "not a counter of the actor's hall");
    if (!counter->takes(registration.item.code))
        return base::fail("event.counter_scope", "the counter does not take this item",
                          {{"item", registration.item.name}});
    if (!publication.catalogue) return {};
    const auto* item = publication.catalogue->find(registration.item.code, registration.item.version);
    if (!item || domain::terms_of(domain::item_for(*item, registration.circumstances)) != registration.item)
        return base::fail("event.item_unknown", "not as any published version of the item",
                          {{"item", registration.item.name}});
    return {};
}

bool judges_papers(const domain::CaseEvent& event) {
    switch (event.kind) {
        case EventKind::start_review:
        case EventKind::submit_to_review:
        case EventKind::approve_step:
        case EventKind::decide_grant:
        case EventKind::decide_refuse:
            return true;
        case EventKind::accept:
            return !event.actor.has(Role::clerk);
        default:
            return false;
    }
}

}  // namespace yc::hub::api
