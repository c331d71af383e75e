#include "reports/daily_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "reports/bar_chart.h"
#include "reports/sheet.h"

namespace yc::reports {

namespace {

using localization::Args;

const TextStyle small{Face::body, 3.0, 1.45, Align::left, false, 0, {70, 70, 70}};
const TextStyle section{Face::heading, 4.0, 1.6};
constexpr size_t most_bars = 9;

/// Lays the report out in one language.
class DailyWriter {
  public:
    DailyWriter(const DailyFigures& figures, const DailyReportContext& context, const FontBook& fonts,
                const Flow& flow)
        : figures_(figures), context_(context), sheet_(fonts, 297, 210, {15, 14, 15, 24}, flow) {}

    Sheet write() {
        put_head();
        put_balance();
        put_rates();
        put_charts();
        put_breakdown("department", figures_.by_department);
        put_breakdown("counter", named_counters());
        put_breakdown("item", figures_.by_item);
        put_register();
        put_close();
        return std::move(sheet_);
    }

  private:
    [[nodiscard]] std::string tr(std::string_view key, const Args& args = {}) const {
        return localization::tr_in(context_.language, key, args);
    }

    void put_head() {
        const double middle = (sheet_.left() + sheet_.right()) / 2, top = sheet_.y();
        sheet_.text_at(middle, top + 6.5, tr("report.daily.title"), {Face::title, 7, 1.3, Align::centre});
        sheet_.text_at(sheet_.left(), top + 14, context_.hall_name, {Face::heading, 4.2, 1.3});
        sheet_.text_at(middle, top + 14, base::to_string(figures_.day),
                       {Face::heading, 4.2, 1.3, Align::centre});
        const std::string as_of =
            figures_.as_of_seq > 0 ? tr("report.daily.as_of", {{"seq", std::to_string(figures_.as_of_seq)}})
                                   : tr("report.daily.this_machine");
        sheet_.text_at(sheet_.right(), top + 14, as_of, {Face::body, 3.4, 1.3, Align::right});
        sheet_.draw(Line{sheet_.left(), top + 16.5, sheet_.right(), top + 16.5, 0.5});
        sheet_.move_to(top + 19);
    }

    /// 上期待办 + 收件 = 办结 + 不予受理 + 退件/撤回 + 期末待办, as seven boxes with signs between them.
    void put_balance() {
        const DayCounts& c = figures_.total;
        const std::vector<std::pair<const char*, int64_t>> terms{{"opening_pending", c.opening_pending},
                                                                 {"received", c.received},
                                                                 {"closed", c.closed},
                                                                 {"declined", c.declined},
                                                                 {"returned", c.returned},
                                                                 {"closing_pending", c.closing_pending}};
        constexpr const char* signs[] = {"+", "=", "+", "+", "+"};
        const double gap = 8, width = (sheet_.content_width() - gap * 5) / 6, top = sheet_.y(), height = 17;
        double x = sheet_.left();
        for (size_t i = 0; i < terms.size(); ++i) {
            sheet_.draw(Box{x, top, width, height, 0.3, true, {246, 248, 251}, {120, 140, 165}});
            const auto key = std::string("report.count.") + terms[i].first;
            sheet_.text_at(x + width / 2, top + 5.4, tr(key), {Face::body, 3.3, 1.3, Align::centre});
            sheet_.text_at(x + width / 2, top + 14, std::to_string(terms[i].second),
                           {Face::heading, 7, 1.3, Align::centre});
            x += width;
            if (i < 5)
                sheet_.text_at(x + gap / 2, top + 11, signs[i], {Face::heading, 5.5, 1.3, Align::centre});
            x += gap;
        }
        sheet_.move_to(top + height + 2);
        sheet_.paragraph(
            tr(c.balances() ? "report.daily.balanced" : "report.daily.unbalanced",
               {{"left", std::to_string(c.opening_pending + c.received)},
                {"right", std::to_string(c.closed + c.declined + c.returned + c.closing_pending)}}) +
                details(),
            small);
        if (figures_.late.received + figures_.late.finished > 0)
            sheet_.paragraph(
                tr("report.daily.late", {{"received", std::to_string(figures_.late.received)},
                                         {"finished", std::to_string(figures_.late.finished)},
                                         {"cases", std::to_string(figures_.late.case_ids.size())}}),
                small);
        sheet_.skip(1.5);
    }

