#include "reports/bar_code.h"

#include <qrencode.h>

#include <algorithm>
#include <array>
#include <memory>

namespace yc::reports {

namespace {

/// Bar and space widths of the symbol characters 0–106 (ISO/IEC 15417 table 1); 106 is the stop with its last
/// bar.
constexpr std::array<std::string_view, 107> patterns{
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213",
    "221312", "231212", "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132",
    "221231", "213212", "223112", "312131", "311222", "321122", "321221", "312212", "322112", "322211",
    "212123", "212321", "232121", "111323", "131123", "131321", "112313", "132113", "132311", "211313",
    "231113", "231311", "112133", "112331", "132131", "113123", "113321", "133121", "313121", "211331",
    "231131", "213113", "213311", "213131", "311123", "311321", "331121", "312113", "312311", "332111",
    "314111", "221411", "431111", "111224", "111422", "121124", "121421", "141122", "141221", "112214",
    "112412", "122114", "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111",
    "111242", "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211", "212141",
    "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311", "113141",
    "114131", "311141", "411131", "211412", "211214", "211232", "2331112"};
constexpr int to_c = 99, to_b = 100, start_b = 104, start_c = 105, stop = 106;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

size_t digits_from(std::string_view text, size_t at) {
    size_t count = 0;
    while (at + count < text.size() && is_digit(text[at + count])) ++count;
    return count;
}

/// Set C pays when it starts or ends the text with four digits, or stands inside it with six.
bool worth_c(std::string_view text, size_t at) {
    const size_t run = digits_from(text, at);
    if (run == text.size()) return run >= 2;
    return run >= ((at == 0 || at + run == text.size()) ? 4u : 6u);
}

std::vector<int> code128_symbols(std::string_view text) {
    std::vector<int> symbols;
    bool in_c = worth_c(text, 0) && digits_from(text, 0) % 2 == 0;
    symbols.push_back(in_c ? start_c : start_b);
    for (size_t at = 0; at < text.size();) {
        if (in_c && digits_from(text, at) >= 2) {
            symbols.push_back((text[at] - '0') * 10 + (text[at + 1] - '0'));
            at += 2;
        } else if (in_c) {
            symbols.push_back(to_b);
            in_c = false;
        } else if (worth_c(text, at) && digits_from(text, at) % 2 == 0) {
            symbols.push_back(to_c);
            in_c = true;
        } else {
            symbols.push_back(text[at++] - ' ');
        }
    }
    return symbols;
}

bool is_printable_ascii(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

}  // namespace

base::Result<std::vector<int>> code128_modules(std::string_view text) {
    if (!is_printable_ascii(text))
        return base::fail("report.code_not_ascii", "Code 128 takes printable ASCII here");
    std::vector<int> symbols = code128_symbols(text);
    int sum = symbols.front();
    for (size_t i = 1; i < symbols.size(); ++i) sum += int(i) * symbols[i];
    symbols.push_back(sum % 103);
    symbols.push_back(stop);
    std::vector<int> modules;
    for (const int symbol : symbols)
        for (const char width : patterns[size_t(symbol)]) modules.push_back(width - '0');
    return modules;
}

base::Result<Bars> code128(std::string_view text, double x, double y, double module, double height) {
    YC_TRY(const auto modules, code128_modules(text));
    Bars out;
    for (size_t i = 0; i < modules.size(); ++i) {
        const double width = modules[i] * module;
        if (i % 2 == 0) out.bars.push_back({x, y, width, height});
        x += width;
    }
    return out;
}

base::Result<double> code128_width(std::string_view text, double module) {
    YC_TRY(const auto modules, code128_modules(text));
    int sum = 0;
    for (const int width : modules) sum += width;
    return sum * module;
}

base::Result<Bars> qr_code(std::string_view text, double x, double y, double side) {
    if (!is_printable_ascii(text))
        return base::fail("report.code_not_ascii", "QR takes printable ASCII here");
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(int(text.size()), reinterpret_cast<const unsigned char*>(text.data()), 0,
                          QR_ECLEVEL_M),
        &QRcode_free);
    if (!code) return base::fail("report.code_too_long", "libqrencode refused the text");
    const double module = side / code->width;
    const auto dark = [&](int row, int column) { return (code->data[row * code->width + column] & 1) != 0; };
    Bars out;
    for (int row = 0; row < code->width; ++row)
        for (int column = 0; column < code->width; ++column) {
            if (!dark(row, column)) continue;
            const int from = column;
            while (column + 1 < code->width && dark(row, column + 1)) ++column;
            out.bars.push_back({x + from * module, y + row * module, (column - from + 1) * module, module});
        }
    return out;
}

}  // namespace yc::reports
