#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/enum_names.h"
#include "core/base/result.h"
#include "core/domain/case_state.h"
#include "core/domain/directory.h"
#include "core/domain/item.h"
#include "reports/document.h"
#include "reports/font_book.h"

namespace yc::reports {

/// The papers of a case (文书). Chinese, as the law has them; texts in reports/templates/*.json.
enum class NoticeKind {
    receipt,             ///< 收件凭证
    joint_receipt,       ///< 收件凭证 for several cases received together
    supplement_receipt,  ///< 补正材料接收凭证
    acceptance,          ///< 受理通知书
    supplement,          ///< 补正材料一次性告知书
    declined,            ///< 不予受理决定书
    not_required,        ///< 不受理告知书
    tolerant,            ///< 容缺受理通知书
    commitment,          ///< 容缺受理承诺书
    granted,             ///< 准予决定书
    refused,             ///< 不予决定书
    on_the_spot,         ///< 当场办结通知书
    service_proof,       ///< 送达回证
    handover,            ///< 材料交接单
    withdrawal,          ///< 撤回申请确认书
    application_form,    ///< 申请表, filled
};
constexpr auto names_of(NoticeKind) {
    using enum NoticeKind;
    return std::to_array<base::EnumName<NoticeKind>>({{receipt, "receipt"},
                                                      {joint_receipt, "joint_receipt"},
                                                      {supplement_receipt, "supplement_receipt"},
                                                      {acceptance, "acceptance"},
                                                      {supplement, "supplement"},
                                                      {declined, "declined"},
                                                      {not_required, "not_required"},
                                                      {tolerant, "tolerant"},
                                                      {commitment, "commitment"},
                                                      {granted, "granted"},
                                                      {refused, "refused"},
                                                      {on_the_spot, "on_the_spot"},
                                                      {service_proof, "service_proof"},
                                                      {handover, "handover"},
                                                      {withdrawal, "withdrawal"},
                                                      {application_form, "application_form"}});
}

/// How far the case has come when the paper is printed; the paper says it in words.
enum class SavedWhere {
    this_machine,  ///< 已存本机，待上传
    hub,           ///< 中心已收, with its sequence number
};

/// A row of a filled application form, in the order it is printed.
struct FormRow {
    std::string label;
    std::string value;     ///< as people read it (choices by their text)
    bool heading = false;  ///< a section title; `value` unused
    bool whole = false;    ///< takes the whole width without a label of its own (a declaration with its box)
    bool signature = false;                       ///< a place to sign; `value` unused
    std::vector<std::vector<std::string>> table;  ///< rows of a table, the first its head; `value` unused
};

/// One of the cases that a joint receipt is for.
struct ReceiptMember {
    domain::CaseState state;
    std::string department_name;
    std::vector<domain::Material> item_materials;  ///< for the acceptance standards of what is missing
    std::optional<base::Date> r5_due;
};

/// What a paper says beside what the case itself knows.
struct NoticeContext {
    domain::Hall hall;
    std::string counter_name;
    std::string clerk_name;  ///< who prints and signs for the office
    /// A receipt that is printed again (补打): who took the case in, empty when nobody knows. Nothing =
    /// first.
    std::optional<std::string> received_by;
    domain::Department department;  ///< in whose name the notice is issued
    std::string notice_no;          ///< 文号; empty = none is printed (a receipt has its case number)
    std::string refers_to;          ///< service proof: name and number of the paper served
    std::vector<domain::Material> item_materials;  ///< for the acceptance standards in a supplement notice
    std::string form_title;          ///< application form only: the form's own, else the paper's name stands
    std::vector<FormRow> form_rows;  ///< application form only
    std::vector<ReceiptMember> members;  ///< joint receipt only: all its cases, in the order of handling
    std::optional<base::Instant> promise_due;    ///< 承诺办结日期
    std::optional<base::Instant> statutory_due;  ///< 法定办结日期
    std::optional<base::Date> r5_due;            ///< last day of the 5 working days for the one-time notice
    bool due_provisional = false;                ///< next year's calendar is not published yet
    SavedWhere saved = SavedWhere::this_machine;
    int64_t hub_seq = 0;     ///< with SavedWhere::hub
    std::string query_page;  ///< address printed before the query code in the QR; may be empty
    base::Instant printed_at{};
    bool sample = false;  ///< marks every page 样例
};

/// Lays the paper out. It never says more than the case state bears out: a receipt calls the materials
/// complete only when no required one is missing or deferred and none is to be corrected (补正). A joint
/// receipt is made for the case whose number and query code it carries; its materials are those of all
/// members, each document once. Errors: report.not_applicable {kind} (the case is not in a state that has
/// this paper), report.template_broken.
[[nodiscard]] base::Result<Document> make_notice(NoticeKind kind, const domain::CaseState& state,
                                                 const NoticeContext& context, const FontBook& fonts);

/// The paper's Chinese name, e.g. 收件凭证.
[[nodiscard]] std::string notice_title(NoticeKind kind);

/// What the QR of a case holds: ASCII, "YC1:<case_no>:<query_code>", or an address of the citizens' page with
/// both.
[[nodiscard]] std::string qr_payload(const domain::CaseState& state, const std::string& query_page);

}  // namespace yc::reports
