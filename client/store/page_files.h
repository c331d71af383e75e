#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace yc::client::store {

/// The page images, each a file sealed by XChaCha20-Poly1305. Its name is a keyed digest of the page's
/// SHA-256, so that the folder does not even tell whether a known document is there. Safe from any thread.
class PageFiles {
  public:
    /// `key` has 32 bytes.
    PageFiles(std::filesystem::path folder, std::string key)
        : folder_(std::move(folder)), key_(std::move(key)) {}

    /// Durable when it returns; the same page again is written once. Errors: store.full, store.io.
    base::Result<void> write(const std::string& sha256, std::string_view bytes) const;
    /// Errors: page.unknown (no such file), store.page_damaged (altered or cut off).
    base::Result<std::string> read(const std::string& sha256) const;

  private:
    [[nodiscard]] std::filesystem::path file_of(const std::string& sha256) const;

    std::filesystem::path folder_;
    std::string key_;
};

}  // namespace yc::client::store
