#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "core/domain/identity_number.h"
#include "localization/localization.h"

namespace yc::cli {
namespace {

using localization::tr;
using nlohmann::json;

json check_json(std::string_view input, const base::Result<domain::Identity>& read) {
    json object{{"input", input}, {"valid", read.ok()},
                {"kind", {}},     {"number", {}},
                {"birth", {}},    {"sex", {}},
                {"division", {}}, {"division_name", {}},
                {"error", {}},    {"warnings", json::array()}};
    if (!read) {
        object["error"] = error_json(read.error());
        return object;
    }
    object["kind"] = base::to_name(read->kind);
    object["number"] = read->number;
    object["birth"] = read->birth ? json(base::to_string(*read->birth)) : json();
    object["sex"] = base::to_name(read->sex);
    object["division"] = read->division;
    object["division_name"] = read->division_name;
    for (const auto& warning : read->warnings) object["warnings"].push_back(error_json(warning));
    return object;
}

std::string check_text(const domain::Identity& identity) {
    auto text = tr("cli.id.valid",
                   {{"kind", std::string(base::to_name(identity.kind))}, {"number", identity.number}});
    if (identity.birth) text += "\n" + tr("cli.id.birth", {{"date", base::to_string(*identity.birth)}});
    if (identity.sex != domain::Sex::unknown)
        text += "\n" + tr("cli.id.sex", {{"sex", std::string(base::to_name(identity.sex))}});
    if (!identity.division.empty())
        text += "\n" + tr("cli.id.division", {{"code", identity.division}, {"name", identity.division_name}});
    for (const auto& warning : identity.warnings)
        text += "\n" + tr("cli.id.warning", {{"text", localization::sentence(warning)}});
    return text;
}

int check(Session& session, const std::string& code) {
    const auto read = domain::parse_identity(code, session.clock().today());
    const auto object = check_json(code, read);
    return read ? session.done(object, check_text(*read))
                : session.refused(object, localization::sentence(read.error()));
}

}  // namespace

void add_id_command(CLI::App& app, Session& session) {
    struct Options {
        std::string code;
        bool batch = false;
    };
    auto* id = app.add_subcommand("id", tr("cli.id.about"))->require_subcommand(1);
    auto* sub = id->add_subcommand("check", tr("cli.id.check.about"));
    const auto options = std::make_shared<Options>();
    auto* code = sub->add_option("CODE", options->code, tr("cli.id.option.code"));
    auto* batch = sub->add_flag("--batch", options->batch, tr("cli.option.batch"));
    code->excludes(batch);
    session.on(*sub, [=, &session] {
        if (!options->batch && code->count() == 0) throw CLI::RequiredError("CODE");
        if (!options->batch) return check(session, options->code);
        return session.batch([&session](std::string_view line) -> base::Result<json> {
            return check_json(line, domain::parse_identity(line, session.clock().today()));
        });
    });
}

}  // namespace yc::cli
