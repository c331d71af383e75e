#pragma once
#include <string>
#include <vector>

#include "client/desk/printed.h"
#include "client/desk/receipt_again.h"
#include "client/store/records.h"
#include "core/base/result.h"
#include "core/domain/case_state.h"
#include "core/domain/directory.h"
#include "reports/guide.h"
#include "reports/notices.h"

namespace yc::client::desk {

struct Desk;

/// Prints a paper of a case with what this place knows: hall, counter, clerk, department, due days, and
/// whether the hub has it.
/// `state` is the case as it is when printed. Errors: report.*, the store's.
[[nodiscard]] base::Result<PrintedDocument> print_paper(Desk& desk, reports::NoticeKind kind,
                                                        const domain::CaseState& state,
                                                        const std::string& refers_to = {});

/// The 收件凭证 of a case that was received before, marked as printed again. Errors: as print_paper.
[[nodiscard]] base::Result<PrintedDocument> print_receipt_again(Desk& desk, const Received& received);

/// One receipt for cases of one applicant that were received together; its bar code and QR are those of the
/// case that leads (see leading_case). `states` in the order of handling, two or more.
[[nodiscard]] base::Result<PrintedDocument> print_joint_receipt(Desk& desk,
                                                                const std::vector<domain::CaseState>& states);

/// Pure: whether the hub has all that is printed: everything kept here was accepted, and the printed state is
/// not ahead of what is kept (as a paper made before its event is written).
[[nodiscard]] bool all_at_hub(const store::CaseRow& row, const domain::CaseState& kept,
                              const domain::CaseState& printed);

/// Pure: the suggested file name of a paper: its Chinese name and the case number.
[[nodiscard]] std::string paper_file_name(reports::NoticeKind kind, const domain::CaseState& state);

/// Pure: the suggested file name of a guide: after its package or item, or of several items the first and how
/// many they are; so short that every file system takes it.
[[nodiscard]] std::string guide_file_name(const reports::Guide& guide);

/// Pure: the form of a case as rows of print: sections, labels, values in words.
[[nodiscard]] std::vector<reports::FormRow> form_rows(const Desk& desk, const domain::CaseState& state);

}  // namespace yc::client::desk
