#include "reports/guide.h"

#include <algorithm>
#include <functional>

#include "reports/guide_words.h"
#include "reports/notice_facts.h"
#include "reports/notice_tables.h"
#include "reports/sheet.h"
#include "reports/zh.h"

namespace yc::reports {

namespace {

const TextStyle text_style{Face::body, 3.8, 1.5, Align::left, true};
const TextStyle small{Face::body, 3.2, 1.5, Align::left, true, 0, {60, 60, 60}};
const TextStyle section_style{Face::heading, 4.2, 1.7};

/// Puts one guide on a sheet, section by section; sections with nothing to say are left out.
class GuideWriter {
  public:
    GuideWriter(const Guide& guide, const GuideContext& context, const FontBook& fonts, const Flow& flow)
        : guide_(guide), context_(context), sheet_(fonts, 210, 297, {24, 16, 22, 23}, flow) {}

    Sheet write() {
        put_head();
        put_facts();
        put_answers();
        put_each("conditions",
                 [](const GuideItem& one) { return one.item.definition().acceptance_conditions; });
        put_materials();
        put_steps();
        put_each("limits", [](const GuideItem& one) {
            const domain::ItemGuide& more = one.item.definition().guide;
            return joined({sentence(more.statutory_explanation), sentence(more.promised_explanation),
                           sentence(procedures_of(more))},
                          "\n");
        });
        put_windows();
        put_each("basis", [](const GuideItem& one) {
            return domain::legal_basis_text(one.item.definition().legal_basis);
        });
        put_questions();
        put_each("remedies", [](const GuideItem& one) {
            const domain::ItemGuide& more = one.item.definition().guide;
            return joined({more.reconsideration, more.litigation}, "");
        });
        put_foot();
        return std::move(sheet_);
    }

  private:
    [[nodiscard]] bool several() const { return guide_.items.size() > 1; }
    [[nodiscard]] const domain::ItemDefinition& only() const {
        return guide_.items.front().item.definition();
    }

    void put_head() {
        const double middle = (sheet_.left() + sheet_.right()) / 2;
        if (!context_.hall.name.empty()) {
            sheet_.text_at(middle, sheet_.y() + 5, context_.hall.name,
                           {Face::heading, 4.6, 1.3, Align::centre});
            sheet_.move_to(sheet_.y() + 8);
        }
        sheet_.text_at(middle, sheet_.y() + 9, guide_title(), {Face::title, 8.2, 1.3, Align::centre});
        sheet_.move_to(sheet_.y() + 12);
        sheet_.paragraph(guide_.name, {Face::heading, 4.8, 1.5, Align::centre});
        sheet_.skip(1);
        sheet_.paragraph(zh("report.guide.nature"), small);
    }

    void put_section(const char* name) {
        sheet_.skip(2.2);
        sheet_.heading(zh("report.guide.section", {{"number", zh_number(++sections_)},
                                                   {"title", zh("report.guide." + std::string(name))}}),
                       section_style, 19);
    }

    static std::string zh_number(int number) {
        constexpr const char* numerals[] = {"一", "二", "三", "四", "五",   "六",
                                            "七", "八", "九", "十", "十一", "十二"};
        return numerals[std::clamp(number, 1, 12) - 1];
    }

    void put_facts() {
        put_section("facts");
        if (several()) return put_members();
        const GuideItem& one = guide_.items.front();
        const domain::ItemGuide& more = only().guide;
        std::vector<FormRow> rows;
        const auto add = [&](const char* label, const std::string& value) {
            if (!value.empty())
                rows.push_back({.label = zh("report.guide.label." + std::string(label)), .value = value});
        };
        add("code", one.item.code);
        add("department", one.department_name);
        add("kind", zh("report.guide.kind." + std::string(base::to_name(one.item.case_kind))));
        add("scope", zh("report.guide.scope." + std::string(base::to_name(only().scope))));
        add("statutory", limit_words(only().statutory));
        add("promised", limit_words(only().promised));
        add("fee", fee_words(only()));
        add("result", only().result_name);
        add("visits", zh("report.guide.visits", {{"count", std::to_string(more.visits)}}) +
                          (more.visit_reason.empty() ? "" : "，" + more.visit_reason));
        add("ways", ways_of(more));
        add("consultation", more.consultation_phone);
        add("complaint", more.complaint_phone);
        add("online", more.online_address);
        put_fields(sheet_, rows);
    }

