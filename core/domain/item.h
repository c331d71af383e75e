#pragma once
#include <map>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/domain/limit.h"
#include "core/domain/directory.h"

namespace yc::domain {

enum class ItemType {
    licence, penalty, coercion, levy, payment, inspection, confirmation, reward, adjudication, other, public_service,
};
constexpr auto names_of(ItemType) {
    using enum ItemType;
    return std::to_array<base::EnumName<ItemType>>({{licence, "licence"},
                                                    {penalty, "penalty"},
                                                    {coercion, "coercion"},
                                                    {levy, "levy"},
                                                    {payment, "payment"},
                                                    {inspection, "inspection"},
                                                    {confirmation, "confirmation"},
                                                    {reward, "reward"},
                                                    {adjudication, "adjudication"},
                                                    {other, "other"},
                                                    {public_service, "public_service"}});
}

enum class ItemState { draft, in_use, suspended, cancelled };
constexpr auto names_of(ItemState) {
    using enum ItemState;
    return std::to_array<base::EnumName<ItemState>>(
        {{draft, "draft"}, {in_use, "in_use"}, {suspended, "suspended"}, {cancelled, "cancelled"}});
}

/// 办件类型. `joint` has several departments; `escalated` is passed up to a higher organ.
enum class CaseKind { immediate, promised, joint, escalated };
constexpr auto names_of(CaseKind) {
    using enum CaseKind;
    return std::to_array<base::EnumName<CaseKind>>(
        {{immediate, "immediate"}, {promised, "promised"}, {joint, "joint"}, {escalated, "escalated"}});
}

/// 材料必要性. `deferrable` may follow later under tolerant acceptance (容缺后补).
enum class Necessity { required, optional, deferrable };
constexpr auto names_of(Necessity) {
    using enum Necessity;
    return std::to_array<base::EnumName<Necessity>>(
        {{required, "required"}, {optional, "optional"}, {deferrable, "deferrable"}});
}

/// 证照可信等级 of 国办函〔2016〕108号: A issued by the organ, B verified at a counter, C uploaded, D self-made.
enum class TrustGrade { issued, verified, uploaded, self_made };
constexpr auto names_of(TrustGrade) {
    using enum TrustGrade;
    return std::to_array<base::EnumName<TrustGrade>>(
        {{issued, "A"}, {verified, "B"}, {uploaded, "C"}, {self_made, "D"}});
}

/// Answers to circumstance questions: question id → answer id.
using Circumstances = std::map<std::string, std::string>;

/// 情形: a question whose answer changes what is asked for.
struct Question {
    struct Answer {
        std::string id;
        std::string text;
        friend bool operator==(const Answer&, const Answer&) = default;
    };
    std::string id;
    std::string text;
    std::vector<Answer> answers;  ///< the first is the usual one
    friend bool operator==(const Question&, const Question&) = default;
};

/// True when each question named has one of the answers listed for it; an empty condition always holds.
struct Condition {
    std::map<std::string, std::vector<std::string>> any_of;
    [[nodiscard]] bool holds(const Circumstances& circumstances) const;
    friend bool operator==(const Condition&, const Condition&) = default;
};

/// 申请材料 of an item.
struct Material {
    std::string code;
    std::string name;
    Necessity necessity = Necessity::required;
    int originals = 0;
    int copies = 1;
    std::string document_type;        ///< what it is in a dossier ("id_card", "business_licence"); empty = never reused
    std::string acceptance_standard;  ///< 受理标准
    std::string issuer;               ///< 出具机构
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

/// 政务服务事项 (实施清单要素 of GB/T 39046-2020, table 4, as far as a case needs them).
struct ServiceItem {
    std::string code;  ///< 实施编码, an opaque string
    int version = 1;
    std::string name;
    ItemType type = ItemType::public_service;
    ItemState state = ItemState::in_use;
    CaseKind case_kind = CaseKind::promised;
    std::string department;       ///< Department::id, or the publisher's name for an imported item
    std::string department_name;
    std::vector<std::string> assisting_departments;
    Limit statutory;
    Limit promised;
    bool for_persons = true;
    bool for_organisations = false;
    std::vector<std::string> words;  ///< everyday words people use for it
    std::string fee = "";            ///< empty = free of charge
    std::string scope = "";          ///< 通办范围, in words
    std::string legal_basis;
    std::string acceptance_conditions;
    std::vector<Question> questions;
    std::vector<Material> materials;
    std::vector<FlowStep> flow;
    std::string form;         ///< id of the form definition; empty = the common form
    std::string result_name;  ///< 结果名称
    int result_valid_months = 0;  ///< 0 = no end
    std::string result_document_type;  ///< what the result is in a dossier
    bool number_limited = false;   ///< 数量限制: order of acceptance decides (Licensing Law §57)
    bool site_check = false;       ///< two officers must check on site (§34)
    bool counter_accepts = false;  ///< 委托受理: the counter may accept for the department
    bool counter_decides = false;  ///< 当场办结: the counter may decide on the spot
    bool fully_defined = false;    ///< false for imported list entries without form and materials
    std::string main_item;         ///< 主项名称 of a published list
    std::string area_code;
    friend bool operator==(const ServiceItem&, const ServiceItem&) = default;
};

/// The materials that these circumstances ask for, in the item's order.
[[nodiscard]] std::vector<Material> materials_for(const ServiceItem& item, const Circumstances& circumstances);

}  // namespace yc::domain
