#pragma once
#include <functional>
#include <string>
#include <vector>

#include "client/desk/text.h"
#include "client/ui/shell/page.h"

namespace yc::client::ui {

/// Scans off the UI thread and hands over the pages on it. One at a time.
class ScanJob final {
  public:
    ScanJob(Context& context, wxWindow* owner);
    ~ScanJob();
    /// `pages` gets what came out; nothing when it failed, which is said in the message bar with what can be
    /// done. `from_file`: what the bar offers instead.
    void start(std::function<void(std::vector<std::string>)> pages, std::function<void()> from_file);
    [[nodiscard]] bool running() const { return running_; }

  private:
    struct Outcome {
        std::vector<std::string> pages;
        std::string scanner;
        base::Result<void> done;
    };
    static Outcome scan(devices::Scanner& scanner, std::string id);

    Context& context_;
    wxWindow* owner_;
    Background worker_;
    bool running_ = false;
};

/// Asks for image files. Errors of reading are said; unreadable files are left out.
[[nodiscard]] std::vector<std::string> ask_for_images(wxWindow* parent, Context& context);
/// The bytes of a file, at most a little more than a page may have. Errors: paper.not_read.
[[nodiscard]] base::Result<std::string> read_image(const std::filesystem::path& file);

}  // namespace yc::client::ui
