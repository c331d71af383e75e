#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "client/desk/intake_package.h"
#include "client/desk/intake_views.h"
#include "localization/localization.h"

namespace yc::client::desk {

/// The forms of an intake's errands as they stand, worked out once for what is typed, however often they are
/// asked for.
class FormsNow {
  public:
    /// What they are asked for. Nothing is worked out again while all of it stays the same.
    void look(std::shared_ptr<const forms::Catalogue> catalogue, const std::vector<Errand>& errands,
              base::Date today, localization::Language language);

    /// For each errand the fields an earlier one asks for already.
    [[nodiscard]] const std::vector<AskedFields>& before() const { return before_; }
    /// For each errand the fields to fill in, none asked twice, each with its problem. An item the catalogue
    /// no longer has gives none.
    [[nodiscard]] const std::vector<std::vector<FieldView>>& views();

  private:
    [[nodiscard]] const forms::Form* form_of(const Errand& errand) const;

    std::shared_ptr<const forms::Catalogue> catalogue_;  ///< the states point into its forms
    std::vector<Errand> errands_;
    base::Date today_{};
    localization::Language language_{};
    std::vector<forms::FormState> states_;
    std::vector<AskedFields> before_;
    std::optional<std::vector<std::vector<FieldView>>> views_;
};

}  // namespace yc::client::desk
