#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "client/desk/connection.h"
#include "client/desk/observers.h"
#include "client/desk/post.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/directory.h"

namespace yc::forms {
class Catalogue;
}

namespace yc::client::desk {

class CaseList;
class DailyReport;
class Dossiers;
class Handout;
class Intake;
class Outbox;
class Review;
class Supplement;
struct Desk;

struct WorkplaceOptions {
    std::filesystem::path data_dir;      ///< made when it is missing
    std::string hub_url;                 ///< "http://127.0.0.1:8470"; empty = the one used last
    const base::Clock* clock = nullptr;  ///< outlives the workplace; required
    Post post;                           ///< required
};

struct SignIn {
    std::string user;
    std::string password;
    std::string counter;  ///< Counter::id; empty = the one used last, or none for the back office
};

/// Who works here now, and in which place.
struct Who {
    domain::User user;
    std::optional<domain::Hall> hall;
    std::optional<domain::Counter> counter;
    std::optional<domain::Department> department;
    bool offline = false;                          ///< signed in without the hub
    std::optional<base::Instant> authority_until;  ///< delegated acceptance ends
};

/// What the sign-in window can offer before anybody is known. Holds no personal data but the last user id.
struct SignInHints {
    std::string hub_url;
    std::string last_user;
    std::string last_counter;
    std::vector<domain::Counter> counters;  ///< as of the last sign-in at this computer; empty the first time
    bool sample = false;
};

/// What an observer is told has changed.
enum class Change { session, connection, cases, outbox, catalogue, drafts };

/// A signed-in place of work: the store, the exchange with the hub, and the parts for each window. Made, used
/// and destroyed on one thread (the UI's); nothing here waits for the network unless its comment says
/// "blocks".
class Workplace {
  public:
    /// Errors: hub.bad_url, hub.not_secure, workplace.no_folder.
    static base::Result<std::unique_ptr<Workplace>> open(WorkplaceOptions options);
    ~Workplace();
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;

    [[nodiscard]] SignInHints hints() const;
    /// Another hub from the next sign-in on; only while nobody is signed in. It is remembered once somebody
    /// has signed in there. Errors: hub.bad_url.
    [[nodiscard]] base::Result<void> set_hub(const std::string& url);
    /// Asks the hub; when it cannot be reached, unwraps the user's key slot of the store instead (offline
    /// sign-in). `done` comes through Post. Errors: session.wrong_password, session.locked,
    /// protocol.mismatch, session.offline_unknown (this user never signed in here), the store's.
    void sign_in(SignIn sign_in, std::function<void(base::Result<Who>)> done);
    /// The same, and blocks until it is done: for yichuangctl and tests.
    base::Result<Who> sign_in_now(const SignIn& sign_in);
    /// Ends the session here and at the hub; drafts and the outbox stay. Parts taken before become unusable.
    void sign_out();
    /// After the session expired: a new one for the same user; open intakes stay as they are. `done` through
    /// Post.
    void renew_session(std::string password, std::function<void(base::Result<void>)> done);

    [[nodiscard]] bool signed_in() const;
    /// Only while signed in.
    [[nodiscard]] const Who& who() const;
    [[nodiscard]] bool has_role(domain::Role role) const;
    /// The session at the hub has ended; work goes on here, sending waits until renew_session.
    [[nodiscard]] bool session_expired() const;

    [[nodiscard]] const std::vector<domain::Hall>& halls() const;
    [[nodiscard]] const std::vector<domain::Counter>& counters() const;
    [[nodiscard]] const std::vector<domain::Department>& departments() const;
    /// The items and forms as of the last sync; empty before the first one.
    [[nodiscard]] const forms::Catalogue& catalogue() const;
    /// This is the sample district: every screen says so.
    [[nodiscard]] bool sample() const;
    [[nodiscard]] ConnectionWords connection() const;
    [[nodiscard]] const base::Clock& clock() const;

    /// Told on this thread, once for each change; then read.
    [[nodiscard]] Subscription observe(std::function<void(Change)> call);
    /// Sends and fetches now instead of at the next turn.
    void sync_now();
    /// Blocks until nothing is unsent or `limit` has passed: for yichuangctl and tests. True when nothing is
    /// unsent.
    bool wait_until_sent(std::chrono::milliseconds limit);
    /// Blocks until what the hub has now is here, or `limit` has passed: for yichuangctl and tests.
    bool wait_until_current(std::chrono::milliseconds limit);

    /// Parts; each belongs to the session it was taken in. The references live until sign_out.
    [[nodiscard]] std::unique_ptr<Intake> new_intake();
    /// Errors: the store's; intake.draft_gone.
    [[nodiscard]] base::Result<std::unique_ptr<Intake>> resume_intake(const std::string& draft_id);
    [[nodiscard]] CaseList& case_list();
    [[nodiscard]] Review& review();
    [[nodiscard]] Handout& handout();
    [[nodiscard]] Supplement& supplement();
    [[nodiscard]] Outbox& outbox();
    [[nodiscard]] DailyReport& daily_report();
    [[nodiscard]] Dossiers& dossiers();

  private:
    struct Impl;
    explicit Workplace(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace yc::client::desk
