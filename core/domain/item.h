#pragma once
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/interned_text.h"
#include "core/domain/circumstances.h"
#include "core/domain/directory.h"
#include "core/domain/item_guide.h"
#include "core/domain/item_kinds.h"
#include "core/domain/limit.h"

namespace yc::domain {

/// 申请材料 of an item.
struct Material {
    std::string code;
    std::string name;
    Necessity necessity = Necessity::required;
    int originals = 0;
    int copies = 1;
    std::string
        document_type;  ///< what it is in a dossier ("id_card", "business_licence"); empty = never reused
    std::string acceptance_standard;  ///< 受理标准
    std::string issuer;               ///< 出具机构
    std::string legal_basis;          ///< 材料依据
    std::string filling_advice;       ///< 填报须知
    std::string format;               ///< 规格: A4…
    MaterialForm form = MaterialForm::either;
    MaterialSource source = MaterialSource::applicant;
    TrustGrade least_grade = TrustGrade::verified;  ///< the lowest dossier grade that may be reused
    Condition when;
    friend bool operator==(const Material&, const Material&) = default;
};

/// A step of the department's handling (环节).
struct FlowStep {
    std::string id;
    std::string name;
    std::string department;  ///< Department::id
    Role role = Role::handler;
    int limit_days = 0;  ///< working days; 0 = within the item's promise
    friend bool operator==(const FlowStep&, const FlowStep&) = default;
};

/// What the answers change beside the materials' own conditions: members without a value leave the item as it
/// is.
struct Adjustment {
    Condition when;
    std::optional<Limit> statutory;
    std::optional<Limit> promised;
    std::optional<std::string> fee;
    std::optional<std::string> department;         ///< Department::id
    std::map<std::string, Necessity> necessities;  ///< Material::code → how necessary it is then
    friend bool operator==(const Adjustment&, const Adjustment&) = default;
};

/// What a case needs to know of an item, and what people read about it (实施清单要素 of GB/T 39046-2020,
/// table 4).
struct ItemDefinition {
    std::vector<std::string> assisting_departments;
    Limit statutory;
    Limit promised;
    std::set<Target> targets{Target::person};
    std::set<PersonGroup> identities;      ///< whom it is meant for in particular; empty = everybody
    std::vector<std::string> subjects;     ///< 主题, in words: 社会保障, 医疗卫生…
    std::vector<std::string> life_events;  ///< 生命周期, in words: 出生, 就业, 退休…
    TradeKind trade = TradeKind::first_application;
    std::optional<ExerciseLevel> level;
    std::vector<std::string> words;  ///< everyday words people use for it
    std::string fee;                 ///< empty = free of charge
    HandleScope scope = HandleScope::here;
    std::vector<LegalBasis> legal_basis;
    std::string acceptance_conditions;
    std::vector<Question> questions;
    std::vector<Material> materials;
    std::vector<Adjustment> adjustments;
    std::vector<FlowStep> flow;
    std::string form;                  ///< id of the form definition; empty = the common form
    int form_version = 1;              ///< of the form: what cases of this version are filled in with
    std::string result_name;           ///< 结果名称
    std::string result_sample;         ///< 结果样本, name of the sample
    int result_valid_months = 0;       ///< 0 = no end
    std::string result_document_type;  ///< what the result is in a dossier
    bool number_limited = false;       ///< 数量限制: order of acceptance decides (Licensing Law §57)
    bool site_check = false;           ///< two officers must check on site (§34)
    bool counter_accepts = false;      ///< 委托受理: the counter may accept for the department
    bool counter_decides = false;      ///< 当场办结: the counter may decide on the spot
    ItemGuide guide;
    std::string published;  ///< the record as its publisher wrote it (JSON), for exchange; empty = made here
    /// The material of that code; nullptr if there is none.
    [[nodiscard]] const Material* material(const std::string& code) const;
    friend bool operator==(const ItemDefinition&, const ItemDefinition&) = default;
};

/// 政务服务事项. An entry of a published list has a name and who answers for it and nothing more; a defined
/// one shares its definition between copies.
struct ServiceItem {
    std::string code;  ///< 实施编码, an opaque string
    int version = 1;
    std::string name;
    ItemType type = ItemType::public_service;
    ItemState state = ItemState::in_use;
    CaseKind case_kind = CaseKind::promised;
    bool fully_defined = false;     ///< has form, materials and flow: cases can be taken
    base::InternedText department;  ///< Department::id, or the publisher's code for an imported item
    base::InternedText department_name;
    base::InternedText main_item;  ///< 主项名称 of a published list
    base::InternedText area_code;

    /// The empty definition for a list entry.
    [[nodiscard]] const ItemDefinition& definition() const;
    [[nodiscard]] bool has_definition() const { return definition_ != nullptr; }
    void define(ItemDefinition definition);
    friend bool operator==(const ServiceItem& a, const ServiceItem& b);

  private:
    std::shared_ptr<const ItemDefinition> definition_;
};

/// Whether nothing is known of the item but its entry in a published list, and how that was written.
[[nodiscard]] bool is_listed_only(const ServiceItem& item);

/// The item as these circumstances make it: settled answers, only the materials asked for with the necessity
/// that holds then, limits, fee and department adjusted (later adjustments win; the steps of the department
/// go with it, `department_name` stays for the caller to look up). Pure.
[[nodiscard]] ServiceItem item_for(const ServiceItem& item, const Circumstances& circumstances);

/// The materials that these circumstances ask for, in the item's order.
[[nodiscard]] std::vector<Material> materials_for(const ServiceItem& item,
                                                  const Circumstances& circumstances);

/// Whether persons (or else organisations) may apply.
[[nodiscard]] bool is_for_persons(const ItemDefinition& definition);
[[nodiscard]] bool is_for_organisations(const ItemDefinition& definition);

/// The articles in one line: 《…》（…）第…条；…
[[nodiscard]] std::string legal_basis_text(const std::vector<LegalBasis>& basis);

}  // namespace yc::domain