    /// The items of a package with department, limits and fee.
    void put_members() {
        std::vector<FormRow> rows;
        const auto add = [&](const char* label, const std::string& value) {
            if (!value.empty())
                rows.push_back({.label = zh("report.guide.label." + std::string(label)), .value = value});
        };
        add("code", guide_.code);
        add("lead", guide_.lead_department_name);
        add("about", guide_.about);
        put_fields(sheet_, rows);
        const std::vector<Column> columns{{11, Align::centre},
                                          {sheet_.content_width() - 11 - 40 - 25 - 25 - 22},
                                          {40},
                                          {25, Align::centre},
                                          {25, Align::centre},
                                          {22}};
        std::vector<std::vector<Cell>> cells{
            head_row({"number", "item", "department", "statutory", "promised", "fee"})};
        for (const GuideItem& one : guide_.items) {
            const domain::ItemDefinition& item = one.item.definition();
            const bool leads = std::string(one.item.department) == guide_.lead_department;
            cells.push_back({{std::to_string(cells.size())},
                             {one.item.name},
                             {one.department_name + (leads ? zh("report.guide.leads") : "")},
                             {limit_words(item.statutory)},
                             {limit_words(item.promised)},
                             {fee_words(item)}});
        }
        put_table(columns, cells);
    }

    void put_table(const std::vector<Column>& columns, const std::vector<std::vector<Cell>>& cells) {
        TableStyle style;
        style.header_rows = 1;
        sheet_.skip(0.8);
        sheet_.table(columns, cells, style);
        sheet_.skip(1);
    }

    void put_answers() {
        const auto answers = guide_answers(guide_);
        if (answers.empty()) return;
        put_section("answers");
        std::vector<std::vector<Cell>> cells{head_row({"question", "answer"})};
        for (const domain::Reason& each : answers) cells.push_back({{each.question}, {each.answer}});
        put_table({{sheet_.content_width() * 0.55}, {sheet_.content_width() * 0.45}}, cells);
    }

    /// A text for each item: said once when it is the same for all, else under the items' numbers.
    void put_each(const char* section, const std::function<std::string(const GuideItem&)>& text_of) {
        std::vector<std::string> texts;
        for (const GuideItem& one : guide_.items) texts.push_back(text_of(one));
        if (std::all_of(texts.begin(), texts.end(), [](const auto& text) { return text.empty(); })) return;
        put_section(section);
        const bool same = std::equal(texts.begin() + 1, texts.end(), texts.begin());
        for (size_t i = 0; i < (same ? 1 : texts.size()); ++i) {
            if (texts[i].empty()) continue;
            if (!same) put_item_name(i);
            sheet_.paragraph(texts[i], text_style);
        }
    }

    void put_item_name(size_t item) {
        if (!several()) return;
        sheet_.skip(0.8);
        sheet_.heading(std::to_string(item + 1) + "．" + guide_.items[item].item.name,
                       {Face::body_bold, 3.8, 1.5}, 12);
    }

    void put_materials() {
        put_section("materials");
        const auto all = guide_materials(guide_);
        if (all.empty()) return sheet_.paragraph(zh("report.guide.no_materials"), text_style);
        const double serves = several() ? 17 : 0;
        std::vector<Column> columns{{11, Align::centre},
                                    {sheet_.content_width() - 11 - 18 - 25 - 34 - serves},
                                    {18, Align::centre},
                                    {25, Align::centre},
                                    {34}};
        std::vector<std::vector<Cell>> cells{
            head_row({"number", "material_wanted", "necessity", "sets", "source"})};
        if (several()) {
            columns.push_back({serves, Align::centre});
            cells.front().push_back(head_row({"serves"}).front());
        }
        for (const GuideMaterial& each : all) {
            const domain::Material& material = each.material;
            cells.push_back({{std::to_string(cells.size())},
                             {joined({material.name, material.acceptance_standard}, "\n")},
                             {zh("report.necessity." + std::string(base::to_name(material.necessity)))},
                             {copies_of(material)},
                             {source_of(material)}});
            if (several()) cells.back().push_back({zh_numbers(each.items)});
        }
        put_table(columns, cells);
        sheet_.paragraph(zh(several() ? "report.guide.one_pile" : "report.guide.deferrable"), small);
    }

