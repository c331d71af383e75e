#pragma once
#include "forms/exchange/national_columns.h"

namespace yc::forms::exchange {

/// The tables of a national record that hold several rows, both ways. Reading replaces the rows; a record
/// without the table leaves them.

void read_legal_basis(const nlohmann::json& record, domain::ItemDefinition& definition);
void read_windows(const nlohmann::json& record, domain::ItemDefinition& definition);
void read_guide_questions(const nlohmann::json& record, domain::ItemDefinition& definition);
void read_special_procedures(const nlohmann::json& record, domain::ItemDefinition& definition,
                             CodeReader& codes);
/// `item_code` makes the code of a material that has none. What a record cannot tell (document type, least
/// grade, condition) is kept from the material of the same code or name.
void read_materials(const nlohmann::json& record, const std::string& item_code,
                    domain::ItemDefinition& definition, CodeReader& codes);
/// Adds the tables of rows to a record.
void write_rows(nlohmann::json& record, const domain::ItemDefinition& definition, const CodeProfile& profile);

}  // namespace yc::forms::exchange
