#include "reports/notice_layout.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/utf8.h"
#include "reports/bar_code.h"
#include "reports/joint_receipt.h"
#include "reports/notice_tables.h"
#include "reports/sheet.h"
#include "reports/zh.h"

namespace yc::reports {

namespace {

const TextStyle body{Face::body, 4.2, 1.58, Align::left, true, 2};
const TextStyle plain{Face::body, 4.2, 1.65};
const TextStyle small{Face::body, 3.2, 1.5, Align::left, true, 0, {60, 60, 60}};

constexpr double seal_height = 26.5, signatures_height = 13;

/// What stands at the top: the filled form's own title, else the paper's name.
const std::string& title_of(const NoticeTemplate& notice, const NoticeContext& context) {
    return context.form_title.empty() ? notice.title : context.form_title;
}

/// Puts one notice on a sheet, block by block.
class NoticeWriter {
  public:
    NoticeWriter(const NoticeTemplate& notice, const NoticeFacts& facts, const domain::CaseState& state,
                 const NoticeContext& context, const FontBook& fonts, const Flow& flow)
        : notice_(notice),
          facts_(facts),
          state_(state),
          context_(context),
          sheet_(fonts, 210, 297, {24, 16, 22, 23}, flow) {}

    base::Result<Sheet> write() {
        put_head();
        if (notice_.codes) YC_CHECK(put_codes());
        for (const NoticeBlock& block : notice_.blocks)
            if (holds(block.when)) put_block(block);
        put_foot();
        return std::move(sheet_);
    }

  private:
    [[nodiscard]] bool holds(const std::string& when) const {
        if (when.empty()) return true;
        return when.front() == '!' ? !facts_.holds.contains(when.substr(1)) : facts_.holds.contains(when);
    }
    [[nodiscard]] std::string filled(const std::string& text) const { return fill(text, facts_.values); }

    void put_head() {
        const double middle = (sheet_.left() + sheet_.right()) / 2;
        sheet_.text_at(middle, sheet_.y() + 5, filled(notice_.letterhead),
                       {Face::heading, 5.0, 1.3, Align::centre});
        double y = sheet_.y() + 8.6;
        sheet_.draw(Line{sheet_.left(), y, sheet_.right(), y, 0.7});
        sheet_.draw(Line{sheet_.left(), y + 1.1, sheet_.right(), y + 1.1, 0.2});
        put_title(middle, y + 13);
        sheet_.move_to(y + 16.5);
        if (context_.notice_no.empty()) return;
        sheet_.text_at(sheet_.right(), sheet_.y() + 4, context_.notice_no,
                       {Face::body, 4.0, 1.3, Align::right});
        sheet_.move_to(sheet_.y() + 7);
    }

    /// Short titles are spaced out, as on official paper; long ones are set smaller, to stay on one line.
    void put_title(double middle, double baseline) {
        const std::string& title = title_of(notice_, context_);
        const double room = (sheet_.right() - sheet_.left()) / sheet_.fonts().width(title, Face::title, 1);
        const double size = std::min(8.2, room);
        const auto count = double(base::decode_utf8(title).size());
        const double spacing = count <= 4 ? size * 0.6 : count <= 7 ? size * 0.2 : 0;
        const double width = sheet_.fonts().width(title, Face::title, size) + spacing * (count - 1);
        sheet_.draw(TextRun{middle - width / 2, baseline, title, Face::title, size, spacing});
    }

    base::Result<void> put_codes() {
        const std::string& number = state_.registration.case_no;
        constexpr double module = 0.3, side = 21;
        const double top = sheet_.y();
        YC_TRY(const double width, code128_width(number, module));
        YC_TRY(Bars bars, code128(number, sheet_.left() + 3, top + 1, module, 11));
        sheet_.draw(std::move(bars));
        sheet_.text_at(sheet_.left() + 3 + width / 2, top + 16, number,
                       {Face::digits, 3.4, 1.3, Align::centre});
        YC_TRY(Bars symbol,
               qr_code(qr_payload(state_, context_.query_page), sheet_.right() - side - 2, top, side));
        sheet_.draw(std::move(symbol));
        const double beside = sheet_.right() - side - 6;
        const TextStyle right{Face::body, 3.2, 1.3, Align::right, false, 0, {60, 60, 60}};
        sheet_.text_at(beside, top + 5, zh("report.scan_to_query"), right);
        if (!state_.query_code.empty()) {
            sheet_.text_at(beside, top + 11, zh("report.query_code"), right);
            sheet_.text_at(beside, top + 17, state_.query_code, {Face::digits, 4.4, 1.3, Align::right});
        }
        sheet_.move_to(top + side + 2);
        return {};
    }

    void put_block(const NoticeBlock& block) {
        using enum NoticeBlock::Kind;
        switch (block.kind) {
            case fields:
                return put_fields(sheet_, filled_rows(block));
            case salutation:
                sheet_.skip(2);
                return sheet_.paragraph(filled(block.text), plain);
            case paragraph:
                sheet_.skip(1.2);
                return sheet_.paragraph(filled(block.text), body);
            case note:
                sheet_.skip(1.5);
                return sheet_.paragraph(filled(block.text), small);
            case heading:
                sheet_.skip(3);
                return sheet_.heading(filled(block.text), {Face::heading, 4.2, 1.7}, 19);
            case materials:
                sheet_.skip(1);
                return put_materials(sheet_, block.text, state_, context_.item_materials, facts_.serves);
            case members:
                return put_members(sheet_, context_.members);
            case form:
                return put_form(sheet_, context_.form_rows);
            case seal:
                begin_closing();
                return put_seal(block);
            case sign:
                begin_closing();
                return put_signatures(block.signers);
        }
    }

