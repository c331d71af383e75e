#include "cli/form_publish_command.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/catalogue_source.h"
#include "cli/command.h"
#include "core/base/durable_file.h"
#include "forms/definition_text.h"
#include "forms/exchange/catalogue_file.h"
#include "forms/form_change.h"
#include "localization/localization.h"

namespace yc::cli {
namespace {

using base::Result;
using localization::tr;
using nlohmann::json;

struct PublishOptions {
    std::string file;
    std::string reason;
    std::string hub_data;
    bool dry_run = false;
};

/// What publishing a form did, or would do.
struct PublishOutcome {
    forms::FormChange change;
    bool seeded = false;
};

Result<PublishOutcome> publish(const PublishOptions& options, forms::CatalogueBundle bundle,
                               const forms::Form& form, base::Instant now) {
    PublishOutcome outcome;
    YC_TRY(outcome.change, forms::with_form(std::move(bundle), form, {base::date_of(now), options.reason}));
    if (outcome.change.same) return outcome;
    YC_TRY(outcome.seeded,
           publish_change(hub_data_dir(options.hub_data), outcome.change.bundle, now, options.dry_run));
    return outcome;
}

json publish_json(const PublishOutcome& outcome, const forms::Form& form, const PublishOptions& options) {
    const auto& change = outcome.change;
    json items = json::array();
    for (const auto& item : change.items)
        items.push_back({{"code", item.code}, {"name", item.name}, {"version", item.version}});
    return {{"form", form.id},
            {"form_version", change.version},
            {"dry_run", options.dry_run},
            {"new", change.is_new},
            {"same", change.same},
            {"added", change.added},
            {"changed", change.changed},
            {"removed", change.removed},
            {"items", std::move(items)},
            {"version", change.bundle.version},
            {"seeded", outcome.seeded}};
}

/// A line with the fields, nothing when there are none.
std::string fields_text(const char* key, const std::vector<std::string>& fields) {
    if (fields.empty()) return {};
    std::string names;
    for (const auto& field : fields) names += (names.empty() ? "" : ", ") + field;
    return tr(key, {{"count", std::to_string(fields.size())}, {"fields", names}}) + "\n";
}

std::string change_text(const forms::FormChange& change, const forms::Form& form) {
    auto text =
        tr("forms.cli.form.becomes", {{"title", form.title.in(base::to_name(localization::language()))},
                                      {"form", form.id},
                                      {"version", std::to_string(change.version)}}) +
        "\n";
    text += fields_text("forms.cli.form.added", change.added);
    text += fields_text("forms.cli.form.changed", change.changed);
    text += fields_text("forms.cli.form.removed", change.removed);
    text += tr("forms.cli.form.users", {{"count", std::to_string(change.items.size())}}) + "\n";
    for (const auto& item : change.items)
        text += tr("forms.cli.form.user",
                   {{"name", item.name}, {"code", item.code}, {"version", std::to_string(item.version)}}) +
                "\n";
    return text;
}

std::string publish_text(const PublishOutcome& outcome, const forms::Form& form,
                         const PublishOptions& options) {
    const auto& change = outcome.change;
    if (change.same) return tr("forms.cli.form.same", {{"version", std::to_string(change.version)}});
    auto text = change_text(change, form);
    if (outcome.seeded)
        text += tr("forms.cli.import.seeded", {{"dir", hub_data_dir(options.hub_data).string()}}) + "\n";
    const auto* key = options.dry_run ? "forms.cli.import.dry" : "forms.cli.import.version";
    return text + tr(key, {{"version", std::to_string(change.bundle.version)}});
}

int publish_form(Session& session, const PublishOptions& options) {
    const auto now = session.clock().now();
    auto bundle = bundle_of(hub_data_dir(options.hub_data));
    if (!bundle) return session.refused(bundle.error());
    const auto text = forms::exchange::content_of_file(options.file);
    if (!text) return session.refused(text.error());
    const auto file = check_form_text(options.file, *text, *bundle, base::date_of(now));
    if (!file.checked.faults.empty()) return tell_faults(session, {file});
    const auto& form = *file.checked.form;
    const auto outcome = publish(options, *std::move(bundle), form, now);
    if (!outcome) return session.refused(outcome.error());
    return session.done(publish_json(*outcome, form, options), publish_text(*outcome, form, options));
}

struct ExportOptions {
    std::string form;
    std::string out;
    std::string hub_data;
    int version = 0;  ///< 0 = the newest
};

/// That version of the form, ready to be published as the next one. Errors: form.unknown_form {form}.
Result<forms::Form> form_to_edit(const forms::CatalogueBundle& bundle, const ExportOptions& options) {
    const auto* newest = forms::newest_form(bundle, options.form);
    for (const auto& form : bundle.forms) {
        if (form.id != options.form || form.version != (options.version ? options.version : newest->version))
            continue;
        auto wanted = form;
        wanted.version = newest->version;
        return wanted;
    }
    return base::fail("form.unknown_form", {}, {{"form", options.form}});
}

int export_form(Session& session, const ExportOptions& options) {
    const auto bundle = bundle_of(hub_data_dir(options.hub_data));
    if (!bundle) return session.refused(bundle.error());
    const auto form = form_to_edit(*bundle, options);
    if (!form) return session.refused(form.error());
    if (const auto written = base::write_out(options.out, forms::definition_text(*form)); !written)
        return session.refused(written.error());
    const int version = options.version ? options.version : form->version;
    return session.done(
        {{"form", form->id}, {"form_version", version}, {"out", options.out}},
        tr("forms.cli.form.exported",
           {{"form", form->id}, {"version", std::to_string(version)}, {"file", options.out}}));
}

int list_forms(Session& session, const std::string& hub_data) {
    const auto bundle = bundle_of(hub_data_dir(hub_data));
    if (!bundle) return session.refused(bundle.error());
    json list = json::array();
    std::string text;
    for (const auto& form : bundle->forms) {
        if (forms::newest_form(*bundle, form.id) != &form) continue;
        const auto items = forms::items_using(*bundle, form.id).size();
        const auto& title = form.title.in(base::to_name(localization::language()));
        list.push_back(
            {{"form", form.id}, {"form_version", form.version}, {"title", title}, {"items", items}});
        text += tr("forms.cli.form.listed", {{"form", form.id},
                                             {"version", std::to_string(form.version)},
                                             {"title", title},
                                             {"items", std::to_string(items)}}) +
                "\n";
    }
    text += tr("forms.cli.form.count", {{"forms", std::to_string(list.size())}});
    return session.done({{"forms", std::move(list)}}, text);
}

void add_publish(CLI::App& form, Session& session) {
    auto* sub = form.add_subcommand("publish", tr("forms.cli.form.publish"));
    const auto options = std::make_shared<PublishOptions>();
    sub->add_option("FILE", options->file, tr("forms.cli.option.form_file"))->required();
    sub->add_option("--reason", options->reason, tr("forms.cli.option.reason"));
    sub->add_option("--hub-data", options->hub_data, tr("forms.cli.option.hub_data"));
    sub->add_flag("--dry-run", options->dry_run, tr("forms.cli.option.dry_run"));
    session.on(*sub, [=, &session] { return publish_form(session, *options); });
}

void add_export(CLI::App& form, Session& session) {
    auto* sub = form.add_subcommand("export", tr("forms.cli.form.export"));
    const auto options = std::make_shared<ExportOptions>();
    sub->add_option("ID", options->form, tr("forms.cli.option.form_id"))->required();
    sub->add_option("--out", options->out, tr("forms.cli.option.out"))->required();
    sub->add_option("--form-version", options->version, tr("forms.cli.option.form_version"))
        ->check(CLI::PositiveNumber);
    sub->add_option("--hub-data", options->hub_data, tr("forms.cli.option.hub_data"));
    session.on(*sub, [=, &session] { return export_form(session, *options); });
}

void add_list(CLI::App& form, Session& session) {
    auto* sub = form.add_subcommand("list", tr("forms.cli.form.list"));
    const auto hub_data = std::make_shared<std::string>();
    sub->add_option("--hub-data", *hub_data, tr("forms.cli.option.hub_data"));
    session.on(*sub, [=, &session] { return list_forms(session, *hub_data); });
}

}  // namespace

CheckedFile check_form_text(std::string name, std::string_view text, const forms::CatalogueBundle& catalogue,
                            base::Date today) {
    CheckedFile file{std::move(name), forms::check_definition(text, today)};
    auto& [form, faults] = file.checked;
    if (form)
        for (const auto* item : forms::items_using(catalogue, form->id))
            for (auto& fault : forms::check_against(*form, *item)) faults.push_back(std::move(fault));
    return file;
}

int tell_faults(Session& session, const std::vector<CheckedFile>& files) {
    json list = json::array();
    std::string text;
    size_t wrong = 0;
    for (const auto& [name, checked] : files) {
        json faults = json::array();
        for (const auto& fault : checked.faults) {
            faults.push_back({{"path", fault.path}, {"error", error_json(fault.error)}});
            text += name + ": " + localization::sentence(fault.error) + "\n";
        }
        wrong += checked.faults.empty() ? 0 : 1;
        list.push_back({{"file", name}, {"faults", std::move(faults)}});
    }
    text += tr("forms.cli.form.checked",
               {{"forms", std::to_string(files.size())}, {"wrong", std::to_string(wrong)}});
    const json object{{"forms", files.size()}, {"wrong", wrong}, {"files", std::move(list)}};
    return wrong == 0 ? session.done(object, text) : session.refused(object, text);
}

void add_form_publishing(CLI::App& form, Session& session) {
    add_list(form, session);
    add_export(form, session);
    add_publish(form, session);
}

}  // namespace yc::cli
