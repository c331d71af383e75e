#include <nlohmann/json.hpp>
#include <stdexcept>

#include "core/wire/json_text.h"
#include "core/wire/object_reader.h"
#include "forms/catalogue_import.h"
#include "forms/embedded.h"

namespace yc::forms {

namespace {

constexpr std::string_view default_profile = "gbt39046";

base::Result<CodeProfile> profile_from(const EmbeddedFile& file) {
    YC_TRY(const nlohmann::json source, wire::parse_text(file.content));
    CodeProfile profile;
    std::map<std::string, std::string> types;
    wire::ObjectReader reader(source);
    reader.need_text("id", profile.id);
    reader.need_text("name", profile.name);
    reader.text_map("item_types", types);
    for (const auto& [code, name] : types) {
        if (const auto type = base::from_name<domain::ItemType>(name))
            profile.item_types.emplace(code, *type);
        else
            reader.wrong("item_types");
    }
    YC_CHECK(reader.finish());
    return profile;
}

std::vector<CodeProfile> read_profiles() {
    std::vector<CodeProfile> profiles;
    for (const auto& file : embedded_files()) {
        if (!file.name.starts_with("profiles/")) continue;
        auto profile = profile_from(file);
        if (!profile) throw std::logic_error("built-in data: " + std::string(file.name));
        const auto place = profile->id == default_profile ? profiles.begin() : profiles.end();
        profiles.insert(place, *std::move(profile));
    }
    return profiles;
}

}  // namespace

const std::vector<CodeProfile>& code_profiles() {
    static const auto profiles = read_profiles();
    return profiles;
}

base::Result<CodeProfile> code_profile(const std::string& id) {
    std::string known;
    for (const auto& profile : code_profiles()) {
        if (profile.id == id) return profile;
        known += (known.empty() ? "" : ", ") + profile.id;
    }
    return base::fail("catalogue.unknown_profile", {}, {{"profile", id}, {"known", known}});
}

}  // namespace yc::forms
