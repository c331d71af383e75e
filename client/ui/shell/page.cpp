#include "client/ui/shell/page.h"

#include "client/ui/words.h"
#include "core/base/log.h"

namespace yc::client::ui {

void Context::complain(const base::Error& error) const {
    base::log(base::LogLevel::warning, error.code + ": " + error.detail);
    say(desk::Tone::bad, words(error), {});
}

Page::Page(wxWindow* parent, Context& context, const std::string& id)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL, "page." + to_wx(id)),
      context_(context),
      id_(id) {}

}  // namespace yc::client::ui
