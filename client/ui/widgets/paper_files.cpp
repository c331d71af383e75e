#include "client/ui/widgets/paper_files.h"

#include <wx/filedlg.h>
#include <wx/utils.h>

#include "client/ui/words.h"
#include "core/base/durable_file.h"

namespace yc::client::ui {
namespace {

base::Result<void> write_whole(const std::filesystem::path& file, const std::string& bytes) {
    std::error_code problem;
    std::filesystem::create_directories(file.parent_path(), problem);
    const auto written = base::write_durably(file, bytes);
    if (!written)
        return base::fail("paper.not_saved", written.error().detail, {{"file", file.filename().string()}});
    return {};
}

}  // namespace

base::Result<std::filesystem::path> save_paper(const desk::PrintedDocument& document,
                                               const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / document.file_name;
    YC_CHECK(write_whole(file, document.pdf));
    return file;
}

bool open_paper(Context& context, const std::filesystem::path& file) {
    if (wxLaunchDefaultApplication(to_wx(file.string()))) return true;
    context.say(desk::Tone::warn, words("ui.paper.no_viewer", {{"file", file.string()}}), {});
    return false;
}

base::Result<void> save_paper_as(wxWindow* parent, const desk::PrintedDocument& document) {
    wxFileDialog dialog(parent, words("ui.paper.save_as"), wxString(), to_wx(document.file_name),
                        "PDF (*.pdf)|*.pdf", wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK) return {};
    return write_whole(to_utf8(dialog.GetPath()), document.pdf);
}

}  // namespace yc::client::ui
