#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "client/desk/printed.h"
#include "client/desk/text.h"
#include "core/base/result.h"
#include "core/domain/case_event.h"

namespace yc::client::store {
struct OutboxEntry;
}

namespace yc::client::desk {

struct Desk;

enum class OutboxState { waiting, held_back, refused, sent, given_up };

struct OutboxRow {
    std::string event_id;
    std::string case_id;
    std::string case_no;
    std::string applicant_name;
    domain::EventKind kind = domain::EventKind::register_case;
    Text what;  ///< 收件 …
    base::Instant at{};
    OutboxState state = OutboxState::waiting;
    Text text;    ///< 待上传 / 中心已收（序号 n）/ 未予接收：<why>
    Text reason;  ///< refused: the hub's reason in words
    Text advice;  ///< refused: what can be done
};

/// Ends the names of parcels (数据包) and of the hub's receipts for them (回执).
inline constexpr const char* parcel_extension = ".ycparcel";
inline constexpr const char* receipts_extension = ".ycreceipt";

/// Pure: an entry of the store's outbox in words.
[[nodiscard]] OutboxRow outbox_row(const store::OutboxEntry& entry);

/// What was written here and how far it came. UI thread; reads the local store only.
class Outbox {
  public:
    explicit Outbox(Desk& desk) : desk_(desk) {}
    /// Refused first, then waiting in order, then the latest `sent_limit` sent.
    [[nodiscard]] base::Result<std::vector<OutboxRow>> rows(size_t sent_limit = 50) const;
    [[nodiscard]] base::Result<int> pages_waiting() const;
    /// Tries everything that waits now.
    void retry();
    /// Sends a refused event once more, after what stood in its way was put right. Errors: the store's.
    base::Result<void> send_again(const std::string& event_id);
    /// Gives a refused event up: the case here is set back to what the hub has; the event stays in the record
    /// of this computer as given up. Errors: outbox.not_refused, the store's.
    base::Result<void> give_up(const std::string& event_id);

    /// A name for a parcel: where it is from and when, nobody's name or number.
    [[nodiscard]] std::string parcel_name() const;

    /// How it went, in words; comes through Post, unless the session has ended.
    using Done = std::function<void(base::Result<Text>)>;
    /// Packs what the hub does not have into a file, to be carried there by hand; in the background, as the
    /// two that follow. Errors: as carry::pack.
    void pack(const std::filesystem::path& file, Done done);
    /// Hands a parcel of any computer to the hub. The hub's receipts go into the file `receipts`. Errors: as
    /// carry::deliver, the hub's.
    void deliver(const std::filesystem::path& parcel, const std::filesystem::path& receipts, Done done);
    /// Takes back the receipts of a parcel packed here. Errors: as carry::take_receipts.
    void take_receipts(const std::filesystem::path& receipts, Done done);

  private:
    Desk& desk_;
};

}  // namespace yc::client::desk
