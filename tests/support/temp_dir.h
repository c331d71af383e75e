#pragma once
#include <filesystem>
#include <string>

#include "core/base/crypto.h"

namespace yc::tests {

/// A folder of a test's own, removed with all it holds.
class TempDir {
  public:
    explicit TempDir(const std::filesystem::path& in = std::filesystem::temp_directory_path())
        : path_(in / ("yichuang-test-" + base::to_hex(base::random_bytes(8)))) {
        std::filesystem::create_directories(path_);
    }
    ~TempDir() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TempDir(const TempDir&) = delete;
    TempDir& operator=(const TempDir&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

  private:
    std::filesystem::path path_;
};

}  // namespace yc::tests
