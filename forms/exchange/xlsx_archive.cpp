#include "forms/exchange/xlsx_archive.h"

#include <minizip/unzip.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace yc::forms::exchange {

using base::fail;
using base::Result;

namespace {

/// A file that minizip reads out of memory.
struct MemoryFile {
    std::string_view bytes;
    ZPOS64_T at = 0;
};

voidpf open_memory(voidpf opaque, const void*, int) {
    return opaque;
}

uLong read_memory(voidpf, voidpf stream, void* to, uLong size) {
    auto* file = static_cast<MemoryFile*>(stream);
    const auto left = file->bytes.size() - std::min<size_t>(file->at, file->bytes.size());
    const auto count = std::min<size_t>(size, left);
    if (count > 0) std::memcpy(to, file->bytes.data() + file->at, count);
    file->at += count;
    return static_cast<uLong>(count);
}

ZPOS64_T tell_memory(voidpf, voidpf stream) {
    return static_cast<MemoryFile*>(stream)->at;
}

long seek_memory(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
    auto* file = static_cast<MemoryFile*>(stream);
    ZPOS64_T from = 0;
    if (origin == ZLIB_FILEFUNC_SEEK_CUR) from = file->at;
    if (origin == ZLIB_FILEFUNC_SEEK_END) from = file->bytes.size();
    if (from + offset > file->bytes.size()) return -1;
    file->at = from + offset;
    return 0;
}

int close_memory(voidpf, voidpf) {
    return 0;
}

int error_memory(voidpf, voidpf) {
    return 0;
}

}  // namespace

struct XlsxArchive::Impl {
    MemoryFile file;
    unzFile zip = nullptr;
    size_t unpacked = 0;

    explicit Impl(std::string_view bytes) : file{bytes} {
        zlib_filefunc64_def functions{open_memory, read_memory,  nullptr,      tell_memory,
                                      seek_memory, close_memory, error_memory, &file};
        zip = unzOpen2_64("memory", &functions);
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl() {
        if (zip) unzClose(zip);
    }
};

XlsxArchive::XlsxArchive(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
XlsxArchive::XlsxArchive(XlsxArchive&&) noexcept = default;
XlsxArchive& XlsxArchive::operator=(XlsxArchive&&) noexcept = default;
XlsxArchive::~XlsxArchive() = default;

Result<XlsxArchive> XlsxArchive::open(std::string_view bytes) {
    auto impl = std::make_unique<Impl>(bytes);
    if (!impl->zip) return fail("catalogue.xlsx_broken", "no zip archive");
    return XlsxArchive(std::move(impl));
}

bool XlsxArchive::has(const std::string& part) {
    return unzLocateFile(impl_->zip, part.c_str(), 2) == UNZ_OK;
}

Result<void> XlsxArchive::read(const std::string& part,
                               const std::function<Result<void>(std::string_view)>& take) {
    if (!has(part)) return fail("catalogue.xlsx_broken", "no part " + part);
    if (unzOpenCurrentFile(impl_->zip) != UNZ_OK) return fail("catalogue.xlsx_broken", "cannot open " + part);
    const auto close = [](unzFile zip) { unzCloseCurrentFile(zip); };
    const std::unique_ptr<std::remove_pointer_t<unzFile>, decltype(close)> closing(impl_->zip, close);
    std::array<char, 65536> buffer{};
    for (;;) {
        const int count = unzReadCurrentFile(impl_->zip, buffer.data(), buffer.size());
        if (count < 0) return fail("catalogue.xlsx_broken", "cannot unpack " + part);
        if (count == 0) return {};
        impl_->unpacked += static_cast<size_t>(count);
        if (impl_->unpacked > most_unpacked) return fail("catalogue.sheet_too_big", "unpacked");
        YC_CHECK(take({buffer.data(), static_cast<size_t>(count)}));
    }
}

Result<void> XlsxArchive::parse(const std::string& part, XmlReader& reader) {
    YC_CHECK(read(part, [&](std::string_view piece) { return reader.feed(piece); }));
    return reader.end();
}

}  // namespace yc::forms::exchange
