#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/case_event.h"
#include "core/wire/dossier_file_json.h"
#include "core/wire/feed_json.h"
#include "core/wire/session_json.h"

namespace yc::client::net {

struct HubClientOptions {
    std::string url;      ///< "https://hub.example:8443", or http:// on loopback only
    std::string ca_file;  ///< PEM of the authority that signed the hub's certificate; empty = the system's
    std::chrono::milliseconds connect_timeout{3000};
    std::chrono::milliseconds answer_timeout{15000};  ///< long polls get their waiting time on top
};

/// A catalogue bundle as the hub publishes it.
struct CatalogueAnswer {
    int64_t version = 0;
    std::string bundle;  ///< the JSON document; forms::parse_bundle reads it
};

/// Tells that work may stop: checked while a transfer runs. Empty = never.
using Cancelled = std::function<bool()>;

/// Where an upload lives at the hub and how many bytes are there.
using UploadProgress = std::function<void(const std::string& location, size_t offset)>;

/// The hub as the client sees it (docs/protocol.md). Every call blocks until it is answered and may be made
/// from any thread; connections are reused. Never call it on the UI thread.
///
/// Errors of every call, besides the hub's own codes, which pass through unchanged:
/// hub.unreachable (no connection), hub.timeout (no answer in time), hub.bad_answer (not what the protocol
/// says), hub.not_secure (certificate, or plain HTTP to another machine), net.cancelled.
class HubClient {
  public:
    /// Errors: hub.bad_url, hub.not_secure.
    static base::Result<std::unique_ptr<HubClient>> make(HubClientOptions options);
    ~HubClient();
    HubClient(const HubClient&) = delete;
    HubClient& operator=(const HubClient&) = delete;

    /// Opens a session and keeps its token for the calls that follow.
    base::Result<wire::Session> sign_in(const wire::SessionRequest& request);
    base::Result<void> sign_out();
    /// Takes up a session opened earlier; an empty token forgets it.
    void set_token(std::string token);
    [[nodiscard]] bool has_token() const;

    /// `known` lets the hub notice that it was restored to an earlier time. Errors: hub.epoch_changed.
    base::Result<std::vector<wire::PushResult>> push(const std::vector<domain::CaseEvent>& events,
                                                     const wire::Known& known = {});
    /// Waits up to `wait` for something newer than `after` in the history of `known`; with `catalogue` also
    /// for a newer one than that. Errors: hub.epoch_changed.
    base::Result<wire::ChangesPage> changes(int64_t after, const wire::Known& known,
                                            std::chrono::seconds wait, const Cancelled& cancelled = {},
                                            std::optional<int64_t> catalogue = {});
    /// nullopt: the hub knows nobody by this key. Purpose and ground go into the record of looks. Errors:
    /// dossier.bad_purpose, dossier.no_ground.
    base::Result<std::optional<domain::Dossier>> lookup_dossier(const wire::DossierLookup& what);
    /// The same with history, acts, cases and related parties, for the dossier page.
    base::Result<std::optional<domain::DossierFile>> dossier_file(const wire::DossierLookup& what);
    /// An act upon a dossier: the dossier as it stands then. Errors: those of a look, of domain::check_act,
    /// dossier.no_such_person, dossier.supervisor_needed, dossier.already_merged, dossier.not_merged,
    /// dossier.merge_kinds.
    base::Result<domain::DossierFile> act_on_dossier(const wire::DossierActRequest& request);
    /// Tells the hub's audit of looks done without it.
    base::Result<void> report_looks(const std::vector<wire::LocalLook>& looks);
    /// nullopt: `known_version` is still the newest.
    base::Result<std::optional<CatalogueAnswer>> catalogue(int64_t known_version);
    /// Hands a letter over that somebody carried here, and returns the hub's letter back (docs/protocol.md
    /// §8). Needs no session.
    base::Result<std::string> deliver_letter(const std::string& letter);
    /// tus 1.0: goes on where the hub stands when `known` is the place of an upload begun earlier (else
    /// begins one); `progress` is told the place and the bytes there, to be kept for the next time.
    base::Result<void> upload_page(const std::string& sha256, const std::string& bytes,
                                   const std::string& known = {}, const UploadProgress& progress = {},
                                   const Cancelled& cancelled = {});
    /// The bytes, checked against their digest.
    base::Result<std::string> download_page(const std::string& sha256, const Cancelled& cancelled = {});
    /// Whether anybody answers there and speaks our protocol.
    base::Result<void> check();

  private:
    struct Impl;
    explicit HubClient(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace yc::client::net
