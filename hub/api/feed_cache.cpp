#include "hub/api/feed_cache.h"

namespace yc::hub::api {
namespace {

/// Questions kept at most; more are only asked by clients far behind.
constexpr size_t kMostKept = 200;

}  // namespace

base::Result<FeedAnswer> FeedCache::answer(const std::string& standing, const std::string& question,
                                           const std::function<base::Result<FeedAnswer>()>& make) {
    const std::lock_guard lock(mutex_);
    if (standing != standing_ || answers_.size() >= kMostKept) answers_.clear();
    standing_ = standing;
    if (const auto known = answers_.find(question); known != answers_.end()) return known->second;
    YC_TRY(auto made, make());
    answers_[question] = made;
    return made;
}

}  // namespace yc::hub::api
