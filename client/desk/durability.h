#pragma once
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "client/desk/text.h"
#include "core/base/clock.h"
#include "core/base/result.h"

namespace yc::client::desk {

/// 断电自检: whether what this very computer says it has kept is there after a sudden end. It shows what the
/// program, the system and the file system keep; whether the disk keeps what it says at a power cut, only a
/// power cut shows.
struct DurabilityReport {
    int rounds = 0;  ///< sudden ends
    int kept = 0;    ///< intakes with a page that were said to be kept before an end
    int lost = 0;    ///< of them not there, or not whole, afterwards
    std::chrono::microseconds typical_save{0};  ///< median time of one intake with its page to be durable
    std::chrono::microseconds slowest_save{0};
    /// Nothing was lost, and there was something to lose.
    [[nodiscard]] bool sound() const { return lost == 0 && kept > 0; }
    [[nodiscard]] Text in_words() const;
};

/// The writer: takes dummy cases of the sample district into a throw-away store in `folder`, made when it is
/// missing, and says each on standard output once the store has said it is kept; until it is killed or
/// nobody listens any more.
base::Result<void> write_until_killed(const std::filesystem::path& folder, const base::Clock& clock);

/// Kills the writer `rounds` times at moments of chance, and looks each time what is there. `writer` is the
/// command that runs write_until_killed() in the folder it gets as last argument. The store is made in
/// `data_dir`, thus on the disk of the real one, and removed afterwards. Blocks for about a second a round;
/// any thread. Errors: durability.no_writer, durability.not_opened (a store that cannot be opened after an
/// end: everything in it is lost), the store's.
base::Result<DurabilityReport> check_durability(const std::filesystem::path& data_dir,
                                                const std::vector<std::string>& writer, int rounds,
                                                const base::Clock& clock);

}  // namespace yc::client::desk
