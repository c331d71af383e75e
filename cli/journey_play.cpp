#include "cli/journey_play.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/journey_pages.h"
#include "client/desk/handout.h"
#include "client/desk/review.h"
#include "core/base/crypto.h"
#include "forms/catalogue.h"

namespace yc::cli {

using namespace std::chrono_literals;
using client::desk::ReviewFilter;
using domain::EventKind;
using Steady = std::chrono::steady_clock;

namespace {

constexpr const char* elder_item = "高龄津贴";

double ms_since(Steady::time_point start) {
    return std::chrono::duration<double, std::milli>(Steady::now() - start).count();
}

}  // namespace

base::Result<void> JourneyPlay::run() {
    const auto step = [this](const char* name, Outcome (JourneyPlay::*work)()) {
        return stage_.step(name, [this, work] { return (this->*work)(); });
    };
    if (!stage_.options().catalogue.empty())
        YC_CHECK(step("import_catalogue", &JourneyPlay::import_catalogue));
    YC_CHECK(open_house());
    YC_CHECK(step("search_items", &JourneyPlay::search_items));
    YC_CHECK(step("first_intake", &JourneyPlay::first_intake));
    YC_CHECK(step("seen_by_department", &JourneyPlay::seen_by_department));
    YC_CHECK(step("open_pages", &JourneyPlay::open_pages));
    YC_CHECK(step("decide", &JourneyPlay::decide));
    YC_CHECK(step("hand_out", &JourneyPlay::hand_out_result));
    YC_CHECK(step("on_the_spot", &JourneyPlay::on_the_spot));
    YC_CHECK(step("incomplete_receipt", &JourneyPlay::incomplete_receipt));
    YC_CHECK(step("notice_and_supplement", &JourneyPlay::notice_and_supplement));
    YC_CHECK(step("hub_stops", &JourneyPlay::hub_stops));
    YC_CHECK(step("hub_returns", &JourneyPlay::hub_returns));
    YC_CHECK(step("returning_applicant", &JourneyPlay::returning_applicant));
    YC_CHECK(step("arrived_once", &JourneyPlay::arrived_once));
    return step("daily_report", &JourneyPlay::daily_report);
}

JourneyPlay::Outcome JourneyPlay::import_catalogue() {
    const int code = run_program("yichuangctl", {"catalogue", "import", stage_.options().catalogue,
                                                 "--hub-data", (stage_.work_folder() / "hub").string()});
    YC_CHECK(JourneyStage::check(code == 0, "the list was imported"));
    return stage_.options().catalogue;
}

base::Result<void> JourneyPlay::open_house() {
    const auto started = stage_.step("start_hub", [this]() -> Outcome {
        YC_CHECK(stage_.start_hub());
        return stage_.hub().url();
    });
    YC_CHECK(started);
    YC_CHECK(stage_.step("sign_in_counter", [this] { return sign_in_counter(); }));
    return stage_.step("sign_in_department", [this]() -> Outcome {
        YC_TRY(department_, stage_.open_client("department"));
        YC_TRY(const auto who, sign_in(*department_, "handler_civil"));
        return who.user.id;
    });
}

JourneyPlay::Outcome JourneyPlay::sign_in_counter() {
    YC_TRY(counter_, stage_.open_client("counter"));
    YC_TRY(const auto who, sign_in(*counter_, "clerk1", "qx1"));
    YC_CHECK(JourneyStage::check(who.counter && who.hall, "the clerk sits at a counter"));
    YC_CHECK(JourneyStage::check(counter_->catalogue().items().size() >= 12, "the items are here"));
    const std::string head =
        read_bytes(stage_.options().out / "client-counter" / "store" / "store.db").substr(0, 16);
    YC_CHECK(JourneyStage::check(head.size() == 16 && !head.starts_with("SQLite"), "the store is encrypted"));
    return who.user.id + " " + who.counter->id;
}

JourneyPlay::Outcome JourneyPlay::search_items() {
    const auto& items = counter_->catalogue().items();
    stage_.report().figures["catalogue_items"] = static_cast<double>(items.size());
    const auto intake = counter_->new_intake();
    const auto start = Steady::now();
    const auto hits = intake->search_items("gljt");
    stage_.report().figures["search_ms"] = ms_since(start);
    YC_CHECK(JourneyStage::check(!hits.empty() && hits.front().can_take, "pinyin initials find the item"));
    YC_CHECK(JourneyStage::check(!intake->choose_item("no-such-item"), "an unknown item is refused"));
    if (stage_.options().catalogue.empty()) return hits.front().name;
    const auto listed = std::find_if(items.begin(), items.end(),
                                     [](const domain::ServiceItem* item) { return !item->fully_defined; });
    YC_CHECK(JourneyStage::check(listed != items.end(), "the imported items are here"));
    const auto found = intake->search_items((*listed)->name);
    const bool same =
        std::any_of(found.begin(), found.end(), [&](const auto& row) { return row.code == (*listed)->code; });
    YC_CHECK(JourneyStage::check(same, "an imported item is found"));
    return (*listed)->name;
}

JourneyPlay::Outcome JourneyPlay::first_intake() {
    std::string wrong = elder_.number;
    wrong.back() = wrong.back() == '0' ? '1' : '0';
    const auto probe = counter_->new_intake();
    const auto& told = probe->set_number(wrong);
    YC_CHECK(JourneyStage::check(!told.problems.empty() && told.problems.front().position == 17,
                                 "a wrong number is told with its digit"));
    std::unique_ptr<Intake> intake;
    { YC_TRY(intake, prepared(elder_, elder_item, {"elder_allowance-03"})); }
    YC_TRY(const std::string scanned, scan_test_page(stage_.work_folder() / "sane"));
    YC_TRY(const auto page, intake->add_page("elder_allowance-03", scanned));
    const auto save = Steady::now();
    YC_CHECK(intake->save());
    stage_.report().figures["save_draft_ms"] = ms_since(save);
    YC_CHECK(JourneyStage::check(intake->missing_list().empty(), "nothing is missing"));
    const auto start = Steady::now();
    const auto outcome = intake->receive();
    stage_.report().figures["receive_and_print_ms"] = ms_since(start);
    YC_CHECK(take(outcome));
    case_id_ = outcome->cases.front().case_id;
    const bool seen = department_sees(case_id_);
    stage_.report().figures["seen_by_department_ms"] = seen ? ms_since(start) : -1;
    return outcome->cases.front().case_no;
}

bool JourneyPlay::department_sees(const std::string& case_id) {
    bool changed = true;
    const auto told = department_->observe([&](client::desk::Change) { changed = true; });
    return stage_.loop().run_until(
        [&] {
            if (!std::exchange(changed, false)) return false;
            const auto rows = department_->review().rows(ReviewFilter::all);
            return rows && std::any_of(rows->begin(), rows->end(),
                                       [&](const auto& row) { return row.case_id == case_id; });
        },
        10s);
}

JourneyPlay::Outcome JourneyPlay::seen_by_department() {
    const double ms = stage_.report().figures["seen_by_department_ms"];
    YC_CHECK(JourneyStage::check(ms >= 0 && ms <= 2000, "the department saw the case within 2 s"));
    return fmt::format("{:.0f} ms", ms);
}

JourneyPlay::Outcome JourneyPlay::open_pages() {
    YC_CHECK(all_sent(*counter_));
    YC_TRY(const auto view, department_->review().open(case_id_));
    int opened = 0;
    for (const client::desk::MaterialRow& row : view.materials)
        for (const client::desk::PageView& page : row.pages) {
            std::optional<base::Result<std::string>> bytes;
            department_->review().page(page.sha256,
                                       [&](base::Result<std::string> got) { bytes = std::move(got); });
            YC_CHECK(JourneyStage::check(stage_.loop().run_until([&] { return bytes.has_value(); }, 15s),
                                         "the page was answered"));
            if (!*bytes) return bytes->error();
            YC_CHECK(
                JourneyStage::check(base::sha256_hex(bytes->value()) == page.sha256, "the page is whole"));
            ++opened;
        }
    YC_CHECK(JourneyStage::check(opened >= 4, "every page was opened"));
    return fmt::format("{} pages", opened);
}

JourneyPlay::Outcome JourneyPlay::decide() {
    YC_CHECK(act(EventKind::accept));
    YC_CHECK(act(EventKind::start_review));
    YC_CHECK(act(EventKind::submit_to_review));
    YC_TRY(const auto reviewer, sign_in(*department_, "reviewer_civil"));
    YC_CHECK(act(EventKind::approve_step));
    YC_TRY(const auto approver, sign_in(*department_, "approver_civil"));
    YC_CHECK(act(EventKind::decide_grant));
    YC_CHECK(act(EventKind::issue_out));
    YC_TRY(const auto view, department_->review().open(case_id_));
    YC_CHECK(JourneyStage::check(view.state.life == domain::LifeCycle::ready, "the result is ready"));
    return view.state.licence_no;
}

JourneyPlay::Outcome JourneyPlay::hand_out_result() {
    const bool ready = stage_.loop().run_until(
        [&] {
            const auto rows = counter_->handout().rows();
            return rows && std::any_of(rows->begin(), rows->end(),
                                       [&](const auto& row) { return row.case_id == case_id_; });
        },
        10s);
    YC_CHECK(JourneyStage::check(ready, "the counter sees the result"));
    client::desk::HandoutInput stranger;
    stranger.collector = {neighbour_.name, neighbour_.number, {}};
    YC_CHECK(
        JourneyStage::check(!counter_->handout().hand_out(case_id_, stranger), "a stranger gets nothing"));
    YC_CHECK(deliver(case_id_, elder_));
    YC_CHECK(all_sent(*counter_));
    return std::string("closed");
}

}  // namespace yc::cli
