#pragma once
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/clock.h"
#include "core/domain/apply.h"
#include "core/wire/dossier_json.h"
#include "core/wire/policy_json.h"
#include "forms/catalogue.h"
#include "hub/api/endpoint_table.h"
#include "hub/api/event_intake.h"
#include "hub/api/feed_cache.h"
#include "hub/api/message.h"
#include "hub/api/metrics.h"
#include "hub/store/hub_store.h"

namespace yc::hub::api {

/// Largest page, and the step in which uploads become durable.
inline constexpr int64_t kLargestPage = 32 << 20;
inline constexpr size_t kUploadStep = 256 << 10;
/// Largest JSON body.
inline constexpr size_t kLargestBody = 4 << 20;
/// Largest letter: a page and what stands around it.
inline constexpr size_t kLargestLetter = static_cast<size_t>(kLargestPage) + (64 << 10);

/// A PATCH whose body comes in pieces. What write() was given before a break is kept, in steps of
/// kUploadStep.
class UploadSink {
  public:
    UploadSink(store::HubStore& store, store::Upload upload) : store_(&store), upload_(std::move(upload)) {}
    /// Errors: upload.wrong_offset when more comes than was announced; those of the store.
    base::Result<void> write(std::string_view bytes);
    /// The connection broke: keeps what has come.
    void broken();
    /// The body is complete: the answer to the PATCH.
    Response finish();

  private:
    base::Result<void> flush();
    store::HubStore* store_;
    store::Upload upload_;
    std::string pending_;
};

/// The hub's API: requests in, responses out (docs/protocol.md). Knows no sockets. Safe from any thread.
class Api {
  public:
    /// All outlive the api.
    Api(store::HubStore& store, const base::Clock& clock, const domain::Rules& rules, int policy_version = 0);

    /// Answers a request that has its whole body. A response with `wait` is a long poll that has nothing yet.
    Response handle(const Request& request);
    /// Begins a PATCH by its headers: the sink for its body, or the refusal.
    std::variant<Response, UploadSink> begin_append(const Request& request);
    /// Bytes of a page for a response with `page`.
    base::Result<std::string> read_page(const std::string& sha256, int64_t offset);

    /// Called on the thread of the request after something was committed that others may wait for.
    void on_commit(std::function<void()> call) { on_commit_ = std::move(call); }
    /// Which form fields settle in dossiers, by the catalogue as published now.
    [[nodiscard]] const store::FieldsOf& fields_of() const { return fields_of_; }
    [[nodiscard]] Metrics& metrics() { return metrics_; }

  private:
    struct Admitted {
        const EndpointRule* rule = nullptr;
        store::SessionRecord session;
    };
    base::Result<Admitted> admit(const Request& request);
    base::Result<Response> answer(const Request& request, const Admitted& admitted);
    /// Counts and logs an answer; no path or body goes into the log.
    void note(const Admitted& admitted, int status, std::chrono::microseconds took);

    base::Result<Response> open_session(const Request& request);
    base::Result<Response> close_session(const store::SessionRecord& session);
    base::Result<Response> push_events(const Request& request, const store::SessionRecord& session);
    base::Result<Response> changes(const Request& request, const store::SessionRecord& session);
    base::Result<Response> lookup_dossier(const Request& request, const store::SessionRecord& session);
    base::Result<Response> dossier_file(const Request& request, const store::SessionRecord& session);
    base::Result<Response> dossier_act(const Request& request, const store::SessionRecord& session);
    base::Result<Response> record_looks(const Request& request, const store::SessionRecord& session);
    /// Takes in a piece of a parcel that anybody may have carried here; the answer is the letter back.
    base::Result<Response> receive_letter(const Request& request);
    base::Result<Response> catalogue(const Request& request);
    base::Result<Response> missing_pages(const Request& request);
    base::Result<Response> page(const Request& request, const store::SessionRecord& session);
    base::Result<Response> upload_create(const Request& request, const store::SessionRecord& session);
    base::Result<Response> upload_state(const Request& request, const store::SessionRecord& session);
    base::Result<Response> upload_append(const Request& request);
    base::Result<Response> upload_drop(const Request& request, const store::SessionRecord& session);
    base::Result<Response> health();
    base::Result<Response> metrics_text();

    base::Result<std::vector<wire::PushResult>> take_events(const store::SessionRecord& session,
                                                            const std::vector<domain::CaseEvent>& events);
    base::Result<void> take_looks(const store::SessionRecord& session,
                                  const std::vector<wire::LocalLook>& looks);
    /// Makes the bytes a page, unless they are one already. Errors: page.digest_mismatch.
    base::Result<void> keep_page(const std::string& sha256, std::string_view bytes,
                                 const std::string& sender);
    /// Whether what the client has seen is in the store; `after`: its place in the feed, 0 = none. A store
    /// that no longer holds it begins a new epoch. Errors: hub.epoch_changed.
    base::Result<void> check_history(const wire::Known& known, int64_t after, const store::Standing& now);
    base::Error history_lost();
    base::Result<store::Upload> own_upload(const Request& request, const store::SessionRecord& session);
    /// The catalogue as published now; null while there is none.
    std::shared_ptr<const forms::Catalogue> current_catalogue();

    store::HubStore& store_;
    const base::Clock& clock_;
    wire::NumberedPolicy policy_;  ///< of the rules, as told to clients
    store::FieldsOf fields_of_;
    EventIntake intake_;
    FeedCache feed_;
    Metrics metrics_;
    std::function<void()> on_commit_;
    std::mutex catalogue_mutex_;
    std::shared_ptr<const forms::Catalogue> catalogue_;
};

/// The places whose cases a session sees.
[[nodiscard]] std::vector<store::Scope> scopes_of(const domain::User& user);

}  // namespace yc::hub::api
