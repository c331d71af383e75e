#include "hub/api/feed_cache.h"

namespace yc::hub::api {
namespace {

/// Bodies kept at most, all together.
constexpr size_t kMostBytes = 8 << 20;

}  // namespace

base::Result<FeedAnswer> FeedCache::answer(const std::string& standing, const std::string& question,
                                           const std::function<base::Result<FeedAnswer>()>& make) {
    const std::lock_guard lock(mutex_);
    if (standing != standing_) forget();
    standing_ = standing;
    if (const auto known = answers_.find(question); known != answers_.end()) return known->second;
    YC_TRY(auto made, make());
    const size_t size = made.body->size() + question.size();
    if (made.more || size > kMostBytes) return made;
    if (bytes_ + size > kMostBytes) forget();
    answers_[question] = made;
    bytes_ += size;
    return made;
}

void FeedCache::forget() {
    answers_.clear();
    bytes_ = 0;
}

}  // namespace yc::hub::api
