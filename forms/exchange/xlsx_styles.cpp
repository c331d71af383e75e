#include "forms/exchange/xlsx_styles.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <set>

#include "core/base/date.h"
#include "forms/exchange/xml_reader.h"

namespace yc::forms::exchange {

using base::Result;

namespace {

int number(const std::string& text) {
    int value = -1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// Names the first worksheet.
class WorkbookReader : public XmlReader {
  public:
    std::string first_sheet;  ///< its relation
    bool from_1904 = false;

  private:
    void on_start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "sheet" && first_sheet.empty()) first_sheet = attribute(attributes, "r:id");
        if (name == "workbookPr") {
            const auto flag = attribute(attributes, "date1904");
            from_1904 = flag == "1" || flag == "true";
        }
    }
    void on_end(std::string_view) override {}
    void on_text(std::string_view) override {}
};

class RelationReader : public XmlReader {
  public:
    explicit RelationReader(std::string wanted) : wanted_(std::move(wanted)) {}
    std::string target;

  private:
    void on_start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "Relationship" && attribute(attributes, "Id") == wanted_)
            target = attribute(attributes, "Target");
    }
    void on_end(std::string_view) override {}
    void on_text(std::string_view) override {}
    std::string wanted_;
};

/// Whether a number format shows a date: the built-in ones of ECMA-376 §18.8.30, East Asian ones included,
/// and own ones with year, month or day outside quotes and brackets.
bool is_date_format(int id) {
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
           (id >= 50 && id <= 58);
}

bool is_date_format(const std::string& code) {
    bool quoted = false;
    bool bracketed = false;
    for (const char c : code) {
        if (c == '"') quoted = !quoted;
        if (c == '[') bracketed = true;
        if (!quoted && !bracketed && std::string_view("yYdDmMhH").find(c) != std::string_view::npos)
            return true;
        if (c == ']') bracketed = false;
    }
    return false;
}

class StyleReader : public XmlReader {
  public:
    std::vector<bool> date_styles;

  private:
    void on_start(std::string_view name, const XmlAttributes& attributes) override {
        const auto id = number(attribute(attributes, "numFmtId"));
        if (name == "numFmt" && is_date_format(attribute(attributes, "formatCode"))) own_.insert(id);
        if (name == "cellXfs") in_cells_ = true;
        if (name == "xf" && in_cells_ && date_styles.size() < 100'000)
            date_styles.push_back(is_date_format(id) || own_.contains(id));
    }
    void on_end(std::string_view name) override {
        if (name == "cellXfs") in_cells_ = false;
    }
    void on_text(std::string_view) override {}
    std::set<int> own_;
    bool in_cells_ = false;
};

}  // namespace

std::optional<std::string> Workbook::date_text(double days) const {
    constexpr double most_days = 2'958'466;  // 9999-12-31
    if (!(days >= 1) || days >= most_days) return std::nullopt;
    using namespace std::chrono;
    const auto epoch = from_1904 ? sys_days{year{1904} / 1 / 1} : sys_days{year{1899} / 12 / 30};
    const auto whole = std::floor(days);
    const auto seconds = static_cast<long>(std::lround((days - whole) * 86400));
    const year_month_day day{epoch + std::chrono::days(static_cast<int>(whole)) +
                             std::chrono::days(seconds / 86400)};
    const auto date = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    const auto rest = seconds % 86400;
    return rest == 0 ? date
                     : fmt::format("{} {:02}:{:02}:{:02}", date, rest / 3600, rest / 60 % 60, rest % 60);
}

Result<Workbook> read_workbook(XlsxArchive& archive) {
    Workbook workbook;
    WorkbookReader book;
    YC_CHECK(archive.parse("xl/workbook.xml", book));
    RelationReader relations(book.first_sheet);
    YC_CHECK(archive.parse("xl/_rels/workbook.xml.rels", relations));
    auto target = relations.target;
    if (target.starts_with("/")) target.erase(0, 1);
    workbook.sheet_part = target.starts_with("xl/") ? target : "xl/" + target;
    workbook.from_1904 = book.from_1904;
    if (archive.has("xl/styles.xml")) {
        StyleReader styles;
        YC_CHECK(archive.parse("xl/styles.xml", styles));
        workbook.date_styles = std::move(styles.date_styles);
    }
    return workbook;
}

}  // namespace yc::forms::exchange
