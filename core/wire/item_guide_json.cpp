#include "core/wire/item_guide_json.h"

#include <nlohmann/json.hpp>

#include "core/wire/parts_json.h"

namespace yc::wire {

using domain::GuideQuestion;
using domain::GuideWindow;
using domain::ItemGuide;
using domain::SpecialProcedure;
using nlohmann::json;

namespace {

/// The plain members, once for both ways.
constexpr std::pair<const char*, std::string ItemGuide::*> texts[]{
    {"basic_code", &ItemGuide::basic_code},
    {"handling_item_code", &ItemGuide::handling_item_code},
    {"organ_code", &ItemGuide::organ_code},
    {"organ_nature", &ItemGuide::organ_nature},
    {"entrusted_by", &ItemGuide::entrusted_by},
    {"statutory_explanation", &ItemGuide::statutory_explanation},
    {"promised_explanation", &ItemGuide::promised_explanation},
    {"process", &ItemGuide::process},
    {"review_standard", &ItemGuide::review_standard},
    {"intermediary", &ItemGuide::intermediary},
    {"number_limit_explanation", &ItemGuide::number_limit_explanation},
    {"fee_basis", &ItemGuide::fee_basis},
    {"consultation_phone", &ItemGuide::consultation_phone},
    {"complaint_phone", &ItemGuide::complaint_phone},
    {"reconsideration", &ItemGuide::reconsideration},
    {"litigation", &ItemGuide::litigation},
    {"online_address", &ItemGuide::online_address},
    {"visit_reason", &ItemGuide::visit_reason}};
constexpr std::pair<const char*, bool ItemGuide::*> flags[]{{"in_hall", &ItemGuide::in_hall},
                                                            {"appointment", &ItemGuide::appointment},
                                                            {"by_mail", &ItemGuide::by_mail},
                                                            {"online", &ItemGuide::online},
                                                            {"online_payment", &ItemGuide::online_payment},
                                                            {"self_service", &ItemGuide::self_service},
                                                            {"agency", &ItemGuide::agency}};

json window_to_json(const GuideWindow& window) {
    return {
        {"name", window.name}, {"address", window.address}, {"hours", window.hours}, {"phone", window.phone}};
}

void read_window(ObjectReader& reader, GuideWindow& window) {
    reader.text("name", window.name);
    reader.text("address", window.address);
    reader.text("hours", window.hours);
    reader.text("phone", window.phone);
}

json question_to_json(const GuideQuestion& question) {
    return {{"question", question.question}, {"answer", question.answer}};
}

void read_question(ObjectReader& reader, GuideQuestion& question) {
    reader.text("question", question.question);
    reader.text("answer", question.answer);
}

json procedure_to_json(const SpecialProcedure& procedure) {
    return {{"kind", procedure.kind},
            {"limit", wire::to_json(procedure.limit)},
            {"department", procedure.department},
            {"description", procedure.description}};
}

void read_procedure(ObjectReader& reader, SpecialProcedure& procedure) {
    reader.text("kind", procedure.kind);
    reader.object("limit", procedure.limit, read_limit);
    reader.text("department", procedure.department);
    reader.text("description", procedure.description);
}

template <class T>
json list_of(const std::vector<T>& values, json (*write)(const T&)) {
    json out = json::array();
    for (const auto& value : values) out.push_back(write(value));
    return out;
}

}  // namespace

json item_guide_to_json(const ItemGuide& guide) {
    json out{{"visits", guide.visits},
             {"windows", list_of(guide.windows, window_to_json)},
             {"questions", list_of(guide.questions, question_to_json)},
             {"special_procedures", list_of(guide.special_procedures, procedure_to_json)}};
    for (const auto& [name, member] : texts) out[name] = guide.*member;
    for (const auto& [name, member] : flags) out[name] = guide.*member;
    return out;
}

void read_item_guide(ObjectReader& reader, ItemGuide& guide) {
    for (const auto& [name, member] : texts) reader.text(name, guide.*member);
    for (const auto& [name, member] : flags) reader.flag(name, guide.*member);
    reader.integer("visits", guide.visits);
    reader.objects("windows", guide.windows, read_window);
    reader.objects("questions", guide.questions, read_question);
    reader.objects("special_procedures", guide.special_procedures, read_procedure);
}

json legal_basis_to_json(const domain::LegalBasis& basis) {
    return {
        {"law", basis.law}, {"number", basis.number}, {"clause", basis.clause}, {"content", basis.content}};
}

void read_legal_basis(ObjectReader& reader, domain::LegalBasis& basis) {
    reader.need_text("law", basis.law);
    reader.text("number", basis.number);
    reader.text("clause", basis.clause);
    reader.text("content", basis.content);
}

}  // namespace yc::wire
