#include <charconv>
#include <cmath>

#include "forms/exchange/sheet.h"
#include "forms/exchange/xlsx_archive.h"
#include "forms/exchange/xlsx_styles.h"
#include "forms/exchange/xml_reader.h"

namespace yc::forms::exchange {

using base::fail;
using base::Result;

namespace {

constexpr size_t most_text = 256UL << 20;  ///< bytes of all cells together

/// Texts of a run of rich text, phonetic readings left out. The base of both readers below.
class TextReader : public XmlReader {
  protected:
    void add_text(std::string& to, std::string_view text) {
        if (to.size() + text.size() > longest_cell) return stop(fail("catalogue.sheet_too_big", "cell"));
        total_ += text.size();
        if (total_ > most_text) return stop(fail("catalogue.sheet_too_big", "text"));
        to += text;
    }

  private:
    size_t total_ = 0;
};

class SharedStrings : public TextReader {
  public:
    std::vector<std::string> texts;

  private:
    void on_start(std::string_view name, const XmlAttributes&) override {
        if (name == "si") texts.emplace_back();
        if (name == "rPh") phonetic_ = true;
        in_text_ = name == "t" && !phonetic_;
        if (texts.size() > most_rows * 10) stop(fail("catalogue.sheet_too_big", "strings"));
    }
    void on_end(std::string_view name) override {
        if (name == "rPh") phonetic_ = false;
        in_text_ = false;
    }
    void on_text(std::string_view text) override {
        if (in_text_ && !texts.empty()) add_text(texts.back(), text);
    }
    bool in_text_ = false;
    bool phonetic_ = false;
};

/// 1 for A, 28 for AB; 0 when the reference names no column.
size_t column_of(std::string_view reference) {
    size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || column > 100'000) break;
        column = column * 26 + static_cast<size_t>(c - 'A' + 1);
    }
    return column;
}

class SheetReader : public TextReader {
  public:
    SheetReader(const Workbook& workbook, std::vector<std::string> shared)
        : workbook_(workbook), shared_(std::move(shared)) {}
    Sheet sheet;

  private:
    void on_start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "row") begin_row(attributes);
        if (name == "c") begin_cell(attributes);
        if (name == "rPh") phonetic_ = true;
        in_value_ = name == "v" || (name == "t" && !phonetic_);
    }

    void begin_row(const XmlAttributes& attributes) {
        size_t number = last_row_ + 1;
        const auto text = attribute(attributes, "r");
        std::from_chars(text.data(), text.data() + text.size(), number);
        last_row_ = number;
        sheet.push_back({number, {}});
        if (sheet.size() > most_rows) stop(fail("catalogue.sheet_too_big", "rows"));
    }

    void begin_cell(const XmlAttributes& attributes) {
        if (sheet.empty()) return stop(fail("catalogue.xlsx_broken", "a cell outside rows"));
        auto& cells = sheet.back().cells;
        const auto column = column_of(attribute(attributes, "r"));
        column_ = column > 0 ? column : cells.size() + 1;
        type_ = attribute(attributes, "t");
        style_ = 0;
        const auto style = attribute(attributes, "s");
        std::from_chars(style.data(), style.data() + style.size(), style_);
        value_.clear();
    }

    void on_end(std::string_view name) override {
        if (name == "rPh") phonetic_ = false;
        if (name == "v" || name == "t") in_value_ = false;
        if (name == "c") end_cell();
    }

    void end_cell() {
        if (value_.empty() || sheet.empty()) return;
        if (column_ > most_columns) return stop(fail("catalogue.sheet_too_big", "columns"));
        auto& cells = sheet.back().cells;
        if (cells.size() < column_) {
            cells_ += column_ - cells.size();
            if (cells_ > most_cells) return stop(fail("catalogue.sheet_too_big", "cells"));
            cells.resize(column_);
        }
        cells[column_ - 1] = shown();
    }

    void on_text(std::string_view text) override {
        if (in_value_) add_text(value_, text);
    }

    /// The value as a person would read it.
    std::string shown() const {
        if (type_ == "s") {
            size_t number = shared_.size();
            std::from_chars(value_.data(), value_.data() + value_.size(), number);
            return number < shared_.size() ? shared_[number] : std::string();
        }
        if (type_ == "b") return value_ == "1" ? "是" : "否";
        if (type_ == "e") return {};
        return type_.empty() || type_ == "n" ? shown_number() : value_;
    }

    std::string shown_number() const {
        double number = 0;
        const auto* end = value_.data() + value_.size();
        if (std::from_chars(value_.data(), end, number).ptr != end) return value_;
        const bool date = style_ < workbook_.date_styles.size() && workbook_.date_styles[style_];
        if (date)
            if (auto text = workbook_.date_text(number)) return *std::move(text);
        constexpr double exact = 9e15;
        if (std::floor(number) == number && std::abs(number) < exact)
            return std::to_string(static_cast<int64_t>(number));
        return value_;
    }

    const Workbook& workbook_;
    std::vector<std::string> shared_;
    size_t last_row_ = 0;
    size_t column_ = 0;
    size_t cells_ = 0;
    size_t style_ = 0;
    std::string type_;
    std::string value_;
    bool in_value_ = false;
    bool phonetic_ = false;
};

}  // namespace

Result<Sheet> read_xlsx(std::string_view bytes) {
    YC_TRY(auto archive, XlsxArchive::open(bytes));
    YC_TRY(const auto workbook, read_workbook(archive));
    SharedStrings shared;
    if (archive.has("xl/sharedStrings.xml")) YC_CHECK(archive.parse("xl/sharedStrings.xml", shared));
    SheetReader reader(workbook, std::move(shared.texts));
    YC_CHECK(archive.parse(workbook.sheet_part, reader));
    std::erase_if(reader.sheet, [](const SheetRow& row) { return row.cells.empty(); });
    return std::move(reader.sheet);
}

}  // namespace yc::forms::exchange
