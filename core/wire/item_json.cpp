#include "core/wire/item_json.h"

#include <nlohmann/json.hpp>

#include "core/wire/item_guide_json.h"
#include "core/wire/parts_json.h"

namespace yc::wire {

using domain::Adjustment;
using domain::Condition;
using domain::ItemDefinition;
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

/// The names of a set of enum values.
template <class E>
json names(const std::set<E>& values) {
    json out = json::array();
    for (const auto value : values) out.push_back(base::to_name(value));
    return out;
}

template <class E>
void read_names(ObjectReader& reader, const char* name, std::set<E>& out) {
    std::vector<E> values;
    reader.named_list(name, values);
    if (!values.empty()) out = {values.begin(), values.end()};
}

json adjustment_to_json(const Adjustment& adjustment) {
    json out{{"when", condition_to_json(adjustment.when)}};
    if (adjustment.statutory) out["statutory"] = wire::to_json(*adjustment.statutory);
    if (adjustment.promised) out["promised"] = wire::to_json(*adjustment.promised);
    if (adjustment.fee && adjustment.fee->empty()) out["free"] = true;
    if (adjustment.fee && !adjustment.fee->empty()) out["fee"] = *adjustment.fee;
    if (adjustment.department) out["department"] = *adjustment.department;
    for (const auto& [code, necessity] : adjustment.necessities)
        out["necessities"][code] = base::to_name(necessity);
    return out;
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
            {"legal_basis", material.legal_basis},
            {"filling_advice", material.filling_advice},
            {"format", material.format},
            {"form", base::to_name(material.form)},
            {"source", base::to_name(material.source)},
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

void read_necessities(ObjectReader& reader, std::map<std::string, domain::Necessity>& out) {
    std::map<std::string, std::string> words;
    reader.text_map("necessities", words);
    for (const auto& [code, word] : words) {
        if (const auto value = base::from_name<domain::Necessity>(word))
            out[code] = *value;
        else
            reader.wrong("necessities");
    }
}

void read_optional_text(ObjectReader& reader, const char* name, std::optional<std::string>& out) {
    std::string text;
    reader.text(name, text);
    if (!text.empty()) out = std::move(text);
}

void read_adjustment(ObjectReader& reader, Adjustment& adjustment) {
    read_condition(reader, "when", adjustment.when);
    reader.object("statutory", adjustment.statutory, read_limit);
    reader.object("promised", adjustment.promised, read_limit);
    bool free = false;
    reader.flag("free", free);
    if (free) adjustment.fee = std::string();
    read_optional_text(reader, "fee", adjustment.fee);
    read_optional_text(reader, "department", adjustment.department);
    read_necessities(reader, adjustment.necessities);
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
    reader.text("legal_basis", material.legal_basis);
    reader.text("filling_advice", material.filling_advice);
    reader.text("format", material.format);
    reader.named("form", material.form);
    reader.named("source", material.source);
    reader.named("least_grade", material.least_grade);
    read_condition(reader, "when", material.when);
}

/// What the item is and who answers for it.
json entry_to_json(const ServiceItem& item) {
    return {{"code", item.code},
            {"version", item.version},
            {"name", item.name},
            {"type", base::to_name(item.type)},
            {"state", base::to_name(item.state)},
            {"case_kind", base::to_name(item.case_kind)},
            {"department", item.department.text()},
            {"department_name", item.department_name.text()},
            {"main_item", item.main_item.text()},
            {"area_code", item.area_code.text()},
            {"fully_defined", item.fully_defined}};
}

/// Whom it is for and where it is found.
json audience_to_json(const ItemDefinition& definition) {
    json out{{"targets", names(definition.targets)},     {"identities", names(definition.identities)},
             {"subjects", definition.subjects},          {"life_events", definition.life_events},
             {"trade", base::to_name(definition.trade)}, {"words", definition.words},
             {"scope", base::to_name(definition.scope)}};
    if (definition.level) out["level"] = base::to_name(*definition.level);
    return out;
}

/// How it is handled and what comes of it.
json terms_to_json(const ItemDefinition& definition) {
    return {{"assisting_departments", definition.assisting_departments},
            {"statutory", wire::to_json(definition.statutory)},
            {"promised", wire::to_json(definition.promised)},
            {"fee", definition.fee},
            {"legal_basis", list_of(definition.legal_basis, legal_basis_to_json)},
            {"acceptance_conditions", definition.acceptance_conditions},
            {"questions", list_of(definition.questions, question_to_json)},
            {"materials", list_of(definition.materials, material_to_json)},
            {"adjustments", list_of(definition.adjustments, adjustment_to_json)},
            {"flow", steps_to_json(definition.flow)},
            {"form", definition.form},
            {"form_version", definition.form_version},
            {"result_name", definition.result_name},
            {"result_sample", definition.result_sample},
            {"result_valid_months", definition.result_valid_months},
            {"result_document_type", definition.result_document_type},
            {"number_limited", definition.number_limited},
            {"site_check", definition.site_check},
            {"counter_accepts", definition.counter_accepts},
            {"counter_decides", definition.counter_decides},
            {"guide", item_guide_to_json(definition.guide)},
            {"published", definition.published}};
}

void read_interned(ObjectReader& reader, const char* name, base::InternedText& out) {
    std::string text;
    reader.text(name, text);
    out = text;
}

void read_entry(ObjectReader& reader, ServiceItem& item) {
    reader.need_text("code", item.code);
    reader.integer("version", item.version);
    reader.need_text("name", item.name);
    reader.named("type", item.type);
    reader.named("state", item.state);
    reader.named("case_kind", item.case_kind);
    read_interned(reader, "department", item.department);
    read_interned(reader, "department_name", item.department_name);
    read_interned(reader, "main_item", item.main_item);
    read_interned(reader, "area_code", item.area_code);
    reader.flag("fully_defined", item.fully_defined);
}

void read_audience(ObjectReader& reader, ItemDefinition& definition) {
    read_names(reader, "targets", definition.targets);
    read_names(reader, "identities", definition.identities);
    reader.texts("subjects", definition.subjects);
    reader.texts("life_events", definition.life_events);
    reader.named("trade", definition.trade);
    reader.texts("words", definition.words);
    reader.named("scope", definition.scope);
    std::string word;
    reader.text("level", word);
    if (word.empty()) return;
    definition.level = base::from_name<domain::ExerciseLevel>(word);
    if (!definition.level) reader.wrong("level");
}

void read_terms(ObjectReader& reader, ItemDefinition& definition) {
    reader.texts("assisting_departments", definition.assisting_departments);
    reader.object("statutory", definition.statutory, read_limit);
    reader.object("promised", definition.promised, read_limit);
    reader.text("fee", definition.fee);
    reader.objects("legal_basis", definition.legal_basis, read_legal_basis);
    reader.text("acceptance_conditions", definition.acceptance_conditions);
    reader.objects("questions", definition.questions, read_question);
    reader.objects("materials", definition.materials, read_material);
    reader.objects("adjustments", definition.adjustments, read_adjustment);
    reader.objects("flow", definition.flow, read_flow_step);
    reader.text("form", definition.form);
    reader.integer("form_version", definition.form_version);
    if (definition.form_version < 1) reader.wrong("form_version");
    reader.text("result_name", definition.result_name);
    reader.text("result_sample", definition.result_sample);
    reader.integer("result_valid_months", definition.result_valid_months);
    reader.text("result_document_type", definition.result_document_type);
    reader.flag("number_limited", definition.number_limited);
    reader.flag("site_check", definition.site_check);
    reader.flag("counter_accepts", definition.counter_accepts);
    reader.flag("counter_decides", definition.counter_decides);
    reader.object("guide", definition.guide, read_item_guide);
    reader.text("published", definition.published);
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

json question_to_json(const Question& question) {
    return {{"id", question.id},
            {"text", question.text},
            {"answers", list_of(question.answers, answer_to_json)},
            {"when", condition_to_json(question.when)}};
}

void read_question(ObjectReader& reader, Question& question) {
    reader.need_text("id", question.id);
    reader.need_text("text", question.text);
    reader.objects("answers", question.answers, read_answer);
    read_condition(reader, "when", question.when);
}

json item_to_json(const ServiceItem& item) {
    json out = entry_to_json(item);
    if (!item.has_definition()) return out;
    out.update(audience_to_json(item.definition()));
    out.update(terms_to_json(item.definition()));
    return out;
}

void read_item(ObjectReader& reader, ServiceItem& item) {
    read_entry(reader, item);
    ItemDefinition definition;
    read_audience(reader, definition);
    read_terms(reader, definition);
    if (definition != ItemDefinition{}) item.define(std::move(definition));
}

base::Result<ServiceItem> item_from_json(const json& source) {
    ServiceItem item;
    ObjectReader reader(source);
    read_item(reader, item);
    YC_CHECK(reader.finish());
    return item;
}

}  // namespace yc::wire
