#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/domain/case_event.h"
#include "core/wire/feed_json.h"
#include "tests/hub/plain_http.h"

namespace yc::tests {

/// A counter of the sample district, speaking to a real hub over its own connection.
class SampleCounter {
  public:
    /// Signs in; fails the test when that is refused.
    SampleCounter(const std::string& url, const std::string& user, const std::string& counter,
                  const std::string& device);

    /// A case of the sample's item that this counter may take, registered for a person with this number.
    domain::CaseEvent registration(const std::string& case_no, const std::string& number);
    std::vector<wire::PushResult> push(const std::vector<domain::CaseEvent>& events);
    wire::ChangesPage changes(int64_t after, const std::string& epoch, int wait);
    PlainAnswer ask(const std::string& method, const std::string& target, const std::string& body = {},
                    std::map<std::string, std::string> headers = {});
    /// Begins an upload; its path.
    std::string begin_upload(const std::string& sha256, size_t length);
    [[nodiscard]] std::string bearer() const { return "Bearer " + token_; }
    /// A new connection, after the hub was started again.
    void reconnect();

  private:
    std::string url_;
    std::string device_;
    std::string counter_;
    domain::User user_;
    std::string token_;
    int64_t device_seq_ = 0;
    std::unique_ptr<PlainHttp> connection_;
};

}  // namespace yc::tests
