#include "client/carry/parcel.h"

#include "client/carry/letter_file.h"
#include "core/base/crypto.h"
#include "core/base/id.h"
#include "core/wire/letter.h"
#include "core/wire/parcel.h"

namespace yc::client::carry {

namespace {

constexpr const char* key_setting = "letter_key";
constexpr size_t events_in_a_piece = 100;
constexpr size_t everything = 1'000'000;

base::Result<std::string> own_key(store::LocalStore& store) {
    YC_TRY(const auto kept, store.setting(key_setting));
    if (!kept) return base::fail("parcel.no_key");
    return base::from_hex(*kept);
}

/// Seals pieces into a file, numbered in order.
class Packer {
  public:
    Packer(store::LocalStore& store, std::string key, std::string parcel, const std::filesystem::path& file)
        : device_(store.device_id()),
          key_(std::move(key)),
          parcel_(std::move(parcel)),
          file_(file, LetterFileKind::parcel) {}

    void add(wire::ParcelPiece piece) {
        piece.parcel = parcel_;
        piece.number = next_++;
        file_.add(wire::seal_letter(key_, wire::LetterTo::hub, device_, wire::piece_to_bytes(piece)));
    }
    base::Result<void> finish() { return file_.finish(); }

  private:
    std::string device_;
    std::string key_;
    std::string parcel_;
    LetterFileWriter file_;
    int next_ = 0;
};

std::vector<wire::LocalLook> looks_of(const std::vector<store::DossierLook>& unsent) {
    std::vector<wire::LocalLook> looks;
    for (const auto& look : unsent)
        looks.push_back({look.id, look.key, look.purpose, look.case_id, look.user, look.at, look.ticket});
    return looks;
}

base::Result<void> settle(store::LocalStore& store, const wire::ParcelReceipt& receipt, TakenBack& taken) {
    YC_CHECK(store.apply_push_results(receipt.results));
    YC_CHECK(store.looks_sent(receipt.looks));
    if (!receipt.page.empty()) YC_CHECK(store.page_uploaded(receipt.page));
    taken.pages += receipt.page.empty() ? 0 : 1;
    for (const auto& result : receipt.results) {
        taken.accepted += result.seq ? 1 : 0;
        taken.refused += result.status == wire::PushStatus::refused ? 1 : 0;
    }
    return {};
}

}  // namespace

base::Result<void> learn_key(store::LocalStore& store, const std::string& device_key) {
    YC_TRY(std::string key, wire::letter_key(device_key));
    const std::string text = base::to_hex(key);
    base::wipe(key);
    YC_TRY(const auto kept, store.setting(key_setting));
    if (kept == text) return {};
    return store.set_setting(key_setting, text);
}

base::Result<Packed> pack(store::LocalStore& store, const base::Clock& clock,
                          const std::filesystem::path& file) {
    YC_TRY(std::string key, own_key(store));
    YC_TRY(const auto events, store.unsent_events(everything));
    YC_TRY(const auto looks, store.unsent_looks());
    YC_TRY(const auto pages, store.pages_to_upload(everything));
    if (events.empty() && looks.empty() && pages.empty()) return base::fail("parcel.empty");
    Packer packer(store, std::move(key), base::new_uuid(clock.now()), file);
    packer.add({.looks = looks_of(looks)});
    for (size_t at = 0; at < events.size(); at += events_in_a_piece) {
        const auto from = events.begin() + static_cast<std::ptrdiff_t>(at);
        const auto count = std::min(events_in_a_piece, events.size() - at);
        packer.add({.events = {from, from + static_cast<std::ptrdiff_t>(count)}});
    }
    for (const auto& page : pages) {
        YC_TRY(std::string bytes, store.page(page.sha256));
        packer.add({.page = page.sha256, .bytes = std::move(bytes)});
    }
    YC_CHECK(packer.finish());
    return Packed{static_cast<int>(events.size()), static_cast<int>(pages.size())};
}

base::Result<int> deliver(const std::filesystem::path& parcel, const std::filesystem::path& receipts,
                          const Post& post) {
    YC_TRY(auto reader, LetterFileReader::open(parcel, LetterFileKind::parcel));
    LetterFileWriter answers(receipts, LetterFileKind::receipts);
    for (int letters = 0;; ++letters) {
        YC_TRY(const auto letter, reader.next());
        if (!letter) {
            YC_CHECK(answers.finish());
            return letters;
        }
        YC_TRY(const std::string answer, post(*letter));
        answers.add(answer);
    }
}

base::Result<TakenBack> take_receipts(store::LocalStore& store, const std::filesystem::path& receipts) {
    YC_TRY(const std::string key, own_key(store));
    YC_TRY(auto reader, LetterFileReader::open(receipts, LetterFileKind::receipts));
    YC_TRY(const auto here, store.checkpoint());
    TakenBack taken;
    while (true) {
        YC_TRY(const auto letter, reader.next());
        if (!letter) return taken;
        const auto device = wire::device_of_letter(*letter);
        if (device && *device != store.device_id()) return base::fail("parcel.other_computer");
        const auto plain = wire::open_letter(key, wire::LetterTo::computer, *letter);
        if (!plain) return base::fail("parcel.not_ours", plain.error().code);
        YC_TRY(const auto receipt, wire::receipt_from_bytes(*plain));
        if (receipt.epoch != here.epoch) return base::fail("parcel.hub_was_set_back");
        YC_CHECK(settle(store, receipt, taken));
    }
}

}  // namespace yc::client::carry
