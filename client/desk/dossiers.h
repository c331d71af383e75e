#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "client/desk/case_list.h"
#include "client/desk/dossier_view.h"
#include "client/desk/intake_views.h"
#include "core/wire/dossier_file_json.h"

namespace yc::client::desk {

struct Desk;

/// Whose dossier, and on what ground it is looked into: a case, a running intake (its draft's id), or a
/// supervisor's reason in words.
struct DossierRequest {
    domain::PartyKey key;
    std::string case_id;
    std::string ticket;
    std::string reason;
};

/// 资料库: one dossier at a time, what is done to it, and its pages. UI thread; what waits for the hub comes
/// back through Post, and an answer that another question has overtaken is dropped.
class Dossiers {
  public:
    using Done = std::function<void(base::Result<void>)>;

    explicit Dossiers(Desk& desk) : desk_(desk) {}

    /// A number as it is typed.
    [[nodiscard]] NumberView read(std::string_view typed, bool finished) const;
    /// The cases kept here under this number, the newest first: one of them is ground enough to look.
    [[nodiscard]] base::Result<std::vector<CaseRow>> cases_of(const domain::PartyKey& key) const;
    /// The case as a ground: whose dossier it opens. Errors: case.unknown.
    [[nodiscard]] base::Result<DossierRequest> of_case(const std::string& case_id) const;
    /// This person may look without a case, with a reason in words.
    [[nodiscard]] bool may_give_reason() const;

    /// Looks, and keeps what is shown until the next look; recorded with its purpose, by the hub or, without
    /// it, here. Without the hub there is what is cached for people who are served here. Errors: the hub's
    /// (dossier.no_ground …), dossier.no_such_person, dossier.offline_unknown (not cached here).
    void open(DossierRequest request, Done done);
    /// The same look once more.
    void reload(Done done);
    void close();
    [[nodiscard]] bool is_open() const { return opened_.has_value(); }
    /// On what ground the dossier is open. Only while one is.
    [[nodiscard]] const DossierRequest& request() const { return opened_->request; }
    /// In the words of the language in force. Only while one is open.
    [[nodiscard]] DossierView view() const;
    /// Clerk, counter and time of the look: stands over everything that is shown of a dossier.
    [[nodiscard]] std::string watermark() const;

    /// Of a conflict: the statements that shall hold, one or several of those shown. Errors: the hub's
    /// (dossier.changed: somebody else was first, what is shown is then the newer state).
    void choose(const std::string& field, const std::vector<std::string>& keep, Done done);
    /// Takes an act back.
    void undo(const std::string& act_id, Done done);
    /// A supervisor's act: kind, subject, ground and reason are given; the rest is filled in here.
    void act(domain::DossierAct act, Done done);

    /// A corrected value as it is kept. Errors: dossier.not_a_choice {choices}, those of the field.
    [[nodiscard]] base::Result<std::string> typed(const std::string& field, const std::string& words) const;
    /// What may be chosen for a field, in words; empty = it is typed.
    [[nodiscard]] std::vector<std::string> choices(const std::string& field) const;
    /// The numbers that are merged with this one.
    [[nodiscard]] const std::vector<domain::PartyKey>& others() const {
        return opened_->file.dossier.other_keys;
    }

    /// Reads the image of a page on any thread: what is kept here, else from the hub; it is not kept. Errors:
    /// the store's, the hub's.
    [[nodiscard]] std::function<base::Result<std::string>()> page_reader(const std::string& sha256) const;

  private:
    struct Opened {
        DossierRequest request;
        domain::DossierFile file;
        bool from_cache = false;
        base::Instant at{};
    };
    [[nodiscard]] wire::DossierLookup lookup_of(const DossierRequest& request) const;
    void open_cached(const DossierRequest& request, const Done& done);
    void take(DossierRequest request, domain::DossierFile file);

    Desk& desk_;
    std::optional<Opened> opened_;
    int question_ = 0;
};

}  // namespace yc::client::desk
