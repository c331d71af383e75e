// Letters that strangers carry: nobody but the two ends reads, changes or writes one.
#include "core/wire/letter.h"

#include <boost/test/unit_test.hpp>

#include "core/base/crypto.h"
#include "core/wire/parcel.h"
#include "tests/support/random_event.h"

using namespace yc;
using wire::LetterTo;

namespace {

struct Letters {
    const std::string device = "0190a1b2-0000-7000-8000-000000000001";
    const std::string device_key = base::to_hex(base::random_bytes(32));
    const std::string key = *wire::letter_key(device_key);
    const std::string plain = "身份证号 11010519491231002X";

    [[nodiscard]] std::string opened(const std::string& letter, LetterTo to = LetterTo::hub) const {
        const auto read = wire::open_letter(key, to, letter);
        return read ? *read : read.error().code;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(letter_tests, Letters)

BOOST_AUTO_TEST_CASE(both_ends_read_it_and_it_shows_nothing_but_the_computer) {
    const auto letter = wire::seal_letter(key, LetterTo::hub, device, plain);
    BOOST_TEST(opened(letter) == plain);
    BOOST_TEST(*wire::device_of_letter(letter) == device);
    BOOST_TEST(letter.find("11010519491231002X") == std::string::npos);
    BOOST_TEST(wire::seal_letter(key, LetterTo::hub, device, plain) != letter);
}

BOOST_AUTO_TEST_CASE(no_byte_can_be_changed_and_no_letter_turned_round) {
    const auto letter = wire::seal_letter(key, LetterTo::hub, device, plain);
    for (size_t at = 0; at < letter.size(); ++at) {
        auto changed = letter;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        const auto read = wire::open_letter(key, LetterTo::hub, changed);
        BOOST_TEST(!read.ok(), "byte " << at);
    }
    for (size_t length = 0; length < letter.size(); ++length)
        BOOST_TEST(!wire::open_letter(key, LetterTo::hub, letter.substr(0, length)).ok());
    BOOST_TEST(opened(letter, LetterTo::computer) == "letter.not_authentic");
    BOOST_TEST(opened("a text file") == "letter.not_a_letter");
    BOOST_TEST(opened("") == "letter.not_a_letter");
}

BOOST_AUTO_TEST_CASE(another_computer_has_another_key) {
    const auto other = *wire::letter_key(base::to_hex(base::random_bytes(32)));
    BOOST_TEST((key != other));
    BOOST_TEST(opened(wire::seal_letter(other, LetterTo::hub, device, plain)) == "letter.not_authentic");
    BOOST_TEST((key == *wire::letter_key(device_key)));
    BOOST_TEST((key != *base::from_hex(device_key)));
    BOOST_TEST(wire::letter_key("no key").error().code == "text.not_hex");
}

BOOST_AUTO_TEST_CASE(pieces_and_receipts_come_back_as_they_went) {
    tests::Random random(20261122);
    for (int round = 0; round < 50; ++round) {
        wire::ParcelPiece piece{.parcel = "p", .number = round};
        for (int i = tests::random_int(random, 0, 3); i > 0; --i)
            piece.events.push_back(tests::random_event(random));
        if (tests::coin(random)) {
            piece.page = "abc";
            piece.bytes = base::random_bytes(100) + "\n{}\n" + std::string(3, '\0');
        }
        const auto read = wire::piece_from_bytes(wire::piece_to_bytes(piece));
        BOOST_REQUIRE(read.ok());
        BOOST_TEST((*read == piece));
    }
    const wire::ParcelReceipt receipt{
        .epoch = "e",
        .parcel = "p",
        .number = 2,
        .results = {{.id = "x", .status = wire::PushStatus::accepted, .seq = 7},
                    {.id = "y", .status = wire::PushStatus::refused, .error = base::fail("case.unknown")}},
        .looks = {"l"},
        .page = "abc"};
    BOOST_TEST((*wire::receipt_from_bytes(wire::receipt_to_bytes(receipt)) == receipt));
    BOOST_TEST(wire::piece_from_bytes("{}").error().code == "wire.invalid");
    BOOST_TEST(wire::piece_from_bytes("\xFF\n").error().code == "wire.not_json");
}

BOOST_AUTO_TEST_SUITE_END()
