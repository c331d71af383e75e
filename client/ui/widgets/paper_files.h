#pragma once
#include <filesystem>

#include "client/desk/printed.h"
#include "client/ui/shell/page.h"
#include "core/base/result.h"

namespace yc::client::ui {

/// Writes the PDF into the folder under its own name, replacing it whole. Errors: paper.not_saved.
base::Result<std::filesystem::path> save_paper(const desk::PrintedDocument& document,
                                               const std::filesystem::path& folder);
/// Opens a saved PDF with the desktop's program; when there is none, says so and returns false.
bool open_paper(Context& context, const std::filesystem::path& file);
/// Asks where to and saves there. Nothing is done when the person cancels. Errors: paper.not_saved.
base::Result<void> save_paper_as(wxWindow* parent, const desk::PrintedDocument& document);

}  // namespace yc::client::ui
