#pragma once
#include <array>

#include "core/base/enum_names.h"

namespace yc::domain {

/// The time limits that a case can be under.
enum class ClockKind {
    reply,       ///< R5: the department's answer to a receipt, Licensing Law §32(4)
    promise,     ///< P: the promised limit
    statutory,   ///< L: the statutory limit, §42
    tolerant,    ///< T: materials owed after tolerant acceptance
    delivery,    ///< D10: serving the decision, §44
    supplement,  ///< S: the applicant's time to supplement
    special,     ///< planned time of a special procedure, §45
};
constexpr auto names_of(ClockKind) {
    using enum ClockKind;
    return std::to_array<base::EnumName<ClockKind>>({{reply, "reply"},
                                                     {promise, "promise"},
                                                     {statutory, "statutory"},
                                                     {tolerant, "tolerant"},
                                                     {delivery, "delivery"},
                                                     {supplement, "supplement"},
                                                     {special, "special"}});
}

}  // namespace yc::domain
