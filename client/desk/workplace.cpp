#include "client/desk/workplace.h"

#include <utility>

#include "client/desk/case_list.h"
#include "client/desk/daily_report.h"
#include "client/desk/desk.h"
#include "client/desk/dossiers.h"
#include "client/desk/handout.h"
#include "client/desk/intake.h"
#include "client/desk/intake_draft.h"
#include "client/desk/opening.h"
#include "client/desk/outbox.h"
#include "client/desk/place_file.h"
#include "client/desk/place_rules.h"
#include "client/desk/review.h"
#include "client/desk/supplement.h"
#include "client/net/hub_client.h"

namespace yc::client::desk {

namespace {

/// What belongs to one session; gone at sign-out.
struct Signed {
    Signed(const base::Clock& clock, Post post, Opened opened, std::shared_ptr<net::HubClient> its_hub,
           Worker& worker, Observers<Change>& changes)
        : store(std::move(opened.store)),
          hub(std::move(its_hub)),
          sync(std::move(opened.sync)),
          desk(clock, std::move(post), *store, *hub, *sync, worker, changes) {
        desk.kept = std::make_shared<std::pair<decltype(store), decltype(hub)>>(store, hub);
    }
    ~Signed() {
        *desk.alive = false;
        sync->stop();
    }

    std::shared_ptr<store::LocalStore> store;
    std::shared_ptr<net::HubClient> hub;
    std::unique_ptr<sync::SyncEngine> sync;
    Desk desk;
    CaseList case_list{desk};
    Review review{desk};
    Handout handout{desk};
    Supplement supplement{desk};
    Outbox outbox{desk};
    DailyReport daily_report{desk};
    Dossiers dossiers{desk};
};

Who who_of(const wire::Session& session, bool offline) {
    Who who{.user = session.user, .offline = offline, .authority_until = session.authority_until};
    const domain::Directory& directory = session.directory;
    if (const domain::Counter* counter = directory.counter(session.counter)) who.counter = *counter;
    if (const domain::Hall* hall = directory.hall(who.counter ? who.counter->hall : session.user.hall))
        who.hall = *hall;
    if (const domain::Department* department = directory.department(session.user.department))
        who.department = *department;
    return who;
}

template <class T>
const T& empty() {
    static const T none{};
    return none;
}

}  // namespace

struct Workplace::Impl {
    explicit Impl(WorkplaceOptions given) : options(std::move(given)) {}

    WorkplaceOptions options;
    SignInHints hints;
    std::shared_ptr<net::HubClient> hub;  ///< null until there is an address
    std::shared_ptr<const forms::Catalogue> no_items;
    Observers<Change> changes;
    std::shared_ptr<store::LocalStore> lent;  ///< of whoever signed out last: lets the next one in
    std::shared_ptr<Impl*> self = std::make_shared<Impl*>(this);
    std::unique_ptr<Signed> session;
    std::unique_ptr<Worker> worker = std::make_unique<Worker>();  ///< last: its jobs use what stands above

