#include "core/sqlite/sm4_gcm_cipher.h"

#include <gcrypt.h>
#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <mutex>
#include <string>

namespace yc::sqlite {

namespace {

constexpr int kKeyBytes = 32;
constexpr int kSaltBytes = 8;
constexpr int kHeaderBytes = 16;  // salt and key check; SQLite has its magic text here
constexpr int kPlainBytes = 24;   // page size and reserved bytes (16…23) must be readable before decrypting
constexpr int kNonceBytes = 12;
constexpr int kTagBytes = 16;
constexpr int kReservedBytes = 32;

using Digest = std::array<unsigned char, 32>;

Digest hmac_sm3(const void* key, size_t key_size, std::string_view text) {
    Digest digest{};
    gcry_md_hd_t hash = nullptr;
    if (gcry_md_open(&hash, GCRY_MD_SM3, GCRY_MD_FLAG_HMAC) != 0) return digest;
    gcry_md_setkey(hash, key, key_size);
    gcry_md_write(hash, text.data(), text.size());
    std::memcpy(digest.data(), gcry_md_read(hash, GCRY_MD_SM3), digest.size());
    gcry_md_close(hash);
    return digest;
}

/// The 8 bytes behind the salt.
std::array<unsigned char, 8> key_check(const unsigned char* key, const unsigned char* salt) {
    std::string text = "yichuang key check";
    text.append(reinterpret_cast<const char*>(salt), kSaltBytes);
    const Digest digest = hmac_sm3(key, kKeyBytes, text);
    std::array<unsigned char, 8> check{};
    std::memcpy(check.data(), digest.data(), check.size());
    return check;
}

/// What SQLite3MultipleCiphers keeps per connection and database. Plain data, so that it can be cloned.
struct Cipher {
    unsigned char key[kKeyBytes];
    unsigned char header[kHeaderBytes];
    bool keyed;
    gcry_cipher_hd_t sm4;  // opened at first use
};

bool open_sm4(Cipher& cipher) {
    if (cipher.sm4 != nullptr) return true;
    if (!cipher.keyed) return false;
    const Digest page_key = hmac_sm3(cipher.key, kKeyBytes, "yichuang page key");
    if (gcry_cipher_open(&cipher.sm4, GCRY_CIPHER_SM4, GCRY_CIPHER_MODE_GCM, 0) != 0) return false;
    return gcry_cipher_setkey(cipher.sm4, page_key.data(), 16) == 0;
}

/// Nonce, page number and what is readable of page 1 into the cipher, ready for the page's secret bytes.
bool start_page(Cipher& cipher, int page, const unsigned char* data, const unsigned char* nonce) {
    const auto number = static_cast<uint32_t>(page);
    const unsigned char bytes[4] = {
        static_cast<unsigned char>(number >> 24), static_cast<unsigned char>(number >> 16),
        static_cast<unsigned char>(number >> 8), static_cast<unsigned char>(number)};
    return open_sm4(cipher) && gcry_cipher_reset(cipher.sm4) == 0 &&
           gcry_cipher_setiv(cipher.sm4, nonce, kNonceBytes) == 0 &&
           gcry_cipher_authenticate(cipher.sm4, bytes, sizeof bytes) == 0 &&
           (page != 1 ||
            gcry_cipher_authenticate(cipher.sm4, data + kHeaderBytes, kPlainBytes - kHeaderBytes) == 0);
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

/// The key as PRAGMA key gives it: x'<64 lower-case hex digits>'. Nothing else is a key here.
bool read_key(const char* text, int length, unsigned char* key) {
    if (length != 2 * kKeyBytes + 3 || text[0] != 'x' || text[1] != '\'' || text[length - 1] != '\'')
        return false;
    for (int i = 0; i < kKeyBytes; ++i) {
        const int high = hex_value(text[2 + 2 * i]);
        const int low = hex_value(text[3 + 2 * i]);
        if (high < 0 || low < 0) return false;
        key[i] = static_cast<unsigned char>(high * 16 + low);
    }
    return true;
}

void* allocate_cipher(sqlite3* /*db*/) {
    void* memory = sqlite3_malloc(sizeof(Cipher));
    if (memory != nullptr) std::memset(memory, 0, sizeof(Cipher));
    return memory;
}

void free_cipher(void* memory) {
    auto* cipher = static_cast<Cipher*>(memory);
    if (cipher->sm4 != nullptr) gcry_cipher_close(cipher->sm4);
    explicit_bzero(cipher, sizeof(Cipher));
    sqlite3_free(cipher);
}

void clone_cipher(void* to, void* from) {
    auto* target = static_cast<Cipher*>(to);
    if (target->sm4 != nullptr) gcry_cipher_close(target->sm4);
    *target = *static_cast<Cipher*>(from);
    target->sm4 = nullptr;
}

int legacy(void* /*cipher*/) {
    return 0;
}
int page_size(void* /*cipher*/) {
    return 0;
}
int reserved_bytes(void* /*cipher*/) {
    return kReservedBytes;
}
unsigned char* salt_of(void* memory) {
    return static_cast<Cipher*>(memory)->header;
}

void generate_key(void* memory, char* password, int length, int rekey, unsigned char* stored_header) {
    auto* cipher = static_cast<Cipher*>(memory);
    cipher->keyed = read_key(password, length, cipher->key);
    const bool fresh = stored_header == nullptr || rekey == 1;
    if (!fresh) {
        std::memcpy(cipher->header, stored_header, kHeaderBytes);
        return;
    }
    gcry_randomize(cipher->header, kSaltBytes, GCRY_STRONG_RANDOM);
    const auto check = key_check(cipher->key, cipher->header);
    std::memcpy(cipher->header + kSaltBytes, check.data(), check.size());
}

int encrypt_page(void* memory, int page, unsigned char* data, int length, int reserved) {
    auto& cipher = *static_cast<Cipher*>(memory);
    if (reserved < kReservedBytes) return SQLITE_CORRUPT;
    const int end = length - kReservedBytes;
    const int begin = page == 1 ? kPlainBytes : 0;
    unsigned char* nonce = data + end;
    unsigned char* tag = nonce + kNonceBytes;
    gcry_create_nonce(nonce, kNonceBytes);
    std::memset(tag + kTagBytes, 0, kReservedBytes - kNonceBytes - kTagBytes);
    const auto size = static_cast<size_t>(end - begin);
    if (!start_page(cipher, page, data, nonce) ||
        gcry_cipher_encrypt(cipher.sm4, data + begin, size, nullptr, 0) != 0 ||
        gcry_cipher_gettag(cipher.sm4, tag, kTagBytes) != 0)
        return SQLITE_IOERR;
    if (page == 1) std::memcpy(data, cipher.header, kHeaderBytes);
    return SQLITE_OK;
}

int decrypt_page(void* memory, int page, unsigned char* data, int length, int reserved, int /*hmac_check*/) {
    auto& cipher = *static_cast<Cipher*>(memory);
    if (!cipher.keyed) return SQLITE_NOTADB;
    if (reserved < kReservedBytes) return SQLITE_CORRUPT;
    const int end = length - kReservedBytes;
    const int begin = page == 1 ? kPlainBytes : 0;
    const unsigned char* nonce = data + end;
    const unsigned char* tag = nonce + kNonceBytes;
    const auto size = static_cast<size_t>(end - begin);
    const bool whole = start_page(cipher, page, data, nonce) &&
                       gcry_cipher_decrypt(cipher.sm4, data + begin, size, nullptr, 0) == 0 &&
                       gcry_cipher_checktag(cipher.sm4, tag, kTagBytes) == 0;
    if (page != 1) return whole ? SQLITE_OK : SQLITE_CORRUPT;
    const auto check = key_check(cipher.key, data);
    const bool header_right = std::memcmp(check.data(), data + kSaltBytes, check.size()) == 0;
    if (!whole && !header_right) return SQLITE_NOTADB;
    if (!whole || !header_right) return SQLITE_CORRUPT;
    std::memcpy(data, "SQLite format 3", kHeaderBytes);
    return SQLITE_OK;
}

bool register_now() {
    gcry_check_version(nullptr);
    gcry_control(GCRYCTL_DISABLE_SECMEM, 0);
    gcry_control(GCRYCTL_INITIALIZATION_FINISHED, 0);
    if (gcry_cipher_test_algo(GCRY_CIPHER_SM4) != 0) return false;
    static const CipherDescriptor descriptor = {"sm4gcm",     allocate_cipher, free_cipher,    clone_cipher,
                                                legacy,       page_size,       reserved_bytes, salt_of,
                                                generate_key, encrypt_page,    decrypt_page};
    static const CipherParams parameters[] = {{"", 0, 0, 0, 0}};
    return sqlite3mc_register_cipher(&descriptor, parameters, 1) == SQLITE_OK;
}

}  // namespace

bool register_sm4_gcm() {
    static std::once_flag once;
    static bool done = false;
    std::call_once(once, [] { done = register_now(); });
    return done;
}

bool header_matches(std::string_view first16, std::string_view key) {
    if (first16.size() != kHeaderBytes || key.size() != kKeyBytes) return false;
    const auto* header = reinterpret_cast<const unsigned char*>(first16.data());
    const auto check = key_check(reinterpret_cast<const unsigned char*>(key.data()), header);
    return std::memcmp(check.data(), header + kSaltBytes, check.size()) == 0;
}

}  // namespace yc::sqlite