    [[nodiscard]] std::string details() const {
        const DayCounts& c = figures_.total;
        Args args;
        for (const auto& [name, value] :
             std::initializer_list<std::pair<const char*, int64_t>>{{"granted", c.granted},
                                                                    {"refused", c.refused},
                                                                    {"spot", c.on_the_spot},
                                                                    {"early", c.early},
                                                                    {"on_time", c.on_time},
                                                                    {"late", c.late},
                                                                    {"no_limit", c.no_limit},
                                                                    {"before", c.pending_before_acceptance},
                                                                    {"supplement", c.pending_supplement},
                                                                    {"work", c.pending_in_work},
                                                                    {"paused", c.pending_paused},
                                                                    {"overdue", c.pending_overdue},
                                                                    {"moved", c.moved_since}})
            args[name] = std::to_string(value);
        return tr("report.daily.details", args) + (c.moved_since > 0 ? tr("report.daily.moved", args) : "");
    }

    void put_rates() {
        const double width = sheet_.content_width();
        const std::vector<Column> columns{{46}, {24, Align::right}, {34, Align::right}, {width - 104}};
        std::vector<std::vector<Cell>> rows{head({"rate", "value", "made_of", "formula"})};
        for (const Rate& rate : figures_.rates) {
            const auto value = rate.value();
            rows.push_back({{tr("report.rate." + rate.key)},
                            {value ? fmt::format("{:.1f} %", *value * 100) : std::string("—")},
                            {fmt::format("{} / {}", rate.numerator, rate.denominator)},
                            {tr("report.rate." + rate.key + ".formula")}});
        }
        sheet_.table(columns, rows, table_style(3.1));
        sheet_.skip(4);
    }

    void put_charts() {
        const ChartData departments = department_chart();
        const double height = bars_height(departments.labels.size());
        sheet_.begin_piece(height);
        const double gap = 10, half = (sheet_.content_width() - gap) / 2, top = sheet_.y();
        draw_bars(sheet_, {sheet_.left(), top, half, height}, departments);
        draw_columns(sheet_, {sheet_.left() + half + gap, top, half, height}, hour_chart());
        sheet_.move_to(top + height + 3);
    }

    [[nodiscard]] ChartData chart(const char* title) const {
        return {tr(title), tr("report.count.received"), tr("report.count.closed"), {}, {}, {}};
    }

    [[nodiscard]] ChartData department_chart() const {
        auto rows = figures_.by_department;
        std::stable_sort(rows.begin(), rows.end(), [](const DayRow& a, const DayRow& b) {
            return a.counts.received + a.counts.closed > b.counts.received + b.counts.closed;
        });
        std::vector<std::string> names;
        for (const DayRow& row : rows) names.push_back(row.name);
        names = without_common_place(std::move(names));
        ChartData data = chart("report.daily.chart.department");
        for (size_t i = 0; i < rows.size(); ++i) {
            if (i < most_bars) {
                data.labels.push_back(names[i]);
                data.first.push_back(0);
                data.second.push_back(0);
            } else {
                data.labels.back() = tr("report.daily.others");
            }
            data.first.back() += rows[i].counts.received;
            data.second.back() += rows[i].counts.closed;
        }
        return data;
    }

    /// Office hours always; other hours only when something happened in them.
    [[nodiscard]] ChartData hour_chart() const {
        ChartData data = chart("report.daily.chart.hour");
        size_t from = 8, to = 18;
        for (size_t hour = 0; hour < 24; ++hour) {
            if (figures_.received_by_hour[hour] + figures_.closed_by_hour[hour] == 0) continue;
            from = std::min(from, hour);
            to = std::max(to, hour + 1);
        }
        for (size_t hour = from; hour < to; ++hour) {
            data.labels.push_back(std::to_string(hour));
            data.first.push_back(figures_.received_by_hour[hour]);
            data.second.push_back(figures_.closed_by_hour[hour]);
        }
        return data;
    }

    [[nodiscard]] std::vector<DayRow> named_counters() const {
        auto rows = figures_.by_counter;
        for (DayRow& row : rows)
            if (const auto name = context_.counter_names.find(row.id); name != context_.counter_names.end())
                row.name = name->second;
        return rows;
    }

    [[nodiscard]] std::vector<Cell> head(std::initializer_list<const char*> keys) const {
        std::vector<Cell> row;
        for (const char* key : keys)
            row.push_back({tr("report.daily.column." + std::string(key)), true, true});
        return row;
    }

    [[nodiscard]] static TableStyle table_style(double size) {
        TableStyle style;
        style.text.size = size;
        style.text.leading = 1.3;
        style.padding = 1.2;
        style.row_padding = 0.84;
        style.rule = 0.15;
        style.rule_colour = {110, 110, 110};
        style.header_rows = 1;
        return style;
    }

