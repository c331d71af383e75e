#pragma once
#include <optional>

#include "client/ui/shell/page.h"
#include "core/domain/dossier_act.h"

namespace yc::client::ui {

/// Asks a supervisor for what an act upon the open dossier needs: ground, reason, and what the kind wants
/// (the right value, the other number). Nothing when they leave, or what was typed cannot be so (said in the
/// message bar). `subject`: a fact's field or a document's id; `name`: what people call it.
[[nodiscard]] std::optional<domain::DossierAct> ask_act(wxWindow* parent, Context& context,
                                                        domain::DossierActKind kind,
                                                        const std::string& subject, const std::string& name);

}  // namespace yc::client::ui
