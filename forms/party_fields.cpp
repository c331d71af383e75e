#include "forms/party_fields.h"

namespace yc::forms {

namespace {

struct Part {
    std::string_view id;
    Label label;
    FieldType type;
    int max_length;
    bool needed;
};

const std::vector<Part>& parts_of(FieldType type) {
    static const std::vector<Part> person{
        {"name", {"姓名", "name"}, FieldType::text, 50, true},
        {"number", {"证件号码", "ID number"}, FieldType::id_number, 30, true},
        {"phone", {"联系电话", "phone"}, FieldType::phone, 30, false}};
    static const std::vector<Part> organisation{
        {"name", {"名称", "name"}, FieldType::text, 100, true},
        {"credit_code", {"统一社会信用代码", "credit code"}, FieldType::credit_code, 18, true}};
    return type == FieldType::person ? person : organisation;
}

}  // namespace

std::vector<Field> parts_of_party(const Field& party) {
    std::vector<Field> fields;
    for (const auto& part : parts_of(party.type)) {
        Field field;
        field.id = part.id;
        field.label = {party.label.zh + part.label.zh, party.label.en + ": " + part.label.en};
        field.type = part.type;
        field.max_length = part.max_length;
        field.required = party.required && part.needed;
        if (part.needed) field.required_if = party.required_if;
        if (!party.fact.empty()) field.fact = party.fact + "_" + std::string(part.id);
        field.settles = party.settles;
        field.width = party.type == FieldType::person ? WidthHint::third : WidthHint::half;
        fields.push_back(std::move(field));
    }
    return fields;
}

}  // namespace yc::forms
