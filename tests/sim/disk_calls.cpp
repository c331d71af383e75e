// The system calls by which core/base/durable_file and SQLite's unix file layer reach the disk. The linker
// sends every call of the product's objects here (--wrap); those for a simulated disk go to it, all others,
// and the wal-index (memory that only happens to have a file), to the system.
#include <fcntl.h>
#include <unistd.h>

#include <cstdarg>
#include <string_view>

#include "tests/sim/disk.h"
#include "tests/sim/real_calls.h"

extern "C" {
int __real_open(const char* path, int flags, ...);
int __real_close(int fd);
ssize_t __real_write(int fd, const void* bytes, size_t size);
ssize_t __real_pwrite64(int fd, const void* bytes, size_t size, off_t at);
int __real_ftruncate64(int fd, off_t size);
int __real_fsync(int fd);
int __real_rename(const char* from, const char* to);
int __real_unlink(const char* path);
}

namespace yc::sim {

int real_open(const char* path, int flags, mode_t mode) {
    return __real_open(path, flags, mode);
}
int real_close(int fd) {
    return __real_close(fd);
}
ssize_t real_pwrite(int fd, const void* bytes, size_t size, off_t at) {
    return __real_pwrite64(fd, bytes, size, at);
}
int real_ftruncate(int fd, off_t size) {
    return __real_ftruncate64(fd, size);
}
int real_rename(const char* from, const char* to) {
    return __real_rename(from, to);
}
int real_unlink(const char* path) {
    return __real_unlink(path);
}

namespace {

Disk* disk_of(std::string_view path) {
    return path.ends_with("-shm") ? nullptr : Disk::of(path);
}

Disk::File* file_of(int fd) {
    const Disk::Handle* handle = Disk::handle(fd);
    return handle ? handle->file.get() : nullptr;
}

int open_wrapped(const char* path, int flags, mode_t mode) {
    Disk* disk = disk_of(path);
    return disk ? disk->open(path, flags, mode) : real_open(path, flags, mode);
}

}  // namespace

}  // namespace yc::sim

using yc::sim::Disk;

extern "C" {

int __wrap_open(const char* path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    const auto mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return yc::sim::open_wrapped(path, flags, mode);
}

int __wrap_open64(const char* path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    const auto mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return yc::sim::open_wrapped(path, flags, mode);
}

int __wrap_close(int fd) {
    Disk::forget(fd);
    return __real_close(fd);
}

ssize_t __wrap_write(int fd, const void* bytes, size_t size) {
    Disk::File* file = yc::sim::file_of(fd);
    if (!file) return __real_write(fd, bytes, size);
    const off_t at = ::lseek(fd, 0, SEEK_CUR);
    const ssize_t written = Disk::handle(fd)->disk->write(fd, *file, bytes, size, at);
    if (written > 0) ::lseek(fd, at + written, SEEK_SET);
    return written;
}

ssize_t __wrap_pwrite64(int fd, const void* bytes, size_t size, off_t at) {
    Disk::File* file = yc::sim::file_of(fd);
    if (!file) return __real_pwrite64(fd, bytes, size, at);
    return Disk::handle(fd)->disk->write(fd, *file, bytes, size, at);
}

int __wrap_ftruncate64(int fd, off_t size) {
    Disk::File* file = yc::sim::file_of(fd);
    return file ? Disk::handle(fd)->disk->truncate(fd, *file, size) : __real_ftruncate64(fd, size);
}

int __wrap_fsync(int fd) {
    Disk::Handle* handle = Disk::handle(fd);
    if (!handle) return __real_fsync(fd);
    return handle->file ? handle->disk->sync(*handle->file) : handle->disk->sync_folder(handle->folder);
}

int __wrap_rename(const char* from, const char* to) {
    Disk* disk = yc::sim::disk_of(from);
    return disk ? disk->rename(from, to) : __real_rename(from, to);
}

int __wrap_unlink(const char* path) {
    Disk* disk = yc::sim::disk_of(path);
    return disk ? disk->unlink(path) : __real_unlink(path);
}
}
