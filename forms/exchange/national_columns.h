#pragma once
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/item_guide.h"
#include "forms/catalogue_import.h"

namespace yc::forms::exchange {

/// The columns of the national tables that are plain members of an item's guide, and how values are read.

using Tidy = std::string (*)(std::string_view);

struct TextColumn {
    const char* name;
    std::string domain::ItemGuide::*member;
    Tidy tidy;
};
struct FlagColumn {
    const char* name;
    bool domain::ItemGuide::*member;
};

[[nodiscard]] const std::vector<TextColumn>& item_text_columns();    ///< of AUDIT_ITEM
[[nodiscard]] const std::vector<TextColumn>& extend_text_columns();  ///< of AUDIT_ITEM_EXTEND
[[nodiscard]] const std::vector<FlagColumn>& extend_flag_columns();

/// A column as it is written; nothing when it is absent, null or no plain value.
[[nodiscard]] std::optional<std::string> column(const nlohmann::json& row, std::string_view name);
/// The first of the names that is there, tidied; else empty.
[[nodiscard]] std::string text_in(const nlohmann::json& row, std::initializer_list<const char*> names,
                                  Tidy tidy);
/// A whole number from 0 to 100,000; nothing when it is none.
[[nodiscard]] std::optional<int> number_in(const nlohmann::json& row,
                                           std::initializer_list<const char*> names);

/// Reads codes of a row by a profile; what the profile does not have is a doubt, and the value stays.
class CodeReader {
  public:
    CodeReader(const CodeProfile& profile, ImportCollector& doubts) : profile_(profile), doubts_(doubts) {}
    void item(std::string name) { item_ = std::move(name); }
    [[nodiscard]] const CodeProfile& profile() const { return profile_; }

    template <class E>
    void read(const nlohmann::json& row, const char* name, std::string_view table, E& out) {
        const auto code = text_in(row, {name}, nullptr);
        if (code.empty()) return;
        if (const auto value = profile_.read<E>(table, code))
            out = *value;
        else
            unknown(name, code);
    }
    /// A number of days in one column, its unit's code in another.
    void limit(const nlohmann::json& row, const char* amount, const char* unit, domain::Limit& out);
    void unknown(const char* name, const std::string& code);

  private:
    const CodeProfile& profile_;
    ImportCollector& doubts_;
    std::string item_;
};

}  // namespace yc::forms::exchange
