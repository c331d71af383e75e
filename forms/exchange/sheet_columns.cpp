#include "forms/exchange/sheet_columns.h"

#include "core/base/utf8.h"
#include "forms/exchange/cell_rows.h"
#include "forms/exchange/sheet_lists.h"
#include "forms/tidy_text.h"

namespace yc::forms::exchange {

using domain::ItemDefinition;
using domain::ItemGuide;
using domain::ServiceItem;

namespace {

using Tidy = std::string (*)(std::string_view);
using Also = std::vector<const char*>;

/// Texts: how a member is reached, and how its value is tidied.
template <class Reach>
SheetColumn text_column(const char* header, Reach reach, Tidy tidy, Also also = {}) {
    return {header, std::move(also),
            [reach, tidy](const std::string& cell, const CodeProfile&, SheetItem& to) {
                reach(to) = tidy(cell);
                return true;
            },
            [reach](const SheetItem& from) -> std::string { return reach(const_cast<SheetItem&>(from)); }};
}

SheetColumn guide_text(const char* header, std::string ItemGuide::*member, Tidy tidy = tidy_text,
                       Also also = {}) {
    const auto reach = [member](SheetItem& one) -> std::string& { return one.definition.guide.*member; };
    return text_column(header, reach, tidy, std::move(also));
}

SheetColumn definition_text(const char* header, std::string ItemDefinition::*member, Tidy tidy = tidy_text) {
    return text_column(
        header, [member](SheetItem& one) -> std::string& { return one.definition.*member; }, tidy);
}

SheetColumn words_column(const char* header, std::vector<std::string> ItemDefinition::*member) {
    return {header,
            {},
            [member](const std::string& cell, const CodeProfile&, SheetItem& to) {
                to.definition.*member = words_of_cell(cell);
                return true;
            },
            [member](const SheetItem& from) { return cell_of_words(from.definition.*member); }};
}

/// An enum by the words of a table; an empty cell leaves it.
template <class E, class Reach>
SheetColumn code_column(const char* header, const char* table, Reach reach, Also also = {}) {
    return {header, std::move(also),
            [table, reach](const std::string& cell, const CodeProfile& profile, SheetItem& to) {
                const auto word = tidy_code(cell);
                if (word.empty()) return true;
                const auto value = value_of<E>(word, table, profile);
                if (value) reach(to) = *value;
                return value.has_value();
            },
            [table, reach](const SheetItem& from) {
                return word_profile().write(table, E(reach(const_cast<SheetItem&>(from))));
            }};
}

template <class E>
SheetColumn set_column(const char* header, const char* table, std::set<E> ItemDefinition::*member,
                       bool may_be_empty) {
    return {header,
            {},
            [=](const std::string& cell, const CodeProfile& profile, SheetItem& to) {
                std::set<E> values;
                for (const auto& word : words_of_cell(cell)) {
                    const auto value = value_of<E>(tidy_code(word), table, profile);
                    if (!value) return false;
                    values.insert(*value);
                }
                if (may_be_empty || !values.empty()) to.definition.*member = std::move(values);
                return true;
            },
            [=](const SheetItem& from) {
                std::vector<std::string> words;
                for (const auto value : from.definition.*member)
                    words.push_back(word_profile().write(table, value));
                return cell_of_words(words);
            }};
}

template <class Reach>
SheetColumn flag_column(const char* header, Reach reach) {
    return {
        header,
        {},
        [reach](const std::string& cell, const CodeProfile&, SheetItem& to) {
            const auto word = tidy_code(cell);
            if (word.empty()) return true;
            const auto* meaning = word_profile().table("yes_no").meaning_of(word);
            if (meaning) reach(to) = *meaning == "yes";
            return meaning != nullptr;
        },
        [reach](const SheetItem& from) {
            return word_profile().table("yes_no").code_of(reach(const_cast<SheetItem&>(from)) ? "yes" : "no");
        }};
}

SheetColumn guide_flag(const char* header, bool ItemGuide::*member) {
    return flag_column(header, [member](SheetItem& one) -> bool& { return one.definition.guide.*member; });
}

SheetColumn limit_column(const char* header, domain::Limit ItemDefinition::*member) {
    return {header,
            {},
            [member](const std::string& cell, const CodeProfile& profile, SheetItem& to) {
                if (tidy_line(cell).empty()) return true;
                const auto limit = limit_of(cell, profile);
                if (limit) to.definition.*member = *limit;
                return limit.has_value();
            },
            [member](const SheetItem& from) { return limit_words(from.definition.*member); }};
}

SheetColumn level_column() {
    return {"行使层级",
            {},
            [](const std::string& cell, const CodeProfile& profile, SheetItem& to) {
                const auto word = tidy_code(cell);
                const auto value = value_of<domain::ExerciseLevel>(word, "level", profile);
                if (value || word.empty()) to.definition.level = value;
                return value || word.empty();
            },
            [](const SheetItem& from) {
                const auto level = from.definition.level;
                return level ? word_profile().write("level", *level) : std::string();
            }};
}

SheetColumn fee_column() {
    constexpr const char* free = "不收费";
    return {"收费情况",
            {"收费标准"},
            [](const std::string& cell, const CodeProfile&, SheetItem& to) {
                auto words = tidy_text(cell);
                if (words == free || words == "免费" || words == "否") words.clear();
                to.definition.fee = std::move(words);
                return true;
            },
            [](const SheetItem& from) { return from.definition.fee.empty() ? free : from.definition.fee; }};
}

SheetColumn visits_column() {
    return {"到现场次数",
            {"到办事现场次数"},
            [](const std::string& cell, const CodeProfile&, SheetItem& to) {
                if (tidy_line(cell).empty()) return true;
                const auto count = count_of(cell);
                if (count) to.definition.guide.visits = *count;
                return count.has_value();
            },
            [](const SheetItem& from) { return std::to_string(from.definition.guide.visits); }};
}

std::vector<SheetColumn> entry_columns() {
    using namespace domain;
    std::vector<SheetColumn> columns;
    const auto add = [&](const char* header, auto member, Tidy tidy, Also also = {}) {
        const auto reach = [member](SheetItem & one) -> auto& {
            return one.item.*member;
        };
        columns.push_back(text_column(header, reach, tidy, std::move(also)));
    };
    add("实施编码", &ServiceItem::code, tidy_code, {"事项编码", "编码"});
    add("事项名称", &ServiceItem::name, tidy_line, {"名称"});
    columns.push_back(code_column<ItemType>(
        "事项类型", "item_type", [](SheetItem & one) -> auto& { return one.item.type; }));
    add("主项名称", &ServiceItem::main_item, tidy_line);
    add("部门名称", &ServiceItem::department_name, tidy_line, {"实施主体", "部门"});
    add("部门编码", &ServiceItem::department, tidy_code, {"实施主体编码"});
    add("行政区划", &ServiceItem::area_code, tidy_code, {"区划编码"});
    columns.push_back(code_column<ItemState>(
        "状态", "state", [](SheetItem & one) -> auto& { return one.item.state; }, {"事项状态"}));
    columns.push_back(code_column<CaseKind>(
        "办件类型", "case_kind", [](SheetItem & one) -> auto& { return one.item.case_kind; }));
    return columns;
}

std::vector<SheetColumn> definition_columns() {
    using namespace domain;
    return {
        level_column(),
        set_column("服务对象", "target", &ItemDefinition::targets, false),
        set_column("服务人群", "person_group", &ItemDefinition::identities, true),
        words_column("服务主题", &ItemDefinition::subjects),
        words_column("生命周期", &ItemDefinition::life_events),
        code_column<TradeKind>(
            "办理种类", "trade", [](SheetItem & one) -> auto& { return one.definition.trade; }),
        code_column<HandleScope>(
            "通办范围", "scope", [](SheetItem & one) -> auto& { return one.definition.scope; }),
        limit_column("法定办结时限", &ItemDefinition::statutory),
        limit_column("承诺办结时限", &ItemDefinition::promised),
        fee_column(),
        guide_text("收费依据", &ItemGuide::fee_basis),
        definition_text("受理条件", &ItemDefinition::acceptance_conditions),
        definition_text("结果名称", &ItemDefinition::result_name, tidy_line),
        definition_text("结果样本", &ItemDefinition::result_sample, tidy_line),
        flag_column("数量限制", [](SheetItem& one) -> bool& { return one.definition.number_limited; }),
        guide_text("数量限制说明", &ItemGuide::number_limit_explanation),
        words_column("俗称", &ItemDefinition::words),
    };
}

std::vector<SheetColumn> guide_columns() {
    return {
        guide_text("基本编码", &ItemGuide::basic_code, tidy_code),
        guide_text("业务办理项编码", &ItemGuide::handling_item_code, tidy_code),
        guide_text("统一社会信用代码", &ItemGuide::organ_code, tidy_code, {"实施主体代码"}),
        guide_text("实施主体性质", &ItemGuide::organ_nature, tidy_line),
        guide_text("委托部门", &ItemGuide::entrusted_by, tidy_line),
        guide_text("法定时限说明", &ItemGuide::statutory_explanation),
        guide_text("承诺时限说明", &ItemGuide::promised_explanation),
        guide_text("办理流程", &ItemGuide::process),
        guide_text("审查标准", &ItemGuide::review_standard),
        guide_text("中介服务", &ItemGuide::intermediary),
        guide_text("咨询电话", &ItemGuide::consultation_phone, tidy_phone),
        guide_text("监督投诉电话", &ItemGuide::complaint_phone, tidy_phone, {"监督电话", "投诉电话"}),
        guide_text("行政复议", &ItemGuide::reconsideration),
        guide_text("行政诉讼", &ItemGuide::litigation),
        guide_text("网办地址", &ItemGuide::online_address, tidy_line),
        visits_column(),
        guide_text("必须现场办理原因", &ItemGuide::visit_reason),
        guide_flag("进驻大厅", &ItemGuide::in_hall),
        guide_flag("支持预约", &ItemGuide::appointment),
        guide_flag("支持邮寄", &ItemGuide::by_mail),
        guide_flag("支持网办", &ItemGuide::online),
        guide_flag("网上支付", &ItemGuide::online_payment),
        guide_flag("自助终端", &ItemGuide::self_service),
        guide_flag("帮办代办", &ItemGuide::agency),
    };
}

std::vector<SheetColumn> all_columns() {
    auto columns = entry_columns();
    for (auto&& part : {definition_columns(), guide_columns(), list_columns()})
        columns.insert(columns.end(), part.begin(), part.end());
    return columns;
}

}  // namespace

const std::vector<SheetColumn>& sheet_columns() {
    static const auto columns = all_columns();
    return columns;
}

}  // namespace yc::forms::exchange
