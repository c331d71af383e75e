#include "forms/bundle_check.h"

#include <algorithm>
#include <map>
#include <set>

namespace yc::forms {

using base::Error;
using base::fail;
using domain::ServiceItem;

namespace {

using Errors = std::vector<Error>;

void check_condition(const domain::Condition& condition, const std::vector<domain::Question>& questions,
                     const std::string& item, const std::string& where, Errors& errors) {
    for (const auto& [question, answers] : condition.any_of) {
        const auto found = std::find_if(questions.begin(), questions.end(),
                                        [&, id = question](const auto& q) { return q.id == id; });
        const bool known =
            found != questions.end() && std::all_of(answers.begin(), answers.end(), [&](const auto& a) {
                return std::any_of(found->answers.begin(), found->answers.end(),
                                   [&](const auto& answer) { return answer.id == a; });
            });
        if (!known)
            errors.push_back(
                fail("catalogue.unknown_question", where, {{"item", item}, {"field", question}}));
    }
}

void check_departments(const ServiceItem& item, const domain::Directory& directory, Errors& errors) {
    auto departments = item.definition().assisting_departments;
    departments.push_back(item.department);
    for (const auto& step : item.definition().flow) departments.push_back(step.department);
    for (const auto& department : departments)
        if (!directory.department(department))
            errors.push_back(
                fail("catalogue.unknown_department", {}, {{"item", item.name}, {"field", department}}));
}

bool is_catch_all(const std::string& name) {
    for (const char* words : {"其他材料", "其它材料", "有关材料", "相关材料", "需要的材料", "等材料"})
        if (name.find(words) != std::string::npos) return true;
    return false;
}

void check_materials(const ServiceItem& item, Errors& errors) {
    std::set<std::string> codes;
    for (const auto& material : item.definition().materials) {
        if (!codes.insert(material.code).second)
            errors.push_back(
                fail("catalogue.duplicate_material", {}, {{"item", item.name}, {"field", material.code}}));
        if (is_catch_all(material.name))
            errors.push_back(
                fail("catalogue.catch_all_material", {}, {{"item", item.name}, {"field", material.name}}));
        check_condition(material.when, item.definition().questions, item.name, material.code, errors);
    }
}

void check_limits(const ServiceItem& item, Errors& errors) {
    if (item.definition().promised.unit == item.definition().statutory.unit &&
        item.definition().promised.amount > item.definition().statutory.amount &&
        item.definition().statutory.amount > 0)
        errors.push_back(
            fail("catalogue.promise_beyond_limit", {}, {{"item", item.name}, {"field", "promised"}}));
    const bool immediate = item.case_kind == domain::CaseKind::immediate;
    if (immediate != (item.definition().promised.amount == 0) ||
        (immediate && !item.definition().counter_decides))
        errors.push_back(fail("catalogue.kind_and_limit", {}, {{"item", item.name}, {"field", "case_kind"}}));
}

void check_form_of(const ServiceItem& item, const CatalogueBundle& bundle, Errors& errors) {
    const auto id = item.definition().form.empty() ? std::string(common_form_id) : item.definition().form;
    const auto form =
        std::find_if(bundle.forms.begin(), bundle.forms.end(), [&](const Form& f) { return f.id == id; });
    if (form == bundle.forms.end()) {
        errors.push_back(fail("catalogue.unknown_form", {}, {{"item", item.name}, {"field", id}}));
        return;
    }
    for (const auto& section : form->sections)
        for (const auto& field : section.fields)
            check_condition(field.when, item.definition().questions, item.name, form->id + "." + field.id,
                            errors);
}

/// Names an expression may use in a form: fields, and columns as "table.column".
std::set<std::string> names_of_form(const Form& form) {
    std::set<std::string> names;
    for (const auto& section : form.sections)
        for (const auto& field : section.fields) {
            names.insert(field.id);
            for (const auto& column : field.columns) names.insert(field.id + "." + column.id);
        }
    return names;
}

void check_expression(const Expression& expression, const std::set<std::string>& names,
                      const std::string& form, Errors& errors) {
    for (const auto& name : expression.names())
        if (!names.contains(name))
            errors.push_back(fail("catalogue.unknown_field", {}, {{"form", form}, {"field", name}}));
}

void check_expressions(const Form& form, Errors& errors) {
    const auto names = names_of_form(form);
    for (const auto& section : form.sections)
        for (const auto& field : section.fields) {
            for (const auto* expression : {&field.show_if, &field.required_if, &field.computed})
                check_expression(*expression, names, form.id, errors);
            auto in_row = names;
            for (const auto& column : field.columns) in_row.insert(column.id);
            for (const auto& column : field.columns)
                for (const auto* expression : {&column.show_if, &column.required_if, &column.computed})
                    check_expression(*expression, in_row, form.id, errors);
        }
    for (const auto& rule : form.rules) {
        check_expression(rule.check, names, form.id, errors);
        for (const auto& name : rule.fields)
            if (!names.contains(name))
                errors.push_back(fail("catalogue.unknown_field", {}, {{"form", form.id}, {"field", name}}));
    }
}

void check_form_fields(const Form& form, Errors& errors) {
    std::set<std::string> ids;
    for (const auto& section : form.sections)
        for (const auto& field : section.fields) {
            if (!ids.insert(field.id).second)
                errors.push_back(
                    fail("catalogue.duplicate_field", {}, {{"form", form.id}, {"field", field.id}}));
        }
    check_expressions(form, errors);
}

}  // namespace

std::vector<Error> check_bundle(const CatalogueBundle& bundle, const domain::Directory& directory) {
    Errors errors;
    std::set<std::string> forms;
    for (const auto& form : bundle.forms) {
        if (!forms.insert(form.id).second)
            errors.push_back(fail("catalogue.duplicate_form", {}, {{"form", form.id}}));
        check_form_fields(form, errors);
    }
    std::set<std::pair<std::string, int>> codes;
    std::set<std::pair<std::string, int>> names;
    for (const auto& item : bundle.items) {
        const bool new_code = codes.emplace(item.code, item.version).second;
        const bool new_name = !item.fully_defined || names.emplace(item.name, item.version).second;
        if (!new_code || !new_name)
            errors.push_back(
                fail("catalogue.duplicate_item", {}, {{"item", item.name}, {"field", item.code}}));
        check_form_of(item, bundle, errors);
        if (!item.fully_defined) continue;
        check_departments(item, directory, errors);
        check_materials(item, errors);
        check_limits(item, errors);
    }
    return errors;
}

}  // namespace yc::forms
