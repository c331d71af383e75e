#include "tests/sim/hub_node.h"

#include "core/base/utf8.h"
#include "hub/store/policy_file.h"
#include "tests/support/files.h"

namespace yc::sim {

namespace fs = std::filesystem;

namespace {

hub::api::Request request_of(const client::net::HttpRequest& asked) {
    hub::api::Request request{.method = asked.method, .body = asked.body};
    hub::api::read_target(asked.path, request);
    for (const std::string& header : asked.headers) {
        const size_t colon = header.find(':');
        request.headers[base::to_lower_ascii(header.substr(0, colon))] = base::trim(header.substr(colon + 1));
    }
    return request;
}

client::net::HttpResponse response_of(const hub::api::Response& given) {
    client::net::HttpResponse response{.status = given.status, .body = given.body};
    for (const auto& [name, value] : given.headers) response.headers[base::to_lower_ascii(name)] = value;
    return response;
}

}  // namespace

HubNode::HubNode(fs::path folder, Chance& chance, Tally& tally, base::Instant now, const domain::Rules& rules)
    : disk(std::move(folder), chance, tally), clock(now), rules_(rules) {}

base::Result<void> HubNode::open() {
    const std::string folder = disk.folder().string();
    YC_TRY(store_, hub::store::open_sqlite_store(folder));
    const auto policy = hub::store::put_policy_in_force(folder, *store_, clock.now());
    if (!policy) {
        store_.reset();
        return policy.error();
    }
    api_ = std::make_unique<hub::api::Api>(*store_, clock, rules_, policy->version);
    jobs_ = std::make_unique<hub::jobs::Jobs>(*store_, clock, rules_, api_->fields_of());
    return {};
}

void HubNode::close() {
    jobs_.reset();
    api_.reset();
    store_.reset();
}

hub::api::Response HubNode::append(const hub::api::Request& request, std::optional<size_t> cut_at) {
    auto begun = api_->begin_append(request);
    if (auto* refused = std::get_if<hub::api::Response>(&begun)) return *refused;
    auto& sink = std::get<hub::api::UploadSink>(begun);
    constexpr size_t piece = 64 << 10;
    const std::string_view body =
        std::string_view(request.body).substr(0, cut_at.value_or(request.body.size()));
    for (size_t at = 0; at < body.size(); at += piece)
        if (const auto written = sink.write(body.substr(at, piece)); !written)
            return hub::api::refusal(written.error());
    if (!cut_at) return sink.finish();
    sink.broken();
    return {};
}

std::optional<client::net::HttpResponse> HubNode::answer(const client::net::HttpRequest& asked,
                                                         std::optional<size_t> cut_at) {
    disk.pass();
    if (!up()) return std::nullopt;
    const hub::api::Request request = request_of(asked);
    hub::api::Response given = request.method == "PATCH" ? append(request, cut_at) : api_->handle(request);
    while (given.page && static_cast<int64_t>(given.body.size()) < given.page->length) {
        const auto more = api_->read_page(given.page->sha256, static_cast<int64_t>(given.body.size()));
        if (!more) return std::nullopt;
        given.body += *more;
    }
    disk.pass();
    if (!up()) return std::nullopt;
    return response_of(given);
}

void HubNode::work() {
    if (up()) static_cast<void>(jobs_->run());
}

void HubNode::back_up(bool snapshot) {
    if (!up()) return;
    if (snapshot) {
        snapshot_ = true;
        backup_ = DiskImage::of(disk.folder());
        return;
    }
    const fs::path copy = disk.folder().string() + "-backup";
    fs::remove_all(copy);
    fs::create_directories(copy);
    if (!store_->copy_to(copy)) return;
    snapshot_ = false;
    backup_ = DiskImage::of(copy);
    backup_->files["hub.key"] = tests::read_file(disk.folder() / "hub.key");
}

void HubNode::restore() {
    disk.load(*backup_);
}

}  // namespace yc::sim
