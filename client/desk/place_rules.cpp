#include "client/desk/place_rules.h"

#include <list>
#include <mutex>

#include "core/domain/work_calendar.h"

namespace yc::client::desk {
namespace {

struct PlaceRules {
    explicit PlaceRules(const domain::Policy& given) : policy(given) {}
    PlaceRules(const PlaceRules&) = delete;
    domain::Policy policy;
    domain::Rules rules{domain::WorkCalendar::national(), policy};
};

}  // namespace

const domain::Rules& rules_under(const domain::Policy& policy) {
    static std::mutex mutex;
    static std::list<PlaceRules> all;
    const std::lock_guard lock(mutex);
    for (const auto& known : all)
        if (known.policy == policy) return known.rules;
    return all.emplace_back(policy).rules;
}

}  // namespace yc::client::desk