    [[nodiscard]] Opening opening(SignIn sign_in) {
        if (sign_in.counter.empty() && sign_in.user == hints.last_user) sign_in.counter = hints.last_counter;
        return {options.data_dir, *options.clock, rules_under({}), *hub, std::move(sign_in), lent};
    }
    /// `from`: the hub that was asked.
    base::Result<Who> take(base::Result<Opened> opened, std::shared_ptr<net::HubClient> from);
    void remember();
    void on_sync(sync::SyncChange change);
    void reload_catalogue();
    /// `call` on the UI thread if this workplace still is.
    void post(std::function<void(Impl&)> call) {
        options.post([alive = std::weak_ptr(self), call = std::move(call)] {
            if (const auto still = alive.lock()) call(**still);
        });
    }
};

base::Result<Who> Workplace::Impl::take(base::Result<Opened> opened, std::shared_ptr<net::HubClient> from) {
    if (!opened) return opened.error();
    Opened place = *std::move(opened);
    const wire::Session hub_session = place.session;
    auto catalogue = place.catalogue;
    const bool offline = place.offline;
    session = std::make_unique<Signed>(*options.clock, options.post, std::move(place), std::move(from),
                                       *worker, changes);
    lent = session->store;
    Desk& desk = session->desk;
    desk.catalogue = std::move(catalogue);
    desk.policy = hub_session.policy.policy;
    desk.directory = hub_session.directory;
    desk.district = hub_session.district;
    desk.sample = hub_session.sample;
    desk.who = who_of(hub_session, offline);
    remember();
    desk.sync.on_change([this, alive = std::weak_ptr(self)](sync::SyncChange change) {
        options.post([alive, change] {
            if (const auto still = alive.lock()) (*still)->on_sync(change);
        });
    });
    desk.sync.start();
    changes.tell(Change::session);
    return desk.who;
}

void Workplace::Impl::remember() {
    const Desk& desk = session->desk;
    hints.last_user = desk.who.user.id;
    hints.last_counter = desk.who.counter ? desk.who.counter->id : std::string();
    hints.counters = desk.directory.counters;
    hints.sample = desk.sample;
    write_place(options.data_dir, hints);
}

void Workplace::Impl::on_sync(sync::SyncChange change) {
    if (!session) return;
    if (change == sync::SyncChange::catalogue) return reload_catalogue();
    if (change == sync::SyncChange::cases) changes.tell(Change::cases);
    changes.tell(Change::connection);
    changes.tell(Change::outbox);
}

void Workplace::Impl::reload_catalogue() {
    Desk& desk = session->desk;
    desk.ask([store = session->store] { return load_catalogue(*store); },
             [&desk](base::Result<std::shared_ptr<const forms::Catalogue>> fresh) {
                 if (!fresh) return;  // the one in use stays
                 desk.catalogue = *std::move(fresh);
                 desk.changes.tell(Change::catalogue);
             });
}

Workplace::Workplace(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Workplace::~Workplace() {
    impl_->self.reset();
    impl_->session.reset();
}

base::Result<std::unique_ptr<Workplace>> Workplace::open(WorkplaceOptions options) {
    std::error_code error;
    std::filesystem::create_directories(options.data_dir, error);
    if (error)
        return base::fail("workplace.no_folder", error.message(), {{"folder", options.data_dir.string()}});
    auto impl = std::make_unique<Impl>(std::move(options));
    impl->hints = read_place(impl->options.data_dir);
    if (!impl->options.hub_url.empty()) impl->hints.hub_url = impl->options.hub_url;
    if (!impl->hints.hub_url.empty()) {
        YC_TRY(impl->hub, net::HubClient::make({.url = impl->hints.hub_url}));
    }
    YC_TRY(impl->no_items, forms::Catalogue::open({.version = 0}));
    return std::unique_ptr<Workplace>(new Workplace(std::move(impl)));
}

SignInHints Workplace::hints() const {
    return impl_->hints;
}

base::Result<void> Workplace::set_hub(const std::string& url) {
    if (impl_->session || (impl_->hub && url == impl_->hints.hub_url)) return {};
    YC_TRY(impl_->hub, net::HubClient::make({.url = url}));
    impl_->hints.hub_url = url;
    // What the other hub knew is not offered here: its counters, and the store it let somebody into.
    impl_->hints.counters.clear();
    impl_->hints.last_counter.clear();
    impl_->lent.reset();
    return {};
}

void Workplace::sign_in(SignIn sign_in, std::function<void(base::Result<Who>)> done) {
    sign_out();
    Impl* impl = impl_.get();
    if (!impl->hub) return impl->post([done](Impl&) { done(base::fail("hub.bad_url", "no address yet")); });
    impl->worker->run(
        [impl, hub = impl->hub, opening = impl->opening(std::move(sign_in)), done = std::move(done)] {
            auto opened = std::make_shared<base::Result<Opened>>(open_place(opening));
            impl->post([opened, hub, done](Impl& me) { done(me.take(std::move(*opened), hub)); });
        });
}

base::Result<Who> Workplace::sign_in_now(const SignIn& sign_in) {
    if (!impl_->hub) return base::fail("hub.bad_url", "no address yet");
    if (impl_->session) {
        const auto hub = impl_->session->hub;
        impl_->session.reset();
        static_cast<void>(hub->sign_out());
    }
    return impl_->take(open_place(impl_->opening(sign_in)), impl_->hub);
}

void Workplace::sign_out() {
    if (!impl_->session) return;
    auto hub = impl_->session->hub;
    impl_->session.reset();
    impl_->worker->run([hub = std::move(hub)] { static_cast<void>(hub->sign_out()); });
    impl_->changes.tell(Change::session);
}

void Workplace::renew_session(std::string password, std::function<void(base::Result<void>)> done) {
    if (!impl_->session) return;
    Desk& desk = impl_->session->desk;
    const wire::SessionRequest request{.user = desk.who.user.id,
                                       .password = std::move(password),
                                       .device = desk.store.device_id(),
                                       .counter = desk.who.counter ? desk.who.counter->id : std::string()};
    desk.ask([&hub = desk.hub, request] { return hub.sign_in(request); },
             [&desk, done = std::move(done)](base::Result<wire::Session> fresh) {
                 if (!fresh) return done(fresh.error());
                 desk.who.authority_until = fresh->authority_until;
                 desk.who.offline = false;
                 desk.policy =
                     fresh->policy.policy;  // another one ends the session, so it comes with a new one
                 desk.store.set_rules(rules_under(desk.policy));
                 const auto kept = desk.store.save_session(*fresh);
                 desk.sync.kick();
                 desk.changes.tell(Change::connection);
                 done(kept ? base::Result<void>{} : kept.error());
             });
}

bool Workplace::signed_in() const {
    return impl_->session != nullptr;
}
const Who& Workplace::who() const {
    return impl_->session ? impl_->session->desk.who : empty<Who>();
}
bool Workplace::has_role(domain::Role role) const {
    return who().user.has(role);
}

bool Workplace::session_expired() const {
    if (!impl_->session) return false;
    const sync::SyncStatus status = impl_->session->sync->status();
    return status.online && !status.signed_in;
}

const std::vector<domain::Hall>& Workplace::halls() const {
    return impl_->session ? impl_->session->desk.directory.halls : empty<std::vector<domain::Hall>>();
}
const std::vector<domain::Counter>& Workplace::counters() const {
    return impl_->session ? impl_->session->desk.directory.counters : impl_->hints.counters;
}
const std::vector<domain::Department>& Workplace::departments() const {
    return impl_->session ? impl_->session->desk.directory.departments
                          : empty<std::vector<domain::Department>>();
}
const forms::Catalogue& Workplace::catalogue() const {
    return impl_->session ? *impl_->session->desk.catalogue : *impl_->no_items;
}
bool Workplace::sample() const {
    return impl_->session ? impl_->session->desk.sample : impl_->hints.sample;
}

ConnectionWords Workplace::connection() const {
    ConnectionFacts facts;
    if (impl_->session) {
        const sync::SyncStatus status = impl_->session->sync->status();
        facts = {.online = status.online,
                 .signed_in_at_hub = status.signed_in,
                 .pending = status.pending_events + status.pending_pages,
                 .refused = status.refused,
                 .last_sync = status.last_sync,
                 .stuck_since = status.stuck_since,
                 .last_error = status.last_error,
                 .catalogue_unreadable = status.catalogue_unreadable};
    }
    return connection_words(facts, impl_->options.clock->now());
}

const base::Clock& Workplace::clock() const {
    return *impl_->options.clock;
}
Subscription Workplace::observe(std::function<void(Change)> call) {
    return impl_->changes.add(std::move(call));
}

void Workplace::sync_now() {
    if (impl_->session) impl_->session->sync->kick();
}

bool Workplace::wait_until_sent(std::chrono::milliseconds limit) {
    return impl_->session && impl_->session->sync->wait_until_sent(limit);
}

bool Workplace::wait_until_current(std::chrono::milliseconds limit) {
    return impl_->session && impl_->session->sync->wait_until_current(limit);
}

std::unique_ptr<Intake> Workplace::new_intake() {
    return std::make_unique<Intake>(impl_->session->desk, std::make_unique<IntakeDraft>());
}

base::Result<std::unique_ptr<Intake>> Workplace::resume_intake(const std::string& draft_id) {
    Desk& desk = impl_->session->desk;
    YC_TRY(const auto kept, desk.store.draft(draft_id));
    if (!kept) return base::fail("intake.draft_gone");
    YC_TRY(IntakeDraft draft, draft_from_text(kept->json));
    draft.parked = false;
    return std::make_unique<Intake>(desk, std::make_unique<IntakeDraft>(std::move(draft)));
}

CaseList& Workplace::case_list() {
    return impl_->session->case_list;
}
Review& Workplace::review() {
    return impl_->session->review;
}
Handout& Workplace::handout() {
    return impl_->session->handout;
}
Supplement& Workplace::supplement() {
    return impl_->session->supplement;
}
Outbox& Workplace::outbox() {
    return impl_->session->outbox;
}
DailyReport& Workplace::daily_report() {
    return impl_->session->daily_report;
}
Dossiers& Workplace::dossiers() {
    return impl_->session->dossiers;
}

}  // namespace yc::client::desk
