#include "client/ui/jobs/scan_job.h"

#include <fstream>

#include <wx/filedlg.h>

#include "client/devices/scanner.h"
#include "client/ui/words.h"

namespace yc::client::ui {
namespace {

/// One byte past the largest page, so that the page check sees that it is too large.
constexpr size_t read_limit = 20 * 1024 * 1024 + 1;

}  // namespace

ScanJob::ScanJob(Context& context, wxWindow* owner) : context_(context), owner_(owner) {}

ScanJob::~ScanJob() {
    if (running_) context_.scanner.cancel();
    worker_.close();
}

ScanJob::Outcome ScanJob::scan(devices::Scanner& scanner, std::string id) {
    Outcome outcome{{}, std::move(id), {}};
    if (outcome.scanner.empty()) {
        auto found = scanner.list();
        if (!found) {
            outcome.done = found.error();
            return outcome;
        }
        if (found->empty()) {
            outcome.done = base::fail("scanner.not_found", "no scanner listed");
            return outcome;
        }
        outcome.scanner = found->front().id;
    }
    devices::ScanRequest request;
    request.scanner = outcome.scanner;
    auto summary = scanner.scan(
        request, [&](devices::ScannedPage page) { outcome.pages.push_back(std::move(page.bytes)); });
    if (!summary) outcome.done = summary.error();
    return outcome;
}

void ScanJob::start(std::function<void(std::vector<std::string>)> pages, std::function<void()> from_file) {
    if (running_) return;
    running_ = true;
    context_.say(desk::Tone::plain, words("ui.scan.running"),
                 {{words("ui.cancel"), [this] { context_.scanner.cancel(); }}});
    worker_.run(
        owner_, [&scanner = context_.scanner, id = context_.settings.scanner()] { return scan(scanner, id); },
        [this, pages = std::move(pages), from_file = std::move(from_file)](Outcome outcome) {
            running_ = false;
            if (outcome.done) {
                context_.say(desk::Tone::plain, {}, {});
                context_.settings.set_scanner(outcome.scanner);
            } else {
                context_.settings.set_scanner({});
                context_.say(desk::Tone::bad, words(outcome.done.error()),
                             {{words("ui.scan.from_file"), from_file}});
            }
            if (!outcome.pages.empty()) pages(std::move(outcome.pages));
        });
}

base::Result<std::string> read_image(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string bytes(read_limit, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<size_t>(in.gcount()));
    if (in.bad() || bytes.empty())
        return base::fail("paper.not_read", "cannot read", {{"file", file.filename().string()}});
    return bytes;
}

std::vector<std::string> ask_for_images(wxWindow* parent, Context& context) {
    wxFileDialog dialog(
        parent, words("ui.scan.choose_files"), wxString(), wxString(),
        words("ui.scan.images") + " (*.jpg;*.jpeg;*.png)|*.jpg;*.jpeg;*.png;*.JPG;*.JPEG;*.PNG",
        wxFD_OPEN | wxFD_MULTIPLE | wxFD_FILE_MUST_EXIST);
    std::vector<std::string> images;
    if (dialog.ShowModal() != wxID_OK) return images;
    wxArrayString files;
    dialog.GetPaths(files);
    for (const wxString& file : files) {
        auto bytes = read_image(to_utf8(file));
        if (bytes)
            images.push_back(*std::move(bytes));
        else
            context.complain(bytes.error());
    }
    return images;
}

}  // namespace yc::client::ui
