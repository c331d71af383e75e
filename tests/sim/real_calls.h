#pragma once
#include <sys/types.h>

#include <cstddef>

namespace yc::sim {

/// The system calls behind the wrapped ones.
int real_open(const char* path, int flags, mode_t mode);
int real_close(int fd);
ssize_t real_pwrite(int fd, const void* bytes, size_t size, off_t at);
int real_ftruncate(int fd, off_t size);
int real_rename(const char* from, const char* to);
int real_unlink(const char* path);

}  // namespace yc::sim