    /// The lead department's items first.
    void put_steps() {
        put_section("steps");
        if (!guide_.lead_department_name.empty())
            sheet_.paragraph(zh("report.guide.led", {{"department", guide_.lead_department_name}}),
                             text_style);
        std::vector<size_t> order;
        for (const bool lead : {true, false})
            for (size_t i = 0; i < guide_.items.size(); ++i)
                if ((std::string(guide_.items[i].item.department) == guide_.lead_department) == lead)
                    order.push_back(i);
        for (const size_t i : order) {
            const GuideItem& one = guide_.items[i];
            put_item_name(i);
            if (const std::string& process = one.item.definition().guide.process; !process.empty())
                sheet_.paragraph(process, text_style);
            sheet_.paragraph(
                zh("report.guide.department_steps",
                   {{"department", one.department_name}, {"steps", steps_of(one, context_.directory)}}),
                text_style);
        }
    }

    void put_windows() {
        std::vector<domain::GuideWindow> windows;
        for (const GuideItem& one : guide_.items)
            for (const domain::GuideWindow& window : one.item.definition().guide.windows)
                if (std::find(windows.begin(), windows.end(), window) == windows.end())
                    windows.push_back(window);
        if (windows.empty() && !context_.hall.name.empty())
            windows.push_back({context_.hall.name, context_.hall.address, {}, context_.hall.phone});
        if (windows.empty() && !several()) return;
        put_section("windows");
        std::vector<std::vector<Cell>> cells{head_row({"window", "address", "hours", "phone"})};
        for (const domain::GuideWindow& window : windows)
            cells.push_back({{window.name}, {window.address}, {window.hours}, {window.phone}});
        if (!windows.empty()) put_table({{42}, {sheet_.content_width() - 42 - 44 - 28}, {44}, {28}}, cells);
        if (several()) put_departments();
    }

    /// Whom to ask: the departments, the lead one first.
    void put_departments() {
        std::vector<std::vector<Cell>> cells{head_row({"department", "consultation", "complaint"})};
        for (const bool lead : {true, false})
            for (const GuideItem& one : guide_.items) {
                if ((std::string(one.item.department) == guide_.lead_department) != lead) continue;
                const domain::ItemGuide& more = one.item.definition().guide;
                const auto* known = context_.directory.department(one.item.department);
                std::vector<Cell> row{
                    {one.department_name + (lead ? zh("report.guide.leads") : "")},
                    {more.consultation_phone.empty() && known ? known->phone : more.consultation_phone},
                    {more.complaint_phone}};
                const auto is_there = [&](const auto& each) { return each.front().text == row.front().text; };
                if (std::none_of(cells.begin(), cells.end(), is_there)) cells.push_back(std::move(row));
            }
        put_table({{sheet_.content_width() - 80}, {40}, {40}}, cells);
    }

    void put_questions() {
        bool begun = false;
        for (size_t i = 0; i < guide_.items.size(); ++i) {
            const auto& questions = guide_.items[i].item.definition().guide.questions;
            if (questions.empty()) continue;
            if (!std::exchange(begun, true)) put_section("questions");
            put_item_name(i);
            for (const domain::GuideQuestion& each : questions)
                sheet_.paragraph(
                    zh("report.guide.asked", {{"question", each.question}, {"answer", each.answer}}),
                    text_style);
        }
    }

    void put_foot() {
        const std::string when =
            zh(context_.clerk_name.empty() ? "report.form.printed" : "report.printed",
               {{"time", base::to_minute_string(context_.printed_at)}, {"by", context_.clerk_name}});
        print_footers(sheet_, {joined({context_.hall.name, when}, "　　"),
                               context_.sample ? zh("report.sample_note") : std::string()});
        if (context_.sample) print_sample_mark(sheet_, zh("report.sample_mark"));
    }

    const Guide& guide_;
    const GuideContext& context_;
    Sheet sheet_;
    int sections_ = 0;
};

}  // namespace

std::string guide_title() {
    return zh("report.guide.title");
}

base::Result<Document> make_guide(const Guide& guide, const GuideContext& context, const FontBook& fonts) {
    const std::string title = guide_title();
    if (guide.items.empty()) return base::fail("report.not_applicable", "no items", {{"kind", title}});
    YC_TRY(Sheet sheet, lay_out_fitting([&](const Flow& flow) -> base::Result<Sheet> {
               return GuideWriter(guide, context, fonts, flow).write();
           }));
    return Document{title + " " + guide.name, guide.name, "zh-CN", context.printed_at,
                    std::move(sheet.pages())};
}

}  // namespace yc::reports
