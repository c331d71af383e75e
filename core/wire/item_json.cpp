#include "core/wire/item_json.h"

#include <nlohmann/json.hpp>

#include "core/wire/parts_json.h"

namespace yc::wire {

using domain::Condition;
using domain::Material;
using domain::Question;
using domain::ServiceItem;
using nlohmann::json;

namespace {

template <class T>
json list_of(const std::vector<T>& values, json (*write)(const T&)) {
    json out = json::array();
    for (const auto& value : values) out.push_back(write(value));
    return out;
}

/// One member of a condition, as it stands in JSON.
struct ConditionPart {
    std::string question;
    std::vector<std::string> answers;
};

void read_condition_part(ObjectReader& reader, ConditionPart& part) {
    reader.need_text("question", part.question);
    reader.texts("answers", part.answers);
}

json answer_to_json(const Question::Answer& answer) {
    return {{"id", answer.id}, {"text", answer.text}};
}

json question_to_json(const Question& question) {
    return {
        {"id", question.id}, {"text", question.text}, {"answers", list_of(question.answers, answer_to_json)}};
}

json material_to_json(const Material& material) {
    return {{"code", material.code},
            {"name", material.name},
            {"necessity", base::to_name(material.necessity)},
            {"originals", material.originals},
            {"copies", material.copies},
            {"document_type", material.document_type},
            {"acceptance_standard", material.acceptance_standard},
            {"issuer", material.issuer},
            {"least_grade", base::to_name(material.least_grade)},
            {"when", condition_to_json(material.when)}};
}

json steps_to_json(const std::vector<domain::FlowStep>& steps) {
    json out = json::array();
    for (const auto& step : steps) out.push_back(wire::to_json(step));
    return out;
}

void read_answer(ObjectReader& reader, Question::Answer& answer) {
    reader.need_text("id", answer.id);
    reader.need_text("text", answer.text);
}

void read_question(ObjectReader& reader, Question& question) {
    reader.need_text("id", question.id);
    reader.need_text("text", question.text);
    reader.objects("answers", question.answers, read_answer);
}

void read_material(ObjectReader& reader, Material& material) {
    reader.need_text("code", material.code);
    reader.need_text("name", material.name);
    reader.named("necessity", material.necessity);
    reader.integer("originals", material.originals);
    reader.integer("copies", material.copies);
    reader.text("document_type", material.document_type);
    reader.text("acceptance_standard", material.acceptance_standard);
    reader.text("issuer", material.issuer);
    reader.named("least_grade", material.least_grade);
    read_condition(reader, "when", material.when);
}

/// What the item is and who answers for it.
json identity_of(const ServiceItem& item) {
    return {{"code", item.code},
            {"version", item.version},
            {"name", item.name},
            {"type", base::to_name(item.type)},
            {"state", base::to_name(item.state)},
            {"case_kind", base::to_name(item.case_kind)},
            {"department", item.department},
            {"department_name", item.department_name},
            {"assisting_departments", item.assisting_departments},
            {"words", item.words},
            {"main_item", item.main_item},
            {"area_code", item.area_code},
            {"fully_defined", item.fully_defined}};
}

/// How it is handled and what comes of it.
json terms_of_item(const ServiceItem& item) {
    return {{"statutory", wire::to_json(item.statutory)},
            {"promised", wire::to_json(item.promised)},
            {"for_persons", item.for_persons},
            {"for_organisations", item.for_organisations},
            {"fee", item.fee},
            {"scope", item.scope},
            {"legal_basis", item.legal_basis},
            {"acceptance_conditions", item.acceptance_conditions},
            {"questions", list_of(item.questions, question_to_json)},
            {"materials", list_of(item.materials, material_to_json)},
            {"flow", steps_to_json(item.flow)},
            {"form", item.form},
            {"result_name", item.result_name},
            {"result_valid_months", item.result_valid_months},
            {"result_document_type", item.result_document_type},
            {"number_limited", item.number_limited},
            {"site_check", item.site_check},
            {"counter_accepts", item.counter_accepts},
            {"counter_decides", item.counter_decides}};
}

void read_identity(ObjectReader& reader, ServiceItem& item) {
    reader.need_text("code", item.code);
    reader.integer("version", item.version);
    reader.need_text("name", item.name);
    reader.named("type", item.type);
    reader.named("state", item.state);
    reader.named("case_kind", item.case_kind);
    reader.text("department", item.department);
    reader.text("department_name", item.department_name);
    reader.texts("assisting_departments", item.assisting_departments);
    reader.texts("words", item.words);
    reader.text("main_item", item.main_item);
    reader.text("area_code", item.area_code);
    reader.flag("fully_defined", item.fully_defined);
}

void read_terms(ObjectReader& reader, ServiceItem& item) {
    reader.object("statutory", item.statutory, read_limit);
    reader.object("promised", item.promised, read_limit);
    reader.flag("for_persons", item.for_persons);
    reader.flag("for_organisations", item.for_organisations);
    reader.text("fee", item.fee);
    reader.text("scope", item.scope);
    reader.text("legal_basis", item.legal_basis);
    reader.text("acceptance_conditions", item.acceptance_conditions);
    reader.objects("questions", item.questions, read_question);
    reader.objects("materials", item.materials, read_material);
    reader.objects("flow", item.flow, read_flow_step);
    reader.text("form", item.form);
    reader.text("result_name", item.result_name);
    reader.integer("result_valid_months", item.result_valid_months);
    reader.text("result_document_type", item.result_document_type);
    reader.flag("number_limited", item.number_limited);
    reader.flag("site_check", item.site_check);
    reader.flag("counter_accepts", item.counter_accepts);
    reader.flag("counter_decides", item.counter_decides);
}

}  // namespace

json condition_to_json(const Condition& condition) {
    json out = json::array();
    for (const auto& [question, answers] : condition.any_of)
        out.push_back({{"question", question}, {"answers", answers}});
    return out;
}

void read_condition(ObjectReader& reader, const char* name, Condition& condition) {
    std::vector<ConditionPart> parts;
    reader.objects(name, parts, read_condition_part);
    for (auto& part : parts)
        if (!condition.any_of.emplace(part.question, std::move(part.answers)).second) reader.wrong(name);
}

json item_to_json(const ServiceItem& item) {
    json out = identity_of(item);
    out.update(terms_of_item(item));
    return out;
}

void read_item(ObjectReader& reader, ServiceItem& item) {
    read_identity(reader, item);
    read_terms(reader, item);
}

base::Result<ServiceItem> item_from_json(const json& source) {
    ServiceItem item;
    ObjectReader reader(source);
    read_item(reader, item);
    YC_CHECK(reader.finish());
    return item;
}

}  // namespace yc::wire
