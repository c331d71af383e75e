#include "reports/notice_tables.h"

#include <algorithm>
#include <numeric>

#include "reports/notice_facts.h"
#include "reports/zh.h"

namespace yc::reports {

namespace {

constexpr double label_width = 34;
constexpr double serves_width = 17;

Cell label_cell(const std::string& text) {
    return {text, true, true, 1};
}

/// How a material came in: brought by the applicant (with its scanned pages) or taken from the dossier.
std::string obtained(const domain::SubmittedMaterial& material) {
    std::string words = zh("report.material." + std::string(base::to_name(material.state)));
    if (!material.pages.empty())
        words += zh("report.material.pages", {{"count", std::to_string(material.pages.size())}});
    return words;
}

std::string standard_of(const domain::SubmittedMaterial& material,
                        const std::vector<domain::Material>& known) {
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const domain::Material& each) { return each.code == material.code; });
    if (found == known.end()) return {};
    std::string words = found->acceptance_standard;
    const auto copies = [&](const char* key, int count) {
        if (count > 0) words += (words.empty() ? "" : "；") + zh(key, {{"count", std::to_string(count)}});
    };
    copies("report.material.originals_wanted", found->originals);
    copies("report.material.copies_wanted", found->copies);
    return words;
}

std::string count_words(int count) {
    return count > 0 ? std::to_string(count) : "—";
}

}  // namespace

std::vector<Cell> head_row(std::initializer_list<const char*> keys) {
    std::vector<Cell> row;
    for (const char* key : keys) row.push_back(label_cell(zh("report.column." + std::string(key))));
    return row;
}

void put_fields(Sheet& sheet, const std::vector<FormRow>& rows) {
    TableStyle style;
    style.text.size = 3.8;
    const double value_width = sheet.content_width() / 2 - label_width;
    const std::vector<Column> columns{{label_width}, {value_width}, {label_width}, {value_width}};
    const auto is_short = [&](const FormRow& row) {
        return sheet.fonts().width(row.value, Face::body, style.text.size) <=
                   value_width - 2 * style.padding &&
               sheet.fonts().width(row.label, Face::body_bold, style.text.size) <=
                   label_width - 2 * style.padding;
    };
    std::vector<std::vector<Cell>> cells;
    for (size_t i = 0; i < rows.size(); ++i) {
        if (i + 1 < rows.size() && is_short(rows[i]) && is_short(rows[i + 1])) {
            cells.push_back({label_cell(rows[i].label),
                             {rows[i].value},
                             label_cell(rows[i + 1].label),
                             {rows[i + 1].value}});
            ++i;
        } else {
            cells.push_back({label_cell(rows[i].label), {rows[i].value, false, false, 3}});
        }
    }
    if (cells.empty()) return;
    sheet.skip(2);
    sheet.table(columns, cells, style);
    sheet.skip(2);
}

