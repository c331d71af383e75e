#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "localization/localization.h"
#include "reports/document.h"
#include "reports/font_book.h"

namespace yc::reports {

enum class Align { left, centre, right };

/// How text looks.
struct TextStyle {
    Face face = Face::body;
    double size = 4.2;  ///< em in mm; 4.2 mm = 12 pt (小四)
    double leading = 1.6;
    Align align = Align::left;
    bool justify = false;
    double indent = 0;  ///< of each paragraph's first line, in em
    Colour colour = black;
};

/// A cell of a table.
struct Cell {
    std::string text;
    bool strong = false;
    bool shaded = false;
    int span = 1;  ///< columns covered
};

struct Column {
    double width = 0;  ///< mm
    Align align = Align::left;
};

struct TableStyle {
    TextStyle text{Face::body, 3.7, 1.3};
    double padding = 1.4;
    double rule = 0.2;
    Colour rule_colour = black;
    int header_rows = 0;  ///< repeated on every page
};

/// Lays out flowing content on pages from top to bottom and starts a new page when one is full. Positions in
/// mm from the page's top left. Belongs to one thread.
class Sheet {
  public:
    struct Margins {
        double left = 25, top = 22, right = 22, bottom = 24;
    };
    Sheet(const FontBook& fonts, double width, double height, Margins margins);

    [[nodiscard]] double left() const { return margins_.left; }
    [[nodiscard]] double right() const { return width_ - margins_.right; }
    [[nodiscard]] double content_width() const { return right() - left(); }
    [[nodiscard]] double y() const { return y_; }
    void move_to(double y) { y_ = y; }
    void skip(double height) { y_ += height; }
    [[nodiscard]] double room() const { return height_ - margins_.bottom - y_; }
    /// Starts a new page unless this much is left on this one.
    void need(double height);
    [[nodiscard]] const FontBook& fonts() const { return fonts_; }
    [[nodiscard]] Page& page() { return pages_.back(); }
    [[nodiscard]] std::vector<Page>& pages() { return pages_; }
    template <class Drawn>
    void draw(Drawn drawn) {
        page().operations.emplace_back(std::move(drawn));
    }

    /// One line at a place, not broken: `x` is its start, middle or end by the alignment.
    void text_at(double x, double baseline, std::string_view text, const TextStyle& style);
    /// A paragraph over the content width, flowing over pages.
    void paragraph(std::string_view text, const TextStyle& style);
    /// A table at the left margin; rows are kept whole, but for one higher than a page,
    /// which goes on on the next.
    void table(const std::vector<Column>& columns, const std::vector<std::vector<Cell>>& rows,
               const TableStyle& style);
    /// Height that a text takes in this width.
    [[nodiscard]] double height_of(std::string_view text, double width, const TextStyle& style) const;
    /// Lines of text inside a box from its top; returns the height used.
    double text_in(double x, double top, double width, std::string_view text, const TextStyle& style);

  private:
    void draw_line(double x, double baseline, double width, const std::u32string& text, double natural,
                   bool last, const TextStyle& style);
    struct LaidRow;
    [[nodiscard]] LaidRow lay_row(const std::vector<Column>& columns, const std::vector<Cell>& row,
                                  const TableStyle& style) const;
    void draw_row(const LaidRow& row, const TableStyle& style, size_t first, size_t count);

    const FontBook& fonts_;
    double width_, height_;
    Margins margins_;
    std::vector<Page> pages_;
    double y_ = 0;
};

/// The foot of every page: `left` on the left, page x of y on the right.
struct Footer {
    std::string left;
    std::string second_line;  ///< may be empty
    localization::Language language = localization::Language::zh_CN;
};
void print_footers(Sheet& sheet, const Footer& footer);

/// The mark of training and demonstration papers across every page.
void print_sample_mark(Sheet& sheet, std::string_view mark);

}  // namespace yc::reports
