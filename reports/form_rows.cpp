#include "reports/form_rows.h"

#include <algorithm>

#include "forms/form_state.h"
#include "reports/notice_tables.h"
#include "reports/sheet.h"
#include "reports/zh.h"

namespace yc::reports {

using forms::Field;
using forms::FieldState;
using forms::FieldType;

namespace {

constexpr const char* language = "zh_CN";
/// A box stays with its word at the end of a line.
constexpr const char* ticked = "☑\u00A0";
constexpr const char* open = "☐\u00A0";
/// A choice of more options than these is printed by its answer alone.
constexpr size_t most_boxes = 8;

/// All options with their boxes.
std::string boxes_of(const Field& field, const std::string& value) {
    const auto chosen = forms::ids_of_choices(value);
    std::string text;
    for (const auto& option : field.options) {
        const bool is_chosen = std::find(chosen.begin(), chosen.end(), option.id) != chosen.end();
        text += (text.empty() ? "" : "　") + std::string(is_chosen ? ticked : open) + option.label.zh;
    }
    return text;
}

std::string printed(const Field& field, const std::string& value) {
    const bool choice = field.type == FieldType::choice || field.type == FieldType::choices;
    if (choice && field.options.size() <= most_boxes) return boxes_of(field, value);
    return value.empty() ? std::string() : forms::words_of_value(field, value, language);
}

/// The rows of a table with their numbers; what does not apply in a row stays empty.
FormRow table_row(const forms::FormState& state, const FieldState& table) {
    FormRow row{.label = table.field->label.zh};
    row.table.emplace_back(std::vector<std::string>{zh("report.column.number")});
    for (const auto& column : table.field->columns) row.table.front().push_back(column.label.zh);
    const int rows = std::atoi(table.value.c_str());
    for (int number = 0; number < rows; ++number) {
        std::vector<std::string> cells{std::to_string(number + 1)};
        for (const auto& column : table.field->columns) {
            const auto* cell = state.find(table.path + "." + std::to_string(number) + "." + column.id);
            const bool none = cell == nullptr || cell->value.empty();
            cells.push_back(none ? std::string() : forms::words_of_value(column, cell->value, language));
        }
        row.table.push_back(std::move(cells));
    }
    return row;
}

FormRow row_of(const forms::FormState& state, const FieldState& one) {
    const Field& field = *one.field;
    switch (field.type) {
        case FieldType::table:
            return table_row(state, one);
        case FieldType::signature:
            return {.label = field.label.zh, .signature = true};
        case FieldType::attachment:
            return {.label = field.label.zh, .value = zh("report.form.attached")};
        case FieldType::checkbox:
            return {.label = field.label.zh,
                    .value = (one.value == "yes" ? ticked : open) + field.label.zh,
                    .whole = true};
        default:
            return {.label = field.label.zh, .value = printed(field, one.value)};
    }
}

void put_head(Sheet& sheet, const forms::Form& form, const FilledForm& facts) {
    const double middle = (sheet.left() + sheet.right()) / 2;
    if (!facts.office.empty()) {
        sheet.text_at(middle, sheet.y() + 5, facts.office, {Face::heading, 5.0, 1.3, Align::centre});
        sheet.move_to(sheet.y() + 8);
    }
    sheet.text_at(middle, sheet.y() + 9, form.title.zh, {Face::title, 7.4, 1.3, Align::centre});
    sheet.move_to(sheet.y() + 14);
    std::vector<FormRow> rows;
    if (!facts.item_name.empty()) rows.push_back({.label = zh("report.form.item"), .value = facts.item_name});
    if (!facts.case_no.empty()) rows.push_back({.label = zh("report.form.case_no"), .value = facts.case_no});
    put_fields(sheet, rows);
}

}  // namespace

std::vector<FormRow> form_rows(const forms::Form& form, const forms::FormValues& values,
                               const domain::Circumstances& circumstances, base::Date today) {
    std::vector<FormRow> rows;
    const forms::FormState state = forms::state_of(form, values, circumstances, today);
    const forms::Section* section = nullptr;
    for (const FieldState& one : state.fields()) {
        if (one.row >= 0 || forms::has_parts(one.field->type)) continue;
        if (section != one.section) rows.push_back({.label = one.section->title.zh, .heading = true});
        section = one.section;
        rows.push_back(row_of(state, one));
    }
    return rows;
}

base::Result<Document> make_filled_form(const forms::Form& form, const std::vector<FormRow>& rows,
                                        const FilledForm& facts, const FontBook& fonts) {
    YC_TRY(Sheet sheet, lay_out_fitting([&](const Flow& flow) -> base::Result<Sheet> {
               Sheet laid(fonts, 210, 297, {24, 16, 22, 23}, flow);
               put_head(laid, form, facts);
               put_form(laid, rows);
               return laid;
           }));
    print_footers(sheet, {zh("report.form.printed", {{"time", base::to_minute_string(facts.printed_at)}}),
                          facts.sample ? zh("report.sample_note") : std::string()});
    if (facts.sample) print_sample_mark(sheet, zh("report.sample_mark"));
    return Document{form.title.zh, facts.item_name, "zh-CN", facts.printed_at, std::move(sheet.pages())};
}

}  // namespace yc::reports
