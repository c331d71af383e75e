#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "core/base/utf8.h"
#include "core/domain/deadline.h"
#include "localization/localization.h"

namespace yc::cli {
namespace {

using base::fail;
using localization::tr;
using nlohmann::json;

constexpr int kMostDays = 3660;

struct Question {
    std::string from;
    std::string days;
    bool count_start_day = false;
    bool calendar_days = false;
    bool batch = false;
};

base::Result<int> parse_days(std::string_view text) {
    int days = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), days);
    if (problem != std::errc{} || end != text.data() + text.size() || days < 0 || days > kMostDays)
        return fail("calendar.days_invalid", "expected 0 to 3660", {{"most", std::to_string(kMostDays)}});
    return days;
}

base::Result<domain::Deadline> answer(const Question& question) {
    YC_TRY(const auto from, base::parse_date(base::trim(question.from)));
    YC_TRY(const int days, parse_days(base::trim(question.days)));
    const int year = static_cast<int>(from.year());
    if (year < domain::kFirstCountedYear || year > domain::kLastCountedYear)
        return fail("calendar.out_of_range", "",
                    {{"first", std::to_string(domain::kFirstCountedYear)},
                     {"last", std::to_string(domain::kLastCountedYear)}});
    const auto unit =
        question.calendar_days ? domain::LimitUnit::calendar_day : domain::LimitUnit::working_day;
    domain::CountingRules rules;
    rules.count_start_day = question.count_start_day;
    return domain::deadline_of({days, unit}, from, domain::WorkCalendar::national(), rules);
}

json due_json(const Question& question, const domain::Deadline& deadline) {
    json days = json::array();
    for (const auto& day : deadline.days) {
        json entry{{"date", base::to_string(day.date)},
                   {"counted", day.counted},
                   {"number", day.number},
                   {"reason", base::to_name(day.reason)},
                   {"provisional", day.provisional}};
        if (day.festival) entry["festival"] = base::to_name(*day.festival);
        days.push_back(std::move(entry));
    }
    return {{"from", base::to_string(deadline.from)},
            {"days", std::stoi(base::trim(question.days))},
            {"unit", question.calendar_days ? "calendar_day" : "working_day"},
            {"due", base::to_string(deadline.due)},
            {"due_at", base::to_string(deadline.due_at)},
            {"provisional", deadline.provisional},
            {"explanation", std::move(days)}};
}

std::string due_text(const domain::Deadline& deadline) {
    auto text = tr("cli.calendar.due", {{"due", base::to_minute_string(deadline.due_at)}});
    if (deadline.provisional) text += "\n" + tr("cli.calendar.provisional");
    for (const auto& day : deadline.days) {
        auto reason = tr("day_reason." + std::string(base::to_name(day.reason)));
        if (day.festival)
            reason += tr("cli.calendar.festival", {{"name", std::string(base::to_name(*day.festival))}});
        text += fmt::format("\n  {}  {}  {:>4}  {}", base::to_string(day.date),
                            tr(fmt::format("weekday.{}", base::weekday_of(day.date))),
                            day.counted ? std::to_string(day.number) : "-", reason);
    }
    return text;
}

int due(Session& session, const Question& question) {
    const auto deadline = answer(question);
    if (!deadline) return session.refused(deadline.error());
    return session.done(due_json(question, *deadline), due_text(*deadline));
}

int due_batch(Session& session, const Question& rules) {
    return session.batch([rules](std::string_view line) -> base::Result<json> {
        const auto parts = base::split(line, '\t');
        if (parts.size() != 2)
            return fail("calendar.line_invalid", "expected a date, a tab and a number of days");
        auto question = rules;
        question.from = parts[0];
        question.days = parts[1];
        YC_TRY(const auto deadline, answer(question));
        return due_json(question, deadline);
    });
}

}  // namespace

void add_calendar_command(CLI::App& app, Session& session) {
    auto* calendar = app.add_subcommand("calendar", tr("cli.calendar.about"))->require_subcommand(1);
    auto* sub = calendar->add_subcommand("due", tr("cli.calendar.due.about"));
    const auto question = std::make_shared<Question>();
    auto* from = sub->add_option("--from", question->from, tr("cli.calendar.option.from"));
    auto* days = sub->add_option("--days", question->days, tr("cli.calendar.option.days"));
    sub->add_flag("--count-start-day", question->count_start_day, tr("cli.calendar.option.count_start_day"));
    sub->add_flag("--calendar-days", question->calendar_days, tr("cli.calendar.option.calendar_days"));
    auto* batch = sub->add_flag("--batch", question->batch, tr("cli.option.batch"));
    from->excludes(batch);
    days->excludes(batch);
    session.on(*sub, [=, &session] {
        if (question->batch) return due_batch(session, *question);
        if (from->count() == 0) throw CLI::RequiredError("--from");
        if (days->count() == 0) throw CLI::RequiredError("--days");
        return due(session, *question);
    });
}

}  // namespace yc::cli
