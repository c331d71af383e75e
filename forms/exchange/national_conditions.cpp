#include "forms/exchange/national_conditions.h"

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/utf8.h"
#include "forms/exchange/national_columns.h"
#include "forms/tidy_text.h"

namespace yc::forms::exchange {

using domain::Condition;
using domain::ItemDefinition;
using domain::Question;
using nlohmann::json;

namespace {

const json* rows_in(const json& record, const char* name) {
    const auto found = record.find(name);
    return found != record.end() && found->is_array() && !found->empty() ? &*found : nullptr;
}

constexpr size_t most_rows = 2000;  ///< no real item comes near

/// Where an answer belongs: its question and its id there.
using Answers = std::map<std::string, std::pair<std::string, std::string>>;

/// An answer's id without the question's name before it.
std::string own_id(const std::string& id, const std::string& question) {
    return id.starts_with(question + ".") ? id.substr(question.size() + 1) : id;
}

std::string first_of(const std::string& ids) {
    return ids.substr(0, ids.find(','));
}

/// The rows whose parent is no row, or an answer: questions.
std::set<std::string> question_ids(const json& rows) {
    std::map<std::string, std::string> parents;
    for (const auto& row : rows)
        if (row.is_object())
            parents[text_in(row, {"condition_id"}, nullptr)] = text_in(row, {"parent_id"}, nullptr);
    std::set<std::string> questions;
    // A row is a question when its parent is none, several, or itself an answer; rounds go
    // on until nothing is added, one for each level.
    for (bool grown = true; grown;) {
        grown = false;
        for (const auto& [id, parent] : parents) {
            const auto above = parents.find(first_of(parent));
            const bool is_question = above == parents.end() || (!questions.contains(above->first) &&
                                                                questions.contains(first_of(above->second)));
            if (is_question && !id.empty()) grown |= questions.insert(id).second;
        }
    }
    return questions;
}

/// The condition that holds for these answers.
Condition condition_of(const std::string& ids, const Answers& answers) {
    Condition condition;
    for (const auto& id : base::split(ids, ','))
        if (const auto answer = answers.find(id); answer != answers.end())
            condition.any_of[answer->second.first].push_back(answer->second.second);
    return condition;
}

std::string ids_of(const Condition& condition) {
    std::string ids;
    for (const auto& [question, answers] : condition.any_of)
        for (const auto& answer : answers) ids += (ids.empty() ? "" : ",") + question + "." + answer;
    return ids;
}

Answers read_questions(const json& rows, std::vector<Question>& questions) {
    const auto ids = question_ids(rows);
    Answers answers;
    for (const auto& row : rows) {
        if (!row.is_object()) continue;
        const auto id = text_in(row, {"condition_id"}, nullptr);
        if (ids.contains(id)) questions.push_back({id, text_in(row, {"condition_name"}, base::trim), {}, {}});
    }
    for (const auto& row : rows) {
        if (!row.is_object()) continue;
        const auto id = text_in(row, {"condition_id"}, nullptr);
        const auto parent = text_in(row, {"parent_id"}, nullptr);
        if (ids.contains(id) || id.empty()) continue;
        for (auto& question : questions)
            if (question.id == parent) {
                question.answers.push_back(
                    {own_id(id, parent), text_in(row, {"condition_name"}, base::trim)});
                answers[id] = {parent, question.answers.back().id};
            }
    }
    std::erase_if(questions, [](const Question& question) { return question.answers.empty(); });
    for (const auto& row : rows)
        for (auto& question : questions)
            if (row.is_object() && text_in(row, {"condition_id"}, nullptr) == question.id)
                question.when = condition_of(text_in(row, {"parent_id"}, nullptr), answers);
    return answers;
}

}  // namespace

void read_conditions(const json& record, ItemDefinition& definition) {
    const auto* rows = rows_in(record, "AUDIT_ITEM_CONDITION");
    if (!rows || rows->size() > most_rows) return;
    std::vector<Question> questions;
    const auto answers = read_questions(*rows, questions);
    definition.questions = std::move(questions);
    const auto* links = rows_in(record, "AUDIT_MATERIAL_CONDITION");
    if (!links) return;
    std::map<std::string, std::string> of_materials;
    for (const auto& row : *links)
        if (row.is_object())
            of_materials[text_in(row, {"materialid", "materialcode"}, nullptr)] +=
                text_in(row, {"condition_id"}, nullptr) + ",";
    for (auto& material : definition.materials)
        material.when = condition_of(of_materials[material.code], answers);
}

void write_conditions(json& record, const ItemDefinition& definition) {
    json rows = json::array();
    for (const auto& question : definition.questions) {
        rows.push_back({{"condition_id", question.id},
                        {"parent_id", ids_of(question.when)},
                        {"condition_name", question.text},
                        {"ordernum", std::to_string(rows.size() + 1)}});
        for (const auto& answer : question.answers)
            rows.push_back({{"condition_id", question.id + "." + answer.id},
                            {"parent_id", question.id},
                            {"condition_name", answer.text},
                            {"ordernum", std::to_string(rows.size() + 1)}});
    }
    json links = json::array();
    for (const auto& material : definition.materials)
        for (const auto& [question, answers] : material.when.any_of)
            for (const auto& answer : answers)
                links.push_back({{"materialid", material.code}, {"condition_id", question + "." + answer}});
    record["AUDIT_ITEM_CONDITION"] = std::move(rows);
    record["AUDIT_MATERIAL_CONDITION"] = std::move(links);
}

void keep_condition_ids(json& record, const json& published) {
    std::map<std::string, std::string> theirs;
    if (const auto* rows = rows_in(published, "AUDIT_ITEM_CONDITION"))
        for (const auto& row : *rows) {
            if (!row.is_object()) continue;
            const auto id = text_in(row, {"condition_id"}, nullptr);
            const auto parent = text_in(row, {"parent_id"}, nullptr);
            theirs.emplace(parent + "." + own_id(id, parent), id);
        }
    const auto renamed = [&](const json& id) {
        const auto found = theirs.find(id.get_ref<const std::string&>());
        return found == theirs.end() ? id.get<std::string>() : found->second;
    };
    for (auto& row : record["AUDIT_ITEM_CONDITION"]) {
        row["condition_id"] = renamed(row["condition_id"]);
        std::string parents;
        for (const auto& id : base::split(row["parent_id"].get_ref<const std::string&>(), ','))
            parents += (parents.empty() ? "" : ",") + renamed(id);
        row["parent_id"] = parents;
    }
    for (auto& row : record["AUDIT_MATERIAL_CONDITION"]) row["condition_id"] = renamed(row["condition_id"]);
}

}  // namespace yc::forms::exchange
