#include "reports/bar_chart.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace yc::reports {

namespace {

constexpr Colour first_colour{47, 82, 122}, second_colour{158, 184, 212}, grey{90, 90, 90};
constexpr double head_height = 7;                       // mm, title and legend
constexpr double highest_step = 13, lowest_step = 7.2;  // mm, of a pair of lying bars
const TextStyle title_style{Face::heading, 3.6, 1.3};
const TextStyle label_style{Face::body, 2.7, 1.3, Align::left, false, 0, grey};

int64_t highest(const ChartData& data) {
    int64_t most = 1;
    for (const auto* series : {&data.first, &data.second})
        for (const int64_t value : *series) most = std::max(most, value);
    return most;
}

void fill(Sheet& sheet, double x, double y, double width, double height, Colour colour) {
    if (width > 0 && height > 0) sheet.draw(Box{x, y, width, height, 0, true, colour, colour});
}

TextStyle aligned(Align align) {
    TextStyle style = label_style;
    style.align = align;
    return style;
}

/// Title and legend; returns what is left for the bars.
Area draw_head(Sheet& sheet, const Area& area, const ChartData& data) {
    sheet.text_at(area.x, area.y + 3.6, data.title, title_style);
    double x = area.x + area.width;
    for (const auto& [name, colour] :
         {std::pair(data.second_series, second_colour), std::pair(data.first_series, first_colour)}) {
        sheet.text_at(x, area.y + 3.4, name, aligned(Align::right));
        x -= sheet.fonts().width(name, label_style.face, label_style.size) + 4;
        fill(sheet, x, area.y + 1.2, 2.8, 2.4, colour);
        x -= 3;
    }
    return {area.x, area.y + head_height, area.width, area.height - head_height};
}

/// The label cut to two lines of a width, with … where something was left out.
std::string shortened(const Sheet& sheet, const std::string& text, double width) {
    const double line = sheet.height_of("x", width, label_style);
    const auto fits = [&](const std::string& t) {
        return sheet.height_of(t, width, label_style) < 2.5 * line;
    };
    if (fits(text)) return text;
    std::u32string points = base::decode_utf8(text);
    while (!points.empty() && !fits(base::encode_utf8(points) + "…")) points.pop_back();
    return base::encode_utf8(points) + "…";
}

}  // namespace

void draw_columns(Sheet& sheet, const Area& area, const ChartData& data) {
    const Area plot = draw_head(sheet, area, data);
    if (data.labels.empty()) return;
    const double base = plot.y + plot.height - 5, tallest = plot.height - 9;
    const double step = plot.width / double(data.labels.size()), bar = std::min(step * 0.36, 5.0);
    const double scale = tallest / double(highest(data));
    sheet.draw(Line{plot.x, base, plot.x + plot.width, base, 0.25, grey});
    for (size_t i = 0; i < data.labels.size(); ++i) {
        const double middle = plot.x + (double(i) + 0.5) * step;
        const auto column = [&](double x, int64_t value, Colour colour) {
            const double height = double(value) * scale;
            fill(sheet, x, base - height, bar, height, colour);
            if (value > 0)
                sheet.text_at(x + bar / 2, base - height - 0.8, std::to_string(value),
                              aligned(Align::centre));
        };
        column(middle - bar, data.first[i], first_colour);
        column(middle, data.second[i], second_colour);
        sheet.text_at(middle, base + 3.8, data.labels[i], aligned(Align::centre));
    }
}

double bars_height(size_t pairs) {
    return head_height + std::clamp(double(pairs) * highest_step, 33.0, 9 * lowest_step);
}

std::vector<std::string> without_common_place(std::vector<std::string> names) {
    if (names.size() < 2) return names;
    std::u32string common = base::decode_utf8(names.front());
    for (const std::string& name : names) {
        const std::u32string other = base::decode_utf8(name);
        const auto end = std::mismatch(common.begin(), common.end(), other.begin(), other.end()).first;
        common.erase(end, common.end());
        if (common.size() == other.size()) common.pop_back();
    }
    const size_t last = common.find_last_of(U"省市区州盟县旗乡镇 ");
    if (last == std::u32string::npos) return names;
    const size_t cut = base::encode_utf8(common.substr(0, last + 1)).size();
    for (std::string& name : names) name.erase(0, cut);
    return names;
}

void draw_bars(Sheet& sheet, const Area& area, const ChartData& data) {
    const Area plot = draw_head(sheet, area, data);
    if (data.labels.empty()) return;
    const double names = plot.width * 0.34, left = plot.x + names;
    const double step = std::min(plot.height / double(data.labels.size()), highest_step),
                 bar = std::min(step * 0.34, 3.8);
    const double scale = (plot.width - names - 10) / double(highest(data));
    for (size_t i = 0; i < data.labels.size(); ++i) {
        const double middle = plot.y + (double(i) + 0.5) * step;
        const auto row = [&](double y, int64_t value, Colour colour) {
            fill(sheet, left, y, double(value) * scale, bar, colour);
            sheet.text_at(left + double(value) * scale + 1, y + bar / 2 + 1, std::to_string(value),
                          label_style);
        };
        const std::string label = shortened(sheet, data.labels[i], names - 3);
        const double height = sheet.height_of(label, names - 3, label_style);
        sheet.text_in(plot.x + 1, middle - height / 2, names - 3, label, aligned(Align::right));
        row(middle - bar, data.first[i], first_colour);
        row(middle, data.second[i], second_colour);
    }
    sheet.draw(Line{left, plot.y, left, plot.y + step * double(data.labels.size()), 0.25, grey});
}

}  // namespace yc::reports
