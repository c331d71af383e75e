#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/catalogue_source.h"
#include "cli/command.h"
#include "cli/form_publish_command.h"
#include "core/base/durable_file.h"
#include "core/wire/json_text.h"
#include "forms/definition_text.h"
#include "forms/exchange/catalogue_file.h"
#include "forms/form_change.h"
#include "forms/form_check.h"
#include "forms/form_rules.h"
#include "localization/localization.h"
#include "reports/form_rows.h"
#include "reports/pdf_writer.h"

namespace yc::cli {
namespace {

using base::fail;
using base::Result;
using localization::tr;
using nlohmann::json;

struct CheckOptions {
    std::string file;
    std::string hub_data;
    bool all = false;
};

struct RenderOptions {
    std::string form;
    std::string values;
    std::string out;
    std::string hub_data;
};

int check(Session& session, const CheckOptions& options) {
    const auto bundle = bundle_of(hub_data_dir(options.hub_data));
    if (!bundle) return session.refused(bundle.error());
    const auto today = session.clock().today();
    std::vector<CheckedFile> files;
    if (options.all)
        for (const auto& form : bundle->forms)
            if (forms::newest_form(*bundle, form.id) == &form)
                files.push_back(check_form_text(form.id, forms::definition_text(form), *bundle, today));
    if (!options.file.empty()) {
        const auto text = forms::exchange::content_of_file(options.file);
        if (!text) return session.refused(text.error());
        files.push_back(check_form_text(options.file, *text, *bundle, today));
    }
    return tell_faults(session, files);
}

/// {"field": "value"…}; answers to the item's questions stand under "answers".
struct GivenValues {
    forms::FormValues values;
    domain::Circumstances answers;
};

Result<GivenValues> values_of(const std::string& file) {
    GivenValues given;
    if (file.empty()) return given;
    YC_TRY(const auto text, forms::exchange::content_of_file(file));
    const auto source = wire::parse_text(text);
    const auto wrong = [&] { return fail("form.values_invalid", {}, {{"file", file}}); };
    if (!source || !source->is_object()) return wrong();
    for (const auto& [name, value] : source->items()) {
        const bool answers = name == "answers" && value.is_object();
        if (!answers && !value.is_string()) return wrong();
        if (!answers) given.values[name] = value.get<std::string>();
        if (!answers) continue;
        for (const auto& [question, answer] : value.items()) {
            if (!answer.is_string()) return wrong();
            given.answers[question] = answer.get<std::string>();
        }
    }
    return given;
}

/// The form of that id, or the one that a file defines.
Result<forms::Form> form_named(const std::string& name, const forms::Catalogue& catalogue, base::Date today) {
    if (const auto* form = catalogue.form(name)) return *form;
    std::error_code error;
    if (!std::filesystem::exists(name, error)) return fail("form.unknown_form", {}, {{"form", name}});
    YC_TRY(const auto text, forms::exchange::content_of_file(name));
    auto definition = forms::check_definition(text, today);
    if (!definition.faults.empty()) return std::move(definition.faults.front().error);
    return *std::move(definition.form);
}

/// The item that uses the form, for its name and the usual answers to its questions.
void use_item(const forms::Catalogue& catalogue, const std::string& form, GivenValues& given,
              reports::FilledForm& facts) {
    const auto users = forms::items_using(catalogue.bundle(), form);
    if (users.empty()) return;
    const auto& item = *users.front();
    given.answers = domain::settled_answers(item.definition().questions, given.answers);
    facts.item_name = item.name;
    facts.office = item.department_name;
}

Result<json> render(const RenderOptions& options, const base::Clock& clock) {
    const auto dir = hub_data_dir(options.hub_data);
    YC_TRY(const auto district, district_of(dir));
    YC_TRY(const auto catalogue, catalogue_of(dir));
    YC_TRY(const auto form, form_named(options.form, *catalogue, clock.today()));
    YC_TRY(auto given, values_of(options.values));
    reports::FilledForm facts{.printed_at = clock.now(), .sample = district.sample};
    use_item(*catalogue, form.id, given, facts);
    for (const auto& [field, value] : forms::defaults(form)) given.values.try_emplace(field, value);
    json problems = json::array();
    for (const auto& problem : forms::check_form(form, given.values, given.answers, clock.today()))
        problems.push_back(
            {{"field", problem.field}, {"error", error_json(base::Error{problem.code, {}, problem.args})}});
    YC_TRY(const auto fonts, reports::FontBook::open());
    const auto rows = reports::form_rows(form, given.values, given.answers, clock.today());
    YC_TRY(const auto document, reports::make_filled_form(form, rows, facts, fonts));
    YC_TRY(const auto pdf, reports::write_pdf(document, fonts));
    YC_CHECK(base::write_out(options.out, pdf));
    return json{{"form", form.id},
                {"out", options.out},
                {"pages", document.pages.size()},
                {"problems", std::move(problems)}};
}

void add_check(CLI::App& form, Session& session) {
    auto* sub = form.add_subcommand("check", tr("forms.cli.form.check"));
    const auto options = std::make_shared<CheckOptions>();
    auto* file = sub->add_option("FILE", options->file, tr("forms.cli.option.form_file"));
    auto* all = sub->add_flag("--all", options->all, tr("forms.cli.option.all_forms"));
    sub->add_option("--hub-data", options->hub_data, tr("forms.cli.option.hub_data"));
    session.on(*sub, [=, &session] {
        if (file->count() + all->count() == 0) throw CLI::RequiredError("FILE");
        return check(session, *options);
    });
}

void add_render(CLI::App& form, Session& session) {
    auto* sub = form.add_subcommand("render", tr("forms.cli.form.render"));
    const auto options = std::make_shared<RenderOptions>();
    sub->add_option("ID", options->form, tr("forms.cli.option.form"))->required();
    sub->add_option("--values", options->values, tr("forms.cli.option.values"));
    sub->add_option("--out", options->out, tr("forms.cli.option.pdf"))->required();
    sub->add_option("--hub-data", options->hub_data, tr("forms.cli.option.hub_data"));
    session.on(*sub, [=, &session] {
        const auto done = render(*options, session.clock());
        if (!done) return session.refused(done.error());
        std::string text;
        for (const auto& problem : (*done)["problems"])
            text += problem["error"]["message"].get<std::string>() + "\n";
        return session.done(*done, text + tr("forms.cli.form.rendered",
                                             {{"file", options->out},
                                              {"pages", std::to_string((*done)["pages"].get<size_t>())}}));
    });
}

}  // namespace

void add_form_command(CLI::App& app, Session& session) {
    auto* form = app.add_subcommand("form", tr("forms.cli.form.about"))->require_subcommand(1);
    add_check(*form, session);
    add_render(*form, session);
    add_form_publishing(*form, session);
}

}  // namespace yc::cli
