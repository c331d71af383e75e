#include "forms/code_profiles.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "core/domain/item_kinds.h"
#include "core/wire/json_text.h"
#include "forms/embedded.h"

namespace yc::forms {

using nlohmann::json;

namespace {

constexpr std::string_view default_profile = "gbt39046";
constexpr std::string_view words_profile = "words";

std::string_view without_zeros(std::string_view code) {
    while (code.size() > 1 && code.front() == '0') code.remove_prefix(1);
    return code;
}

template <class E>
bool names_one(const std::string& meaning) {
    return base::from_name<E>(meaning).has_value();
}

bool names_unit(const std::string& meaning) {
    return names_one<domain::LimitUnit>(meaning) || meaning == "hour" || meaning == "minute" ||
           meaning == "month";
}

bool any_words(const std::string& meaning) {
    return !meaning.empty();
}

using Check = bool (*)(const std::string&);

const std::map<std::string, Check>& known_tables() {
    static const std::map<std::string, Check> tables{{"item_type", names_one<domain::ItemType>},
                                                     {"level", names_one<domain::ExerciseLevel>},
                                                     {"target", names_one<domain::Target>},
                                                     {"case_kind", names_one<domain::CaseKind>},
                                                     {"state", names_one<domain::ItemState>},
                                                     {"scope", names_one<domain::HandleScope>},
                                                     {"necessity", names_one<domain::Necessity>},
                                                     {"material_form", names_one<domain::MaterialForm>},
                                                     {"material_source", names_one<domain::MaterialSource>},
                                                     {"trade", names_one<domain::TradeKind>},
                                                     {"person_group", names_one<domain::PersonGroup>},
                                                     {"limit_unit", names_unit},
                                                     {"special_procedure", any_words},
                                                     {"organ_nature", any_words},
                                                     {"yes_no", any_words}};
    return tables;
}

/// The built-in files are part of the program: a wrong one is a bug, and says where it is.
[[noreturn]] void wrong(std::string_view file, const std::string& where) {
    throw std::logic_error("built-in data: " + std::string(file) + " " + where);
}

CodeTable table_from(const json& rows, const std::string& name, std::string_view file) {
    const auto known = known_tables().find(name);
    if (known == known_tables().end()) wrong(file, name);
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const auto& row : rows) {
        pairs.emplace_back(row.at(0).get<std::string>(), row.at(1).get<std::string>());
        if (!known->second(pairs.back().second)) wrong(file, name + " " + pairs.back().second);
    }
    return CodeTable(std::move(pairs));
}

CodeProfile profile_from(const EmbeddedFile& file, const std::vector<CodeProfile>& before) {
    const auto source = wire::parse_text(file.content);
    if (!source) wrong(file.name, "not JSON");
    CodeProfile profile;
    if (const auto base_id = source->value("base", ""); !base_id.empty()) {
        const auto found = std::find_if(before.begin(), before.end(),
                                        [&](const CodeProfile& other) { return other.id == base_id; });
        if (found == before.end()) wrong(file.name, "base " + base_id);
        profile = *found;
    }
    profile.id = source->at("id");
    profile.name = source->at("name");
    profile.source = source->at("source");
    if (const auto layout = source->find("code_layout"); layout != source->end())
        profile.layout = {layout->at("length"), layout->at("organ"), layout->at("level"),
                          layout->at("basic")};
    for (const auto& [name, rows] : source->at("tables").items())
        profile.tables[name] = table_from(rows, name, file.name);
    return profile;
}

std::vector<EmbeddedFile> profile_files() {
    std::vector<EmbeddedFile> files;
    for (const auto& file : embedded_files())
        if (file.name.starts_with("profiles/")) files.push_back(file);
    std::stable_partition(files.begin(), files.end(), [](const EmbeddedFile& file) {
        return file.name == "profiles/" + std::string(default_profile) + ".json";
    });
    return files;
}

std::vector<CodeProfile> read_profiles() {
    std::vector<CodeProfile> profiles;
    for (const auto& file : profile_files()) profiles.push_back(profile_from(file, profiles));
    return profiles;
}

}  // namespace

const std::string* CodeTable::meaning_of(std::string_view code) const {
    const auto wanted = without_zeros(code);
    for (const auto& [known, meaning] : rows_)
        if (without_zeros(known) == wanted) return &meaning;
    return nullptr;
}

std::string CodeTable::code_of(std::string_view meaning) const {
    for (const auto& [code, known] : rows_)
        if (known == meaning) return code;
    return {};
}

const CodeTable& CodeProfile::table(std::string_view name_of_table) const {
    static const CodeTable none;
    const auto found = tables.find(std::string(name_of_table));
    return found == tables.end() ? none : found->second;
}

std::optional<domain::Limit> CodeProfile::limit(int64_t amount, std::string_view unit) const {
    const auto* meaning = table("limit_unit").meaning_of(unit);
    if (!meaning || amount < 0 || amount > 100'000) return std::nullopt;
    const auto whole = static_cast<int>(amount);
    if (const auto own = base::from_name<domain::LimitUnit>(*meaning)) return domain::Limit{whole, *own};
    if (*meaning == "month") return domain::Limit{whole * 30, domain::LimitUnit::calendar_day};
    const int in_a_day = *meaning == "hour" ? 8 : 8 * 60;
    return domain::Limit{(whole + in_a_day - 1) / in_a_day, domain::LimitUnit::working_day};
}

std::string CodeProfile::organ_of(std::string_view code) const {
    return layout.length > 0 && code.size() == layout.length ? std::string(code.substr(0, layout.organ))
                                                             : std::string();
}

std::string CodeProfile::basic_of(std::string_view code) const {
    return layout.length > 0 && code.size() == layout.length
               ? std::string(code.substr(layout.organ + layout.level, layout.basic))
               : std::string();
}

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

const CodeProfile& word_profile() {
    static const auto& profile = [&]() -> const CodeProfile& {
        for (const auto& one : code_profiles())
            if (one.id == words_profile) return one;
        throw std::logic_error("built-in data: profiles/words.json");
    }();
    return profile;
}

}  // namespace yc::forms
