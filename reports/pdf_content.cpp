#include "reports/pdf_content.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <numbers>

#include "core/base/utf8.h"

namespace yc::reports {

namespace {

constexpr double points = 1 / mm_per_point;

/// Writes the operations of a page one after another; colour and font are set again for each.
class ContentWriter {
  public:
    ContentWriter(const Page& page, const FontBook& book, const PdfFonts& fonts)
        : height_(page.height), book_(book), fonts_(fonts) {}

    void operator()(const Line& line) {
        put("q {} {:.3f} w ", stroke(line.colour), line.width * points);
        if (line.dashed) put("[{:.2f} {:.2f}] 0 d ", 1.2 * points, 0.8 * points);
        put("{:.3f} {:.3f} m {:.3f} {:.3f} l S Q\n", line.x1 * points, up(line.y1), line.x2 * points,
            up(line.y2));
    }

    void operator()(const Box& box) {
        const char* paint = box.filled ? (box.frame > 0 ? "B" : "f") : "S";
        put("q {} {} {:.3f} w {:.3f} {:.3f} {:.3f} {:.3f} re {} Q\n", stroke(box.colour), fill(box.fill),
            box.frame * points, box.x * points, up(box.y + box.height), box.width * points,
            box.height * points, paint);
    }

    void operator()(const Bars& bars) {
        put("q 0 g\n");
        for (const auto& bar : bars.bars)
            put("{:.3f} {:.3f} {:.3f} {:.3f} re\n", bar.x * points, up(bar.y + bar.height),
                bar.width * points, bar.height * points);
        put("f Q\n");
    }

    void operator()(const TextRun& run) {
        run_ = &run;
        const double turn = run.angle * std::numbers::pi / 180;
        cos_ = std::cos(turn), sin_ = std::sin(turn);
        offset_ = 0;
        std::string codes;
        const PdfFont* open = nullptr;
        double start = 0;
        const auto flush = [&] {
            if (!codes.empty()) show(*open, codes, start);
            codes.clear();
        };
        for (const char32_t point : base::decode_utf8(run.text)) {
            const DrawnGlyph& drawn = book_.glyph(point, run.face);
            const PdfFont* font = drawn.font ? fonts_.find(drawn.font) : nullptr;
            const bool extracts = font && font->extracts_as.at(drawn.glyph) == point;
            if (!extracts || font != open) flush();
            if (extracts) {
                if (codes.empty()) start = offset_, open = font;
                fmt::format_to(std::back_inserter(codes), "{:04X}", font->code_of.at(drawn.glyph));
            } else {
                put("/Span <</ActualText <FEFF{}>>> BDC\n", utf16_hex({&point, 1}));
                if (font)
                    show(*font, fmt::format("{:04X}", font->code_of.at(drawn.glyph)), offset_);
                else
                    draw_path(drawn);
                put("EMC\n");
            }
            offset_ += drawn.advance * run.size + run.spacing;
        }
        flush();
    }

    std::string take() { return std::move(out_); }

  private:
    template <class... Values>
    void put(fmt::format_string<Values...> format, Values&&... values) {
        fmt::format_to(std::back_inserter(out_), format, std::forward<Values>(values)...);
    }
    [[nodiscard]] double up(double y) const { return (height_ - y) * points; }
    static std::string stroke(Colour c) {
        return fmt::format("{:.3g} {:.3g} {:.3g} RG", c.red / 255.0, c.green / 255.0, c.blue / 255.0);
    }
    static std::string fill(Colour c) {
        return fmt::format("{:.3g} {:.3g} {:.3g} rg", c.red / 255.0, c.green / 255.0, c.blue / 255.0);
    }

    void put_matrix(double scale, double along, const char* operation) {
        put("{:.5f} {:.5f} {:.5f} {:.5f} {:.3f} {:.3f} {} ", cos_ * scale, sin_ * scale, -sin_ * scale,
            cos_ * scale, (run_->x + along * cos_) * points, up(run_->baseline) + along * sin_ * points,
            operation);
    }

    void show(const PdfFont& font, const std::string& codes, double along, int mode = 0) {
        put("BT {} /{} {:.3f} Tf {:.4f} Tc {} Tr ", fill(run_->colour), font.resource, run_->size * points,
            run_->spacing * points, mode);
        put_matrix(1, along, "Tm");
        put("<{}> Tj ET\n", codes);
    }

    /// A glyph whose font may not be embedded, or an empty box for a character no font has.
    void draw_path(const DrawnGlyph& drawn) {
        put("q {} {} 0.04 w ", fill(run_->colour), stroke(run_->colour));
        put_matrix(run_->size * points, offset_, "cm");
        put("{} Q\n", drawn.font ? drawn.font->outline(drawn.glyph) : std::string("0.1 -0.1 0.8 0.9 re S"));
        if (const PdfFont* carrier = fonts_.carrier())
            show(*carrier, fmt::format("{:04X}", fonts_.carrier_code()), offset_, 3);
    }

    double height_;
    const FontBook& book_;
    const PdfFonts& fonts_;
    const TextRun* run_ = nullptr;
    double cos_ = 1, sin_ = 0, offset_ = 0;
    std::string out_;
};

}  // namespace

std::string page_content(const Page& page, const FontBook& book, const PdfFonts& fonts) {
    ContentWriter writer(page, book, fonts);
    for (const Operation& operation : page.operations) std::visit(writer, operation);
    return writer.take();
}

}  // namespace yc::reports
