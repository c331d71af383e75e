#include "client/net/http.h"

#include <curl/curl.h>

#include <algorithm>
#include <mutex>

#include "core/base/utf8.h"

namespace yc::client::net {
namespace {

/// An easy handle in a multi handle of its own: so that waiting can be broken off at once.
class Handle {
  public:
    Handle() : multi_(curl_multi_init()), easy_(curl_easy_init()) {}
    ~Handle() {
        curl_easy_cleanup(easy_);
        curl_multi_cleanup(multi_);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    [[nodiscard]] bool usable() const { return multi_ != nullptr && easy_ != nullptr; }
    [[nodiscard]] CURL* easy() const { return easy_; }

    /// Runs the prepared transfer; looks every 20 ms whether it should stop.
    CURLcode perform(const std::function<bool()>& cancelled) {
        curl_multi_add_handle(multi_, easy_);
        const CURLcode code = run(cancelled);
        curl_multi_remove_handle(multi_, easy_);
        return code;
    }

  private:
    CURLcode run(const std::function<bool()>& cancelled) {
        constexpr int look_every_ms = 20;
        for (int running = 1; running > 0;) {
            if (cancelled && cancelled()) return CURLE_ABORTED_BY_CALLBACK;
            if (curl_multi_perform(multi_, &running) != CURLM_OK) return CURLE_FAILED_INIT;
            if (running > 0) curl_multi_poll(multi_, nullptr, 0, cancelled ? look_every_ms : 1000, nullptr);
        }
        int left = 0;
        const CURLMsg* message = curl_multi_info_read(multi_, &left);
        return message != nullptr ? message->data.result : CURLE_FAILED_INIT;
    }

    CURLM* multi_;
    CURL* easy_;
};

struct ListDelete {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, ListDelete>;

/// What the callbacks of one transfer write into.
struct Transfer {
    const HttpRequest& request;
    size_t largest_body;
    HttpResponse response;
    bool too_long = false;
};

size_t on_body(char* data, size_t size, size_t count, void* user) {
    auto& transfer = *static_cast<Transfer*>(user);
    const size_t bytes = size * count;
    if (transfer.response.body.size() + bytes > transfer.largest_body) {
        transfer.too_long = true;
        return 0;
    }
    transfer.response.body.append(data, bytes);
    return bytes;
}

size_t on_header(char* data, size_t size, size_t count, void* user) {
    auto& transfer = *static_cast<Transfer*>(user);
    const std::string line(data, size * count);
    if (line.rfind("HTTP/", 0) == 0) transfer.response.headers.clear();  // an interim answer came before
    const size_t colon = line.find(':');
    if (colon != std::string::npos)
        transfer.response.headers[base::to_lower_ascii(line.substr(0, colon))] =
            base::trim(line.substr(colon + 1));
    return size * count;
}

base::Error error_of(CURLcode code, const Transfer& transfer) {
    const std::string detail = curl_easy_strerror(code);
    if (transfer.too_long) return base::fail("hub.bad_answer", "answer too long");
    switch (code) {
        case CURLE_ABORTED_BY_CALLBACK:
            return base::fail("net.cancelled", detail);
        case CURLE_OPERATION_TIMEDOUT:
            return base::fail("hub.timeout", detail);
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_SSL_CACERT_BADFILE:
            return base::fail("hub.not_secure", detail);
        case CURLE_PARTIAL_FILE:
        case CURLE_GOT_NOTHING:
        case CURLE_WEIRD_SERVER_REPLY:
        case CURLE_HTTP2:
        case CURLE_UNSUPPORTED_PROTOCOL:
            return base::fail("hub.bad_answer", detail);
        default:
            return base::fail("hub.unreachable", detail);
    }
}

void set_method(CURL* curl, const HttpRequest& request) {
    if (request.method == "HEAD") {
        curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
        return;
    }
    if (request.method == "GET") return;
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    if (request.method == "DELETE" && request.body.empty()) return;
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
}

List make_headers(const HttpRequest& request) {
    curl_slist* list = curl_slist_append(nullptr, "Expect:");  // no wait for "100 Continue"
    for (const std::string& header : request.headers) list = curl_slist_append(list, header.c_str());
    return List{list};
}

void set_callbacks(CURL* curl, Transfer& transfer) {
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &transfer);
}

bool is_loopback(const std::string& host) {
    const bool address = host.find_first_not_of("0123456789.") == std::string::npos;
    return host == "localhost" || host == "[::1]" || (address && host.rfind("127.", 0) == 0);
}

}  // namespace

struct Http::Impl {
    HttpOptions options;
    std::mutex mutex;
    std::vector<std::unique_ptr<Handle>> idle;  ///< each keeps its connection

    std::unique_ptr<Handle> take() {
        const std::lock_guard lock(mutex);
        if (idle.empty()) return std::make_unique<Handle>();
        std::unique_ptr<Handle> handle = std::move(idle.back());
        idle.pop_back();
        return handle;
    }

    void give_back(std::unique_ptr<Handle> handle) {
        curl_easy_reset(handle->easy());
        const std::lock_guard lock(mutex);
        idle.push_back(std::move(handle));
    }

    void set_connection(CURL* curl, const HttpRequest& request) const {
        curl_easy_setopt(curl, CURLOPT_URL, (options.url + request.path).c_str());
        curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(curl, CURLOPT_PROXY, "");  // a hub is in the hall's own network
        curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connect_timeout.count()));
        curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(request.timeout.count()));
        if (!options.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, options.ca_file.c_str());
    }
};

Http::Http(HttpOptions options) : impl_(std::make_unique<Impl>()) {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    static_cast<void>(started);
    impl_->options = std::move(options);
}

Http::~Http() = default;

base::Result<HttpResponse> Http::send(const HttpRequest& request) {
    std::unique_ptr<Handle> handle = impl_->take();
    if (!handle->usable()) return base::fail("hub.unreachable", "libcurl gives no handle");
    CURL* const easy = handle->easy();
    Transfer transfer{request, impl_->options.largest_body, {}, false};
    const List headers = make_headers(request);
    impl_->set_connection(easy, request);
    set_method(easy, request);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
    set_callbacks(easy, transfer);
    const CURLcode code = handle->perform(request.cancelled);
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &transfer.response.status);
    impl_->give_back(std::move(handle));
    if (code != CURLE_OK) return error_of(code, transfer);
    return std::move(transfer.response);
}

base::Result<std::string> check_hub_url(const std::string& url) {
    const bool secure = url.rfind("https://", 0) == 0;
    if (!secure && url.rfind("http://", 0) != 0) return base::fail("hub.bad_url", "scheme");
    const size_t start = secure ? 8 : 7;
    std::string host = url.substr(start);
    while (!host.empty() && host.back() == '/') host.pop_back();
    if (host.empty() || host.find_first_of("/?#@ ") != std::string::npos)
        return base::fail("hub.bad_url", "host");
    const std::string name =
        host[0] == '[' ? host.substr(0, host.find(']') + 1) : host.substr(0, host.find(':'));
    if (!secure && !is_loopback(name)) return base::fail("hub.not_secure", "plain HTTP to another machine");
    return url.substr(0, start) + host;
}

}  // namespace yc::client::net
