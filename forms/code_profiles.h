#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/enum_names.h"
#include "core/base/result.h"
#include "core/domain/limit.h"

namespace yc::forms {

/// One code table: what each code stands for. Leading zeros do not count when a code is looked up ("01" is
/// "1").
class CodeTable {
  public:
    CodeTable() = default;
    /// Pairs of code and meaning; where a meaning has several codes the first is the one written.
    explicit CodeTable(std::vector<std::pair<std::string, std::string>> rows) : rows_(std::move(rows)) {}

    /// What the code stands for; nullptr when the table does not have it.
    [[nodiscard]] const std::string* meaning_of(std::string_view code) const;
    /// The code written for a meaning; empty when the table has none.
    [[nodiscard]] std::string code_of(std::string_view meaning) const;

  private:
    std::vector<std::pair<std::string, std::string>> rows_;
};

/// How an item code is put together, where a publisher says so: lengths of its parts; all 0 = opaque.
struct CodeLayout {
    size_t length = 0;
    size_t organ = 0;  ///< 实施主体: its credit code
    size_t level = 0;  ///< 行使层级
    size_t basic = 0;  ///< 基本编码
};

/// Meaning of the codes in somebody's published data: tables differ between jurisdictions and are never
/// assumed. Tables by name: item_type, level, target, case_kind, state, scope, necessity, material_form,
/// material_source, limit_unit, special_procedure, organ_nature, trade, person_group, yes_no.
struct CodeProfile {
    std::string id;      ///< "gbt39046"
    std::string name;    ///< as shown
    std::string source;  ///< where its values come from
    CodeLayout layout;
    std::map<std::string, CodeTable> tables;

    [[nodiscard]] const CodeTable& table(std::string_view name) const;

    /// The value a code stands for in a table of enum names.
    template <class E>
    [[nodiscard]] std::optional<E> read(std::string_view table_name, std::string_view code) const {
        const auto* meaning = table(table_name).meaning_of(code);
        return meaning ? base::from_name<E>(*meaning) : std::nullopt;
    }
    template <class E>
    [[nodiscard]] std::string write(std::string_view table_name, E value) const {
        return table(table_name).code_of(base::to_name(value));
    }
    /// A limit from its number and its unit's code. Hours and minutes become working days, rounded up; a
    /// month is 30 calendar days. Nothing when the unit is unknown or the number out of range.
    [[nodiscard]] std::optional<domain::Limit> limit(int64_t amount, std::string_view unit) const;

    /// The parts of an item code by the layout; empty when the code does not have this layout.
    [[nodiscard]] std::string organ_of(std::string_view code) const;
    [[nodiscard]] std::string basic_of(std::string_view code) const;
};

/// Profiles built in from forms/profiles; the first is the default (GB/T 39046-2020, annex A).
[[nodiscard]] const std::vector<CodeProfile>& code_profiles();
/// Errors: catalogue.unknown_profile.
[[nodiscard]] base::Result<CodeProfile> code_profile(const std::string& id);
/// The profile of Chinese words that sheets (CSV, XLSX) are written in.
[[nodiscard]] const CodeProfile& word_profile();

}  // namespace yc::forms
