#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "localization/localization.h"

namespace yc::reports {

/// Words of a paper: official papers are in Chinese, whatever language the window speaks.
[[nodiscard]] std::string zh(std::string_view key, const localization::Args& args = {});

/// Places in a list as people number them: {0, 2} → "1、3".
[[nodiscard]] std::string zh_numbers(const std::vector<size_t>& places);

}  // namespace yc::reports
