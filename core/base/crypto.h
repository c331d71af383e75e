#pragma once
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace yc::base {

/// Bytes travel in std::string. All functions here are safe from any thread; they stand on libsodium.

[[nodiscard]] std::string random_bytes(size_t count);
[[nodiscard]] std::string to_hex(std::string_view bytes);
/// Errors: text.not_hex.
[[nodiscard]] Result<std::string> from_hex(std::string_view hex);

/// Base64 with padding (RFC 4648 §4).
[[nodiscard]] std::string to_base64(std::string_view bytes);

/// SHA-256 (FIPS 180-4) in lower-case hex: the name of a page everywhere in the product.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// Hash of a password for storing: Argon2id (RFC 9106) with its salt and parameters in the text.
[[nodiscard]] std::string hash_password(std::string_view password);
[[nodiscard]] bool verify_password(std::string_view hash, std::string_view password);

/// A 32-byte key from a password by Argon2id; `salt` has 16 bytes. Slow on purpose (about 0.1 s).
[[nodiscard]] std::string derive_key(std::string_view password, std::string_view salt);

/// Authenticated encryption under a 32-byte key (XChaCha20-Poly1305); the nonce stands in front.
/// `context` is bound to the box but not stored in it.
[[nodiscard]] std::string seal(std::string_view key, std::string_view plain, std::string_view context = {});
/// Errors: crypto.not_authentic when key, context or bytes are not those that were sealed.
[[nodiscard]] Result<std::string> unseal(std::string_view key, std::string_view sealed,
                                         std::string_view context = {});

/// A keyed digest (BLAKE2b, 32 bytes, hex) for looking things up without storing them: a blind index.
[[nodiscard]] std::string keyed_digest(std::string_view key, std::string_view text);

/// Equality in constant time.
[[nodiscard]] bool equal_secret(std::string_view a, std::string_view b);
/// Overwrites a secret that is no longer needed.
void wipe(std::string& secret);

}  // namespace yc::base
