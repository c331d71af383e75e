#include "forms/exchange/sheet_items.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "forms/exchange/sheet_columns.h"
#include "forms/tidy_text.h"

namespace yc::forms::exchange {

using base::fail;
using base::Result;
using domain::ServiceItem;

namespace {

constexpr size_t rows_before_header = 20;
constexpr std::string_view code_header = "实施编码";
constexpr std::string_view name_header = "事项名称";

/// The column of each cell; null for cells nobody knows.
using Header = std::vector<const SheetColumn*>;

const SheetColumn* column_named(const std::string& name) {
    for (const auto& column : sheet_columns()) {
        if (name == column.header) return &column;
        for (const char* other : column.also)
            if (name == other) return &column;
    }
    return nullptr;
}

Header header_of(const SheetRow& row) {
    Header header;
    for (const auto& cell : row.cells) {
        const auto* column = column_named(tidy_code(cell));
        const bool twice = std::find(header.begin(), header.end(), column) != header.end();
        header.push_back(twice ? nullptr : column);
    }
    return header;
}

bool names(const Header& header, std::string_view name) {
    return std::any_of(header.begin(), header.end(),
                       [&](const SheetColumn* column) { return column && column->header == name; });
}

const std::string& cell_of(const SheetRow& row, size_t place) {
    static const std::string nothing;
    return place < row.cells.size() ? row.cells[place] : nothing;
}

/// The cells of a row that have a column: code and name first, since other columns go by them.
std::vector<std::pair<const SheetColumn*, std::string>> cells_of(const SheetRow& row, const Header& header) {
    std::vector<std::pair<const SheetColumn*, std::string>> cells;
    for (size_t i = 0; i < header.size(); ++i)
        if (header[i]) cells.emplace_back(header[i], cell_of(row, i));
    std::stable_partition(cells.begin(), cells.end(), [](const auto& cell) {
        return cell.first->header == code_header || cell.first->header == name_header;
    });
    return cells;
}

std::string code_in(const SheetRow& row, const Header& header) {
    for (const auto& [column, cell] : cells_of(row, header))
        if (column->header == code_header) return tidy_code(cell);
    return {};
}

Result<ServiceItem> item_of(const SheetRow& row, const Header& header, const CodeProfile& profile,
                            const PresentItem& present, ImportCollector& collector) {
    const auto* known = present(code_in(row, header));
    SheetItem one{known ? *known : ServiceItem{}, {}};
    one.definition = one.item.definition();
    const auto before = one.definition;
    for (const auto& [column, raw] : cells_of(row, header)) {
        const auto cell = means_nothing(base::trim(raw)) ? std::string() : raw;
        if (!column->read(cell, profile, one))
            collector.doubt(fail("catalogue.entry_cell", {},
                                 {{"name", one.item.name}, {"field", column->header}, {"value", cell}}));
    }
    YC_CHECK(check_names(one.item));
    if (one.item.has_definition() || !(one.definition == before)) one.item.define(std::move(one.definition));
    return one.item;
}

}  // namespace

Result<ImportReport> items_of_sheet(const Sheet& sheet, const CodeProfile& profile,
                                    const PresentItem& present) {
    Header header;
    size_t first = 0;
    for (; first < std::min(sheet.size(), rows_before_header); ++first) {
        header = header_of(sheet[first]);
        if (names(header, code_header) && names(header, name_header)) break;
        header.clear();
    }
    if (header.empty()) return fail("catalogue.sheet_header");
    ImportCollector collector;
    for (size_t i = first + 1; i < sheet.size(); ++i) {
        collector.begin(sheet[i].number);
        collector.add(item_of(sheet[i], header, profile, present, collector));
    }
    return collector.take();
}

Sheet sheet_of_items(const std::vector<const ServiceItem*>& items) {
    Sheet sheet{{1, {}}};
    for (const auto& column : sheet_columns()) sheet[0].cells.emplace_back(column.header);
    for (const auto* item : items) {
        SheetRow row{sheet.size() + 1, {}};
        const SheetItem one{*item, item->definition()};
        for (const auto& column : sheet_columns()) row.cells.push_back(column.write(one));
        sheet.push_back(std::move(row));
    }
    return sheet;
}

}  // namespace yc::forms::exchange
