#pragma once
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "core/base/result.h"

namespace yc::hub::api {

/// An answer to a poll.
struct FeedAnswer {
    std::shared_ptr<const std::string> body;
    bool news = false;
    bool more = false;  ///< a page of many: asked for once by who catches up, not worth keeping
};

/// Polls of the same people's places that stand at the same checkpoint get the same answer: it is made once
/// for all who ask between two changes of the store, and one at a time. Safe from any thread.
class FeedCache {
  public:
    /// The answer kept under `question`, else what `make` gives. `standing` names the state of the store;
    /// answers made for another are forgotten.
    base::Result<FeedAnswer> answer(const std::string& standing, const std::string& question,
                                    const std::function<base::Result<FeedAnswer>()>& make);

  private:
    void forget();

    std::mutex mutex_;
    std::string standing_;
    std::map<std::string, FeedAnswer> answers_;
    size_t bytes_ = 0;  ///< of all bodies kept
};

}  // namespace yc::hub::api
