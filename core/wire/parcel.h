#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/case_event.h"
#include "core/wire/dossier_json.h"
#include "core/wire/feed_json.h"

namespace yc::wire {

/// 数据包: what a computer without the network has for its hub, carried there by hand as letters. A piece is
/// the content of one letter: a batch of events with looks into dossiers, or one page. Pieces stand by
/// themselves; taking one in again changes nothing.
struct ParcelPiece {
    std::string parcel;                     ///< UUIDv7, the same in all pieces
    int number = 0;                         ///< from 0
    std::vector<domain::CaseEvent> events;  ///< in the device's order
    std::vector<LocalLook> looks;
    std::string page;  ///< SHA-256 of `bytes`; empty = a piece without a page
    std::string bytes;
    friend bool operator==(const ParcelPiece&, const ParcelPiece&) = default;
};

/// 回执: what the hub did with a piece; the content of the letter that answers it.
struct ParcelReceipt {
    std::string epoch;  ///< of the hub: what it accepted counts as long as it was not set back
    std::string parcel;
    int number = 0;
    std::vector<PushResult> results;  ///< one for each event, in order
    std::vector<std::string> looks;   ///< ids of the looks that stand in the hub's audit now
    std::string page;                 ///< the page the hub has now; empty = none was in the piece
    friend bool operator==(const ParcelReceipt&, const ParcelReceipt&) = default;
};

[[nodiscard]] std::string piece_to_bytes(const ParcelPiece& piece);
/// Errors: wire.not_json, wire.invalid {field}.
[[nodiscard]] base::Result<ParcelPiece> piece_from_bytes(std::string_view bytes);
[[nodiscard]] std::string receipt_to_bytes(const ParcelReceipt& receipt);
/// Errors: wire.not_json, wire.invalid {field}.
[[nodiscard]] base::Result<ParcelReceipt> receipt_from_bytes(std::string_view bytes);

}  // namespace yc::wire
