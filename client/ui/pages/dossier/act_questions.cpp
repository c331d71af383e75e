#include "client/ui/pages/dossier/act_questions.h"

#include "client/desk/dossiers.h"
#include "client/ui/widgets/reason_dialog.h"
#include "client/ui/words.h"
#include "core/domain/identity_number.h"

namespace yc::client::ui {
namespace {

using domain::DossierAct;
using domain::DossierActKind;

ReasonQuestion question_of(const desk::Dossiers& dossiers, DossierActKind kind, const std::string& subject,
                           const std::string& name) {
    const std::string word(base::to_name(kind));
    ReasonQuestion question{words("dossier.act." + word) + (name.empty() ? "" : L" · " + to_wx(name)),
                            words("ui.dossier.about." + word), words("dossier.act." + word)};
    for (const auto ground : domain::grounds_for(kind))
        question.alternatives.emplace_back(ground, words("dossier.ground." + std::string(ground)));
    question.reason_label = words("ui.dossier.act_reason");
    question.reason_required = true;
    if (kind == DossierActKind::correct_fact) {
        wxString label = words("ui.dossier.right_value");
        for (const std::string& choice : dossiers.choices(subject)) label += L" · " + to_wx(choice);
        question.lines = {{"value", label}};
    }
    if (kind == DossierActKind::merge) question.lines = {{"number", words("ui.dossier.other_number")}};
    if (kind == DossierActKind::unmerge)
        for (size_t i = 0; i < dossiers.others().size(); ++i)
            question.choices.emplace_back(std::to_string(i),
                                          to_wx(domain::mask_number(dossiers.others()[i].number)));
    if (question.choices.size() == 1) question.ticked = {question.choices.front().first};
    return question;
}

/// What was typed, put into the act. Errors: what is wrong with it.
base::Result<void> fill_in(const desk::Dossiers& dossiers, const ReasonAnswer& answer, DossierAct& act) {
    if (act.kind == DossierActKind::correct_fact) {
        YC_TRY(act.value, dossiers.typed(act.field, answer.lines.front()));
    } else if (act.kind == DossierActKind::merge) {
        const desk::NumberView number = dossiers.read(answer.lines.front(), true);
        if (!number.complete || !number.kind) return base::fail("dossier.other_number_unclear");
        act.other = domain::PartyKey{*number.kind, number.text};
    } else if (act.kind == DossierActKind::unmerge) {
        act.other = dossiers.others()[std::stoul(answer.ticked.front())];
    }
    return {};
}

}  // namespace

std::optional<DossierAct> ask_act(wxWindow* parent, Context& context, DossierActKind kind,
                                  const std::string& subject, const std::string& name) {
    const desk::Dossiers& dossiers = context.workplace.dossiers();
    const auto answer = ask_reason(parent, question_of(dossiers, kind, subject, name));
    if (!answer) return std::nullopt;
    DossierAct act{.kind = kind, .ground = answer->alternative, .reason = answer->reason};
    const bool of_fact = kind == DossierActKind::correct_fact || kind == DossierActKind::erase_fact;
    (of_fact ? act.field : act.document) = subject;
    if (const auto filled = fill_in(dossiers, *answer, act); !filled) {
        context.complain(filled.error());
        return std::nullopt;
    }
    return act;
}

}  // namespace yc::client::ui
