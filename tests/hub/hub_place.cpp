#include "tests/hub/hub_place.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "core/base/crypto.h"
#include "core/base/id.h"
#include "core/wire/json_text.h"
#include "core/wire/session_json.h"

namespace yc::tests {

using namespace domain;

HubPlace::HubPlace() {
    reopen();
    Directory directory;
    directory.departments = {{.id = "market", .name = "市场监管局"}, {.id = "health", .name = "卫生健康局"}};
    directory.halls = {{.id = "qx", .name = "青秀区政务服务中心", .division = "450103"},
                       {.id = "xz", .name = "新竹街道便民服务中心", .division = "450103"}};
    directory.counters = {
        {.id = "qx-1", .hall = "qx", .name = "综合窗口1", .number = 1},
        {.id = "xz-1", .hall = "xz", .name = "民生窗口", .number = 2, .items = {"other-item"}}};
    BOOST_REQUIRE(store->set_directory(directory));
    for (const Actor& actor : {clerk(), handler(), reviewer(), approver(), head(), supervisor(), archivist()})
        put_user(actor);
}

void HubPlace::put_user(const Actor& actor) {
    static const std::string hash = base::hash_password("right");
    BOOST_REQUIRE(
        store->put_user({.user = {actor.user, actor.name, actor.roles, actor.hall, actor.department},
                         .password_hash = hash}));
}

void HubPlace::reopen() {
    api.reset();
    store.reset();
    auto opened = hub::store::open_sqlite_store(folder.path().string());
    BOOST_REQUIRE_MESSAGE(opened.ok(), (opened ? "" : opened.error().code + " " + opened.error().detail));
    store = *std::move(opened);
    api = std::make_unique<hub::api::Api>(*store, clock, rules);
}

hub::api::Response HubPlace::ask(const std::string& method, const std::string& target,
                                 const std::string& token, const std::string& body,
                                 const std::map<std::string, std::string>& headers) {
    hub::api::Request request{.method = method, .headers = headers, .body = body};
    hub::api::read_target(target, request);
    if (!token.empty()) request.headers["authorization"] = "Bearer " + token;
    return api->handle(request);
}

nlohmann::json HubPlace::json(const std::string& method, const std::string& target, const std::string& token,
                              const std::string& body) {
    const auto response = ask(method, target, token, body);
    BOOST_REQUIRE_MESSAGE(response.status < 300, response.status << " " << response.body);
    return *wire::parse_text(response.body);
}

std::string HubPlace::sign_in(const std::string& user, const std::string& device,
                              const std::string& counter) {
    const wire::SessionRequest request{user, "right", device, counter, wire::kProtocol};
    const auto session =
        wire::session_from_json(json("POST", "/v1/session", {}, wire::to_text(wire::to_json(request))));
    BOOST_REQUIRE(session);
    return session->token;
}

std::vector<wire::PushResult> HubPlace::push(const std::string& token, const std::vector<CaseEvent>& events) {
    const auto results = wire::push_answer_from_json(
        json("POST", "/v1/events", token, wire::to_text(wire::push_to_json(events))));
    BOOST_REQUIRE(results);
    BOOST_REQUIRE(results->size() == events.size());
    return *results;
}

wire::ChangesPage HubPlace::changes(const std::string& token, int64_t after) {
    const std::string epoch = after == 0 ? "" : *store->epoch();
    const auto page = wire::changes_from_json(
        json("GET", "/v1/changes?after=" + std::to_string(after) + "&epoch=" + epoch + "&wait=0", token));
    BOOST_REQUIRE(page);
    return *page;
}

std::string HubPlace::upload(const std::string& token, const std::string& bytes) {
    const std::string name = base::sha256_hex(bytes);
    const auto made = ask("POST", "/v1/uploads", token, bytes,
                          {{"tus-resumable", "1.0.0"},
                           {"upload-length", std::to_string(bytes.size())},
                           {"upload-metadata", "sha256 " + base::to_base64(name)},
                           {"content-type", "application/offset+octet-stream"}});
    BOOST_REQUIRE_MESSAGE(made.status == 201, made.body);
    return name;
}

std::string HubPlace::code_of(const hub::api::Response& response) {
    const auto json = wire::parse_text(response.body);
    if (!json || !json->is_object() || !json->contains("error")) return {};
    return (*json)["error"]["code"].get<std::string>();
}

CaseOfDevices::CaseOfDevices(HubPlace& place, ItemTerms item)
    : scenario(std::move(item)), id(base::new_uuid(place.clock.now())), place_(place) {}

CaseEvent CaseOfDevices::next(EventKind kind, const Actor& actor, const std::string& device) {
    scenario.now = place_.clock.now();
    CaseEvent event = scenario.event(kind, actor);
    event.id = base::new_uuid(scenario.now);
    event.case_id = id;
    event.device = device;
    event.device_seq = ++device_seq_;
    if (event.body.registration) event.body.registration->case_no = number;
    scenario.act(event);
    return event;
}

}  // namespace yc::tests
