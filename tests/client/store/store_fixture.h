#pragma once
#include <memory>
#include <string>
#include <vector>

#include "client/store/local_store.h"
#include "tests/core/domain/case_scenario.h"
#include "tests/support/temp_dir.h"

namespace yc::tests {

inline const std::string kUser = "clerk1";
inline const std::string kPassword = "pass word 一窗";
inline const std::string kName = "韦𠮷英";
inline const std::string kNumber = "11010519491231002X";
inline const std::string kPhone = "13900001234";

/// register and receive of a case, as a counter writes them; ids are left to the store.
std::vector<domain::CaseEvent> intake_events(const std::string& case_id, const std::string& case_no,
                                             const std::string& name = kName);
/// A further event of a case as somebody careful would write it.
domain::CaseEvent next_event(const domain::CaseState& state, domain::EventKind kind,
                             const domain::Actor& actor, base::Instant at);
/// The 23 digits of the sample counter's serial on 2026-03-02.
std::string case_number(int serial);

/// A folder with a store, its clock and its rules.
class StoreFixture {
  public:
    StoreFixture();
    /// The store, made at the first call; fails the test when it cannot be opened.
    client::store::LocalStore& store();
    void close() { store_.reset(); }
    [[nodiscard]] client::store::StoreOptions options() const;
    /// An intake written through the store; its case id.
    std::string take_in(int serial);

    TempDir dir;
    base::ManualClock clock;
    domain::Policy policy;
    domain::Rules rules;

  private:
    std::unique_ptr<client::store::LocalStore> store_;
};

/// What a hub with these events in this order would send as one page.
wire::ChangesPage page_of(std::vector<domain::CaseEvent> events, int64_t first_seq,
                          const std::string& epoch = "e1");

/// The code of the error, or "ok".
template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "ok" : result.error().code;
}

}  // namespace yc::tests
