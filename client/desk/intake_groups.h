#pragma once
#include <string>
#include <vector>

#include "client/desk/intake_draft.h"
#include "core/domain/case_event.h"
#include "forms/catalogue.h"

namespace yc::client::desk {

/// Errands of an intake that are received together: the cases they become share one receipt and its query
/// code.
struct ErrandGroup {
    const domain::ItemPackage* package = nullptr;  ///< nullptr = chosen one by one
    std::vector<size_t> errands;                   ///< places in the draft, in order; never empty
};

/// Pure: the errands that the draft's package asks for, when they are two or more, then those chosen one by
/// one.
[[nodiscard]] std::vector<ErrandGroup> groups_of(const forms::Catalogue& catalogue, const IntakeDraft& draft);

/// Pure: which of these cases of one group the receipt's bar code and QR stand for: the first that the lead
/// department handles, else the first.
[[nodiscard]] size_t leading_case(const std::vector<domain::Registration>& group);

}  // namespace yc::client::desk
