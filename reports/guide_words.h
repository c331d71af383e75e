#pragma once
#include <string>
#include <vector>

#include "reports/guide.h"

namespace yc::reports {

/// How a guide says it, in Chinese. Everything here is pure.

/// Those that are not empty, one after the other.
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, const char* joint);
/// With the full stop that what is typed into a catalogue often lacks.
[[nodiscard]] std::string sentence(const std::string& text);
/// The fee with what it rests on; 不收费.
[[nodiscard]] std::string fee_words(const domain::ItemDefinition& item);
/// How one may apply: 窗口办理、网上办理、邮寄、自助终端、帮办代办.
[[nodiscard]] std::string ways_of(const domain::ItemGuide& guide);
/// Where a paper comes from: who issues it.
[[nodiscard]] std::string source_of(const domain::Material& material);
/// 原件1份, 复印件1份, and on paper or electronic where only one of them will do.
[[nodiscard]] std::string copies_of(const domain::Material& material);
/// The department's steps with their limits, and who takes them where it is another.
[[nodiscard]] std::string steps_of(const GuideItem& one, const domain::Directory& directory);
/// 特别程序 whose time does not count.
[[nodiscard]] std::string procedures_of(const domain::ItemGuide& guide);

}  // namespace yc::reports
