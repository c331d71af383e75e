#pragma once
#include <string>
#include <vector>

#include "client/desk/text.h"
#include "core/domain/item.h"

namespace yc::client::desk {

/// Pure: the answers a condition rests on, in the language in force: "“参保类型”选择了“新生儿”". Empty when
/// it asks nothing.
[[nodiscard]] std::string reasons_in_words(const domain::Condition& condition,
                                           const std::vector<domain::Question>& questions,
                                           const domain::Circumstances& answers);

/// Pure: why a paper is asked for: the answers that call for it or changed how necessary it is; without such,
/// the basis of the paper or of the item.
[[nodiscard]] Text why_asked(const domain::ServiceItem& item, const domain::Material& material,
                             const domain::Circumstances& answers);

}  // namespace yc::client::desk
