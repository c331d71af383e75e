#include "client/desk/result_terms.h"

namespace yc::client::desk {

std::optional<base::Date> result_valid_until(const domain::ItemTerms& item, base::Date today) {
    if (item.result_valid_months == 0) return std::nullopt;
    base::Date end = today + std::chrono::months(item.result_valid_months);
    if (!end.ok()) end = end.year() / end.month() / std::chrono::last;
    return base::add_days(end, -1);
}

}  // namespace yc::client::desk
