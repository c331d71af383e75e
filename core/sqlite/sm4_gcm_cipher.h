#pragma once
#include <string_view>

namespace yc::sqlite {

/// Makes the page cipher "sm4gcm" known to SQLite3MultipleCiphers and the default of the process.
/// Call before opening a database; calling again does nothing. False when libgcrypt lacks SM4.
///
/// A page is encrypted by SM4 (GB/T 32907-2016) in GCM under a key derived from the database's 32-byte key by
/// HMAC-SM3; the page's number is authenticated with it, so pages cannot be exchanged. The last 32 bytes of a
/// page hold a random nonce (12), the tag (16) and 4 unused. The file begins with 8 bytes of salt and 8 bytes
/// that only the right key can compute: so a wrong key and a damaged page are told apart.
bool register_sm4_gcm();

/// Whether a database file beginning with these 16 bytes was written under this 32-byte key.
bool header_matches(std::string_view first16, std::string_view key);

}  // namespace yc::sqlite
