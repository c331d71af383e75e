#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <wx/frame.h>

#include "client/ui/shell/page.h"
#include "client/ui/shell/rail.h"

namespace yc::client::ui {

class SignInView;
class TopBar;

/// The window of the program: sign-in first, then the shell with its pages.
class MainFrame final : public wxFrame {
  public:
    struct Parts {
        desk::Workplace& workplace;
        Background& background;
        devices::Scanner& scanner;
        Settings& settings;
        std::filesystem::path data_dir;
    };
    explicit MainFrame(const Parts& parts);
    ~MainFrame() override;

    /// Signs in at once (--user, --demo).
    void sign_in_as(const desk::SignIn& sign_in);
    /// Before the window goes: every page keeps what was typed.
    void put_away();
    /// Goes to a page that this person may see; else stays.
    void go_to(const std::string& page);
    [[nodiscard]] std::string current_page() const { return current_; }
    [[nodiscard]] const MessageBar* message_bar() const { return message_; }

  private:
    void show_sign_in();
    void show_shell();
    void clear();
    void rebuild();
    void sign_out();
    void told(desk::Change change);
    void open_menu(wxWindow* at);
    void ask_password_again();
    Page* page(const std::string& id);
    [[nodiscard]] std::vector<std::string> allowed_pages() const;
    [[nodiscard]] std::vector<Command> everywhere();

    Context context_;
    desk::Subscription subscription_;
    SignInView* sign_in_ = nullptr;
    Rail* rail_ = nullptr;
    TopBar* top_ = nullptr;
    MessageBar* message_ = nullptr;
    wxPanel* area_ = nullptr;
    std::map<std::string, Page*> pages_;
    std::string current_;
    bool asking_password_ = false;
};

}  // namespace yc::client::ui
