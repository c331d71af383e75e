#include "core/wire/parcel.h"

#include <nlohmann/json.hpp>

#include "core/wire/json_text.h"
#include "core/wire/object_reader.h"

namespace yc::wire {

std::string piece_to_bytes(const ParcelPiece& piece) {
    nlohmann::json head = push_to_json(piece.events);
    head.update(looks_to_json(piece.looks));
    head["parcel"] = piece.parcel;
    head["number"] = piece.number;
    head["page"] = piece.page;
    return to_text(head) + "\n" + piece.bytes;
}

base::Result<ParcelPiece> piece_from_bytes(std::string_view bytes) {
    const size_t end = bytes.find('\n');
    YC_TRY(const auto head, parse_text(bytes.substr(0, end)));
    ParcelPiece piece;
    ObjectReader in(head);
    in.need_text("parcel", piece.parcel);
    in.integer("number", piece.number);
    in.text("page", piece.page);
    YC_CHECK(in.finish());
    YC_TRY(piece.events, push_from_json(head));
    YC_TRY(piece.looks, looks_from_json(head));
    if (end != std::string_view::npos) piece.bytes = bytes.substr(end + 1);
    return piece;
}

std::string receipt_to_bytes(const ParcelReceipt& receipt) {
    nlohmann::json json = push_answer_to_json(receipt.results);
    json["epoch"] = receipt.epoch;
    json["parcel"] = receipt.parcel;
    json["number"] = receipt.number;
    json["looks"] = receipt.looks;
    json["page"] = receipt.page;
    return to_text(json);
}

base::Result<ParcelReceipt> receipt_from_bytes(std::string_view bytes) {
    YC_TRY(const auto json, parse_text(bytes));
    ParcelReceipt receipt;
    ObjectReader in(json);
    in.need_text("epoch", receipt.epoch);
    in.need_text("parcel", receipt.parcel);
    in.integer("number", receipt.number);
    in.texts("looks", receipt.looks);
    in.text("page", receipt.page);
    YC_CHECK(in.finish());
    YC_TRY(receipt.results, push_answer_from_json(json));
    return receipt;
}

}  // namespace yc::wire
