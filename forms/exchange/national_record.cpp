#include "forms/exchange/national_record.h"

#include <array>
#include <nlohmann/json.hpp>

#include "core/base/utf8.h"
#include "core/wire/json_text.h"
#include "forms/exchange/national_columns.h"
#include "forms/exchange/national_conditions.h"
#include "forms/exchange/national_rows.h"
#include "forms/record_patch.h"
#include "forms/tidy_text.h"

namespace yc::forms::exchange {

using base::fail;
using base::Result;
using domain::ItemDefinition;
using domain::ServiceItem;
using nlohmann::json;

namespace {

constexpr const char* some_fee = "收费";  ///< the fee of an item whose record only says that there is one

const json& table_of(const json& record, const char* name) {
    static const json nothing = json::object();
    const auto found = record.find(name);
    return found != record.end() && found->is_object() ? *found : nothing;
}

std::string flag(bool value) {
    return value ? "1" : "0";
}

/// The organ of the item is the publisher's code, unless it is one of our departments already.
void read_organ(const json& row, ServiceItem& item, ItemDefinition& definition) {
    const auto code = text_in(row, {"dept_code"}, nullptr);
    if (code.empty()) return;
    auto& organ = definition.guide.organ_code;
    const bool moved = !organ.empty() && organ != code;
    if (item.department.empty() || moved) item.department = code;
    organ = code;
}

void read_targets(const json& row, CodeReader& codes, ItemDefinition& definition) {
    std::set<domain::Target> targets;
    for (const auto& code : base::split(text_in(row, {"serve_type"}, nullptr), ',')) {
        if (code.empty()) continue;
        if (const auto target = codes.profile().read<domain::Target>("target", code))
            targets.insert(*target);
        else
            codes.unknown("serve_type", code);
    }
    if (!targets.empty()) definition.targets = std::move(targets);
}

void read_fee(const json& row, ItemDefinition& definition) {
    const auto is_fee = text_in(row, {"is_fee"}, nullptr);
    if (is_fee == "0") definition.fee.clear();
    if (is_fee == "1" && definition.fee.empty()) definition.fee = some_fee;
}

void read_nature(const json& row, const CodeProfile& profile, ItemDefinition& definition) {
    const auto code = text_in(row, {"dept_type"}, nullptr);
    if (const auto* nature = profile.table("organ_nature").meaning_of(code))
        definition.guide.organ_nature = *nature;
}

void read_item_table(const json& row, CodeReader& codes, ServiceItem& item, ItemDefinition& definition) {
    codes.read(row, "task_type", "item_type", item.type);
    codes.read(row, "project_type", "case_kind", item.case_kind);
    codes.read(row, "task_state", "state", item.state);
    if (const auto code = text_in(row, {"use_level"}, nullptr); !code.empty()) {
        const auto level = codes.profile().read<domain::ExerciseLevel>("level", code);
        if (level)
            definition.level = level;
        else
            codes.unknown("use_level", code);
    }
    if (const auto version = number_in(row, {"task_version"}); version && *version > 0)
        item.version = *version;
    if (const auto name = column(row, "dept_name")) item.department_name = tidy_line(*name);
    if (const auto area = column(row, "areacode")) item.area_code = tidy_code(*area);
    if (const auto conditions = column(row, "accept_condition"))
        definition.acceptance_conditions = tidy_text(*conditions);
    read_organ(row, item, definition);
    read_nature(row, codes.profile(), definition);
    read_targets(row, codes, definition);
    read_fee(row, definition);
    codes.limit(row, "anticipate_day", "anticipate_type", definition.statutory);
    codes.limit(row, "promise_day", "promise_type", definition.promised);
    if (const auto visits = number_in(row, {"limit_scene_num"})) definition.guide.visits = *visits;
    for (const auto& [name, member, tidy] : item_text_columns())
        if (const auto text = column(row, name)) definition.guide.*member = tidy(*text);
}

void read_extend_table(const json& row, CodeReader& codes, ItemDefinition& definition) {
    for (const auto& [name, member, tidy] : extend_text_columns())
        if (const auto text = column(row, name)) definition.guide.*member = tidy(*text);
    for (const auto& [name, member] : extend_flag_columns())
        if (const auto text = text_in(row, {name}, nullptr); text == "1" || text == "0")
            definition.guide.*member = text == "1";
    if (const auto limited = text_in(row, {"is_amount_limit"}, nullptr); !limited.empty())
        definition.number_limited = limited == "1";
    codes.read(row, "handle_area", "scope", definition.scope);
    if (const auto name = column(row, "result_name")) definition.result_name = tidy_line(*name);
    if (const auto sample = column(row, "result_guid")) definition.result_sample = tidy_line(*sample);
}

/// The organ as the record names it: its credit code where we know it.
std::string organ_code_of(const ServiceItem& item, const CodeProfile& profile) {
    constexpr size_t credit_code = 18;
    if (item.department.size() == credit_code) return item.department.text();
    if (const auto& organ = item.definition().guide.organ_code; !organ.empty()) return organ;
    const auto organ = profile.organ_of(item.code);
    return organ.empty() ? item.department.text() : organ;
}

json item_table(const ServiceItem& item, const CodeProfile& profile) {
    const auto& definition = item.definition();
    std::string targets;
    for (const auto target : definition.targets)
        targets += (targets.empty() ? "" : ",") + profile.write("target", target);
    json row{{"task_name", item.name},
             {"task_code", item.code},
             {"task_version", std::to_string(item.version)},
             {"task_type", profile.write("item_type", item.type)},
             {"task_state", profile.write("state", item.state)},
             {"project_type", profile.write("case_kind", item.case_kind)},
             {"use_level", definition.level ? profile.write("level", *definition.level) : ""},
             {"dept_name", item.department_name},
             {"dept_code", organ_code_of(item, profile)},
             {"dept_type", profile.table("organ_nature").code_of(definition.guide.organ_nature)},
             {"areacode", item.area_code},
             {"serve_type", targets},
             {"is_fee", flag(!definition.fee.empty())},
             {"accept_condition", definition.acceptance_conditions},
             {"anticipate_day", std::to_string(definition.statutory.amount)},
             {"anticipate_type", profile.write("limit_unit", definition.statutory.unit)},
             {"promise_day", std::to_string(definition.promised.amount)},
             {"promise_type", profile.write("limit_unit", definition.promised.unit)},
             {"limit_scene_num", std::to_string(definition.guide.visits)}};
    for (const auto& [name, member, tidy] : item_text_columns()) row[name] = definition.guide.*member;
    if (row["catalog_code"] == "") row["catalog_code"] = profile.basic_of(item.code);
    return row;
}

json extend_table(const ItemDefinition& definition, const CodeProfile& profile) {
    json row{{"is_amount_limit", flag(definition.number_limited)},
             {"handle_area", profile.write("scope", definition.scope)},
             {"result_name", definition.result_name},
             {"result_guid", definition.result_sample}};
    for (const auto& [name, member, tidy] : extend_text_columns()) row[name] = definition.guide.*member;
    for (const auto& [name, member] : extend_flag_columns()) row[name] = flag(definition.guide.*member);
    return row;
}

json record_made_here(const ServiceItem& item, const CodeProfile& profile) {
    json record{{"AUDIT_ITEM", item_table(item, profile)},
                {"AUDIT_ITEM_EXTEND", extend_table(item.definition(), profile)}};
    write_rows(record, item.definition(), profile);
    write_conditions(record, item.definition());
    return record;
}

void rename(json& row, const char* ours, const char* theirs, const json& like) {
    if (!like.is_object() || !row.is_object() || !like.contains(theirs) || like.contains(ours)) return;
    row[theirs] = row[ours];
    row.erase(ours);
}

/// Uses the names a publisher has for tables and columns that go by two.
void speak_like(json& record, const json& published) {
    rename(record, "AUDIT_QA", "AUDIT_ITEM_QA", published);
    rename(record, "AUDIT_MATERIAL", "AUDIT_ITEM_MATERIAL", published);
    keep_condition_ids(record, published);
    static constexpr std::array<std::array<const char*, 2>, 4> columns{{{"materialid", "materialcode"},
                                                                        {"fill_explian", "fill_explain"},
                                                                        {"original_amount", "page_num_y"},
                                                                        {"copy_amount", "page_num_f"}}};
    for (const char* table : {"AUDIT_MATERIAL", "AUDIT_ITEM_MATERIAL", "AUDIT_MATERIAL_CONDITION"}) {
        const auto rows = published.find(table);
        if (rows == published.end() || !rows->is_array() || rows->empty() || !record.contains(table))
            continue;
        for (auto& row : record[table])
            for (const auto& [ours, theirs] : columns) rename(row, ours, theirs, rows->front());
    }
}

}  // namespace

Result<ServiceItem> item_of_record(const json& record, const CodeProfile& profile, const PresentItem& present,
                                   ImportCollector& doubts) {
    if (!record.is_object() || !record.contains("AUDIT_ITEM")) return fail("catalogue.entry_broken");
    const auto& row = table_of(record, "AUDIT_ITEM");
    const auto code = text_in(row, {"task_code"}, nullptr);
    const auto* known = present(code);
    ServiceItem item = known ? *known : ServiceItem{};
    auto definition = item.definition();
    item.name = text_in(row, {"task_name"}, tidy_line);
    item.code = code;
    YC_CHECK(check_names(item));
    CodeReader codes(profile, doubts);
    codes.item(item.name);
    read_item_table(row, codes, item, definition);
    read_extend_table(table_of(record, "AUDIT_ITEM_EXTEND"), codes, definition);
    read_legal_basis(record, definition);
    read_windows(record, definition);
    read_guide_questions(record, definition);
    read_special_procedures(record, definition, codes);
    read_materials(record, item.code, definition, codes);
    read_conditions(record, definition);
    definition.published = wire::to_text(record);
    item.define(std::move(definition));
    return item;
}

json record_of_item(const ServiceItem& item, const CodeProfile& profile) {
    auto now = record_made_here(item, profile);
    const auto published = wire::parse_text(item.definition().published);
    if (!published || !published->is_object() || !published->contains("AUDIT_ITEM")) return now;
    ImportCollector ignored;
    const auto read = item_of_record(*published, profile, nothing_present(), ignored);
    if (!read) return now;
    auto then = record_made_here(*read, profile);
    speak_like(then, *published);
    speak_like(now, *published);
    // The version tells what changed; it is no change of its own.
    const auto version = now["AUDIT_ITEM"]["task_version"];
    now["AUDIT_ITEM"]["task_version"] = then["AUDIT_ITEM"]["task_version"];
    if (now == then) return *published;
    now["AUDIT_ITEM"]["task_version"] = version;
    return patch_record(*published, then, now);
}

}  // namespace yc::forms::exchange
