#include "reports/sheet.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "reports/line_breaker.h"

namespace yc::reports {

namespace {

/// The share of the line above the baseline, for Chinese type centred in its line.
double baseline_offset(const TextStyle& style) {
    return style.size * ((style.leading - 1) / 2 + 0.86);
}

/// A line is stretched to the margin only when the gap is small enough not to be seen.
constexpr double widest_stretch = 0.3;  // em per character

/// As much content should stand above signatures on a page, in mm, where it can.
constexpr double enough_company = 24;
/// A last page taken up to this share is tried to be done without.
constexpr double little_over = 0.35;
/// The white space is made no tighter than this: still lines apart, the height of type unchanged.
constexpr double tighter_spacings[] = {0.85, 0.7, 0.55};

std::vector<BrokenLine> lines_of(const FontBook& fonts, std::string_view text, double width,
                                 const TextStyle& style) {
    return break_lines(base::decode_utf8(text), width, style.indent * style.size,
                       [&](char32_t point) { return fonts.glyph(point, style.face).advance * style.size; });
}

TextStyle cell_style(const Column& column, const Cell& cell, const TableStyle& style) {
    TextStyle text = style.text;
    text.align = column.align;
    if (cell.strong) text.face = Face::body_bold;
    return text;
}

double spanned_width(const std::vector<Column>& columns, size_t from, int span) {
    double width = 0;
    for (size_t i = from; i < std::min(columns.size(), from + size_t(span)); ++i) width += columns[i].width;
    return width;
}

}  // namespace

Sheet::Sheet(const FontBook& fonts, double width, double height, Margins margins, Flow flow)
    : fonts_(fonts), width_(width), height_(height), margins_(margins), flow_(flow), y_(margins.top) {
    pages_.push_back({width, height, {}});
}

void Sheet::start_page() {
    if (y_ <= margins_.top) return;
    pages_.push_back({width_, height_, {}});
    y_ = margins_.top;
}

void Sheet::need(double height) {
    if (room() < height) start_page();
}

void Sheet::begin_piece(double height, bool heading, double head) {
    if (flow_.break_before == pieces_.size()) start_page();
    need(height);
    pieces_.push_back({pages_.size(), y_, head, heading});
}

void Sheet::begin_closing(double height) {
    closing_ = Closing{pieces_.size(), pages_.size(), y_, height, false};
    need(height);
    closing_->alone = pages_.size() != closing_->page;
}

std::optional<size_t> Sheet::break_for_closing() const {
    if (!closing_ || !closing_->alone) return std::nullopt;
    std::optional<size_t> best;
    for (size_t i = closing_->first_piece; i-- > 0;) {
        const Piece& piece = pieces_[i];
        if (piece.page != closing_->page || piece.top <= margins_.top) break;
        const double carried = closing_->top - piece.top + piece.head;
        if (carried + closing_->height > page_room()) break;
        if (i > 0 && pieces_[i - 1].heading) continue;
        best = i;
        if (carried >= enough_company) break;
    }
    return best;
}

TextStyle Sheet::spaced(TextStyle style) const {
    style.leading = 1 + (style.leading - 1) * flow_.spacing;
    return style;
}

void Sheet::text_at(double x, double baseline, std::string_view text, const TextStyle& style) {
    const double width = style.align == Align::left ? 0 : fonts_.width(text, style.face, style.size);
    if (style.align == Align::centre) x -= width / 2;
    if (style.align == Align::right) x -= width;
    draw(TextRun{x, baseline, std::string(text), style.face, style.size, 0, style.colour});
}

void Sheet::draw_line(double x, double baseline, double width, const std::u32string& text, double natural,
                      bool last, const TextStyle& style) {
    double spacing = 0;
    if (style.justify && !last && text.size() > 1) {
        const double gap = (width - natural) / double(text.size() - 1);
        if (gap <= widest_stretch * style.size) spacing = std::max(gap, 0.0);
    }
    if (style.align == Align::centre) x += (width - natural) / 2;
    if (style.align == Align::right) x += width - natural;
    if (!text.empty())
        draw(TextRun{x, baseline, base::encode_utf8(text), style.face, style.size, spacing, style.colour});
}

void Sheet::paragraph(std::string_view text, const TextStyle& style) {
    const TextStyle used = spaced(style);
    begin_piece(used.size * used.leading);
    put_lines(text, used);
}

void Sheet::heading(std::string_view text, const TextStyle& style, double height) {
    begin_piece(height, true, 0);
    put_lines(text, spaced(style));
}

void Sheet::put_lines(std::string_view text, const TextStyle& style) {
    const double height = style.size * style.leading;
    bool first = true;
    for (const BrokenLine& line : lines_of(fonts_, text, content_width(), style)) {
        need(height);
        const double shift = first ? style.indent * style.size : 0;
        draw_line(left() + shift, y_ + baseline_offset(style), content_width() - shift, line.text, line.width,
                  line.last, style);
        y_ += height;
        first = line.last;
    }
}

double Sheet::height_of(std::string_view text, double width, const TextStyle& style) const {
    return double(lines_of(fonts_, text, width, style).size()) * style.size * spaced(style).leading;
}

double Sheet::text_in(double x, double top, double width, std::string_view text, const TextStyle& given) {
    const TextStyle style = spaced(given);
    double used = 0;
    for (const BrokenLine& line : lines_of(fonts_, text, width, style)) {
        draw_line(x, top + used + baseline_offset(style), width, line.text, line.width, line.last, style);
        used += style.size * style.leading;
    }
    return used;
}

struct Sheet::LaidRow {
    struct LaidCell {
        const Cell* cell;
        size_t column;
        double width;
        TextStyle text;
        std::vector<BrokenLine> lines;
    };
    std::vector<LaidCell> cells;
    size_t line_count = 0;
    [[nodiscard]] double height(size_t lines, const TableStyle& style) const {
        return double(lines) * style.text.size * style.text.leading + 2 * style.row_padding;
    }
};

Sheet::LaidRow Sheet::lay_row(const std::vector<Column>& columns, const std::vector<Cell>& row,
                              const TableStyle& style) const {
    LaidRow laid;
    size_t column = 0;
    for (const Cell& cell : row) {
        const double width = spanned_width(columns, column, cell.span);
        const TextStyle text = cell_style(columns[column], cell, style);
        auto lines = lines_of(fonts_, cell.text, width - 2 * style.padding, text);
        laid.line_count = std::max(laid.line_count, lines.size());
        laid.cells.push_back({&cell, column, width, text, std::move(lines)});
        column += size_t(cell.span);
    }
    return laid;
}

void Sheet::draw_row(const LaidRow& row, const TableStyle& style, size_t first, size_t count) {
    const double height = row.height(count, style), line_height = style.text.size * style.text.leading;
    double x = left();
    for (const auto& [cell, column, width, text, lines] : row.cells) {
        draw(Box{x, y_, width, height, style.rule, cell->shaded, {240, 240, 240}, style.rule_colour});
        const size_t end = std::min(lines.size(), first + count);
        const size_t shown = end > first ? end - first : 0;
        double baseline = y_ + (height - double(shown) * line_height) / 2 + baseline_offset(text);
        for (size_t i = first; i < end; ++i, baseline += line_height)
            draw_line(x + style.padding, baseline, width - 2 * style.padding, lines[i].text, lines[i].width,
                      lines[i].last, text);
        x += width;
    }
    y_ += height;
}

void Sheet::table(const std::vector<Column>& columns, const std::vector<std::vector<Cell>>& rows,
                  const TableStyle& given) {
    TableStyle style = given;
    style.text = spaced(given.text);
    style.row_padding *= flow_.spacing;
    const auto header_count = std::min(rows.size(), size_t(style.header_rows));
    std::vector<LaidRow> header;
    double header_height = 0;
    for (size_t i = 0; i < header_count; ++i) {
        header.push_back(lay_row(columns, rows[i], style));
        header_height += header.back().height(header.back().line_count, style);
    }
    const auto draw_header = [&] {
        for (const LaidRow& row : header) draw_row(row, style, 0, row.line_count);
    };
    bool headed = false;
    for (size_t i = header_count; i < rows.size(); ++i) {
        const LaidRow row = lay_row(columns, rows[i], style);
        for (size_t first = 0; first < row.line_count;) {
            const size_t left_over = row.line_count - first;
            const size_t before = pages_.size();
            double wanted = row.height(left_over, style) + (headed ? 0 : header_height);
            if (i + 2 == rows.size())
                wanted += row.height(1, style);  // the last row, often a sum, is not left alone
            begin_piece(std::min(wanted, page_room() - header_height), false, headed ? header_height : 0);
            if (!headed || pages_.size() != before) draw_header();
            headed = true;
            size_t count = left_over;
            while (count > 1 && row.height(count, style) > room() + 1e-9) --count;
            draw_row(row, style, first, count);
            first += count;
        }
    }
    if (!headed) draw_header();
}

base::Result<Sheet> lay_out_fitting(const std::function<base::Result<Sheet>(const Flow&)>& lay) {
    YC_TRY(Sheet sheet, lay({}));
    Flow flow;
    if (sheet.pages().size() > 1 && sheet.last_page_taken() <= little_over)
        for (const double spacing : tighter_spacings) {
            YC_TRY(Sheet tight, lay({spacing, std::nullopt}));
            if (tight.pages().size() >= sheet.pages().size()) continue;
            flow.spacing = spacing;
            flow.break_before = tight.break_for_closing();
            if (!flow.break_before) return tight;
            return lay(flow);
        }
    flow.break_before = sheet.break_for_closing();
    if (!flow.break_before) return sheet;
    return lay(flow);
}

void print_footers(Sheet& sheet, const Footer& footer) {
    const TextStyle small{Face::body, 3.0, 1.3, Align::left, false, 0, {70, 70, 70}};
    const int pages = int(sheet.pages().size());
    for (int number = 1; number <= pages; ++number) {
        Page& page = sheet.pages()[size_t(number - 1)];
        const double y = page.height - 14;
        page.operations.emplace_back(
            Line{sheet.left(), y - 4.2, sheet.right(), y - 4.2, 0.15, {120, 120, 120}});
        const auto put = [&](double x, double baseline, const std::string& text) {
            page.operations.emplace_back(TextRun{x, baseline, text, small.face, small.size, 0, small.colour});
        };
        put(sheet.left(), y, footer.left);
        if (!footer.second_line.empty()) put(sheet.left(), y + 4.2, footer.second_line);
        const std::string label =
            localization::tr_in(footer.language, "report.page_of",
                                {{"page", std::to_string(number)}, {"pages", std::to_string(pages)}});
        put(sheet.right() - sheet.fonts().width(label, small.face, small.size), y, label);
    }
}

void print_sample_mark(Sheet& sheet, std::string_view mark) {
    for (Page& page : sheet.pages()) {
        const double size = 34;
        const double width = sheet.fonts().width(mark, Face::heading, size);
        const double reach = width / 2 * 0.7071;
        TextRun run{page.width / 2 - reach, page.height / 2 + reach, std::string(mark), Face::heading, size};
        run.colour = {232, 232, 232};
        run.angle = 45;
        page.operations.insert(page.operations.begin(), run);
    }
}

}  // namespace yc::reports
