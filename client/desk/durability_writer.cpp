#include <cstdio>

#include "client/desk/durability.h"
#include "client/store/local_store.h"
#include "core/base/crypto.h"
#include "core/base/id.h"
#include "core/domain/case_number.h"
#include "core/domain/work_calendar.h"
#include "forms/sample_district.h"

namespace yc::client::desk {

namespace {

using domain::CaseEvent;
using domain::EventKind;

constexpr size_t page_size = 60'000;  ///< bytes of a page in black and white
constexpr const char* user = "selftest";

domain::Actor nobody() {
    return {.user = user, .name = "自检", .roles = {domain::Role::clerk}, .hall = "selftest"};
}

CaseEvent event_now(const std::string& case_id, EventKind kind, base::Instant now) {
    CaseEvent event;
    event.case_id = case_id;
    event.kind = kind;
    event.at = now;
    event.actor = nobody();
    return event;
}

/// An intake of an invented person: registered and received, every paper there, the first with a page.
std::vector<CaseEvent> dummy_intake(const domain::ServiceItem& item, int serial, const std::string& page,
                                    base::Instant now) {
    const std::string id = base::new_uuid(now);
    CaseEvent registered = event_now(id, EventKind::register_case, now);
    domain::Registration registration;
    registration.case_no =
        domain::to_string(domain::CaseNumber{"450103", base::date_of(now), 999, serial % 100'000});
    registration.item = domain::terms_of(item);
    registration.applicant.key = {domain::DocumentKind::citizen_id, "11010519491231002X"};
    registration.applicant.name = "自检";
    registration.division = "450103";
    registration.hall = "selftest";
    registration.counter = "selftest";
    registration.department = item.department;
    registered.body.registration = registration;
    CaseEvent received = event_now(id, EventKind::receive, now);
    received.body.query_code = "SELFTEST";
    for (const domain::Material& material : domain::materials_for(item, {}))
        received.body.materials.push_back({.code = material.code,
                                           .name = material.name,
                                           .necessity = material.necessity,
                                           .state = domain::MaterialState::provided});
    if (!received.body.materials.empty()) received.body.materials.front().pages.push_back(page);
    return {registered, received};
}

base::Result<std::unique_ptr<store::LocalStore>> open_store(const std::filesystem::path& folder,
                                                            const base::Clock& clock,
                                                            const domain::Rules& rules) {
    const store::StoreOptions options{.folder = folder, .clock = &clock, .rules = &rules};
    if (store::LocalStore::exists(folder)) return store::LocalStore::open(options, user, user);
    return store::LocalStore::create(options, user, user);
}

}  // namespace

base::Result<void> write_until_killed(const std::filesystem::path& folder, const base::Clock& clock) {
    const domain::Policy policy;
    const domain::Rules rules{domain::WorkCalendar::national(), policy};
    YC_TRY(const auto store, open_store(folder, clock, rules));
    const auto bundle = forms::sample_catalogue();
    for (int serial = 1;; ++serial) {
        const auto begun = std::chrono::steady_clock::now();
        YC_TRY(const std::string page, store->save_page(base::random_bytes(page_size)));
        YC_TRY(const auto written,
               store->append_events(dummy_intake(bundle.items.front(), serial, page, clock.now())));
        const auto took =
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun);
        std::printf("%s %s %lld\n", written.front().case_id.c_str(), page.c_str(),
                    static_cast<long long>(took.count()));
        if (std::fflush(stdout) != 0) return {};
    }
}

}  // namespace yc::client::desk
