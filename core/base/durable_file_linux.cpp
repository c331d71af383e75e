#include "core/base/durable_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>

#include "core/base/crypto.h"

namespace yc::base {

namespace {

Error failed(const char* doing) {
    const int code = errno;
    const std::string detail = std::string(doing) + ": " + std::strerror(code);
    if (code == ENOSPC || code == EDQUOT || code == EFBIG) return fail("store.full", detail);
    return fail("store.io", detail);
}

class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return fd_; }

  private:
    int fd_;
};

Result<void> write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return failed("write");
        bytes.remove_prefix(static_cast<size_t>(written));
    }
    return {};
}

Result<void> write_beside(const std::filesystem::path& beside, std::string_view bytes, mode_t mode) {
    const Descriptor descriptor(::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (descriptor.get() < 0) return failed("create");
    YC_CHECK(write_all(descriptor.get(), bytes));
    return ::fsync(descriptor.get()) == 0 ? Result<void>() : failed("fsync");
}

Result<void> replace(const std::filesystem::path& file, std::string_view bytes, mode_t mode) {
    const std::filesystem::path beside = file.string() + "." + to_hex(random_bytes(4)) + ".new";
    auto written = write_beside(beside, bytes, mode);
    if (written && ::rename(beside.c_str(), file.c_str()) != 0) written = failed("rename");
    if (!written) {
        ::unlink(beside.c_str());
        return written;
    }
    return sync_folder(file.parent_path());
}

Result<void> write_in_place(const std::filesystem::path& file, std::string_view bytes) {
    const Descriptor descriptor(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
    return descriptor.get() < 0 ? failed("open") : write_all(descriptor.get(), bytes);
}

/// The file that a link stands for.
std::filesystem::path behind_link(const std::filesystem::path& file) {
    std::error_code error;
    auto target = std::filesystem::canonical(file, error);
    return error ? file : target;
}

}  // namespace

Result<void> write_durably(const std::filesystem::path& file, std::string_view bytes) {
    return replace(file, bytes, 0600);
}

Result<void> write_out(const std::filesystem::path& file, std::string_view bytes) {
    std::error_code error;
    const auto written = std::filesystem::is_other(file, error) ? write_in_place(file, bytes)
                                                                : replace(behind_link(file), bytes, 0666);
    if (written) return {};
    return fail("file.unwritable", written.error().detail, {{"file", file.string()}});
}

Result<void> sync_file(const std::filesystem::path& file) {
    const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (descriptor.get() < 0 || ::fsync(descriptor.get()) != 0) return failed("fsync");
    return {};
}

Result<void> sync_folder(const std::filesystem::path& folder) {
    const char* name = folder.empty() ? "." : folder.c_str();
    const Descriptor descriptor(::open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.get() < 0 || ::fsync(descriptor.get()) != 0) return failed("fsync folder");
    return {};
}

Result<void> keep_private(const std::filesystem::path& file) {
    const Descriptor descriptor(::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    if (descriptor.get() < 0 || ::fchmod(descriptor.get(), 0600) != 0) return failed("keep private");
    return {};
}

Result<std::string> read_whole(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return failed("open");
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (in.bad()) return failed("read");
    return bytes;
}

}  // namespace yc::base
