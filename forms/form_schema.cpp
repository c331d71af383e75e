#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "forms/embedded.h"
#include "forms/form_check.h"

namespace yc::forms {

using base::fail;
using nlohmann::json;

namespace {

const valijson::Schema& published_schema() {
    static const auto schema = [] {
        auto parsed = std::make_unique<valijson::Schema>();
        for (const auto& file : embedded_files()) {
            if (file.name != "schema/form.schema.json") continue;
            const auto source = json::parse(file.content);
            valijson::SchemaParser(valijson::SchemaParser::kDraft7)
                .populateSchema(valijson::adapters::NlohmannJsonAdapter(source), *parsed);
            return parsed;
        }
        throw std::logic_error("built-in data: no schema/form.schema.json");
    }();
    return *schema;
}

/// "<root>[sections][0][label]" as "sections.0.label".
std::string path_of(const std::vector<std::string>& context) {
    std::string path;
    for (const auto& step : context) {
        if (step.size() < 2 || step.front() != '[') continue;
        path += (path.empty() ? "" : ".") + step.substr(1, step.size() - 2);
    }
    return path;
}

/// The name in quotes at the end of the validator's words, if there is one.
std::string quoted_name(const std::string& words) {
    const auto end = words.rfind('\'');
    const auto begin = end == std::string::npos || end == 0 ? end : words.rfind('\'', end - 1);
    return begin == std::string::npos || begin == end ? std::string()
                                                      : words.substr(begin + 1, end - begin - 1);
}

base::Error error_of(const std::string& path, const std::string& words) {
    const auto says = [&](std::string_view part) { return words.find(part) != std::string::npos; };
    const std::map<std::string, std::string> where{{"path", path.empty() ? "/" : path}};
    auto named = where;
    named["name"] = quoted_name(words);
    if (says("required property")) return fail("form.schema_missing", words, named);
    if (says("additionalProperties")) return fail("form.schema_unknown", words, named);
    if (says("'type' constraint") || says("type not permitted"))
        return fail("form.schema_type", words, where);
    if (says("enum")) return fail("form.schema_choice", words, where);
    return fail("form.schema_value", words, where);
}

/// Says that something inside is wrong, which is told by itself.
bool is_summary(const std::string& words) {
    return words.find("Failed to validate against") == 0 || words.find("Failed to validate item") == 0 ||
           words.find("if/then/else") != std::string::npos || words.find("allOf") != std::string::npos ||
           words.find("child schema") != std::string::npos;
}

}  // namespace

std::vector<FormFault> check_schema(const json& definition) {
    valijson::Validator validator;
    valijson::ValidationResults results;
    const valijson::adapters::NlohmannJsonAdapter target(definition);
    std::vector<FormFault> faults, summaries;
    if (validator.validate(published_schema(), target, &results)) return faults;
    valijson::ValidationResults::Error each;
    while (results.popError(each)) {
        const auto path = path_of(each.context);
        auto& list = is_summary(each.description) ? summaries : faults;
        const bool known =
            std::any_of(list.begin(), list.end(), [&](const FormFault& fault) { return fault.path == path; });
        if (!known) list.push_back({path, error_of(path, each.description)});
    }
    return faults.empty() ? summaries : faults;
}

}  // namespace yc::forms
