#include "cli/journey_people.h"

#include <fmt/format.h>

#include <map>

#include "core/domain/identity_number.h"

namespace yc::cli {

using client::desk::FieldInput;
using client::desk::FieldView;
using client::desk::PartyField;

namespace {

std::string answer_for(const FieldView& field, const InventedPerson& person) {
    static const std::map<std::string, std::string> by_id{{"bank_account", "6200000000123456789"},
                                                          {"bank_name", "示例银行青秀支行"},
                                                          {"emergency_name", "示例家属"},
                                                          {"year", "2027"},
                                                          {"members", "3"},
                                                          {"birth_date", "1990-03-07"}};
    if (const auto it = by_id.find(field.id); it != by_id.end()) return it->second;
    switch (field.input) {
        case FieldInput::yes_no:
            return "yes";
        case FieldInput::choice:
            return field.options.empty() ? std::string() : field.options.front().first;
        case FieldInput::date:
            return "2026-10-09";
        case FieldInput::number:
            return "1";
        case FieldInput::phone:
            return person.phone;
        case FieldInput::identity:
            return person.number;
        default:
            return field.id.find("address") != std::string::npos ? person.address : "示例内容";
    }
}

}  // namespace

InventedPerson invent_person(base::Date birth, int sequence, std::string name) {
    std::string first =
        fmt::format("450103{:04}{:02}{:02}{:03}", static_cast<int>(birth.year()),
                    static_cast<unsigned>(birth.month()), static_cast<unsigned>(birth.day()), sequence);
    first += domain::citizen_check_digit(first);
    return {first, std::move(name), fmt::format("1990771{:04}", 9000 + sequence),
            fmt::format("南宁市青秀区示例路{}号", sequence)};
}

void fill_in(client::desk::Intake& intake, const InventedPerson& person) {
    for (const auto& field : intake.party()) {
        if (!field.value.empty()) continue;
        if (field.field == PartyField::name) intake.set_party(PartyField::name, person.name);
        if (field.field == PartyField::phone) intake.set_party(PartyField::phone, person.phone);
        if (field.field == PartyField::address) intake.set_party(PartyField::address, person.address);
    }
    for (const FieldView& field : intake.fields())
        if (field.required && field.value.empty()) intake.set_field(field.id, answer_for(field, person));
}

}  // namespace yc::cli
