#include "tests/hub/sample_counter.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "core/base/clock.h"
#include "core/base/crypto.h"
#include "core/base/id.h"
#include "core/wire/json_text.h"
#include "core/wire/session_json.h"
#include "forms/sample_district.h"

namespace yc::tests {

using namespace domain;

namespace {

/// Fails the test from whatever thread it is: the checks of Boost.Test are for one thread only.
void expect(bool right, const PlainAnswer& answer) {
    if (!right) throw std::runtime_error(std::to_string(answer.status) + " " + answer.body);
}

}  // namespace

SampleCounter::SampleCounter(const std::string& url, const std::string& user, const std::string& counter,
                             const std::string& device)
    : url_(url), device_(device), counter_(counter) {
    reconnect();
    const wire::SessionRequest request{user, "yichuang", device, counter, wire::kProtocol};
    const auto answer = ask("POST", "/v1/session", wire::to_text(wire::to_json(request)));
    const auto session = wire::session_from_text(answer.body);
    expect(session.ok(), answer);
    user_ = session->user;
    token_ = session->token;
}

void SampleCounter::reconnect() {
    connection_ = std::make_unique<PlainHttp>(url_);
}

PlainAnswer SampleCounter::ask(const std::string& method, const std::string& target, const std::string& body,
                               std::map<std::string, std::string> headers) {
    if (!token_.empty()) headers["Authorization"] = bearer();
    return connection_->ask(method, target, headers, body);
}

CaseEvent SampleCounter::registration(const std::string& case_no, const std::string& number) {
    static const auto items = forms::sample_catalogue().items;
    const auto now = base::SystemClock().now();
    CaseEvent event;
    event.id = base::new_uuid(now);
    event.case_id = base::new_uuid(now);
    event.device = device_;
    event.device_seq = ++device_seq_;
    event.at = now;
    event.actor = {
        .user = user_.id, .name = user_.name, .roles = user_.roles, .hall = user_.hall, .counter = counter_};
    Registration& registration = event.body.registration.emplace();
    registration.case_no = case_no;
    registration.item = terms_of(items.front());
    registration.applicant.key = {DocumentKind::citizen_id, number};
    registration.applicant.name = "龙虚构";
    registration.division = "450103";
    registration.hall = user_.hall;
    registration.counter = counter_;
    registration.department = items.front().department;
    registration.department_name = items.front().department_name;
    for (const auto& material : materials_for(items.front(), {}))
        event.body.materials.push_back(
            {.code = material.code, .name = material.name, .necessity = material.necessity});
    return event;
}

std::vector<wire::PushResult> SampleCounter::push(const std::vector<CaseEvent>& events) {
    const auto answer = ask("POST", "/v1/events", wire::to_text(wire::push_to_json(events)));
    expect(answer.status == 200, answer);
    return wire::push_answer_from_json(*wire::parse_text(answer.body)).value();
}

wire::ChangesPage SampleCounter::changes(int64_t after, const std::string& epoch, int wait) {
    const auto answer = ask("GET", "/v1/changes?after=" + std::to_string(after) + "&epoch=" + epoch +
                                       "&wait=" + std::to_string(wait));
    expect(answer.status == 200, answer);
    return wire::changes_from_json(*wire::parse_text(answer.body)).value();
}

std::string SampleCounter::begin_upload(const std::string& sha256, size_t length) {
    const auto made = ask("POST", "/v1/uploads", {},
                          {{"Tus-Resumable", "1.0.0"},
                           {"Upload-Length", std::to_string(length)},
                           {"Upload-Metadata", "sha256 " + base::to_base64(sha256)}});
    expect(made.status == 201, made);
    return made.header("Location");
}

}  // namespace yc::tests
