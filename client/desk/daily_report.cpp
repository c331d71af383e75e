#include "client/desk/daily_report.h"

#include <algorithm>

#include "client/desk/daily_scope.h"
#include "client/desk/desk.h"
#include "client/store/local_store.h"
#include "core/domain/clocks.h"
#include "reports/daily_report.h"
#include "reports/pdf_writer.h"

namespace yc::client::desk {

namespace {

struct ScopeCases {
    std::vector<domain::CaseState> states;
    std::vector<domain::CaseEvent> late;  ///< events of cases that changed at the hub after a sequence
};

/// The cases of the scope, with the events of those that moved after `late_after`, when there is one.
base::Result<ScopeCases> cases_of(Desk& desk, const DailyScope& scope, std::optional<int64_t> late_after) {
    ScopeCases cases;
    store::CaseQuery query = daily_query(desk.who, scope);
    query.limit = 200;
    do {
        YC_TRY(const store::CasePage page, desk.store.cases(query));
        for (const store::CaseRow& row : page.rows) {
            YC_TRY(domain::CaseState state, desk.store.case_state(row.case_id));
            cases.states.push_back(std::move(state));
            if (!late_after || row.last_seq <= *late_after) continue;
            YC_TRY(const std::vector<domain::CaseEvent> events, desk.store.case_events(row.case_id));
            cases.late.insert(cases.late.end(), events.begin(), events.end());
        }
        query.after = page.next;
    } while (query.after);
    return cases;
}

base::Result<std::string> marks_of(Desk& desk, const DailyScope& scope) {
    YC_TRY(const std::optional<std::string> marks, desk.store.setting(mark_setting(scope)));
    return marks.value_or(std::string());
}

base::Result<reports::DailyFigures> count(Desk& desk, base::Date day, const DailyScope& scope) {
    if (!may_see(desk.who, scope)) return base::fail("report.not_yours");
    YC_TRY(const store::Checkpoint checkpoint, desk.store.checkpoint());
    YC_TRY(const std::string marks, marks_of(desk, scope));
    const auto before = mark_before(marks, day, checkpoint.epoch);
    YC_TRY(const ScopeCases cases, cases_of(desk, scope, before ? std::optional(before->seq) : std::nullopt));
    auto figures =
        reports::count_day(cases.states, day, checkpoint.seq, [&desk](const domain::CaseState& state) {
            const auto clock =
                domain::clock_of(state, domain::ClockKind::promise, desk.clock.now(), desk.rules());
            return clock ? std::optional(clock->due) : std::nullopt;
        });
    if (before) figures.late = reports::count_late(cases.late, day, before->seq);
    return figures;
}

/// A printed report closes its day: what arrives for it later is told in the next one.
base::Result<void> mark_printed(Desk& desk, base::Date day, const DailyScope& scope, int64_t seq) {
    YC_TRY(const store::Checkpoint checkpoint, desk.store.checkpoint());
    if (seq == 0 || checkpoint.epoch.empty()) return {};
    YC_TRY(const std::string marks, marks_of(desk, scope));
    return desk.store.set_setting(mark_setting(scope), with_mark(marks, {day, seq, checkpoint.epoch}));
}

reports::DailyReportContext context_of(const Desk& desk, const DailyScope& scope) {
    reports::DailyReportContext context;
    context.hall_name = scope_name(desk.who, desk.directory, scope);
    for (const domain::Counter& counter : desk.directory.counters)
        context.counter_names[counter.id] = counter.name;
    context.made_by = desk.who.user.name;
    context.made_at = desk.clock.now();
    context.language = localization::language();
    context.sample = desk.sample;
    return context;
}

}  // namespace

std::vector<DailyScope> DailyReport::scopes() const {
    return scopes_of(desk_.who);
}

base::Result<DailyFigures> DailyReport::figures(base::Date day, const DailyScope& scope) const {
    YC_TRY(const reports::DailyFigures counted, count(desk_, day, scope));
    DailyFigures figures = daily_view(counted);
    figures.scope_name = scope_name(desk_.who, desk_.directory, scope);
    YC_TRY(const store::OutboxCounts waiting, desk_.store.outbox_counts());
    figures.not_sent = waiting.pending;
    return figures;
}

base::Result<PrintedDocument> DailyReport::print(base::Date day, const DailyScope& scope) const {
    YC_TRY(const reports::DailyFigures counted, count(desk_, day, scope));
    YC_TRY(const reports::FontBook* fonts, desk_.fonts());
    reports::Document document = reports::make_daily_report(counted, context_of(desk_, scope), *fonts);
    YC_TRY(std::string pdf, reports::write_pdf(document, *fonts));
    YC_CHECK(mark_printed(desk_, day, scope, counted.as_of_seq));
    return PrintedDocument{"daily_report",
                           {"desk.paper.daily_report", {}},
                           "日报-" + base::to_string(day) + ".pdf",
                           std::move(pdf),
                           std::move(document.pages)};
}

}  // namespace yc::client::desk
