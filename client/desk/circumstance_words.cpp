#include "client/desk/circumstance_words.h"

#include "client/desk/intake_materials.h"
#include "localization/localization.h"

namespace yc::client::desk {

namespace {

/// The last adjustment that holds and says how necessary the paper is; null when none does.
const domain::Adjustment* adjustment_of(const domain::ItemDefinition& definition, const std::string& code,
                                        const domain::Circumstances& answers) {
    const domain::Adjustment* last = nullptr;
    for (const domain::Adjustment& adjustment : definition.adjustments)
        if (adjustment.necessities.contains(code) && adjustment.when.holds(answers)) last = &adjustment;
    return last;
}

}  // namespace

std::string reasons_in_words(const domain::Condition& condition,
                             const std::vector<domain::Question>& questions,
                             const domain::Circumstances& answers) {
    std::string words;
    for (const domain::Reason& reason : domain::reasons_of(condition, questions, answers))
        words +=
            (words.empty() ? "" : localization::tr("desk.why.join")) +
            localization::tr("desk.why.reason", {{"question", reason.question}, {"answer", reason.answer}});
    return words;
}

Text why_asked(const domain::ServiceItem& item, const domain::Material& material,
               const domain::Circumstances& given) {
    const domain::ItemDefinition& definition = item.definition();
    const auto answers = domain::settled_answers(definition.questions, given);
    if (const domain::Adjustment* adjustment = adjustment_of(definition, material.code, answers))
        return {"desk.why.necessity",
                {{"reasons", reasons_in_words(adjustment->when, definition.questions, answers)},
                 {"necessity", localization::tr(words_of(material.necessity).key)}}};
    if (auto reasons = reasons_in_words(material.when, definition.questions, answers); !reasons.empty())
        return {"desk.why.answers", {{"reasons", std::move(reasons)}}};
    if (!material.legal_basis.empty()) return {"desk.why.basis", {{"basis", material.legal_basis}}};
    if (!definition.legal_basis.empty())
        return {"desk.why.item_basis",
                {{"item", item.name}, {"basis", domain::legal_basis_text({definition.legal_basis.front()})}}};
    return {"desk.why.item", {{"item", item.name}}};
}

}  // namespace yc::client::desk
