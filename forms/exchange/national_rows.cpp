#include "forms/exchange/national_rows.h"

#include "core/base/utf8.h"
#include "core/domain/item.h"
#include "forms/exchange/known_materials.h"
#include "forms/tidy_text.h"

namespace yc::forms::exchange {

using domain::ItemDefinition;
using domain::Material;
using nlohmann::json;

namespace {

/// The rows of the first of these tables that is there; null otherwise.
const json* rows_of(const json& record, std::initializer_list<const char*> names) {
    for (const char* name : names)
        if (const auto found = record.find(name); found != record.end() && found->is_array()) return &*found;
    return nullptr;
}

template <class T, class Read>
void replace_rows(const json* rows, std::vector<T>& out, Read read) {
    if (!rows) return;
    std::vector<T> fresh;
    for (const auto& row : *rows)
        if (row.is_object()) fresh.push_back(read(row, fresh.size()));
    out = std::move(fresh);
}

void read_material_texts(const json& row, Material& material) {
    material.format = text_in(row, {"page_format"}, tidy_line);
    material.issuer = text_in(row, {"source_explain"}, tidy_line);
    material.legal_basis = text_in(row, {"by_law"}, tidy_text);
    material.acceptance_standard = text_in(row, {"accept_stand"}, tidy_text);
    material.filling_advice = text_in(row, {"fill_explian", "fill_explain"}, tidy_text);
}

json material_row(const Material& material, size_t place, const CodeProfile& profile) {
    return {{"materialid", material.code},
            {"material_name", material.name},
            {"material_form", profile.write("material_form", material.form)},
            {"is_need", profile.write("necessity", material.necessity)},
            {"source_type", profile.write("material_source", material.source)},
            {"source_explain", material.issuer},
            {"original_amount", std::to_string(material.originals)},
            {"copy_amount", std::to_string(material.copies)},
            {"page_format", material.format},
            {"by_law", material.legal_basis},
            {"accept_stand", material.acceptance_standard},
            {"fill_explian", material.filling_advice},
            {"ordernum", std::to_string(place + 1)}};
}

json special_row(const domain::SpecialProcedure& procedure, size_t place, const CodeProfile& profile) {
    const auto code = profile.table("special_procedure").code_of(procedure.kind);
    return {{"special_name", code.empty() ? procedure.kind : code},
            {"special_date", std::to_string(procedure.limit.amount)},
            {"special_date_type", profile.write("limit_unit", procedure.limit.unit)},
            {"special_dept", procedure.department},
            {"special_desc", procedure.description},
            {"ordernumber", std::to_string(place)}};
}

template <class T, class Write>
json rows_from(const std::vector<T>& values, Write write) {
    json rows = json::array();
    for (size_t i = 0; i < values.size(); ++i) rows.push_back(write(values[i], i));
    return rows;
}

}  // namespace

void read_legal_basis(const json& record, ItemDefinition& definition) {
    replace_rows(rows_of(record, {"AUDIT_ITEM_BYLAW"}), definition.legal_basis, [](const json& row, size_t) {
        return domain::LegalBasis{
            text_in(row, {"law_name"}, tidy_line), text_in(row, {"law_number"}, tidy_line),
            text_in(row, {"clause_number"}, tidy_line), text_in(row, {"clause_content"}, tidy_text)};
    });
}

void read_windows(const json& record, ItemDefinition& definition) {
    replace_rows(
        rows_of(record, {"AUDIT_ITEM_WINDOW"}), definition.guide.windows, [](const json& row, size_t) {
            return domain::GuideWindow{
                text_in(row, {"window_name"}, tidy_line), text_in(row, {"transact_addr"}, tidy_line),
                text_in(row, {"transact_time"}, tidy_hours), text_in(row, {"window_tel"}, tidy_phone)};
        });
}

void read_guide_questions(const json& record, ItemDefinition& definition) {
    replace_rows(rows_of(record, {"AUDIT_QA", "AUDIT_ITEM_QA"}), definition.guide.questions,
                 [](const json& row, size_t) {
                     return domain::GuideQuestion{text_in(row, {"question"}, base::trim),
                                                  text_in(row, {"answer"}, base::trim)};
                 });
}

void read_special_procedures(const json& record, ItemDefinition& definition, CodeReader& codes) {
    replace_rows(rows_of(record, {"AUDIT_ITEM_SPECIAL"}), definition.guide.special_procedures,
                 [&](const json& row, size_t) {
                     domain::SpecialProcedure procedure;
                     const auto code = text_in(row, {"special_name"}, nullptr);
                     const auto* kind = codes.profile().table("special_procedure").meaning_of(code);
                     procedure.kind = kind ? *kind : code;
                     codes.limit(row, "special_date", "special_date_type", procedure.limit);
                     procedure.department = text_in(row, {"special_dept"}, tidy_line);
                     procedure.description = text_in(row, {"special_desc"}, tidy_text);
                     return procedure;
                 });
}

void read_materials(const json& record, const std::string& item_code, ItemDefinition& definition,
                    CodeReader& codes) {
    const auto before = definition.materials;
    replace_rows(rows_of(record, {"AUDIT_MATERIAL", "AUDIT_ITEM_MATERIAL"}), definition.materials,
                 [&](const json& row, size_t place) {
                     auto code = text_in(row, {"materialid", "materialcode"}, nullptr);
                     if (code.empty()) code = material_code(item_code, place);
                     const auto name = text_in(row, {"material_name"}, tidy_line);
                     const auto* known = known_material(before, code, name);
                     Material material = known ? *known : Material{};
                     material.code = code;
                     material.name = name;
                     codes.read(row, "is_need", "necessity", material.necessity);
                     codes.read(row, "material_form", "material_form", material.form);
                     codes.read(row, "source_type", "material_source", material.source);
                     if (const auto n = number_in(row, {"original_amount", "page_num_y"}))
                         material.originals = *n;
                     if (const auto n = number_in(row, {"copy_amount", "page_num_f"})) material.copies = *n;
                     read_material_texts(row, material);
                     return material;
                 });
}

void write_rows(json& record, const ItemDefinition& definition, const CodeProfile& profile) {
    record["AUDIT_ITEM_BYLAW"] =
        rows_from(definition.legal_basis, [](const domain::LegalBasis& basis, size_t) -> json {
            return {{"law_name", basis.law},
                    {"law_number", basis.number},
                    {"clause_number", basis.clause},
                    {"clause_content", basis.content}};
        });
    record["AUDIT_ITEM_WINDOW"] =
        rows_from(definition.guide.windows, [](const domain::GuideWindow& window, size_t place) -> json {
            return {{"window_name", window.name},
                    {"transact_addr", window.address},
                    {"transact_time", window.hours},
                    {"window_tel", window.phone},
                    {"ordernumber", std::to_string(place)}};
        });
    record["AUDIT_QA"] =
        rows_from(definition.guide.questions, [](const domain::GuideQuestion& one, size_t place) -> json {
            return {
                {"question", one.question}, {"answer", one.answer}, {"ordernum", std::to_string(place + 1)}};
        });
    record["AUDIT_MATERIAL"] = rows_from(definition.materials, [&](const Material& material, size_t place) {
        return material_row(material, place, profile);
    });
    record["AUDIT_ITEM_SPECIAL"] = rows_from(definition.guide.special_procedures,
                                             [&](const domain::SpecialProcedure& procedure, size_t place) {
                                                 return special_row(procedure, place, profile);
                                             });
}

}  // namespace yc::forms::exchange
