#include "cli/catalogue_guide_command.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/catalogue_source.h"
#include "cli/command.h"
#include "core/base/durable_file.h"
#include "forms/package_members.h"
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

/// Each answer must be one that is known: to the package where it asks that question, else to an item.
/// `asked`: the package's questions and those of its items, or those of one item. Errors:
/// guide.unknown_answer {answer, known}.
Result<Circumstances> answers_of(const std::vector<std::string>& given,
                                 const std::vector<const std::vector<domain::Question>*>& asked) {
    Circumstances answers;
    for (const std::string& each : given) {
        const size_t equals = each.find('=');
        const std::string question = each.substr(0, equals);
        const std::string answer = equals == std::string::npos ? std::string() : each.substr(equals + 1);
        const auto has = [&](const auto* questions) {
            const auto* found = domain::find_question(*questions, question);
            return found != nullptr && found->find(answer) != nullptr;
        };
        const bool known = domain::find_question(*asked.front(), question) != nullptr
                               ? has(asked.front())
                               : std::any_of(asked.begin(), asked.end(), has);
        if (!known)
            return base::fail("guide.unknown_answer", {},
                              {{"answer", each}, {"known", known_answers(asked)}});
        answers[question] = answer;
    }
    return answers;
}

Result<reports::Guide> item_guide(const domain::ServiceItem& item, const GuideOptions& options,
                                  const domain::Directory& directory) {
    if (item.state != domain::ItemState::in_use)
        return base::fail("intake.item_not_in_use", item.code, {{"item", item.name}});
    if (!item.fully_defined) return base::fail("intake.item_not_defined", item.code, {{"item", item.name}});
    YC_TRY(const auto answers, answers_of(options.answers, {&item.definition().questions}));
    return reports::guide_of({reports::guide_item(item, answers, directory)});
}

/// Answers to the package's questions are no answers to an item's question of the same id, and what the
/// package settles of an item's questions comes before what was given.
Circumstances answers_of_member(const domain::ItemPackage& package, const domain::ItemPackage::Member& member,
                                const Circumstances& given) {
    Circumstances own = member.answers;
    for (const auto& [question, answer] : given)
        if (!domain::find_question(package.questions, question)) own.emplace(question, answer);
    return own;
}

Result<reports::Guide> package_guide(const forms::Catalogue& catalogue, const domain::ItemPackage& package,
                                     const GuideOptions& options, const domain::Directory& directory) {
    std::vector<const std::vector<domain::Question>*> asked{&package.questions};
    for (const auto& member : package.members)
        if (const auto* item = catalogue.newest(member.item)) asked.push_back(&item->definition().questions);
    YC_TRY(const auto answers, answers_of(options.answers, asked));
    YC_TRY(const auto members, forms::members_to_take(package, catalogue, answers));
    std::vector<reports::GuideItem> items;
    for (const auto& member : members)
        items.push_back(reports::guide_item(*catalogue.newest(member.item),
                                            answers_of_member(package, member, answers), directory));
    return reports::guide_of(package, answers, std::move(items), directory);
}

Result<reports::Guide> guide_for(const GuideOptions& options, const domain::Directory& directory) {
    YC_TRY(const auto catalogue, catalogue_of(hub_data_dir(options.hub_data)));
    if (const auto* package = forms::find_package(*catalogue, options.code))
        return package_guide(*catalogue, *package, options, directory);
    const auto* item = catalogue->newest(options.code);
    if (item == nullptr) return base::fail("catalogue.no_such_item", {}, {{"item_code", options.code}});
    return item_guide(*item, options, directory);
}

Result<json> render(const GuideOptions& options, const base::Clock& clock) {
    YC_TRY(const auto district, district_of(hub_data_dir(options.hub_data)));
    YC_TRY(const auto guide, guide_for(options, district.directory));
    YC_TRY(const auto fonts, reports::FontBook::open());
    YC_TRY(const auto document,
           reports::make_guide(
               guide, {.directory = district.directory, .printed_at = clock.now(), .sample = district.sample},
               fonts));
    YC_TRY(const auto pdf, reports::write_pdf(document, fonts));
    YC_CHECK(base::write_out(options.out, pdf));
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
