#include "client/net/tus_upload.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/base/crypto.h"
#include "core/wire/error_json.h"
#include "core/wire/json_text.h"

namespace yc::client::net {
namespace {

constexpr size_t kChunk = 1U << 20;
/// How often an offset may turn out to be another than we thought before we give up for now.
constexpr int kTries = 5;

std::optional<size_t> offset_in(const HttpResponse& response) {
    const auto header = response.headers.find("upload-offset");
    if (header == response.headers.end()) return std::nullopt;
    size_t value = 0;
    const std::string& text = header->second;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

base::Error refusal(const HttpResponse& response) {
    const auto json = wire::parse_text(response.body);
    if (json) {
        base::Error error = wire::error_from_body(*json);
        if (error.code != "wire.invalid") return error;
    }
    return base::fail("upload.refused", fmt::format("status {}", response.status));
}

/// The path of a Location, which may be absolute.
std::string path_of(const std::string& location) {
    const size_t scheme = location.find("://");
    if (scheme == std::string::npos) return location;
    const size_t slash = location.find('/', scheme + 3);
    return slash == std::string::npos ? "/" : location.substr(slash);
}

}  // namespace

TusUpload::TusUpload(Http& http, std::vector<std::string> headers, std::chrono::milliseconds timeout,
                     std::function<bool()> cancelled)
    : http_(http), headers_(std::move(headers)), timeout_(timeout), cancelled_(std::move(cancelled)) {
    headers_.emplace_back("Tus-Resumable: 1.0.0");
}

HttpRequest TusUpload::request(std::string method, std::string path) const {
    return {.method = std::move(method),
            .path = std::move(path),
            .headers = headers_,
            .body = {},
            .timeout = timeout_,
            .cancelled = cancelled_};
}

base::Result<std::string> TusUpload::create(const std::string& sha256, size_t length) {
    HttpRequest what = request("POST", "/v1/uploads");
    what.headers.push_back(fmt::format("Upload-Length: {}", length));
    what.headers.push_back("Upload-Metadata: sha256 " + base::to_base64(sha256));
    YC_TRY(const HttpResponse response, http_.send(what));
    const auto location = response.headers.find("location");
    if (response.status < 200 || response.status >= 300) return refusal(response);
    if (location == response.headers.end()) return base::fail("hub.bad_answer", "upload without location");
    return path_of(location->second);
}

base::Result<size_t> TusUpload::offset_of(const std::string& location) {
    YC_TRY(const HttpResponse response, http_.send(request("HEAD", location)));
    if (response.status < 200 || response.status >= 300) return refusal(response);
    const auto offset = offset_in(response);
    if (!offset) return base::fail("hub.bad_answer", "upload without offset");
    return *offset;
}

base::Result<size_t> TusUpload::append(const std::string& location, size_t offset, std::string_view chunk) {
    HttpRequest what = request("PATCH", location);
    what.headers.emplace_back("Content-Type: application/offset+octet-stream");
    what.headers.push_back(fmt::format("Upload-Offset: {}", offset));
    what.body = chunk;
    YC_TRY(const HttpResponse response, http_.send(what));
    if (response.status == 409) return offset_of(location);  // another offset than ours: go on from theirs
    if (response.status != 204 && response.status != 200) return refusal(response);
    return offset_in(response).value_or(offset + chunk.size());
}

base::Result<TusUpload::Place> TusUpload::begin(const std::string& sha256, size_t length,
                                                const std::string& known) {
    if (!known.empty()) {
        const auto offset = offset_of(known);
        if (offset && *offset <= length) return Place{known, *offset};
    }
    YC_TRY(std::string location, create(sha256, length));
    return Place{std::move(location), 0};
}

base::Result<void> TusUpload::send(const std::string& sha256, const std::string& bytes,
                                   const std::string& known,
                                   const std::function<void(const std::string&, size_t)>& progress) {
    YC_TRY(Place place, begin(sha256, bytes.size(), known));
    for (int tries = 0; place.offset < bytes.size();) {
        if (progress) progress(place.location, place.offset);
        const std::string_view chunk = std::string_view(bytes).substr(place.offset, kChunk);
        YC_TRY(const size_t next, append(place.location, place.offset, chunk));
        if (next != place.offset + chunk.size() && ++tries > kTries)
            return base::fail("upload.refused", "offset jumps");
        place.offset = next;
    }
    if (place.offset > bytes.size()) return base::fail("upload.refused", "offset past the end");
    return {};
}

}  // namespace yc::client::net
