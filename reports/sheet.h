#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
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
    double padding = 1.4;       ///< left and right of a cell's text
    double row_padding = 0.98;  ///< above and below it
    double rule = 0.2;
    Colour rule_colour = black;
    int header_rows = 0;  ///< repeated on every page
};

/// How content flows: chosen by lay_out_fitting.
struct Flow {
    double spacing = 1;                  ///< of the white space between lines, rows and blocks
    std::optional<size_t> break_before;  ///< the piece (see Sheet::begin_piece) that starts a new page
};

/// Lays out flowing content on pages from top to bottom and starts a new page when one is full. Positions in
/// mm from the page's top left. Belongs to one thread.
class Sheet {
  public:
    struct Margins {
        double left = 25, top = 22, right = 22, bottom = 24;
    };
    Sheet(const FontBook& fonts, double width, double height, Margins margins, Flow flow = {});

    [[nodiscard]] double left() const { return margins_.left; }
    [[nodiscard]] double right() const { return width_ - margins_.right; }
    [[nodiscard]] double content_width() const { return right() - left(); }
    [[nodiscard]] double y() const { return y_; }
    void move_to(double y) { y_ = y; }
    /// White space between blocks, as tight as the flow has it.
    void skip(double height) { y_ += height * flow_.spacing; }
    [[nodiscard]] double room() const { return height_ - margins_.bottom - y_; }
    /// Starts a new page unless this much is left on this one.
    void need(double height);
    /// Starts something that stays in one piece for its first `height` mm. Paragraphs and rows are pieces
    /// of their own; only what is drawn by hand needs this.
    void begin_piece(double height) { begin_piece(height, false, 0); }
    /// Starts the end of the paper, `height` mm of signatures and seals that stay together. Called once.
    void begin_closing(double height);
    /// When the closing stands on its page alone: the piece to break before, so that a table's last rows or
    /// the last paragraphs come along. Nothing when it does not, or nothing can come along.
    [[nodiscard]] std::optional<size_t> break_for_closing() const;
    /// How much of the last page is taken, 0 … 1.
    [[nodiscard]] double last_page_taken() const { return (y_ - margins_.top) / page_room(); }
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
    /// A paragraph that stays with what follows: `height` mm are left for both.
    void heading(std::string_view text, const TextStyle& style, double height);
    /// A table at the left margin; rows are kept whole, but for one higher than a page,
    /// which goes on on the next.
    void table(const std::vector<Column>& columns, const std::vector<std::vector<Cell>>& rows,
               const TableStyle& style);
    /// Height that a text takes in this width.
    [[nodiscard]] double height_of(std::string_view text, double width, const TextStyle& style) const;
    /// Lines of text inside a box from its top; returns the height used.
    double text_in(double x, double top, double width, std::string_view text, const TextStyle& style);

  private:
    struct Piece {
        size_t page;
        double top;
        double head;  ///< height of the table's head that is repeated when a page starts here
        bool heading;
    };
    struct Closing {
        size_t first_piece;  ///< pieces before it
        size_t page;         ///< and where they end
        double top;
        double height;
        bool alone;
    };
    [[nodiscard]] double page_room() const { return height_ - margins_.top - margins_.bottom; }
    [[nodiscard]] TextStyle spaced(TextStyle style) const;
    void start_page();
    void begin_piece(double height, bool heading, double head);
    void put_lines(std::string_view text, const TextStyle& style);
    void draw_line(double x, double baseline, double width, const std::u32string& text, double natural,
                   bool last, const TextStyle& style);
    struct LaidRow;
    [[nodiscard]] LaidRow lay_row(const std::vector<Column>& columns, const std::vector<Cell>& row,
                                  const TableStyle& style) const;
    void draw_row(const LaidRow& row, const TableStyle& style, size_t first, size_t count);

    const FontBook& fonts_;
    double width_, height_;
    Margins margins_;
    Flow flow_;
    std::vector<Page> pages_;
    std::vector<Piece> pieces_;
    std::optional<Closing> closing_;
    double y_ = 0;
};

/// Lays a paper out so that it ends well: when only a little runs over onto a last page, with less white
/// space between the lines so that it fits; when signatures would stand on a page alone, with the content
/// before them carried along. `lay` is called up to six times and must give the same content each time.
[[nodiscard]] base::Result<Sheet> lay_out_fitting(const std::function<base::Result<Sheet>(const Flow&)>& lay);

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
