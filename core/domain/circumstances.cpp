#include "core/domain/circumstances.h"

#include <algorithm>

namespace yc::domain {

bool Condition::holds(const Circumstances& circumstances) const {
    return std::all_of(any_of.begin(), any_of.end(), [&](const auto& wanted) {
        const auto given = circumstances.find(wanted.first);
        return given != circumstances.end() &&
               std::find(wanted.second.begin(), wanted.second.end(), given->second) != wanted.second.end();
    });
}

const Question::Answer* Question::find(const std::string& answer_id) const {
    const auto found = std::find_if(answers.begin(), answers.end(),
                                    [&](const Answer& answer) { return answer.id == answer_id; });
    return found == answers.end() ? nullptr : &*found;
}

const Question* find_question(const std::vector<Question>& questions, const std::string& id) {
    const auto found = std::find_if(questions.begin(), questions.end(),
                                    [&](const Question& question) { return question.id == id; });
    return found == questions.end() ? nullptr : &*found;
}

std::vector<std::string> unknown_questions(const Condition& condition,
                                           const std::vector<Question>& questions) {
    std::vector<std::string> unknown;
    for (const auto& [id, answers] : condition.any_of) {
        const auto* question = find_question(questions, id);
        const bool known =
            question && std::all_of(answers.begin(), answers.end(), [&](const std::string& answer) {
                return question->find(answer) != nullptr;
            });
        if (!known) unknown.push_back(id);
    }
    return unknown;
}

std::vector<const Question*> questions_asked(const std::vector<Question>& questions,
                                             const Circumstances& circumstances) {
    const auto settled = settled_answers(questions, circumstances);
    std::vector<const Question*> asked;
    for (const auto& question : questions)
        if (settled.contains(question.id)) asked.push_back(&question);
    return asked;
}

Circumstances settled_answers(const std::vector<Question>& questions, const Circumstances& circumstances) {
    Circumstances settled;
    for (const auto& question : questions) {
        if (question.answers.empty() || !question.when.holds(settled)) continue;
        const auto given = circumstances.find(question.id);
        const bool fits = given != circumstances.end() && question.find(given->second) != nullptr;
        settled[question.id] = fits ? given->second : question.answers.front().id;
    }
    return settled;
}

std::vector<Reason> reasons_of(const Condition& condition, const std::vector<Question>& questions,
                               const Circumstances& circumstances) {
    std::vector<Reason> reasons;
    for (const auto& question : questions) {
        const auto given = circumstances.find(question.id);
        if (!condition.any_of.contains(question.id) || given == circumstances.end()) continue;
        if (const auto* answer = question.find(given->second))
            reasons.push_back({question.text, answer->text});
    }
    return reasons;
}

}  // namespace yc::domain
