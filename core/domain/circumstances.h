#pragma once
#include <map>
#include <string>
#include <vector>

namespace yc::domain {

/// Answers to circumstance questions: question id → answer id.
using Circumstances = std::map<std::string, std::string>;

/// True when each question named has one of the answers listed for it; an empty condition always holds.
struct Condition {
    std::map<std::string, std::vector<std::string>> any_of;
    [[nodiscard]] bool holds(const Circumstances& circumstances) const;
    friend bool operator==(const Condition&, const Condition&) = default;
};

/// 情形: a question whose answer changes what is asked for.
struct Question {
    struct Answer {
        std::string id;
        std::string text;
        friend bool operator==(const Answer&, const Answer&) = default;
    };
    std::string id;
    std::string text;
    std::vector<Answer> answers;  ///< the first is the usual one
    Condition when;               ///< asked only for these answers to earlier questions
    [[nodiscard]] const Answer* find(const std::string& answer_id) const;
    friend bool operator==(const Question&, const Question&) = default;
};

/// The question of that id; nullptr if there is none.
[[nodiscard]] const Question* find_question(const std::vector<Question>& questions, const std::string& id);

/// The questions that a condition names though there is no such question, or not such an answer to it.
[[nodiscard]] std::vector<std::string> unknown_questions(const Condition& condition,
                                                         const std::vector<Question>& questions);

/// One reason why something is asked for: a question and the answer given, in words.
struct Reason {
    std::string question;
    std::string answer;
    friend bool operator==(const Reason&, const Reason&) = default;
};

/// The questions that are asked, given these answers, in order. Pointers into `questions`.
[[nodiscard]] std::vector<const Question*> questions_asked(const std::vector<Question>& questions,
                                                           const Circumstances& circumstances);

/// Exactly one valid answer for each question asked: what was answered where it still fits, else the usual
/// answer; answers to questions no longer asked are dropped.
[[nodiscard]] Circumstances settled_answers(const std::vector<Question>& questions,
                                            const Circumstances& circumstances);

/// Why a condition holds: the answers it rests on, in the order of the questions. Empty when it asks nothing.
[[nodiscard]] std::vector<Reason> reasons_of(const Condition& condition,
                                             const std::vector<Question>& questions,
                                             const Circumstances& circumstances);

}  // namespace yc::domain
