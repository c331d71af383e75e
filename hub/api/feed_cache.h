#pragma once
#include <functional>
#include <map>
#include <mutex>
#include <string>

#include "core/base/result.h"

namespace yc::hub::api {

/// An answer to a poll.
struct FeedAnswer {
    std::string body;
    bool news = false;
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
    std::mutex mutex_;
    std::string standing_;
    std::map<std::string, FeedAnswer> answers_;
};

}  // namespace yc::hub::api
