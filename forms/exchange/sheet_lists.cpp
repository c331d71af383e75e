#include "forms/exchange/sheet_lists.h"

#include <charconv>

#include "core/base/utf8.h"
#include "forms/exchange/cell_rows.h"
#include "forms/exchange/known_materials.h"
#include "forms/tidy_text.h"

namespace yc::forms::exchange {

using domain::Material;

namespace {

constexpr const char* on_the_spot = "即办";
constexpr int most_count = 1000;

const std::string& part(const CellRow& row, size_t place) {
    static const std::string nothing;
    return place < row.size() ? row[place] : nothing;
}

template <class T, class Read>
bool replace(const std::string& cell, std::vector<T>& out, Read read) {
    std::vector<T> fresh;
    for (const auto& row : rows_of_cell(cell)) {
        T one;
        if (!read(row, one)) return false;
        fresh.push_back(std::move(one));
    }
    out = std::move(fresh);
    return true;
}

template <class T, class Write>
std::string cell_from(const std::vector<T>& values, Write write) {
    std::vector<CellRow> rows;
    for (const auto& value : values) rows.push_back(write(value));
    return cell_of_rows(rows);
}

template <class E>
bool set(const std::string& word, const char* table, const CodeProfile& profile, E& out) {
    if (word.empty()) return true;
    const auto value = value_of<E>(word, table, profile);
    if (value) out = *value;
    return value.has_value();
}

bool set(const std::string& text, int& out) {
    if (text.empty()) return true;
    const auto count = count_of(text);
    if (count) out = *count;
    return count.has_value();
}

bool read_material(const CellRow& row, const CodeProfile& profile, Material& material) {
    material.code = tidy_code(part(row, 0));
    material.name = tidy_line(part(row, 1));
    material.format = tidy_line(part(row, 7));
    material.issuer = tidy_line(part(row, 8));
    material.acceptance_standard = tidy_text(part(row, 9));
    material.legal_basis = tidy_text(part(row, 10));
    material.filling_advice = tidy_text(part(row, 11));
    return !material.name.empty() && set(part(row, 2), "necessity", profile, material.necessity) &&
           set(part(row, 3), material.originals) && set(part(row, 4), material.copies) &&
           set(part(row, 5), "material_form", profile, material.form) &&
           set(part(row, 6), "material_source", profile, material.source);
}

CellRow material_row(const Material& material) {
    const auto& words = word_profile();
    return {material.code,
            material.name,
            words.write("necessity", material.necessity),
            std::to_string(material.originals),
            std::to_string(material.copies),
            words.write("material_form", material.form),
            words.write("material_source", material.source),
            material.format,
            material.issuer,
            material.acceptance_standard,
            material.legal_basis,
            material.filling_advice};
}

/// Keeps what a sheet cannot tell of a material that was there before under its code, or else its name.
void keep_unsaid(const std::vector<Material>& before, std::vector<Material>& materials,
                 const std::string& item_code) {
    for (size_t i = 0; i < materials.size(); ++i) {
        auto& material = materials[i];
        const auto* known = known_material(before, material.code, material.name);
        if (known) {
            if (material.code.empty()) material.code = known->code;
            material.document_type = known->document_type;
            material.least_grade = known->least_grade;
            material.when = known->when;
        }
        if (material.code.empty()) material.code = material_code(item_code, i);
    }
}

bool read_materials(const std::string& cell, const CodeProfile& profile, SheetItem& to) {
    const auto before = to.definition.materials;
    if (!replace(cell, to.definition.materials, [&](const CellRow& row, Material& material) {
            return read_material(row, profile, material);
        }))
        return false;
    keep_unsaid(before, to.definition.materials, to.item.code);
    return true;
}

SheetColumn materials_column() {
    return {"申请材料", {"材料"}, read_materials, [](const SheetItem& from) {
                return cell_from(from.definition.materials, material_row);
            }};
}

SheetColumn basis_column() {
    return {"设定依据",
            {},
            [](const std::string& cell, const CodeProfile&, SheetItem& to) {
                return replace(cell, to.definition.legal_basis, [](const CellRow& row, auto& basis) {
                    basis = {tidy_line(part(row, 0)), tidy_line(part(row, 1)), tidy_line(part(row, 2)),
                             tidy_text(part(row, 3))};
                    return true;
                });
            },
            [](const SheetItem& from) {
                return cell_from(from.definition.legal_basis, [](const domain::LegalBasis& basis) {
                    return CellRow{basis.law, basis.number, basis.clause, basis.content};
                });
            }};
}

SheetColumn windows_column() {
    return {"办理窗口",
            {},
            [](const std::string& cell, const CodeProfile&, SheetItem& to) {
                return replace(cell, to.definition.guide.windows, [](const CellRow& row, auto& window) {
                    window = {tidy_line(part(row, 0)), tidy_line(part(row, 1)), tidy_hours(part(row, 2)),
                              tidy_phone(part(row, 3))};
                    return true;
                });
            },
            [](const SheetItem& from) {
                return cell_from(from.definition.guide.windows, [](const domain::GuideWindow& window) {
                    return CellRow{window.name, window.address, window.hours, window.phone};
                });
            }};
}

SheetColumn questions_column() {
    return {"常见问题",
            {},
            [](const std::string& cell, const CodeProfile&, SheetItem& to) {
                return replace(cell, to.definition.guide.questions, [](const CellRow& row, auto& question) {
                    question = {part(row, 0), part(row, 1)};
                    return true;
                });
            },
            [](const SheetItem& from) {
                return cell_from(from.definition.guide.questions, [](const domain::GuideQuestion& one) {
                    return CellRow{one.question, one.answer};
                });
            }};
}

SheetColumn special_column() {
    return {
        "特别程序",
        {},
        [](const std::string& cell, const CodeProfile& profile, SheetItem& to) {
            return replace(cell, to.definition.guide.special_procedures, [&](const CellRow& row, auto& one) {
                const auto limit = limit_of(part(row, 1), profile);
                if (!limit) return false;
                one = {tidy_line(part(row, 0)), *limit, tidy_line(part(row, 2)), tidy_text(part(row, 3))};
                return true;
            });
        },
        [](const SheetItem& from) {
            return cell_from(
                from.definition.guide.special_procedures, [](const domain::SpecialProcedure& one) {
                    return CellRow{one.kind, limit_words(one.limit), one.department, one.description};
                });
        }};
}

std::string working_day_code(const CodeProfile& profile) {
    return profile.write("limit_unit", domain::LimitUnit::working_day);
}

}  // namespace

std::optional<domain::Limit> limit_of(std::string_view text, const CodeProfile& profile) {
    const auto plain = tidy_code(text);
    if (plain == on_the_spot || plain == "即时办结" || plain == "当场办结") return domain::Limit{};
    int amount = 0;
    const auto* end = plain.data() + plain.size();
    const auto [stop, error] = std::from_chars(plain.data(), end, amount);
    if (error != std::errc()) return std::nullopt;
    const std::string_view unit(stop, static_cast<size_t>(end - stop));
    if (unit.empty()) return profile.limit(amount, working_day_code(profile));
    return word_profile().limit(amount, unit);
}

std::string limit_words(const domain::Limit& limit) {
    if (limit == domain::Limit{}) return on_the_spot;
    return std::to_string(limit.amount) + word_profile().write("limit_unit", limit.unit);
}

std::optional<int> count_of(std::string_view text) {
    return whole_number(tidy_code(text), most_count);
}

std::vector<SheetColumn> list_columns() {
    return {basis_column(), materials_column(), windows_column(), questions_column(), special_column()};
}

}  // namespace yc::forms::exchange