    [[nodiscard]] static std::vector<Cell> counts_row(const std::string& name, const DayCounts& c,
                                                      bool strong) {
        std::vector<Cell> row{{name, strong, strong}};
        for (const int64_t value :
             {c.opening_pending, c.received, c.received_immediate, c.closed, c.on_the_spot, c.early,
              c.on_time, c.late, c.declined, c.returned, c.closing_pending, c.pending_overdue})
            row.push_back({std::to_string(value), strong, strong});
        return row;
    }

    void put_breakdown(const std::string& by, const std::vector<DayRow>& rows) {
        if (rows.empty()) return;
        sheet_.skip(2);
        sheet_.heading(tr("report.daily.by_" + by), section, 24);
        std::vector<Column> columns{{sheet_.content_width() - 12 * 18}};
        for (int i = 0; i < 12; ++i) columns.push_back({18, Align::right});
        std::vector<std::vector<Cell>> cells{
            head({by.c_str(), "opening", "received", "immediate", "closed", "spot", "early", "on_time",
                  "late", "declined", "returned", "closing", "overdue"})};
        for (const DayRow& row : rows) cells.push_back(counts_row(row.name, row.counts, false));
        cells.push_back(counts_row(tr("report.daily.total"), figures_.total, true));
        sheet_.table(columns, cells, table_style(3.0));
    }

    [[nodiscard]] std::string outcome_words(const std::string& name) const {
        const std::string key = "report.outcome." + name;
        const std::string words = tr(key);
        return words == key ? name : words;
    }

    void put_register() {
        if (figures_.cases.empty()) return;
        sheet_.skip(2);
        sheet_.heading(tr("report.daily.register"), section, 24);
        const double width = sheet_.content_width();
        const std::vector<Column> columns{
            {12, Align::right}, {50}, {width - 12 - 50 - 56 - 31 - 31 - 27}, {56}, {31}, {31}, {27}};
        std::vector<std::vector<Cell>> cells{
            head({"number", "case_no", "item", "department", "came_in", "went_out", "outcome"})};
        size_t number = 0;
        for (const RegisterRow& row : figures_.cases)
            cells.push_back({{std::to_string(++number)},
                             {row.case_no},
                             {row.item},
                             {row.department},
                             {base::to_minute_string(row.received)},
                             {row.out ? base::to_minute_string(*row.out) : std::string("—")},
                             {outcome_words(row.outcome)}});
        sheet_.table(columns, cells, table_style(3.0));
    }

    void put_close() {
        const double width = sheet_.content_width();
        sheet_.begin_closing(9 + 6 + sheet_.height_of(tr("report.daily.definitions"), width, small) + 5);
        sheet_.move_to(sheet_.y() + 9);
        const double share = width / 3;
        double x = sheet_.left();
        for (const char* key :
             {"report.daily.made_by", "report.daily.checked_by", "report.daily.supervisor"}) {
            const std::string label = tr(key);
            sheet_.text_at(x, sheet_.y(), label, {Face::body, 3.6, 1.3});
            const double from = x + sheet_.fonts().width(label, Face::body, 3.6) + 1;
            if (x == sheet_.left())
                sheet_.text_at(from + 2, sheet_.y(), context_.made_by, {Face::body, 3.6, 1.3});
            sheet_.draw(Line{from, sheet_.y() + 1, x + share - 8, sheet_.y() + 1, 0.2});
            x += share;
        }
        sheet_.move_to(sheet_.y() + 6);
        sheet_.paragraph(tr("report.daily.definitions"), small);
        sheet_.text_at(sheet_.left(), sheet_.y() + 3.6, "SHA-256 " + digest_of(figures_),
                       {Face::digits, 2.9, 1.3, Align::left, false, 0, {70, 70, 70}});
        put_foot();
    }

    void put_foot() {
        const std::string printed = tr(
            "report.printed", {{"time", base::to_minute_string(context_.made_at)}, {"by", context_.made_by}});
        print_footers(sheet_,
                      {context_.hall_name + "　　" + printed,
                       context_.sample ? tr("report.sample_note") : std::string(), context_.language});
        if (context_.sample) print_sample_mark(sheet_, tr("report.sample_mark"));
    }

    const DailyFigures& figures_;
    const DailyReportContext& context_;
    Sheet sheet_;
};

}  // namespace

Document make_daily_report(const DailyFigures& figures, const DailyReportContext& context,
                           const FontBook& fonts) {
    auto sheet = lay_out_fitting([&](const Flow& flow) -> base::Result<Sheet> {
        return DailyWriter(figures, context, fonts, flow).write();
    });
    const bool english = context.language == localization::Language::en;
    return {localization::tr_in(context.language, "report.daily.title") + " " + base::to_string(figures.day),
            context.hall_name, english ? "en" : "zh-CN", context.made_at, std::move(sheet->pages())};
}

}  // namespace yc::reports
