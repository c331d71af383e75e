#include "core/base/crypto.h"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace yc::base {
namespace {

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

void need_sodium() {
    static const int ready = sodium_init();
    if (ready < 0) throw std::runtime_error("libsodium cannot start");
}

void need_key(std::string_view key) {
    if (key.size() != crypto_aead_xchacha20poly1305_ietf_KEYBYTES)
        throw std::invalid_argument("key must have 32 bytes");
}

}  // namespace

std::string random_bytes(size_t count) {
    need_sodium();
    std::string out(count, '\0');
    randombytes_buf(out.data(), out.size());
    return out;
}

std::string to_hex(std::string_view raw) {
    std::string out(raw.size() * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), bytes(raw), raw.size());
    out.pop_back();
    return out;
}

Result<std::string> from_hex(std::string_view hex) {
    std::string out(hex.size() / 2, '\0');
    size_t length = 0;
    const char* end = nullptr;
    if (hex.size() % 2 != 0 ||
        sodium_hex2bin(bytes(out), out.size(), hex.data(), hex.size(), nullptr, &length, &end) != 0 ||
        end != hex.data() + hex.size())
        return fail("text.not_hex");
    return out;
}

std::string to_base64(std::string_view raw) {
    std::string out(sodium_base64_encoded_len(raw.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(out.data(), out.size(), bytes(raw), raw.size(), sodium_base64_VARIANT_ORIGINAL);
    out.pop_back();
    return out;
}

std::string sha256_hex(std::string_view data) {
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(bytes(digest), bytes(data), data.size());
    return to_hex(digest);
}

std::string hash_password(std::string_view password) {
    need_sodium();
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (crypto_pwhash_str(out.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        throw std::bad_alloc();
    return out.data();
}

bool verify_password(std::string_view hash, std::string_view password) {
    need_sodium();
    return crypto_pwhash_str_verify(std::string(hash).c_str(), password.data(), password.size()) == 0;
}

std::string derive_key(std::string_view password, std::string_view salt) {
    need_sodium();
    if (salt.size() != crypto_pwhash_SALTBYTES) throw std::invalid_argument("salt must have 16 bytes");
    std::string key(32, '\0');
    if (crypto_pwhash(bytes(key), key.size(), password.data(), password.size(), bytes(salt),
                      crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    return key;
}

std::string seal(std::string_view key, std::string_view plain, std::string_view context) {
    need_key(key);
    std::string out = random_bytes(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    const size_t nonce = out.size();
    out.resize(nonce + plain.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(out) + nonce, nullptr, bytes(plain), plain.size(),
                                               bytes(context), context.size(), nullptr, bytes(out),
                                               bytes(key));
    return out;
}

Result<std::string> unseal(std::string_view key, std::string_view sealed, std::string_view context) {
    need_key(key);
    constexpr size_t nonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    constexpr size_t tag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
    if (sealed.size() < nonce + tag) return fail("crypto.not_authentic", "too short");
    std::string out(sealed.size() - nonce - tag, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes(out), nullptr, nullptr, bytes(sealed) + nonce,
                                                   sealed.size() - nonce, bytes(context), context.size(),
                                                   bytes(sealed), bytes(key)) != 0)
        return fail("crypto.not_authentic", "tag does not match");
    return out;
}

std::string keyed_digest(std::string_view key, std::string_view text) {
    std::string digest(crypto_generichash_BYTES, '\0');
    crypto_generichash(bytes(digest), digest.size(), bytes(text), text.size(), bytes(key), key.size());
    return to_hex(digest);
}

bool equal_secret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

void wipe(std::string& secret) {
    sodium_memzero(secret.data(), secret.size());
    secret.clear();
}

}  // namespace yc::base
