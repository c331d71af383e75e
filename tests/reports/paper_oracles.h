#pragma once
#include <filesystem>
#include <string>

#include "core/domain/case_state.h"
#include "reports/font_book.h"
#include "reports/notices.h"

namespace yc::tests {

/// The fonts of this machine, opened once for the whole test program.
[[nodiscard]] const reports::FontBook& fonts();

/// A file of the test run: in the folder named by YICHUANG_KEEP, for looking at, or in a temporary one.
[[nodiscard]] std::filesystem::path kept(const std::string& name);

/// Writes the document there and gives its path; fails the test if it cannot.
std::filesystem::path save(const reports::Document& document, const std::string& name);

/// What a command prints, standard error included; fails the test when it ends other than 0.
std::string output_of(const std::string& command);

/// The text of a PDF by pdftotext, without any white space, so that lines do not matter.
[[nodiscard]] std::string text_of(const std::filesystem::path& pdf);
/// The text without white space, to compare with text_of().
[[nodiscard]] std::string squeezed(const std::string& text);

/// What zbarimg reads from a page rendered at 200 dpi.
[[nodiscard]] std::string codes_on(const std::filesystem::path& pdf);

/// A case with rare characters in its names, received with all its materials.
[[nodiscard]] domain::CaseState sample_case();
/// Another case of the same applicant, which shares the licence with the first.
[[nodiscard]] domain::CaseState fellow_case();
/// What a paper of the sample case says beside it; the case and its fellow as members of a joint receipt.
[[nodiscard]] reports::NoticeContext sample_context();
/// The same case in the state that a paper needs.
[[nodiscard]] domain::CaseState case_for(reports::NoticeKind kind);

}  // namespace yc::tests