namespace {

/// As wide as what stands in it asks for, between narrow and half the page.
std::vector<Column> columns_for(const Sheet& sheet, const std::vector<std::vector<std::string>>& table,
                                const TableStyle& style) {
    std::vector<double> wanted(table.front().size(), 9);
    for (const auto& row : table)
        for (size_t i = 0; i < wanted.size() && i < row.size(); ++i)
            wanted[i] =
                std::max(wanted[i], std::min(sheet.fonts().width(row[i], Face::body_bold, style.text.size) +
                                                 2 * style.padding + 0.5,
                                             sheet.content_width() / 2));
    const double sum = std::accumulate(wanted.begin(), wanted.end(), 0.0);
    std::vector<Column> columns;
    for (const double width : wanted) columns.push_back({width * sheet.content_width() / sum, Align::centre});
    return columns;
}

void put_rows(Sheet& sheet, const FormRow& row) {
    TableStyle style;
    style.header_rows = 1;
    std::vector<std::vector<Cell>> cells;
    for (const auto& line : row.table) {
        cells.emplace_back();
        for (const auto& text : line)
            cells.back().push_back(cells.size() == 1 ? label_cell(text) : Cell{text});
    }
    if (cells.size() == 1)
        cells.push_back({{zh("report.none"), false, false, static_cast<int>(row.table.front().size())}});
    sheet.skip(1);
    sheet.heading(row.label, {Face::body_bold, 3.8, 1.5}, 17);
    sheet.table(columns_for(sheet, row.table, style), cells, style);
    sheet.skip(2);
}

void put_whole(Sheet& sheet, const FormRow& row) {
    sheet.skip(1);
    sheet.paragraph(row.value, {Face::body, 4.0, 1.5});
}

/// The line to sign on, with the day.
void put_signature(Sheet& sheet, const FormRow& row) {
    sheet.begin_piece(16);
    const double baseline = sheet.y() + 11;
    const TextStyle style{Face::body, 4.0, 1.3};
    const std::string label = row.label + "：", day = zh("report.sign_day");
    sheet.text_at(sheet.left(), baseline, label, style);
    const double from = sheet.left() + sheet.fonts().width(label, style.face, style.size);
    const double to = sheet.right() - sheet.fonts().width(day, style.face, style.size);
    sheet.draw(Line{from, baseline + 1, to - 8, baseline + 1, 0.2});
    sheet.text_at(to, baseline, day, style);
    sheet.move_to(baseline + 4);
}

}  // namespace

void put_form(Sheet& sheet, const std::vector<FormRow>& rows) {
    std::vector<FormRow> section;
    const auto flush = [&] {
        put_fields(sheet, section);
        section.clear();
    };
    for (const FormRow& row : rows) {
        const bool plain = !row.heading && !row.whole && !row.signature && row.table.empty();
        if (plain) {
            section.push_back(row);
            continue;
        }
        flush();
        if (!row.table.empty()) put_rows(sheet, row);
        if (row.whole) put_whole(sheet, row);
        if (row.signature) put_signature(sheet, row);
        if (!row.heading) continue;
        sheet.skip(1.5);
        sheet.heading(row.label, {Face::heading, 4.2, 1.6}, 20.5);
    }
    flush();
}

void put_materials(Sheet& sheet, const std::string& list, const domain::CaseState& state,
                   const std::vector<domain::Material>& item_materials,
                   const std::map<std::string, std::string>& serves) {
    const bool wanting = list == "missing" || list == "asked" || list == "owed";
    const double width = sheet.content_width() - (serves.empty() ? 0 : serves_width);
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
    if (wanting) {
        columns = {{11, Align::centre}, {62}, {22, Align::centre}, {width - 95}};
        rows.push_back(head_row({"number", "material", "necessity", "standard"}));
    } else {
        const double obtained_width = serves.empty() ? 46 : 44;
        columns = {{11, Align::centre},
                   {width - 11 - 16 - 16 - obtained_width},
                   {16, Align::centre},
                   {16, Align::centre},
                   {obtained_width}};
        rows.push_back(head_row({"number", "material", "originals", "copies",
                                 list == "handover" ? "handover_note" : "obtained"}));
    }
    if (!serves.empty()) {
        columns.push_back({serves_width, Align::centre});
        rows.front().push_back(label_cell(zh("report.column.serves")));
    }
    int number = 0;
    for (const domain::SubmittedMaterial& material : listed_materials(list, state)) {
        const std::string count = std::to_string(++number);
        if (wanting)
            rows.push_back({{count},
                            {material.name},
                            {zh("report.necessity." + std::string(base::to_name(material.necessity)))},
                            {standard_of(material, item_materials)}});
        else
            rows.push_back({{count},
                            {material.name},
                            {count_words(material.originals)},
                            {count_words(material.copies)},
                            {obtained(material)}});
        if (!serves.empty()) rows.back().push_back({serves.at(material.code)});
    }
    if (number == 0) rows.push_back({{zh("report.none"), false, false, int(columns.size())}});
    TableStyle style;
    style.header_rows = 1;
    sheet.table(columns, rows, style);
    sheet.skip(1.5);
}

}  // namespace yc::reports
