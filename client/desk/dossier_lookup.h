#pragma once
#include <functional>
#include <optional>
#include <string>

#include "core/domain/dossier.h"
#include "core/wire/dossier_json.h"

namespace yc::client::desk {

struct Desk;

struct DossierAnswer {
    std::optional<domain::Dossier> dossier;
    bool from_cache = false;  ///< the hub could not be asked
    bool reached = false;     ///< the hub answered
};

/// Looks a party up: at the hub, else in the local cache. The look is recorded with its purpose
/// (wire::kPurposes) either way. `done` comes through Post, unless the session has ended.
void look_up_dossier(Desk& desk, const domain::PartyKey& key, const std::string& purpose,
                     const std::string& case_id, std::function<void(DossierAnswer)> done);

}  // namespace yc::client::desk
