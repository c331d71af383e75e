#include "forms/exchange/national_columns.h"

#include "forms/tidy_text.h"

namespace yc::forms::exchange {

using domain::ItemGuide;
using nlohmann::json;

namespace {

constexpr int most_number = 100'000;

}  // namespace

const std::vector<TextColumn>& item_text_columns() {
    static const std::vector<TextColumn> columns{
        {"catalog_code", &ItemGuide::basic_code, tidy_code},
        {"task_handle_item", &ItemGuide::handling_item_code, tidy_code},
        {"entrust_name", &ItemGuide::entrusted_by, tidy_line},
        {"anticipate_day_explain", &ItemGuide::statutory_explanation, tidy_text},
        {"promise_day_explain", &ItemGuide::promised_explanation, tidy_text},
        {"handle_flow", &ItemGuide::process, tidy_text},
        {"accept_std", &ItemGuide::review_standard, tidy_text},
        {"fee_basis", &ItemGuide::fee_basis, tidy_text},
        {"link_way", &ItemGuide::consultation_phone, tidy_phone},
        {"supervise_way", &ItemGuide::complaint_phone, tidy_phone},
        {"reconsiderat", &ItemGuide::reconsideration, tidy_text},
        {"litigation", &ItemGuide::litigation, tidy_text},
        {"login_url", &ItemGuide::online_address, tidy_line}};
    return columns;
}

const std::vector<TextColumn>& extend_text_columns() {
    static const std::vector<TextColumn> columns{
        {"service_dept", &ItemGuide::intermediary, tidy_text},
        {"amount_limit_desc", &ItemGuide::number_limit_explanation, tidy_text},
        {"scene_reason", &ItemGuide::visit_reason, tidy_text}};
    return columns;
}

const std::vector<FlagColumn>& extend_flag_columns() {
    static const std::vector<FlagColumn> columns{{"is_entry_center", &ItemGuide::in_hall},
                                                 {"is_schedule", &ItemGuide::appointment},
                                                 {"is_express", &ItemGuide::by_mail},
                                                 {"is_online_handle", &ItemGuide::online},
                                                 {"is_pay_online", &ItemGuide::online_payment},
                                                 {"is_handle_machine", &ItemGuide::self_service},
                                                 {"is_agency", &ItemGuide::agency}};
    return columns;
}

std::optional<std::string> column(const json& row, std::string_view name) {
    const auto found = row.find(name);
    if (found == row.end()) return std::nullopt;
    if (found->is_string()) return found->get<std::string>();
    if (found->is_number_integer()) return std::to_string(found->get<int64_t>());
    if (found->is_boolean()) return std::string(found->get<bool>() ? "1" : "0");
    return std::nullopt;
}

std::string text_in(const json& row, std::initializer_list<const char*> names, Tidy tidy) {
    for (const char* name : names)
        if (const auto text = column(row, name)) return tidy ? tidy(*text) : tidy_code(*text);
    return {};
}

std::optional<int> number_in(const json& row, std::initializer_list<const char*> names) {
    return whole_number(text_in(row, names, nullptr), most_number);
}

void CodeReader::limit(const json& row, const char* amount, const char* unit, domain::Limit& out) {
    const auto number = number_in(row, {amount});
    if (!number) {
        if (const auto text = text_in(row, {amount}, nullptr); !text.empty()) unknown(amount, text);
        return;
    }
    auto code = text_in(row, {unit}, nullptr);
    if (code.empty()) code = profile_.table("limit_unit").code_of(base::to_name(out.unit));
    if (const auto limit = profile_.limit(*number, code))
        out = *limit;
    else
        unknown(unit, code);
}

void CodeReader::unknown(const char* name, const std::string& code) {
    doubts_.doubt(
        base::fail("catalogue.entry_code_unknown", {}, {{"name", item_}, {"field", name}, {"value", code}}));
}

}  // namespace yc::forms::exchange
