#include <fmt/format.h>

#include "core/base/id.h"
#include "core/wire/letter.h"
#include "core/wire/parcel.h"
#include "hub/api/api.h"

namespace yc::hub::api {
namespace {

/// Who a letter speaks for: nobody is signed in, but the key proves the computer; what its people did stands
/// under their own names.
store::SessionRecord session_of(const std::string& device) {
    store::SessionRecord session;
    session.device = device;
    return session;
}

}  // namespace

base::Result<Response> Api::receive_letter(const Request& request) {
    YC_TRY(const auto device, wire::device_of_letter(request.body));
    YC_TRY(const auto key, store_.letter_key(device));
    if (!key) return base::fail("letter.unknown_sender", "no key for this device");
    YC_TRY(const auto plain, wire::open_letter(*key, wire::LetterTo::hub, request.body));
    YC_TRY(const auto piece, wire::piece_from_bytes(plain));
    const auto session = session_of(device);
    wire::ParcelReceipt receipt{.parcel = piece.parcel, .number = piece.number, .page = piece.page};
    YC_TRY(receipt.epoch, store_.epoch());
    if (!piece.page.empty()) YC_CHECK(keep_page(piece.page, piece.bytes, device));
    if (!piece.events.empty()) {
        YC_TRY(receipt.results, take_events(session, piece.events));
    }
    YC_CHECK(take_looks(session, piece.looks));
    for (const auto& look : piece.looks) receipt.looks.push_back(look.id);
    YC_CHECK(store_.audit(
        {.at = clock_.now(),
         .action = "parcel.take",
         .purpose = fmt::format("device={} parcel={} piece={} events={} pages={}", device, piece.parcel,
                                piece.number, piece.events.size(), piece.page.empty() ? 0 : 1)}));
    return Response{
        .content_type = "application/octet-stream",
        .body = wire::seal_letter(*key, wire::LetterTo::computer, device, wire::receipt_to_bytes(receipt))};
}

base::Result<void> Api::keep_page(const std::string& sha256, std::string_view bytes,
                                  const std::string& sender) {
    YC_TRY(const auto missing, store_.missing_pages({sha256}));
    if (missing.empty()) return {};
    const auto now = clock_.now();
    const store::Upload upload{.id = base::new_uuid(now),
                               .sha256 = sha256,
                               .user = sender,
                               .length = static_cast<int64_t>(bytes.size()),
                               .expires_at = now + std::chrono::hours(1)};
    YC_CHECK(store_.begin_upload(upload));
    YC_CHECK(store_.append_upload(upload.id, 0, bytes));
    return store_.finish_upload(upload.id);
}

}  // namespace yc::hub::api
