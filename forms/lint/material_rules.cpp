#include <set>
#include <string_view>

#include "core/domain/identity_number.h"
#include "forms/code_profiles.h"
#include "forms/lint/item_rules.h"

namespace yc::forms::lint {

using domain::Material;
using domain::ServiceItem;

namespace {

std::string field_of(size_t place, const char* member) {
    return "materials." + std::to_string(place) + "." + member;
}

void catch_all(const ServiceItem& item, const Report& report) {
    const auto& materials = item.definition().materials;
    for (size_t i = 0; i < materials.size(); ++i)
        for (const std::string_view words :
             {"其他材料", "其它材料", "其他有关", "其它有关", "有关材料", "相关材料", "需要的材料", "等材料",
              "要求的材料", "规定的材料", "其他证明", "其它证明"})
            if (materials[i].name.find(words) != std::string::npos) {
                report(field_of(i, "name"), {{"material", materials[i].name}});
                break;
            }
}

void duplicates(const ServiceItem& item, const Report& report) {
    const auto& materials = item.definition().materials;
    std::set<std::string> codes;
    for (size_t i = 0; i < materials.size(); ++i)
        if (!codes.insert(materials[i].code).second)
            report(field_of(i, "code"), {{"material", materials[i].name}});
}

void same_names(const ServiceItem& item, const Report& report) {
    const auto& materials = item.definition().materials;
    for (size_t i = 0; i < materials.size(); ++i)
        for (size_t j = 0; j < i; ++j)
            if (materials[j].name == materials[i].name && materials[j].when == materials[i].when) {
                report(field_of(i, "name"), {{"material", materials[i].name}});
                break;
            }
}

void no_copies(const ServiceItem& item, const Report& report) {
    const auto& materials = item.definition().materials;
    for (size_t i = 0; i < materials.size(); ++i)
        if (materials[i].form != domain::MaterialForm::electronic &&
            materials[i].originals + materials[i].copies == 0)
            report(field_of(i, "originals"), {{"material", materials[i].name}});
}

void no_standard(const ServiceItem& item, const Report& report) {
    const auto& materials = item.definition().materials;
    for (size_t i = 0; i < materials.size(); ++i)
        if (materials[i].acceptance_standard.empty())
            report(field_of(i, "acceptance_standard"), {{"material", materials[i].name}});
}

void none_at_all(const ServiceItem& item, const Report& report) {
    if (item.fully_defined && item.definition().materials.empty()) report("materials", {});
}

void check_digit(const ServiceItem& item, const Report& report) {
    const auto organ = code_profiles().front().organ_of(item.code);
    if (organ.size() != 18) return;
    const auto expected = domain::credit_check_digit(organ.substr(0, 17));
    if (expected != organ.back()) report("code", {{"organ", organ}, {"expected", std::string(1, expected)}});
}

}  // namespace

std::vector<ItemRule> material_rules() {
    using enum Severity;
    return {
        {{"catch_all_material", error, "行政许可法 §30、§31；安阳一窗通办规范 §13"}, catch_all},
        {{"duplicate_material", error, "GB/T 39046-2020"}, duplicates},
        {{"same_material", warning, "行政许可法 §31"}, same_names},
        {{"no_copies", warning, "GB/T 39046-2020 表4"}, no_copies},
        {{"no_standard", warning, "行政许可法 §30"}, no_standard},
        {{"no_materials", warning, "行政许可法 §30"}, none_at_all},
    };
}

std::vector<ItemRule> code_rules() {
    return {{{"code_check_digit", Severity::error, "GB 32100-2015"}, check_digit}};
}

}  // namespace yc::forms::lint
