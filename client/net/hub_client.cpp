#include "client/net/hub_client.h"

#include <fmt/format.h>

#include <charconv>
#include <mutex>
#include <nlohmann/json.hpp>

#include "client/net/http.h"
#include "client/net/tus_upload.h"
#include "core/base/crypto.h"
#include "core/wire/error_json.h"
#include "core/wire/json_text.h"

namespace yc::client::net {
namespace {

/// The error an answer carries; answers that are not the hub's (a proxy's page, say) are hub.bad_answer.
base::Error refusal(const HttpResponse& response) {
    const auto json = wire::parse_text(response.body);
    base::Error error = json ? wire::error_from_body(*json) : base::fail("hub.bad_answer");
    if (error.code == "wire.invalid" || error.code == "hub.bad_answer")
        return base::fail("hub.bad_answer", fmt::format("status {}", response.status));
    return error;
}

base::Error not_as_agreed(const base::Error& error) {
    return base::fail("hub.bad_answer", error.code + " " + error.detail);
}

/// An instant as it may stand in a query, where + is a space.
std::string in_query(std::string instant) {
    const size_t plus = instant.find('+');
    return plus == std::string::npos ? instant : instant.replace(plus, 1, "%2B");
}

int64_t number_of(const std::string& text) {
    int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

struct HubClient::Impl {
    explicit Impl(const HubClientOptions& o)
        : options(o), http({.url = o.url, .ca_file = o.ca_file, .connect_timeout = o.connect_timeout}) {}

    HubClientOptions options;
    Http http;
    mutable std::mutex mutex;
    std::string token;

    std::vector<std::string> headers() const {
        std::vector<std::string> list{fmt::format("Yichuang-Protocol: {}", wire::kProtocol)};
        const std::lock_guard lock(mutex);
        if (!token.empty()) list.push_back("Authorization: Bearer " + token);
        return list;
    }

    HttpRequest request(std::string method, std::string path) const {
        return {.method = std::move(method),
                .path = std::move(path),
                .headers = headers(),
                .body = {},
                .timeout = options.answer_timeout,
                .cancelled = {}};
    }

    /// Sends and returns an answer of the 200s (or 304); any other becomes the error in it.
    base::Result<HttpResponse> ask(const HttpRequest& what) {
        YC_TRY(HttpResponse response, http.send(what));
        const bool good = (response.status >= 200 && response.status < 300) || response.status == 304;
        if (!good) return refusal(response);
        return response;
    }

    base::Result<nlohmann::json> ask_json(const HttpRequest& what) {
        YC_TRY(const HttpResponse response, ask(what));
        auto json = wire::parse_text(response.body);
        if (!json) return not_as_agreed(json.error());
        return json;
    }

    base::Result<nlohmann::json> post_json(const std::string& path, const nlohmann::json& body) {
        HttpRequest what = request("POST", path);
        what.headers.emplace_back("Content-Type: application/json");
        what.body = wire::to_text(body);
        return ask_json(what);
    }
};

HubClient::HubClient(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
HubClient::~HubClient() = default;

base::Result<std::unique_ptr<HubClient>> HubClient::make(HubClientOptions options) {
    YC_TRY(options.url, check_hub_url(options.url));
    return std::unique_ptr<HubClient>(new HubClient(std::make_unique<Impl>(options)));
}

void HubClient::set_token(std::string token) {
    const std::lock_guard lock(impl_->mutex);
    impl_->token = std::move(token);
}

bool HubClient::has_token() const {
    const std::lock_guard lock(impl_->mutex);
    return !impl_->token.empty();
}

base::Result<wire::Session> HubClient::sign_in(const wire::SessionRequest& request) {
    YC_TRY(const nlohmann::json json, impl_->post_json("/v1/session", wire::to_json(request)));
    auto session = wire::session_from_json(json);
    if (!session) return not_as_agreed(session.error());
    set_token(session->token);
    return session;
}

base::Result<void> HubClient::sign_out() {
    const auto answer = impl_->ask(impl_->request("DELETE", "/v1/session"));
    set_token({});
    if (!answer) return answer.error();
    return {};
}

base::Result<std::vector<wire::PushResult>> HubClient::push(const std::vector<domain::CaseEvent>& events,
                                                            const wire::Known& known) {
    YC_TRY(const nlohmann::json json, impl_->post_json("/v1/events", wire::push_to_json(events, known)));
    auto results = wire::push_answer_from_json(json);
    if (!results) return not_as_agreed(results.error());
    if (results->size() != events.size())
        return base::fail("hub.bad_answer", "not one result for each event");
    return results;
}

base::Result<wire::ChangesPage> HubClient::changes(int64_t after, const wire::Known& known,
                                                   std::chrono::seconds wait, const Cancelled& cancelled,
                                                   std::optional<int64_t> catalogue) {
    std::string target =
        fmt::format("/v1/changes?after={}&epoch={}&wait={}", after, known.epoch, wait.count());
    if (known.seq > 0)
        target += fmt::format("&known={}&event={}&arrived={}", known.seq, known.event,
                              in_query(base::to_string(known.arrived_at)));
    if (catalogue) target += fmt::format("&catalogue={}", *catalogue);
    HttpRequest what = impl_->request("GET", target);
    what.timeout += wait;
    what.cancelled = cancelled;
    YC_TRY(const nlohmann::json json, impl_->ask_json(what));
    auto page = wire::changes_from_json(json);
    if (!page) return not_as_agreed(page.error());
    return page;
}

base::Result<std::optional<domain::Dossier>> HubClient::lookup_dossier(const wire::DossierLookup& what) {
    YC_TRY(const nlohmann::json json, impl_->post_json("/v1/dossiers/lookup", wire::to_json(what)));
    auto dossier = wire::lookup_answer_from_json(json);
    if (!dossier) return not_as_agreed(dossier.error());
    return dossier;
}

base::Result<std::optional<domain::DossierFile>> HubClient::dossier_file(const wire::DossierLookup& what) {
    YC_TRY(const nlohmann::json json, impl_->post_json("/v1/dossiers/file", wire::to_json(what)));
    auto file = wire::file_answer_from_json(json);
    if (!file) return not_as_agreed(file.error());
    return file;
}

base::Result<domain::DossierFile> HubClient::act_on_dossier(const wire::DossierActRequest& request) {
    YC_TRY(const nlohmann::json json, impl_->post_json("/v1/dossiers/acts", wire::to_json(request)));
    auto file = wire::file_answer_from_json(json);
    if (!file) return not_as_agreed(file.error());
    if (!*file) return base::fail("hub.bad_answer", "no dossier after an act");
    return **std::move(file);
}

base::Result<void> HubClient::report_looks(const std::vector<wire::LocalLook>& looks) {
    HttpRequest what = impl_->request("POST", "/v1/dossiers/looks");
    what.headers.emplace_back("Content-Type: application/json");
    what.body = wire::to_text(wire::looks_to_json(looks));
    const auto answer = impl_->ask(what);
    if (!answer) return answer.error();
    return {};
}

base::Result<std::optional<CatalogueAnswer>> HubClient::catalogue(int64_t known_version) {
    HttpRequest what = impl_->request("GET", "/v1/catalogue");
    if (known_version > 0) what.headers.push_back(fmt::format("If-None-Match: \"{}\"", known_version));
    YC_TRY(HttpResponse response, impl_->ask(what));
    if (response.status == 304) return std::optional<CatalogueAnswer>{};
    std::string etag = response.headers["etag"];
    std::erase(etag, '"');
    const int64_t version = number_of(etag);
    if (version <= 0) return base::fail("hub.bad_answer", "catalogue without version");
    return std::optional{CatalogueAnswer{version, std::move(response.body)}};
}

base::Result<void> HubClient::upload_page(const std::string& sha256, const std::string& bytes,
                                          const std::string& known, const UploadProgress& progress,
                                          const Cancelled& cancelled) {
    TusUpload upload(impl_->http, impl_->headers(), impl_->options.answer_timeout, cancelled);
    return upload.send(sha256, bytes, known, progress);
}

base::Result<std::string> HubClient::download_page(const std::string& sha256, const Cancelled& cancelled) {
    HttpRequest what = impl_->request("GET", "/v1/pages/" + sha256);
    what.cancelled = cancelled;
    YC_TRY(HttpResponse response, impl_->ask(what));
    if (base::sha256_hex(response.body) != sha256)
        return base::fail("hub.bad_answer", "page differs from its digest");
    return std::move(response.body);
}

base::Result<std::string> HubClient::deliver_letter(const std::string& letter) {
    HttpRequest what = impl_->request("POST", "/v1/letters");
    what.headers.emplace_back("Content-Type: application/octet-stream");
    what.body = letter;
    YC_TRY(HttpResponse response, impl_->ask(what));
    return std::move(response.body);
}

base::Result<void> HubClient::check() {
    const auto answer = impl_->ask(impl_->request("GET", "/healthz"));
    if (!answer) return answer.error();
    return {};
}

}  // namespace yc::client::net
