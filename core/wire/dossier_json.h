#pragma once
#include <array>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/dossier.h"

namespace yc::wire {

class ObjectReader;

/// A dossier as it travels and is stored (docs/protocol.md, "Dossiers").
[[nodiscard]] nlohmann::json to_json(const domain::Dossier& dossier);
/// Errors: wire.invalid {field}.
[[nodiscard]] base::Result<domain::Dossier> dossier_from_json(const nlohmann::json& json);
void read_dossier(ObjectReader& reader, domain::Dossier& dossier);
[[nodiscard]] nlohmann::json to_json(const domain::DossierDocument& document);
void read_document(ObjectReader& reader, domain::DossierDocument& document);
[[nodiscard]] std::string dossier_to_text(const domain::Dossier& dossier);
/// Errors: wire.not_json, wire.invalid {field}.
[[nodiscard]] base::Result<domain::Dossier> dossier_from_text(std::string_view text);

/// What a dossier may be looked up for; the hub refuses other words.
namespace purpose {
inline constexpr const char* intake = "intake";
inline constexpr const char* review = "review";
inline constexpr const char* handout = "handout";
inline constexpr const char* correction = "correction";
}  // namespace purpose
inline constexpr std::array<std::string_view, 4> kPurposes{purpose::intake, purpose::review, purpose::handout,
                                                           purpose::correction};

/// Asking for a dossier. The number travels in the body, never in an address; the look is written down with
/// its purpose, the hub's audit shows it to the auditor.
struct DossierLookup {
    domain::PartyKey key;
    std::string purpose;  ///< one of kPurposes
    std::string case_id;  ///< the case it is for; empty before there is one
    std::string ticket;   ///< id of the intake draft it is for, before there is a case
    std::string reason;   ///< a supervisor's, in words, where there is neither
};
[[nodiscard]] nlohmann::json to_json(const DossierLookup& lookup);
/// Errors: wire.invalid {field}.
[[nodiscard]] base::Result<DossierLookup> dossier_lookup_from_json(const nlohmann::json& json);

/// A look that was done without the hub, from what this computer keeps; told to the hub's audit afterwards.
struct LocalLook {
    std::string id;  ///< UUID
    domain::PartyKey key;
    std::string purpose;
    std::string case_id;
    std::string user;
    base::Instant at{};
    std::string ticket;
    friend bool operator==(const LocalLook&, const LocalLook&) = default;
};
/// POST /v1/dossiers/looks.
[[nodiscard]] nlohmann::json looks_to_json(const std::vector<LocalLook>& looks);
/// Errors: wire.invalid {field}.
[[nodiscard]] base::Result<std::vector<LocalLook>> looks_from_json(const nlohmann::json& json);

/// The answer: nothing when nobody has a dossier under that number yet.
[[nodiscard]] nlohmann::json lookup_answer_to_json(const std::optional<domain::Dossier>& dossier);
/// Errors: wire.invalid {field}.
[[nodiscard]] base::Result<std::optional<domain::Dossier>> lookup_answer_from_json(
    const nlohmann::json& json);

}  // namespace yc::wire
