#pragma once
#include <vector>

#include "core/base/date.h"
#include "core/domain/dossier.h"

namespace yc::forms {

inline constexpr int sample_dossier_count = 300;

/// The dossiers of the sample district: 240 persons and 60 organisations, all invented, with numbers whose
/// check digits are right, rare characters and very long names among them. Always the same persons; documents
/// are dated around `today`, most good, some about to run out, expired, superseded or of a low grade. The
/// first dossier holds everything good: the returning applicant of demonstrations.
[[nodiscard]] std::vector<domain::Dossier> make_sample_dossiers(base::Date today);

}  // namespace yc::forms
