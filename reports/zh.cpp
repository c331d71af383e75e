#include "reports/zh.h"

namespace yc::reports {

std::string zh(std::string_view key, const localization::Args& args) {
    return localization::tr_in(localization::Language::zh_CN, key, args);
}

std::string zh_numbers(const std::vector<size_t>& places) {
    std::string words;
    for (const size_t place : places) words += (words.empty() ? "" : "、") + std::to_string(place + 1);
    return words;
}

}  // namespace yc::reports
