#pragma once
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "client/desk/intake_views.h"
#include "core/base/date.h"
#include "core/base/result.h"
#include "core/domain/case_event.h"
#include "core/domain/item.h"

namespace yc::client::desk {

/// store::Draft::kind of an intake.
inline constexpr const char* intake_draft_kind = "intake";

/// Prefill::source_case of what was taken over from the applicant's column.
inline constexpr const char* applicant_source = "applicant";

/// A value filled in from the dossier, kept beside what the clerk made of it.
struct Prefill {
    std::string value;
    std::string source_case;
    base::Instant at{};
    bool verified = false;
    /// The dossier's values when the fact stands open there: then nothing is filled in, and the clerk asks.
    std::vector<Prefill> open;
    friend bool operator==(const Prefill&, const Prefill&) = default;
};

/// A page of a draft; the image itself lies in the store under its digest.
struct DraftPage {
    std::string sha256;
    std::string media_type;
    int width = 0;
    int height = 0;
    int rotation = 0;
    std::string verdict;  ///< localization key of the legibility verdict
    friend bool operator==(const DraftPage&, const DraftPage&) = default;
};

/// What the clerk did about one required paper.
struct DraftMaterial {
    std::vector<DraftPage> pages;
    bool paper_only = false;
    bool deferred = false;
    std::string reused_document;  ///< DossierDocument::id
    std::string reused_name;
    std::vector<std::string> reused_pages;
    domain::PageTurns reused_turned;
    friend bool operator==(const DraftMaterial&, const DraftMaterial&) = default;
};

/// One errand of the applicant: an item, its answers, form and papers.
struct Errand {
    std::string item;  ///< ServiceItem::code
    int item_version = 1;
    domain::Circumstances answers;
    std::map<std::string, std::string> form;
    std::map<std::string, Prefill> prefills;
    std::map<std::string, DraftMaterial> materials;  ///< by Material::code
    std::set<std::string> left;                      ///< fields that were left: their problems are shown
    std::set<std::string> shared;                    ///< fields that hold what an earlier errand asks for
    friend bool operator==(const Errand&, const Errand&) = default;
};

/// An intake as it is kept between key presses and power cuts.
struct IntakeDraft {
    std::string id;  ///< UUIDv7
    bool organisation = false;
    std::string number;  ///< as typed, tidied
    domain::Party party;
    std::map<PartyField, Prefill> party_prefills;
    /// Version of the dossier that first answered for this number: what was typed afterwards was typed with
    /// it in view. Nothing = none has answered.
    std::optional<int64_t> dossier_base;
    std::string agent_number;
    domain::Party agent;
    bool green_channel = false;
    std::string package;  ///< ItemPackage::code the errands come from; empty = chosen one by one
    domain::Circumstances package_answers;
    std::vector<Errand> errands;
    /// Taken away by hand, or by a question of the package that was answered otherwise: never handed in,
    /// found again when the item is chosen or asked for once more.
    std::vector<Errand> set_aside;
    size_t current = 0;
    bool parked = false;
    base::Instant saved_at{};
    friend bool operator==(const IntakeDraft&, const IntakeDraft&) = default;

    /// Nothing was typed, chosen or scanned yet.
    [[nodiscard]] bool empty() const;
    /// Something of an agent (代办人) was entered.
    [[nodiscard]] bool has_agent() const { return !agent_number.empty() || !agent.name.empty(); }
    [[nodiscard]] int page_count() const;
};

/// The draft as text for the store, and back. Errors: intake.draft_unreadable.
[[nodiscard]] std::string to_text(const IntakeDraft& draft);
[[nodiscard]] base::Result<IntakeDraft> draft_from_text(std::string_view text);

}  // namespace yc::client::desk