    [[nodiscard]] std::vector<FormRow> filled_rows(const NoticeBlock& block) const {
        std::vector<FormRow> rows;
        for (const auto& [label, text] : block.rows)
            if (std::string value = filled(text); !value.empty())
                rows.push_back({label, std::move(value), false});
        return rows;
    }

    void put_seal(const NoticeBlock& block) {
        const double middle = sheet_.right() - 34, top = sheet_.y() + 4;
        sheet_.text_at(middle, top + 4, filled(block.seal_organ), {Face::body, 4.2, 1.3, Align::centre});
        sheet_.text_at(middle, top + 11, "（" + filled(block.seal_name) + "）",
                       {Face::body, 3.6, 1.3, Align::centre, false, 0, {110, 110, 110}});
        sheet_.text_at(middle, top + 18, filled(block.seal_date), {Face::body, 4.2, 1.3, Align::centre});
        sheet_.move_to(top + 22);
        beside_seal_ = top;
    }

    void put_signature(double x, double baseline, double width, const std::string& label) {
        const std::string text = label + "：";
        sheet_.text_at(x, baseline, text, {Face::body, 3.9, 1.3});
        const double from = x + sheet_.fonts().width(text, Face::body, 3.9);
        sheet_.draw(Line{from, baseline + 1, x + width - 6, baseline + 1, 0.2});
    }

    /// Beside the seal when one stands before, one under the other; else in a row.
    void put_signatures(const std::vector<std::string>& labels) {
        if (beside_seal_) {
            double baseline = *std::exchange(beside_seal_, std::nullopt) + 4;
            for (const std::string& label : labels) {
                put_signature(sheet_.left(), baseline, 88, label);
                baseline += 14;
            }
            return;
        }
        sheet_.move_to(sheet_.y() + 7);
        const double share = sheet_.content_width() / double(std::max<size_t>(labels.size(), 1));
        for (size_t i = 0; i < labels.size(); ++i)
            put_signature(sheet_.left() + double(i) * share, sheet_.y(), share, labels[i]);
        sheet_.move_to(sheet_.y() + 5);
    }

    /// Height of all seals and signatures of the paper; they end it.
    [[nodiscard]] double closing_height() const {
        double height = 0;
        bool sealed = false;
        for (const NoticeBlock& block : notice_.blocks) {
            if (!holds(block.when)) continue;
            if (block.kind == NoticeBlock::Kind::seal) height += seal_height;
            if (block.kind == NoticeBlock::Kind::sign && !sealed) height += signatures_height;
            sealed = block.kind == NoticeBlock::Kind::seal;
        }
        return height;
    }

    void begin_closing() {
        if (std::exchange(closing_begun_, true)) return;
        put_legal_basis();
        sheet_.begin_closing(closing_height());
    }

    /// Above the first seal or signature, so that these end the paper.
    void put_legal_basis() {
        std::string text = zh("report.legal_basis");
        for (size_t i = 0; i < notice_.legal_basis.size(); ++i)
            text += (i ? "；" : "") + notice_.legal_basis[i];
        sheet_.skip(2.5);
        sheet_.begin_piece(sheet_.height_of(text, sheet_.content_width(), small));
        sheet_.paragraph(text, small);
    }

    void put_foot() {
        const std::string place =
            context_.hall.name + (context_.counter_name.empty() ? "" : "　" + context_.counter_name);
        const std::string when = zh("report.printed", {{"time", base::to_minute_string(context_.printed_at)},
                                                       {"by", context_.clerk_name}});
        print_footers(sheet_, {place + (place.empty() ? "" : "　　") + when,
                               context_.sample ? zh("report.sample_note") : std::string()});
        if (context_.sample) print_sample_mark(sheet_, zh("report.sample_mark"));
    }

    const NoticeTemplate& notice_;
    const NoticeFacts& facts_;
    const domain::CaseState& state_;
    const NoticeContext& context_;
    Sheet sheet_;
    bool closing_begun_ = false;
    std::optional<double> beside_seal_;  ///< top of a seal just printed
};

}  // namespace

base::Result<Document> lay_out_notice(const NoticeTemplate& notice, const NoticeFacts& facts,
                                      const domain::CaseState& state, const NoticeContext& context,
                                      const FontBook& fonts) {
    YC_TRY(Sheet sheet, lay_out_fitting([&](const Flow& flow) {
               return NoticeWriter(notice, facts, state, context, fonts, flow).write();
           }));
    const auto& number = state.registration.case_no;
    return Document{title_of(notice, context) + (number.empty() ? "" : " " + number),
                    state.registration.item.name, "zh-CN", context.printed_at, std::move(sheet.pages())};
}

}  // namespace yc::reports
