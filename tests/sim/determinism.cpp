#include "tests/sim/determinism.h"

#include <gcrypt.h>
#include <sodium.h>
#include <sqlite3.h>

#include <cstring>

#include "tests/sim/chance.h"

namespace {

yc::sim::Chance stream{0};

void fill(void* buffer, size_t size) {
    auto* out = static_cast<unsigned char*>(buffer);
    for (size_t i = 0; i < size; i += sizeof(uint64_t)) {
        const uint64_t word = stream.next();
        std::memcpy(out + i, &word, std::min(sizeof word, size - i));
    }
}

/// libsodium lets its random numbers come from elsewhere.
const char* name() {
    return "simulation";
}
uint32_t one_word() {
    return static_cast<uint32_t>(stream.next());
}

int quick_digest(unsigned char* out, size_t size, const char* password, size_t length) {
    return crypto_generichash(out, size, reinterpret_cast<const unsigned char*>(password), length, nullptr,
                              0);
}

}  // namespace

// Argon2id takes 0.1 s on purpose, and a run signs in hundreds of times. These stand in its place when the
// program is linked; nothing else of the product is another.
extern "C" {

int crypto_pwhash(unsigned char* out, unsigned long long size, const char* password,
                  unsigned long long length, const unsigned char* /*salt*/, unsigned long long /*ops*/,
                  size_t /*memory*/, int /*algorithm*/) {
    return quick_digest(out, size, password, length);
}

int crypto_pwhash_str(char out[crypto_pwhash_STRBYTES], const char* password, unsigned long long length,
                      unsigned long long /*ops*/, size_t /*memory*/) {
    unsigned char digest[32];
    quick_digest(digest, sizeof digest, password, length);
    std::memset(out, 0, crypto_pwhash_STRBYTES);
    sodium_bin2hex(out, crypto_pwhash_STRBYTES, digest, sizeof digest);
    return 0;
}

int crypto_pwhash_str_verify(const char* hash, const char* password, unsigned long long length) {
    char again[crypto_pwhash_STRBYTES];
    const int made = crypto_pwhash_str(again, password, length, 0, 0);
    return made == 0 && std::strcmp(hash, again) == 0 ? 0 : -1;
}

void gcry_create_nonce(void* buffer, size_t size) {
    fill(buffer, size);
}

void gcry_randomize(void* buffer, size_t size, enum gcry_random_level /*level*/) {
    fill(buffer, size);
}
}

namespace yc::sim {

void seed_all_randomness(uint64_t seed) {
    static randombytes_implementation source{name, one_word, nullptr, nullptr, fill, nullptr};
    static const int started = randombytes_set_implementation(&source);
    static_cast<void>(started);
    stream = Chance(seed);
    sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, static_cast<int>(seed | 1U),
                         static_cast<sqlite3*>(nullptr));
}

}  // namespace yc::sim
