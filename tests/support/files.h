#pragma once
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace yc::tests {

[[nodiscard]] inline std::string read_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void write_file(const std::filesystem::path& file, std::string_view bytes) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// Changes one byte of a file where it stands.
inline void flip_byte(const std::filesystem::path& file, std::streamoff offset) {
    std::fstream both(file, std::ios::binary | std::ios::in | std::ios::out);
    both.seekg(offset);
    const int byte = both.get();
    both.seekp(offset);
    both.put(static_cast<char>(byte ^ 0x40));
}

/// The first file under a folder that contains the bytes; empty when none does.
[[nodiscard]] inline std::filesystem::path find_bytes(const std::filesystem::path& folder,
                                                      std::string_view bytes) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && read_file(entry.path()).find(bytes) != std::string::npos)
            return entry.path();
    return {};
}

}  // namespace yc::tests
