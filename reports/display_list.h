#pragma once
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace yc::reports {

/// What a report draws, in millimetres from the top left corner of the page, y downwards. The list knows no
/// toolkit: pdf_writer.h writes it to PDF, a window draws the very same list.
/// Operations are drawn in order. Plain values; safe to copy between threads.

struct Colour {
    uint8_t red = 0, green = 0, blue = 0;
    friend bool operator==(const Colour&, const Colour&) = default;
};
inline constexpr Colour black{0, 0, 0};

/// Kinds of type of Chinese official paper; FontBook finds what the machine has for each.
enum class Face {
    body,       ///< 仿宋 or 宋: running text
    body_bold,  ///< bold of the same
    heading,    ///< 黑体: titles of tables and sections
    title,      ///< 小标宋 or bold 宋: the name of the paper
    digits,     ///< even-width figures: case numbers, digests
};
inline constexpr int face_count = 5;

/// One line of text, never broken. `x` and `baseline` place its start.
struct TextRun {
    double x = 0, baseline = 0;
    std::string text;  ///< UTF-8
    Face face = Face::body;
    double size = 4;     ///< body size (em) in mm; 1 pt = 0.3528 mm
    double spacing = 0;  ///< added after every character, in mm (justification)
    Colour colour = black;
    double angle = 0;  ///< degrees counter-clockwise around the start (sample mark)
};

struct Line {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    double width = 0.2;
    Colour colour = black;
    bool dashed = false;
};

/// A frame, a filled area, or both; a width of 0 draws no frame.
struct Box {
    double x = 0, y = 0, width = 0, height = 0;
    double frame = 0.2;
    bool filled = false;
    Colour fill = black;
    Colour colour = black;  ///< of the frame
};

/// A bar code or QR symbol: black rectangles drawn as one, so that nothing is antialiased between them.
struct Bars {
    struct Bar {
        double x = 0, y = 0, width = 0, height = 0;
    };
    std::vector<Bar> bars;
};

using Operation = std::variant<TextRun, Line, Box, Bars>;

struct Page {
    double width = 210, height = 297;  ///< A4
    std::vector<Operation> operations;
};

inline constexpr double mm_per_point = 25.4 / 72;

}  // namespace yc::reports
