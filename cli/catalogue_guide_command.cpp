#include "cli/catalogue_guide_command.h"

#include <CLI/CLI.hpp>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/catalogue_source.h"
#include "cli/command.h"
#include "client/desk/intake_package.h"
#include "forms/sample_district.h"
#include "localization/localization.h"
#include "reports/guide.h"
#include "reports/pdf_writer.h"

namespace yc::cli {
namespace {

using base::Result;
using domain::Circumstances;
using localization::tr;
using nlohmann::json;

struct GuideOptions {
    std::string code;
    std::string out;
    std::string hub_data;
    std::vector<std::string> answers;  ///< question=answer
};

Result<domain::Directory> directory_in(const std::filesystem::path& dir) {
    if (!has_hub(dir)) return forms::sample_directory();
    YC_TRY(const auto store, hub::store::open_sqlite_store(dir.string()));
    return store->directory();
}

/// "kind=normal|early|special; agent=no|yes"
std::string known_answers(const std::vector<const std::vector<domain::Question>*>& asked) {
    std::string known;
    for (const auto* questions : asked)
        for (const domain::Question& question : *questions) {
            known += (known.empty() ? "" : "; ") + question.id + "=";
            for (const auto& answer : question.answers)
                known += (&answer == &question.answers.front() ? "" : "|") + answer.id;
        }
    return known;
}

/// Each answer must be one that the package or an item knows. Errors: guide.unknown_answer {answer, known}.
Result<Circumstances> answers_of(const std::vector<std::string>& given,
                                 const std::vector<const std::vector<domain::Question>*>& asked) {
    Circumstances answers;
    for (const std::string& each : given) {
        const size_t equals = each.find('=');
        const std::string question = each.substr(0, equals);
        const std::string answer = equals == std::string::npos ? std::string() : each.substr(equals + 1);
        const bool known = std::any_of(asked.begin(), asked.end(), [&](const auto* questions) {
            const auto* found = domain::find_question(*questions, question);
            return found != nullptr && found->find(answer) != nullptr;
        });
        if (!known)
            return base::fail("guide.unknown_answer", {},
                              {{"answer", each}, {"known", known_answers(asked)}});
        answers[question] = answer;
    }
    return answers;
}

Result<reports::Guide> item_guide(const domain::ServiceItem& item, const GuideOptions& options,
                                  const domain::Directory& directory) {
    YC_TRY(const auto answers, answers_of(options.answers, {&item.definition().questions}));
    return reports::guide_of({reports::guide_item(item, answers, directory)});
}

/// What the package settles of an item's questions comes before what was given.
Result<reports::Guide> package_guide(const forms::Catalogue& catalogue, const domain::ItemPackage& package,
                                     const GuideOptions& options, const domain::Directory& directory) {
    std::vector<const std::vector<domain::Question>*> asked{&package.questions};
    for (const auto& member : package.members)
        if (const auto* item = catalogue.newest(member.item)) asked.push_back(&item->definition().questions);
    YC_TRY(const auto answers, answers_of(options.answers, asked));
    YC_TRY(const auto members,
           domain::members_for(
               package, [&](const std::string& code) { return client::desk::find_package(catalogue, code); },
               [&](const std::string& code) { return catalogue.newest(code) != nullptr; }, answers));
    std::vector<reports::GuideItem> items;
    for (const auto& member : members) {
        Circumstances own = member.answers;
        own.insert(answers.begin(), answers.end());
        items.push_back(reports::guide_item(*catalogue.newest(member.item), own, directory));
    }
    return reports::guide_of(package, answers, std::move(items), directory);
}

Result<reports::Guide> guide_for(const GuideOptions& options, const domain::Directory& directory) {
    YC_TRY(const auto catalogue, catalogue_of(hub_data_dir(options.hub_data)));
    if (const auto* package = client::desk::find_package(*catalogue, options.code))
        return package_guide(*catalogue, *package, options, directory);
    const auto* item = catalogue->newest(options.code);
    if (item == nullptr) return base::fail("catalogue.no_such_item", {}, {{"item_code", options.code}});
    return item_guide(*item, options, directory);
}

Result<json> render(const GuideOptions& options, const base::Clock& clock) {
    YC_TRY(const auto directory, directory_in(hub_data_dir(options.hub_data)));
    YC_TRY(const auto guide, guide_for(options, directory));
    YC_TRY(const auto fonts, reports::FontBook::open());
    YC_TRY(const auto document,
           reports::make_guide(guide, {.directory = directory, .printed_at = clock.now()}, fonts));
    YC_TRY(const auto pdf, reports::write_pdf(document, fonts));
    std::ofstream out(options.out, std::ios::binary | std::ios::trunc);
    out << pdf << std::flush;
    if (!out) return base::fail("form.file_unwritable", {}, {{"file", options.out}});
    json items = json::array();
    for (const auto& one : guide.items)
        items.push_back(
            {{"code", one.item.code}, {"name", one.item.name}, {"department", one.department_name}});
    return json{{"code", options.code},
                {"name", guide.name},
                {"out", options.out},
                {"pages", document.pages.size()},
                {"materials", reports::guide_materials(guide).size()},
                {"items", std::move(items)}};
}

}  // namespace

void add_catalogue_guide(CLI::App& catalogue, Session& session) {
    auto* sub = catalogue.add_subcommand("guide", tr("forms.cli.guide.about"));
    const auto options = std::make_shared<GuideOptions>();
    sub->add_option("CODE", options->code, tr("forms.cli.option.guide_code"))->required();
    sub->add_option("--out", options->out, tr("forms.cli.option.pdf"))->required();
    sub->add_option("--answer", options->answers, tr("forms.cli.option.answer"))->take_all();
    sub->add_option("--hub-data", options->hub_data, tr("forms.cli.option.hub_data"));
    session.on(*sub, [=, &session] {
        const auto done = render(*options, session.clock());
        if (!done) return session.refused(done.error());
        return session.done(*done, tr("forms.cli.guide.done", {{"name", (*done)["name"].get<std::string>()},
                                                               {"file", options->out}}));
    });
}

}  // namespace yc::cli
