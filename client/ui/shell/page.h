#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <wx/panel.h>

#include "client/desk/printed.h"
#include "client/desk/workplace.h"
#include "client/ui/jobs/background.h"
#include "client/ui/shell/command.h"
#include "client/ui/shell/settings.h"
#include "client/ui/widgets/message_bar.h"

namespace yc::client::desk {
struct DossierRequest;
}
namespace yc::client::devices {
class Scanner;
}

namespace yc::client::ui {

/// What every page works with. Lives as long as the shell.
struct Context {
    desk::Workplace& workplace;
    Background& background;
    devices::Scanner& scanner;
    Settings& settings;
    std::filesystem::path papers_dir;  ///< where PDFs are put for printing
    /// Says something in the message bar; an empty text clears it.
    std::function<void(desk::Tone, const wxString&, std::vector<BarAction>)> say;
    /// Goes to a page by its id.
    std::function<void(const std::string& page)> go_to;
    /// Resumes a parked draft on the intake page.
    std::function<void(const std::string& draft_id)> resume_draft;
    /// Opens a dossier on its page; Escape there comes back to the page `back`.
    std::function<void(const desk::DossierRequest& request, const std::string& back)> open_dossier;
    /// Looks for cases on their page, as the search box does.
    std::function<void(const std::string& words)> find_cases;
    /// Rebuilds all windows after language or theme changed.
    std::function<void()> rebuild;
    std::function<void()> sign_out;

    void complain(const base::Error& error) const;
};

/// A page of the shell. Rebuilt when the language changes, so it keeps nothing that must outlive it.
class Page : public wxPanel {
  public:
    Page(wxWindow* parent, Context& context, const std::string& id);
    [[nodiscard]] const std::string& id() const { return id_; }
    /// Came to the front: read again, put the focus where work begins.
    virtual void came_up() {}
    /// The workplace told that something changed; only while in front.
    virtual void changed(desk::Change) {}
    /// What can be done here now.
    [[nodiscard]] virtual std::vector<Command> commands() { return {}; }
    /// Words typed into the search box, when the page searches itself.
    virtual void search(const std::string&) {}
    /// Before the page is destroyed: keeps what was typed.
    virtual void going() {}

  protected:
    Context& context_;

  private:
    std::string id_;
};

}  // namespace yc::client::ui
