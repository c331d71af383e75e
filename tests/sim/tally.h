#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace yc::sim {

/// What happened in a batch of runs, so that a simulation in which nothing happens cannot pass for a good
/// one.
struct Tally {
    int64_t acts = 0;         ///< events written at counters and in departments, and acknowledged there
    int64_t acts_unsure = 0;  ///< events whose writing failed or was cut off by a kill
    int64_t accepted = 0;     ///< events that the hub holds at the end
    int64_t concluded = 0;    ///< of them the hub's own: deemed acceptances, lapses, cards, compensations
    int64_t refused = 0;      ///< events of counters and departments that ended as refused, with a reason
    int64_t given_up = 0;     ///< … and that the clerk gave up
    int64_t overtaken = 0;    ///< of both, accepted before the hub was set back
    int64_t pages = 0;        ///< page images kept at the hub at the end
    int64_t kills = 0;        ///< of clients and hubs, at a step on the disk or between question and answer
    int64_t power_cuts = 0;   ///< of these, with loss of what was not synced
    int64_t torn = 0;         ///< files that came out of a power cut with part of what was written
    int64_t names_lost = 0;   ///< names of files that did not survive one (or came back)
    int64_t disk_full = 0;    ///< writes that found no room
    int64_t disk_errors = 0;  ///< other failures of the disk
    int64_t disk_steps = 0;
    int64_t requests = 0;
    int64_t lost_requests = 0;
    int64_t lost_answers = 0;
    int64_t repeated = 0;  ///< requests that arrived twice, the second time late
    int64_t cut_uploads = 0;
    int64_t interleaved = 0;  ///< somebody else acted while a request was under way
    int64_t restores = 0;     ///< the hub was set back to a backup
    int64_t new_epochs = 0;
    int64_t clock_jumps = 0;

    /// What happened less often in a batch of some size than it must for the batch to mean anything.
    [[nodiscard]] std::vector<std::string> too_rare(uint64_t seeds) const;
    [[nodiscard]] std::string text() const;
};

}  // namespace yc::sim
