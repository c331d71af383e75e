#include "client/desk/dossiers.h"

#include "client/desk/case_rows.h"
#include "client/desk/desk.h"
#include "client/desk/dossier_lookup.h"
#include "client/desk/fact_words.h"
#include "client/desk/number_view.h"
#include "client/net/hub_client.h"
#include "client/store/local_store.h"
#include "core/base/id.h"
#include "localization/localization.h"

namespace yc::client::desk {

namespace {

constexpr size_t cases_shown = 20;

bool is_out_of_reach(const base::Error& error) {
    return error.code == "hub.unreachable" || error.code == "hub.timeout";
}

}  // namespace

NumberView Dossiers::read(std::string_view typed, bool finished) const {
    return read_number(typed, desk_.clock.today(), finished);
}

base::Result<std::vector<CaseRow>> Dossiers::cases_of(const domain::PartyKey& key) const {
    store::CaseQuery query;
    query.search = key.number;
    query.limit = cases_shown;
    YC_TRY(const store::CasePage page, desk_.store.cases(query));
    std::vector<CaseRow> rows;
    for (const store::CaseRow& kept : page.rows)
        rows.push_back(row_of(kept, desk_.clock.now(), desk_.calendar));
    return rows;
}

base::Result<DossierRequest> Dossiers::of_case(const std::string& case_id) const {
    YC_TRY(const domain::CaseState state, desk_.store.case_state(case_id));
    return DossierRequest{.key = state.registration.applicant.key, .case_id = case_id};
}

bool Dossiers::may_give_reason() const {
    return desk_.who.user.has(domain::Role::supervisor);
}

wire::DossierLookup Dossiers::lookup_of(const DossierRequest& request) const {
    const char* purpose = !request.ticket.empty()    ? wire::purpose::intake
                          : !request.case_id.empty() ? wire::purpose::review
                                                     : wire::purpose::correction;
    return {.key = request.key,
            .purpose = purpose,
            .case_id = request.case_id,
            .ticket = request.ticket,
            .reason = request.reason};
}

void Dossiers::take(DossierRequest request, domain::DossierFile file) {
    keep_if_cached(desk_, file.dossier);
    opened_ = Opened{std::move(request), std::move(file), false, desk_.clock.now()};
}

void Dossiers::open(DossierRequest request, Done done) {
    desk_.ask([&hub = desk_.hub, lookup = lookup_of(request)] { return hub.dossier_file(lookup); },
              [this, question = ++question_, request,
               done = std::move(done)](base::Result<std::optional<domain::DossierFile>> file) {
                  if (question != question_) return;
                  opened_.reset();
                  if (!file && is_out_of_reach(file.error())) return open_cached(request, done);
                  if (!file) return done(file.error());
                  if (!*file) return done(base::fail("dossier.no_such_person"));
                  take(request, **std::move(file));
                  done({});
              });
}

void Dossiers::open_cached(const DossierRequest& request, const Done& done) {
    const DossierAnswer kept = kept_dossier(desk_, lookup_of(request));
    if (!kept.dossier) return done(base::fail("dossier.offline_unknown"));
    opened_ = Opened{request, {.dossier = *kept.dossier}, true, desk_.clock.now()};
    done({});
}

void Dossiers::reload(Done done) {
    if (opened_) open(DossierRequest(opened_->request), std::move(done));
}

void Dossiers::close() {
    ++question_;
    opened_.reset();
}

DossierView Dossiers::view() const {
    return dossier_view(opened_->file, {.catalogue = *desk_.catalogue,
                                        .language = base::to_name(localization::language()),
                                        .today = desk_.clock.today(),
                                        .from_cache = opened_->from_cache,
                                        .supervisor = may_give_reason(),
                                        .is_here = [this](const std::string& case_id) {
                                            const auto row = desk_.store.case_row(case_id);
                                            return row && row->has_value();
                                        }});
}

std::string Dossiers::watermark() const {
    std::string text = desk_.who.user.name + " " + desk_.who.user.id;
    if (desk_.who.counter) text += " · " + desk_.who.counter->name;
    return text + " · " + base::to_minute_string(opened_ ? opened_->at : desk_.clock.now());
}

void Dossiers::choose(const std::string& field, const std::vector<std::string>& keep, Done done) {
    domain::DossierAct choice{.kind = domain::DossierActKind::choose, .field = field, .keep = keep};
    for (const auto& standing : domain::standings_of(opened_->file))
        if (standing.field == field)
            for (const auto& said : standing.values) choice.among.push_back(said.id);
    act(std::move(choice), std::move(done));
}

void Dossiers::undo(const std::string& act_id, Done done) {
    domain::DossierAct undoing{.kind = domain::DossierActKind::undo, .concerns = act_id};
    for (const auto& one : opened_->file.acts)
        if (one.id == act_id && domain::needs_supervisor(one.kind))
            undoing.reason = localization::tr("desk.dossier.undo_reason");
    act(std::move(undoing), std::move(done));
}

void Dossiers::act(domain::DossierAct act, Done done) {
    act.id = base::new_uuid(desk_.clock.now());
    const DossierRequest request = opened_->request;
    desk_.ask(
        [&hub = desk_.hub, asked = wire::DossierActRequest{lookup_of(request), std::move(act)}] {
            return hub.act_on_dossier(asked);
        },
        [this, question = ++question_, request,
         done = std::move(done)](base::Result<domain::DossierFile> file) {
            if (question != question_) return;
            if (!file) return done(file.error());
            take(request, *std::move(file));
            done({});
        });
}

base::Result<std::string> Dossiers::typed(const std::string& field, const std::string& words) const {
    return FactWords(*desk_.catalogue, base::to_name(localization::language()))
        .typed(field, words, desk_.clock.today());
}

std::vector<std::string> Dossiers::choices(const std::string& field) const {
    return FactWords(*desk_.catalogue, base::to_name(localization::language())).choices(field);
}

std::function<base::Result<std::string>()> Dossiers::page_reader(const std::string& sha256) const {
    return
        [kept = desk_.kept, &store = desk_.store, &hub = desk_.hub, sha256]() -> base::Result<std::string> {
            YC_TRY(const bool here, store.has_page(sha256));
            return here ? store.page(sha256) : hub.download_page(sha256);
        };
}

}  // namespace yc::client::desk
