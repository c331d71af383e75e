#pragma once
#include "client/desk/outbox.h"
#include "client/ui/shell/page.h"
#include "client/ui/widgets/table.h"

class wxButton;
class wxSizer;

namespace yc::client::ui {

/// 待发: what was written here and how far it came; what the hub refused, why, and what can be done.
class OutboxPage final : public Page {
  public:
    OutboxPage(wxWindow* parent, Context& context);
    void came_up() override;
    void changed(desk::Change change) override;
    [[nodiscard]] std::vector<Command> commands() override;

  private:
    void refresh();
    void show_selected();
    void add_parcel_buttons(wxWindow* parent, wxSizer* row);
    [[nodiscard]] desk::Outbox::Done say_when_done();
    /// Empty when nobody chose one.
    [[nodiscard]] std::filesystem::path ask_for_file(const char* title, const char* label,
                                                     const char* extension);
    /// Asks for a file and packs what waits into it.
    void pack();
    /// Asks for somebody's parcel and hands it to the hub; the receipts come beside it.
    void deliver();
    /// Asks for the receipts of a parcel packed here.
    void take_receipts();
    void send_again();
    void give_up();
    [[nodiscard]] const desk::OutboxRow* selected() const;

    std::vector<desk::OutboxRow> rows_;
    WrappingText* summary_;
    Table* table_;
    WrappingText* about_;
    wxButton* again_;
    wxButton* give_up_;
};

}  // namespace yc::client::ui
