#pragma once
#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "client/net/http.h"
#include "core/base/result.h"

namespace yc::client::net {

/// One page to the hub by the tus 1.0 protocol (tus.io/protocols/resumable-upload, core and creation):
/// create, ask how far it got, send the rest in chunks. A break loses at most the chunk under way.
class TusUpload {
  public:
    /// `headers`: protocol and session, sent with every request.
    TusUpload(Http& http, std::vector<std::string> headers, std::chrono::milliseconds timeout,
              std::function<bool()> cancelled);

    /// Goes on at `known`, the place of an upload begun earlier, if the hub still has it; else begins a new
    /// one. Errors: those of Http, upload.refused, the hub's own.
    base::Result<void> send(const std::string& sha256, const std::string& bytes, const std::string& known,
                            const std::function<void(const std::string&, size_t)>& progress);

  private:
    HttpRequest request(std::string method, std::string path) const;
    struct Place {
        std::string location;
        size_t offset = 0;
    };
    base::Result<Place> begin(const std::string& sha256, size_t length, const std::string& known);
    base::Result<std::string> create(const std::string& sha256, size_t length);
    base::Result<size_t> offset_of(const std::string& location);
    base::Result<size_t> append(const std::string& location, size_t offset, std::string_view chunk);

    Http& http_;
    std::vector<std::string> headers_;
    std::chrono::milliseconds timeout_;
    std::function<bool()> cancelled_;
};

}  // namespace yc::client::net
