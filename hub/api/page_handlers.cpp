#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "core/base/id.h"
#include "core/base/utf8.h"
#include "core/wire/json_text.h"
#include "core/wire/object_reader.h"
#include "hub/api/api.h"
#include "hub/api/byte_range.h"
#include "hub/api/upload_metadata.h"

namespace yc::hub::api {
namespace {

constexpr std::chrono::hours kUploadLife{7 * 24};
constexpr size_t kMostAsked = 500;

std::string last_segment(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

base::Result<void> check_tus(const Request& request) {
    if (request.header("tus-resumable") == "1.0.0") return {};
    return base::fail("upload.tus_version", "tus 1.0.0 is spoken here");
}

base::Result<int64_t> number_in(const Request& request, const std::string& name) {
    const std::string text = request.header(name);
    int64_t value = -1;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || value < 0)
        return base::fail("upload.bad_request", "header missing or not a number", {{"field", name}});
    return value;
}

Response tus_answer(int status) {
    Response response{.status = status};
    response.headers = {{"Tus-Resumable", "1.0.0"}, {"Cache-Control", "no-store"}};
    return response;
}

/// RFC 9110 date of the upload's end.
std::string http_date(base::Instant instant) {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto midnight = std::chrono::floor<std::chrono::days>(instant);
    const base::Date date{midnight};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(instant - midnight)};
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days[base::weekday_of(date)],
                       static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

}  // namespace

base::Result<Response> Api::missing_pages(const Request& request) {
    YC_TRY(const auto json, wire::parse_text(request.body));
    std::vector<std::string> pages;
    wire::ObjectReader in(json);
    in.texts("pages", pages);
    if (pages.size() > kMostAsked) in.wrong("pages");
    YC_CHECK(in.finish());
    YC_TRY(const auto missing, store_.missing_pages(pages));
    return Response{.body = wire::to_text({{"missing", missing}})};
}

base::Result<Response> Api::page(const Request& request, const store::SessionRecord& session) {
    const std::string sha256 = last_segment(request.path);
    YC_TRY(const auto size, store_.page_size(sha256));
    YC_TRY(const bool permitted, store_.may_see_page(sha256, session.user.id, scopes_of(session.user)));
    if (!size || !permitted) return base::fail("page.not_available", "no such page for this session");
    YC_TRY(const auto range, read_range(request.header("range"), *size));
    Response response{.content_type = "application/octet-stream"};
    response.headers = {
        {"ETag", "\"" + sha256 + "\""}, {"Accept-Ranges", "bytes"}, {"Cache-Control", "private"}};
    response.page = PagePart{sha256, range.offset, range.length};
    if (range.partial) {
        response.status = 206;
        response.headers.emplace_back("Content-Range", fmt::format("bytes {}-{}/{}", range.offset,
                                                                   range.offset + range.length - 1, *size));
    }
    return response;
}

base::Result<std::string> Api::read_page(const std::string& sha256, int64_t offset) {
    return store_.read_page(sha256, offset);
}

base::Result<Response> Api::upload_create(const Request& request, const store::SessionRecord& session) {
    YC_CHECK(check_tus(request));
    YC_TRY(const int64_t length, number_in(request, "upload-length"));
    if (length > kLargestPage)
        return base::fail("page.too_large", "larger than a page may be",
                          {{"most", std::to_string(kLargestPage >> 20)}});
    YC_TRY(const auto sha256, sha256_of_metadata(request.header("upload-metadata")));
    store::Upload upload{.id = base::new_uuid(clock_.now()),
                         .sha256 = sha256,
                         .user = session.user.id,
                         .length = length,
                         .expires_at = clock_.now() + kUploadLife};
    YC_CHECK(store_.begin_upload(upload));
    Response response = tus_answer(201);
    response.headers.emplace_back("Location", "/v1/uploads/" + upload.id);
    response.headers.emplace_back("Upload-Expires", http_date(upload.expires_at));
    if (request.header("content-type") == "application/offset+octet-stream") {
        UploadSink sink(store_, upload);
        YC_CHECK(sink.write(request.body));
        const Response appended = sink.finish();
        if (appended.status != 204) return appended;
        response.headers.emplace_back("Upload-Offset", std::to_string(request.body.size()));
    } else if (length == 0) {
        YC_CHECK(store_.finish_upload(upload.id));
    }
    return response;
}

base::Result<store::Upload> Api::own_upload(const Request& request, const store::SessionRecord& session) {
    YC_CHECK(check_tus(request));
    YC_TRY(const auto upload, store_.upload(last_segment(request.path)));
    if (!upload || upload->user != session.user.id || upload->expires_at < clock_.now())
        return base::fail("upload.unknown", "no such upload of this user");
    return *upload;
}

base::Result<Response> Api::upload_state(const Request& request, const store::SessionRecord& session) {
    YC_TRY(const auto upload, own_upload(request, session));
    // The last bytes may have come before a break and the end not: who reads that all is there sends no more.
    if (upload.received == upload.length) YC_CHECK(store_.finish_upload(upload.id));
    Response response = tus_answer(200);
    response.headers.emplace_back("Upload-Offset", std::to_string(upload.received));
    response.headers.emplace_back("Upload-Length", std::to_string(upload.length));
    response.headers.emplace_back("Upload-Expires", http_date(upload.expires_at));
    return response;
}

base::Result<Response> Api::upload_drop(const Request& request, const store::SessionRecord& session) {
    YC_TRY(const auto upload, own_upload(request, session));
    YC_CHECK(store_.drop_upload(upload.id));
    return tus_answer(204);
}

std::variant<Response, UploadSink> Api::begin_append(const Request& request) {
    const auto begin = [&]() -> base::Result<store::Upload> {
        YC_TRY(const auto admitted, admit(request));
        YC_TRY(const auto upload, own_upload(request, admitted.session));
        if (request.header("content-type") != "application/offset+octet-stream")
            return base::fail("upload.bad_request", "not an upload's content type",
                              {{"field", "content-type"}});
        YC_TRY(const int64_t offset, number_in(request, "upload-offset"));
        if (offset != upload.received)
            return base::fail("upload.wrong_offset", "does not go on where it stands");
        return upload;
    };
    auto upload = begin();
    if (upload) return UploadSink(store_, *std::move(upload));
    Response response = refusal(upload.error());
    response.headers = {{"Tus-Resumable", "1.0.0"}, {"Tus-Version", "1.0.0"}};
    return response;
}

base::Result<Response> Api::upload_append(const Request& request) {
    auto begun = begin_append(request);
    if (auto* refused = std::get_if<Response>(&begun)) return *refused;
    auto& sink = std::get<UploadSink>(begun);
    if (const auto written = sink.write(request.body); !written) return written.error();
    return sink.finish();
}

base::Result<void> UploadSink::write(std::string_view bytes) {
    if (upload_.received + static_cast<int64_t>(pending_.size() + bytes.size()) > upload_.length)
        return base::fail("upload.wrong_offset", "more bytes than announced");
    while (!bytes.empty()) {
        const auto taken = bytes.substr(0, kUploadStep - pending_.size());
        pending_ += taken;
        bytes.remove_prefix(taken.size());
        if (pending_.size() == kUploadStep) YC_CHECK(flush());
    }
    return {};
}

base::Result<void> UploadSink::flush() {
    if (pending_.empty()) return {};
    YC_CHECK(store_->append_upload(upload_.id, upload_.received, pending_));
    upload_.received += static_cast<int64_t>(pending_.size());
    pending_.clear();
    return {};
}

void UploadSink::broken() {
    static_cast<void>(flush().ok());  // what cannot be kept now is sent again by the client
}

Response UploadSink::finish() {
    auto done = flush();
    if (done && upload_.received == upload_.length) done = store_->finish_upload(upload_.id);
    if (!done) return refusal(done.error());
    Response response = tus_answer(204);
    response.headers.emplace_back("Upload-Offset", std::to_string(upload_.received));
    return response;
}

}  // namespace yc::hub::api
