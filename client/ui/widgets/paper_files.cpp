#include "client/ui/widgets/paper_files.h"

#include <fstream>

#include <wx/filedlg.h>
#include <wx/utils.h>

#include "client/ui/words.h"

namespace yc::client::ui {
namespace {

base::Result<void> write_whole(const std::filesystem::path& file, const std::string& bytes) {
    std::error_code problem;
    std::filesystem::create_directories(file.parent_path(), problem);
    const std::filesystem::path part = file.string() + ".part";
    {
        std::ofstream out(part, std::ios::binary);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.flush();
        if (!out) return base::fail("paper.not_saved", "cannot write", {{"file", file.filename().string()}});
    }
    std::filesystem::permissions(
        part, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, problem);
    std::filesystem::rename(part, file, problem);
    if (problem)
        return base::fail("paper.not_saved", problem.message(), {{"file", file.filename().string()}});
    return {};
}

}  // namespace

base::Result<std::filesystem::path> save_paper(const desk::PrintedDocument& document,
                                               const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / document.file_name;
    YC_CHECK(write_whole(file, document.pdf));
    return file;
}

bool open_paper(const std::filesystem::path& file) {
    return wxLaunchDefaultApplication(to_wx(file.string()));
}

base::Result<void> save_paper_as(wxWindow* parent, const desk::PrintedDocument& document) {
    wxFileDialog dialog(parent, words("ui.paper.save_as"), wxString(), to_wx(document.file_name),
                        "PDF (*.pdf)|*.pdf", wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK) return {};
    return write_whole(to_utf8(dialog.GetPath()), document.pdf);
}

}  // namespace yc::client::ui
