#include "client/ui/widgets/case_rows.h"

#include "client/ui/words.h"

namespace yc::client::ui {

namespace {

/// The item, and the package it is a part of.
wxString item_words(const desk::CaseRow& row) {
    return to_wx(row.package_name.empty() ? row.item_name : row.item_name + " · " + row.package_name);
}

}  // namespace

std::vector<TableColumn> case_columns() {
    return {{words("ui.col.applicant"), 12},
            {words("ui.col.item"), 20, true},
            {words("ui.col.case_no"), 25},
            {words("ui.col.state"), 13, false, true},
            {words("ui.col.due"), 17, false, true}};
}

TableRow case_row(const desk::CaseRow& row) {
    wxString state = words(row.state);
    Ink ink = ink_of(row.state_tone);
    if (row.whereabouts != desk::Whereabouts::at_the_hub) {
        state += L" · " + words(desk::words_of(row.whereabouts));
        ink = row.whereabouts == desk::Whereabouts::refused ? Ink::bad : Ink::warn;
    }
    return {row.case_id,
            {{to_wx(row.applicant_name)},
             {item_words(row)},
             {to_wx(row.case_no), Ink::muted},
             {state, ink},
             {words(row.due_text), ink_of(row.due_tone)}}};
}

std::vector<TableColumn> narrow_case_columns() {
    return {{words("ui.col.case"), 16, true}, {words("ui.col.due"), 16, false, true}};
}

TableRow narrow_case_row(const desk::CaseRow& row) {
    const wxString due = row.due_text.empty() ? words(row.state) : words(row.due_text);
    return {row.case_id,
            {{to_wx(row.applicant_name) + L" · " + item_words(row)},
             {due, ink_of(row.due_text.empty() ? row.state_tone : row.due_tone)}}};
}

}  // namespace yc::client::ui
