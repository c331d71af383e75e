#include "client/desk/daily_scope.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace yc::client::desk {

using Kind = DailyScope::Kind;

std::vector<DailyScope> scopes_of(const Who& who) {
    std::vector<DailyScope> scopes;
    const bool leads = who.user.has(domain::Role::supervisor) || who.user.has(domain::Role::administrator);
    if (leads && who.hall) scopes.push_back({Kind::hall, who.hall->id});
    if (!who.user.department.empty()) scopes.push_back({Kind::department, who.user.department});
    if (who.counter) scopes.push_back({Kind::counter, who.counter->id});
    if (who.user.has(domain::Role::clerk)) scopes.push_back({Kind::mine, who.user.id});
    if (!leads && who.hall) scopes.push_back({Kind::hall, who.hall->id});
    return scopes;
}

bool may_see(const Who& who, const DailyScope& scope) {
    if (scope.id.empty()) return true;
    const std::vector<DailyScope> mine = scopes_of(who);
    return std::any_of(mine.begin(), mine.end(), [&](const DailyScope& allowed) {
        return allowed.kind == scope.kind && allowed.id == scope.id;
    });
}

store::CaseQuery daily_query(const Who& who, const DailyScope& scope) {
    store::CaseQuery query;
    switch (scope.kind) {
        case Kind::mine:
            query.clerk = who.user.id;
            break;
        case Kind::counter:
            query.counter = who.counter ? who.counter->id : std::string();
            break;
        case Kind::hall:
            query.hall = who.hall ? who.hall->id : std::string();
            break;
        case Kind::department:
            query.department = who.user.department;
            break;
    }
    return query;
}

std::string scope_name(const Who& who, const domain::Directory& directory, const DailyScope& scope) {
    const std::string hall = who.hall ? who.hall->name : std::string();
    switch (scope.kind) {
        case Kind::mine:
            return hall + " " + who.user.name;
        case Kind::counter:
            return hall + (who.counter ? " " + who.counter->name : std::string());
        case Kind::hall:
            return hall;
        case Kind::department:
            return directory.department_name(who.user.department, who.user.department);
    }
    return {};
}

std::string mark_setting(const DailyScope& scope) {
    return fmt::format("daily_report/{}/{}", static_cast<int>(scope.kind), scope.id);
}

std::vector<ReportMark> read_marks(std::string_view text) {
    std::vector<ReportMark> marks;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string day;
        ReportMark mark;
        if (!(words >> day >> mark.seq >> mark.epoch)) continue;
        const auto date = base::parse_date(day);
        if (!date.ok()) continue;
        mark.day = *date;
        marks.push_back(std::move(mark));
    }
    std::stable_sort(marks.begin(), marks.end(),
                     [](const ReportMark& a, const ReportMark& b) { return a.day < b.day; });
    return marks;
}

std::string with_mark(std::string_view text, const ReportMark& mark) {
    constexpr size_t most = 60;
    std::vector<ReportMark> marks = read_marks(text);
    std::erase_if(marks,
                  [&](const ReportMark& each) { return each.day == mark.day || each.epoch != mark.epoch; });
    marks.push_back(mark);
    std::sort(marks.begin(), marks.end(),
              [](const ReportMark& a, const ReportMark& b) { return a.day < b.day; });
    if (marks.size() > most) marks.erase(marks.begin(), marks.end() - most);
    std::string written;
    for (const ReportMark& each : marks)
        written += fmt::format("{} {} {}\n", base::to_string(each.day), each.seq, each.epoch);
    return written;
}

std::optional<ReportMark> mark_before(std::string_view text, base::Date day, const std::string& epoch) {
    std::optional<ReportMark> found;
    for (const ReportMark& mark : read_marks(text))
        if (mark.day < day && mark.epoch == epoch) found = mark;
    return found;
}

DailyFigures daily_view(const reports::DailyFigures& counted) {
    const reports::DayCounts& total = counted.total;
    const auto number = [](int64_t value) { return static_cast<int>(value); };
    DailyFigures view;
    view.day = counted.day;
    view.as_of_seq = counted.as_of_seq;
    for (const auto& [name, value] :
         std::initializer_list<std::pair<const char*, int64_t>>{{"opening", total.opening_pending},
                                                                {"received", total.received},
                                                                {"closed", total.closed},
                                                                {"granted", total.granted},
                                                                {"refused", total.refused},
                                                                {"on_the_spot", total.on_the_spot},
                                                                {"declined", total.declined},
                                                                {"returned", total.returned},
                                                                {"pending", total.closing_pending},
                                                                {"overdue", total.pending_overdue},
                                                                {"supplement", total.pending_supplement},
                                                                {"reused", total.materials_reused}})
        view.figures.push_back({{std::string("desk.daily.") + name, {}}, number(value)});
    for (const reports::DayRow& row : counted.by_item)
        view.items.push_back({row.name, number(row.counts.received), number(row.counts.closed),
                              number(row.counts.declined), number(row.counts.returned),
                              number(row.counts.closing_pending)});
    view.open_before = number(total.opening_pending);
    view.came_in = number(total.received);
    view.finished = number(total.closed + total.declined + total.returned);
    view.open_after = number(total.closing_pending);
    view.balances = total.balances();
    view.balance = {"desk.daily.balance",
                    {{"before", std::to_string(view.open_before)},
                     {"came", std::to_string(view.came_in)},
                     {"finished", std::to_string(view.finished)},
                     {"after", std::to_string(view.open_after)}}};
    return view;
}

}  // namespace yc::client::desk
