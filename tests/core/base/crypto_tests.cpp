#include "core/base/crypto.h"

#include <boost/test/unit_test.hpp>

using namespace yc::base;

BOOST_AUTO_TEST_SUITE(crypto_tests)

BOOST_AUTO_TEST_CASE(sha256_matches_the_standard_vectors) {  // FIPS 180-4 examples
    BOOST_TEST(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    BOOST_TEST(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

BOOST_AUTO_TEST_CASE(hex_goes_both_ways_and_refuses_what_is_none) {
    const std::string raw("\x00\xff\x10", 3);
    BOOST_TEST(to_hex(raw) == "00ff10");
    BOOST_TEST((from_hex("00ff10").value() == raw));
    for (const char* bad : {"0", "0g", "00 1"}) BOOST_TEST(from_hex(bad).error().code == "text.not_hex", bad);
}

BOOST_AUTO_TEST_CASE(base64_matches_the_standard_vectors) {  // RFC 4648 §10
    BOOST_TEST(to_base64("") == "");
    BOOST_TEST(to_base64("f") == "Zg==");
    BOOST_TEST(to_base64("foobar") == "Zm9vYmFy");
}

BOOST_AUTO_TEST_CASE(a_sealed_box_opens_only_with_its_key_and_context) {
    const std::string key = random_bytes(32);
    const std::string box = seal(key, "身份信息", "case-1");
    BOOST_TEST(unseal(key, box, "case-1").value() == "身份信息");
    BOOST_TEST(!unseal(key, box, "case-2").ok());
    BOOST_TEST(!unseal(random_bytes(32), box, "case-1").ok());
    for (size_t i = 0; i < box.size(); i += 7) {
        std::string changed = box;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        BOOST_TEST(unseal(key, changed, "case-1").error().code == "crypto.not_authentic");
    }
    BOOST_TEST(!unseal(key, "short").ok());
}

BOOST_AUTO_TEST_CASE(sealing_twice_gives_different_boxes) {
    const std::string key = random_bytes(32);
    BOOST_TEST(seal(key, "x") != seal(key, "x"));
}

BOOST_AUTO_TEST_CASE(passwords_verify_against_their_hash_only) {
    const std::string hash = hash_password("yichuang");
    BOOST_TEST(hash.rfind("$argon2id$", 0) == 0U);
    BOOST_TEST(verify_password(hash, "yichuang"));
    BOOST_TEST(!verify_password(hash, "Yichuang"));
    BOOST_TEST(!verify_password("nonsense", "yichuang"));
}

BOOST_AUTO_TEST_CASE(a_key_depends_on_password_and_salt) {
    const std::string salt(16, 's');
    BOOST_TEST((derive_key("a", salt) == derive_key("a", salt)));
    BOOST_TEST((derive_key("a", salt) != derive_key("b", salt)));
    BOOST_TEST((derive_key("a", salt) != derive_key("a", std::string(16, 't'))));
}

BOOST_AUTO_TEST_CASE(a_blind_index_needs_the_key) {
    const std::string key = random_bytes(32);
    BOOST_TEST(keyed_digest(key, "n") == keyed_digest(key, "n"));
    BOOST_TEST(keyed_digest(key, "n") != keyed_digest(random_bytes(32), "n"));
}

BOOST_AUTO_TEST_SUITE_END()
