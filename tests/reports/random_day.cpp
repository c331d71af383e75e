#include "tests/reports/random_day.h"

#include <fmt/format.h>

namespace yc::tests {

namespace {

using namespace yc::domain;

struct Place {
    const char* id;
    const char* name;
};
constexpr Place departments[] = {
    {"market", "青秀区市场监督管理局"}, {"civil", "青秀区民政局"},  {"social", "青秀区人力资源和社会保障局"},
    {"health", "青秀区卫生健康局"},     {"police", "青秀公安分局"}, {"housing", "青秀区住房和城乡建设局"}};
constexpr Place items[] = {
    {"i1", "食品经营许可（新办）"},  {"i2", "个体工商户设立登记"}, {"i3", "最低生活保障金给付"},
    {"i4", "公共场所卫生许可"},      {"i5", "居住证办理"},         {"i6", "社会保险参保登记"},
    {"i7", "建筑工程施工许可证核发"}};

base::Instant moment(std::mt19937& random) {
    const int days = int(random() % 14) - 4;
    const int minutes = random() % 5 == 0 ? int(random() % 1440) : 540 + int(random() % 480);
    return base::at(base::add_days(first_day, days), base::TimeOfDay{minutes});
}

void place(Registration& registration, std::mt19937& random, size_t number) {
    const Place& department = departments[random() % std::size(departments)];
    const Place& item = items[random() % std::size(items)];
    registration.case_no = fmt::format("4501032026{:04d}001{:06d}", 1116 + number % 7, number);
    registration.department = department.id;
    registration.department_name = department.name;
    registration.counter = fmt::format("qx-{:02d}", 1 + random() % 5);
    registration.item.code = item.id;
    registration.item.name = item.name;
    registration.item.case_kind = random() % 3 == 0 ? CaseKind::immediate : CaseKind::promised;
    registration.item.promised = {int(random() % 10)};
    registration.item.statutory = {20};
}

void finish(CaseState& state, std::mt19937& random) {
    const auto results = names_of(CaseResult{});
    state.life = LifeCycle::closed;
    state.result = results[random() % results.size()].value;
    state.closed_at = moment(random);
    if (state.result == CaseResult::granted || state.result == CaseResult::refused || random() % 6 == 0)
        state.decided_at = random() % 2 ? state.closed_at : std::optional(moment(random));
    state.decided_on_spot = state.decided_at && random() % 4 == 0;
    state.rating = int(random() % 6);
}

}  // namespace

std::vector<CaseState> random_cases(std::mt19937& random, size_t count) {
    std::vector<CaseState> cases(count);
    for (size_t i = 0; i < count; ++i) {
        CaseState& state = cases[i];
        place(state.registration, random, i);
        const auto lives = names_of(LifeCycle{});
        state.life = lives[random() % 11].value;
        if (random() % 8 != 0) state.first_received_at = state.received_at = moment(random);
        if (random() % 2) state.accepted_at = moment(random);
        if (random() % 2) finish(state, random);
        for (size_t k = random() % 4; k > 0; --k) {
            SubmittedMaterial material;
            material.state = names_of(MaterialState{})[random() % 5].value;
            state.materials.push_back(material);
        }
    }
    return cases;
}

std::optional<base::Instant> some_due(const CaseState& state) {
    if (state.registration.item.promised.amount == 0 || !state.accepted_at) return std::nullopt;
    return *state.accepted_at + std::chrono::hours(24 * state.registration.item.promised.amount);
}

}  // namespace yc::tests
