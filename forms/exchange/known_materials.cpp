#include "forms/exchange/known_materials.h"

#include <fmt/format.h>

namespace yc::forms::exchange {

using domain::Material;

const Material* known_material(const std::vector<Material>& materials, const std::string& code,
                               const std::string& name) {
    for (const auto& material : materials)
        if (material.code == code) return &material;
    for (const auto& material : materials)
        if (material.name == name) return &material;
    return nullptr;
}

std::string material_code(const std::string& item_code, size_t place) {
    return fmt::format("{}{:03}", item_code, place + 1);
}

}  // namespace yc::forms::exchange
