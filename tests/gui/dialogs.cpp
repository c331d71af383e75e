#include "tests/gui/dialogs.h"

#include <wx/dialog.h>

#include <boost/test/unit_test.hpp>

namespace yc::tests {

Dialogs& Dialogs::get() {
    static Dialogs dialogs;
    return dialogs;
}

void Dialogs::expect(std::function<void(wxDialog&)> play) {
    expected_.push_back([play = std::move(play)](wxDialog* dialog) {
        dialog->CallAfter([dialog, play] {
            dialog->Raise();
            play(*dialog);
        });
        return static_cast<int>(wxID_NONE);
    });
}

void Dialogs::expect_answer(int id) {
    expected_.push_back([id](wxDialog*) { return id; });
}

int Dialogs::Enter(wxDialog* dialog) {
    if (dialog == shown_) return wxID_NONE;  // a native one asks twice
    if (expected_.empty()) {
        BOOST_ERROR("unexpected dialog: " + dialog->GetTitle().utf8_string());
        return wxID_CANCEL;
    }
    const auto answer = expected_.front();
    expected_.erase(expected_.begin());
    const int id = answer(dialog);
    if (id == wxID_NONE) shown_ = dialog;
    return id;
}

void Dialogs::Exit(wxDialog* dialog) {
    if (dialog == shown_) shown_ = nullptr;
}

}  // namespace yc::tests
