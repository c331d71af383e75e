#include <algorithm>
#include <array>
#include <string_view>

#include "core/base/utf8.h"
#include "core/domain/item.h"
#include "forms/lint/item_rules.h"

namespace yc::forms::lint {

using domain::ServiceItem;

namespace {

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// Whether a number has its area code: a landline 0xx(x)-…, or a number that needs none (mobile, hot line
/// such as 12345, 95…, 400…).
bool is_whole_number(std::string_view phone) {
    size_t digits = 0;
    while (digits < phone.size() && phone[digits] >= '0' && phone[digits] <= '9') ++digits;
    if (phone.front() == '0')
        return digits >= 3 && (digits > 4 || (digits < phone.size() && phone[digits] == '-'));
    const bool mobile = phone.front() == '1' && digits == 11;
    return mobile || digits == 5 || phone.starts_with("400") || phone.starts_with("800");
}

/// Whether each number of a phone field has its area code.
bool has_area_code(const std::string& phones) {
    std::vector<std::string> numbers(1);
    for (const char32_t point : base::decode_utf8(phones)) {
        static constexpr std::u32string_view separators = U"、，,；;/或 \n";
        if (separators.find(point) != std::u32string_view::npos)
            numbers.emplace_back();
        else
            numbers.back() += base::encode_utf8(point);
    }
    std::erase(numbers, std::string());
    return std::all_of(numbers.begin(), numbers.end(), is_whole_number);
}

void phones(const ServiceItem& item, const Report& report) {
    const auto& guide = item.definition().guide;
    if (!guide.consultation_phone.empty() && guide.consultation_phone == guide.complaint_phone)
        report("guide.complaint_phone", {{"phone", guide.complaint_phone}});
}

void area_codes(const ServiceItem& item, const Report& report) {
    const auto& guide = item.definition().guide;
    if (!has_area_code(guide.consultation_phone))
        report("guide.consultation_phone", {{"phone", guide.consultation_phone}});
    if (!has_area_code(guide.complaint_phone))
        report("guide.complaint_phone", {{"phone", guide.complaint_phone}});
}

void no_phone(const ServiceItem& item, const Report& report) {
    const auto& guide = item.definition().guide;
    if (guide.consultation_phone.empty()) report("guide.consultation_phone", {});
    if (guide.complaint_phone.empty()) report("guide.complaint_phone", {});
}

void visit_reason(const ServiceItem& item, const Report& report) {
    const auto& guide = item.definition().guide;
    if (guide.visits > 0 && guide.visit_reason.empty())
        report("guide.visit_reason", {{"visits", std::to_string(guide.visits)}});
}

void no_visit_no_way(const ServiceItem& item, const Report& report) {
    const auto& guide = item.definition().guide;
    if (guide.visits == 0 && !guide.online && !guide.by_mail) report("guide.by_mail", {});
}

void payment_of_free(const ServiceItem& item, const Report& report) {
    const auto& definition = item.definition();
    const bool ever_paid = std::any_of(definition.adjustments.begin(), definition.adjustments.end(),
                                       [](const auto& one) { return one.fee && !one.fee->empty(); });
    if (definition.fee.empty() && !ever_paid && definition.guide.online_payment)
        report("guide.online_payment", {});
}

void fee_without_basis(const ServiceItem& item, const Report& report) {
    if (!item.definition().fee.empty() && item.definition().guide.fee_basis.empty())
        report("guide.fee_basis", {});
}

void no_legal_basis(const ServiceItem& item, const Report& report) {
    if (item.definition().legal_basis.empty()) report("legal_basis", {});
}

void licence_without_questions(const ServiceItem& item, const Report& report) {
    if (item.type == domain::ItemType::licence && item.definition().guide.questions.empty())
        report("guide.questions", {});
}

void result_without_sample(const ServiceItem& item, const Report& report) {
    if (!item.definition().result_name.empty() && item.definition().result_sample.empty())
        report("result_sample", {{"result", item.definition().result_name}});
}

void no_window(const ServiceItem& item, const Report& report) {
    if (item.definition().guide.in_hall && item.definition().guide.windows.empty())
        report("guide.windows", {});
}

void address_not_exact(const ServiceItem& item, const Report& report) {
    const auto& windows = item.definition().guide.windows;
    for (size_t i = 0; i < windows.size(); ++i)
        if (!contains_any(windows[i].address, {"窗口", "号窗", "柜台"}))
            report("guide.windows." + std::to_string(i) + ".address", {{"address", windows[i].address}});
}

/// Life events and subjects that only persons, or only organisations, have.
void target_and_subject(const ServiceItem& item, const Report& report) {
    const auto& definition = item.definition();
    const bool persons = domain::is_for_persons(definition);
    const bool organisations = domain::is_for_organisations(definition);
    for (const auto& event : definition.life_events) {
        const bool of_organisations = event.starts_with("企业");
        static constexpr std::array<std::string_view, 6> personal{"出生", "上学", "婚育",
                                                                  "退休", "养老", "身后"};
        const bool of_persons = std::find(personal.begin(), personal.end(), event) != personal.end();
        if ((of_organisations && !organisations) || (of_persons && !persons))
            report("life_events", {{"subject", event}});
    }
    if (!definition.identities.empty() && !persons) report("identities", {{"subject", "identities"}});
}

void no_remedy(const ServiceItem& item, const Report& report) {
    const auto& guide = item.definition().guide;
    if (guide.reconsideration.empty()) report("guide.reconsideration", {});
    if (guide.litigation.empty()) report("guide.litigation", {});
}

void limited_without_words(const ServiceItem& item, const Report& report) {
    if (item.definition().number_limited && item.definition().guide.number_limit_explanation.empty())
        report("guide.number_limit_explanation", {});
}

}  // namespace

std::vector<ItemRule> guide_rules() {
    using enum Severity;
    return {
        {{"same_phones", error, "温州事项质检：咨询电话与投诉电话不同"}, phones},
        {{"no_area_code", error, "温州事项质检：电话带区号"}, area_codes},
        {{"no_phone", warning, "GB/T 39046-2020 表4"}, no_phone},
        {{"visit_without_reason", warning, "温州事项质检：到现场次数不为0须写明原因"}, visit_reason},
        {{"no_visit_no_way", error, "温州事项质检：到现场0次须能网办或者邮寄"}, no_visit_no_way},
        {{"payment_of_free", error, "温州事项质检：不收费不设网上支付"}, payment_of_free},
        {{"fee_without_basis", error, "行政许可法 §58、§59"}, fee_without_basis},
        {{"no_legal_basis", error, "行政许可法 §30"}, no_legal_basis},
        {{"licence_without_questions", warning, "温州事项质检：行政许可至少有一条常见问题"},
         licence_without_questions},
        {{"result_without_sample", warning, "温州事项质检：有结果须有样本"}, result_without_sample},
        {{"no_window", warning, "GB/T 36114-2018"}, no_window},
        {{"address_not_exact", warning, "温州事项质检：地址精确到窗口"}, address_not_exact},
        {{"target_and_subject", error, "温州事项质检：服务对象与主题一致"}, target_and_subject},
        {{"no_remedy", warning, "行政许可法 §38"}, no_remedy},
        {{"limited_without_words", warning, "行政许可法 §57"}, limited_without_words},
    };
}

}  // namespace yc::forms::lint
