#include "core/domain/item.h"

#include <algorithm>
#include <iterator>

namespace yc::domain {

bool Condition::holds(const Circumstances& circumstances) const {
    return std::all_of(any_of.begin(), any_of.end(), [&](const auto& wanted) {
        const auto given = circumstances.find(wanted.first);
        return given != circumstances.end() &&
               std::find(wanted.second.begin(), wanted.second.end(), given->second) != wanted.second.end();
    });
}

std::vector<Material> materials_for(const ServiceItem& item, const Circumstances& circumstances) {
    std::vector<Material> out;
    std::copy_if(item.materials.begin(), item.materials.end(), std::back_inserter(out),
                 [&](const Material& material) { return material.when.holds(circumstances); });
    return out;
}

}  // namespace yc::domain
