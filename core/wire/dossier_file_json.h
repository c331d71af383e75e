#pragma once
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/domain/dossier_file.h"
#include "core/wire/dossier_json.h"

namespace yc::wire {

/// The record of one number as a store keeps it. Errors: wire.not_json, wire.invalid {field}.
[[nodiscard]] std::string record_to_text(const domain::DossierRecord& record);
[[nodiscard]] base::Result<domain::DossierRecord> record_from_text(std::string_view text);

/// POST /v1/dossiers/file: asked for like a lookup; the answer is empty when nobody has a dossier under that
/// number. Errors: wire.invalid {field}.
[[nodiscard]] nlohmann::json to_json(const domain::DossierFile& file);
[[nodiscard]] nlohmann::json file_answer_to_json(const std::optional<domain::DossierFile>& file);
[[nodiscard]] base::Result<std::optional<domain::DossierFile>> file_answer_from_json(
    const nlohmann::json& json);

/// POST /v1/dossiers/acts: whose dossier, on what ground it is open (as for a lookup), and the act. The
/// answer is that of /v1/dossiers/file, as the dossier stands then.
struct DossierActRequest {
    DossierLookup on;
    domain::DossierAct act;
};
[[nodiscard]] nlohmann::json to_json(const domain::DossierAct& act);
[[nodiscard]] nlohmann::json to_json(const DossierActRequest& request);
/// Errors: wire.invalid {field}.
[[nodiscard]] base::Result<DossierActRequest> act_request_from_json(const nlohmann::json& json);

}  // namespace yc::wire
