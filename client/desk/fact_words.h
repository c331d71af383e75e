#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"
#include "forms/catalogue.h"

namespace yc::client::desk {

/// Names of dossier facts and their values as people read them: as the forms that use the fact say it.
class FactWords {
  public:
    FactWords(const forms::Catalogue& catalogue, std::string_view language);
    /// 联系电话; a fact that no form knows stays as it is.
    [[nodiscard]] std::string label(const std::string& fact) const;
    [[nodiscard]] std::string value(const std::string& fact, const std::string& value) const;
    /// What may be chosen, in words; empty = it is typed.
    [[nodiscard]] std::vector<std::string> choices(const std::string& fact) const;
    /// What a person typed for the fact as it is kept: a choice by its words, else tidied. Errors:
    /// dossier.not_a_choice {choices}, those of forms::check_field.
    [[nodiscard]] base::Result<std::string> typed(const std::string& fact, const std::string& words,
                                                  base::Date today) const;
    /// Place among the party's own particulars (name, phone, address …); nothing for other facts.
    [[nodiscard]] static std::optional<size_t> particular(std::string_view fact);

  private:
    std::map<std::string, const forms::Field*> fields_;
    std::string language_;
};

}  // namespace yc::client::desk
