#include "tests/sim/disk.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "tests/sim/real_calls.h"
#include "tests/support/files.h"

namespace yc::sim {

namespace fs = std::filesystem;

namespace {

constexpr size_t kSector = 512;

std::vector<Disk*>& disks() {
    static std::vector<Disk*> all;
    return all;
}

std::map<int, Disk::Handle>& handles() {
    static std::map<int, Disk::Handle> open;
    return open;
}

int refuse(int code) {
    errno = code;
    return -1;
}

std::string parent(const std::string& path) {
    return path.substr(0, path.rfind('/'));
}

void put(std::string& content, off_t at, std::string_view bytes) {
    const auto begin = static_cast<size_t>(at);
    if (content.size() < begin + bytes.size()) content.resize(begin + bytes.size());
    content.replace(begin, bytes.size(), bytes);
}

off_t size_of(int fd) {
    struct stat info {};
    return ::fstat(fd, &info) == 0 ? info.st_size : 0;
}

bool is_folder(const char* path) {
    struct stat info {};
    return ::stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

}  // namespace

DiskImage DiskImage::of(const fs::path& folder) {
    DiskImage image;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = fs::relative(entry.path(), folder).generic_string();
        if (entry.is_directory())
            image.folders.insert(name);
        else
            image.files[name] = tests::read_file(entry.path());
    }
    return image;
}

void Disk::File::sync() {
    for (const Change& change : since)
        if (change.cuts)
            synced.resize(static_cast<size_t>(change.at));
        else
            put(synced, change.at, change.bytes);
    since.clear();
}

Disk::Disk(fs::path folder, Chance& chance, Tally& tally)
    : folder_(std::move(folder)), chance_(chance), tally_(tally) {
    disks().push_back(this);
}

Disk::~Disk() {
    std::erase(disks(), this);
}

Disk* Disk::of(std::string_view path) {
    for (Disk* disk : disks()) {
        const std::string& root = disk->folder_.native();
        if (path.starts_with(root) && path.size() > root.size() && path[root.size()] == '/') return disk;
        if (path == root) return disk;
    }
    return nullptr;
}

Disk::Handle* Disk::handle(int fd) {
    const auto found = handles().find(fd);
    return found == handles().end() ? nullptr : &found->second;
}

void Disk::forget(int fd) {
    handles().erase(fd);
}

void Disk::load(const DiskImage& image) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    live_.clear();
    kept_folders_ = {folder_.native()};
    for (const std::string& name : image.folders) {
        fs::create_directories(folder_ / name);
        kept_folders_.insert((folder_ / name).native());
    }
    for (const auto& [name, bytes] : image.files) {
        tests::write_file(folder_ / name, bytes);
        live_[(folder_ / name).native()] = std::make_shared<File>(File{bytes, {}});
    }
    kept_ = live_;
}

void Disk::kill() {
    if (dead_) return;
    dead_ = true;
    countdown_ = 0;
    ++tally_.kills;
}

void Disk::pass() {
    if (countdown_ > 0 && --countdown_ == 0) kill();
}

Disk::Outcome Disk::step(bool grows) {
    ++tally_.disk_steps;
    if (dead_) return Outcome::fails;
    if (countdown_ > 0 && --countdown_ == 0) {
        kill();
        return chance_.percent(50) ? Outcome::killed_before : Outcome::killed_within;
    }
    if (trouble_ == Trouble::failing && chance_.percent(10)) {
        ++tally_.disk_errors;
        return Outcome::fails;
    }
    if (trouble_ == Trouble::full && grows) {
        ++tally_.disk_full;
        return Outcome::full;
    }
    return Outcome::done;
}

std::shared_ptr<Disk::File> Disk::adopt(const std::string& path) {
    auto& file = live_[path];
    if (!file) file = std::make_shared<File>(File{tests::read_file(path), {}});
    return file;
}

int Disk::open(const char* path, int flags, mode_t mode) {
    if (dead_) return refuse(EIO);
    const bool fresh = (flags & O_CREAT) != 0 && !fs::exists(path);
    Outcome outcome = fresh ? step(true) : Outcome::done;
    if (outcome == Outcome::full) return refuse(ENOSPC);
    if (outcome == Outcome::killed_before || outcome == Outcome::fails) return refuse(EIO);
    const int fd = real_open(path, flags, mode);
    if (fd < 0) return fd;
    if (fresh) live_[path] = std::make_shared<File>();
    if (outcome == Outcome::killed_within) {
        real_close(fd);
        return refuse(EIO);
    }
    const bool folder = is_folder(path);
    handles()[fd] = {this, folder ? nullptr : adopt(path), folder ? path : ""};
    return fd;
}

ssize_t Disk::write(int fd, File& file, const void* bytes, size_t size, off_t at) {
    const auto put_down = [&](size_t count) {
        const ssize_t written = real_pwrite(fd, bytes, count, at);
        if (written > 0)
            file.since.push_back(
                {at, std::string(static_cast<const char*>(bytes), static_cast<size_t>(written)), false});
        return written;
    };
    switch (step(at + static_cast<off_t>(size) > size_of(fd))) {
        case Outcome::done:
            return put_down(size);
        case Outcome::full:
            if (size > kSector && chance_.percent(30)) return put_down(size / 2);
            return refuse(ENOSPC);
        case Outcome::killed_within:
            put_down(static_cast<size_t>(chance_.below(static_cast<int>(size / kSector) + 1)) * kSector);
            return refuse(EIO);
        default:
            return refuse(EIO);
    }
}

int Disk::truncate(int fd, File& file, off_t size) {
    const Outcome outcome = step(size > size_of(fd));
    if (outcome == Outcome::full) return refuse(ENOSPC);
    if (outcome == Outcome::done || outcome == Outcome::killed_within) {
        if (real_ftruncate(fd, size) != 0) return -1;
        file.since.push_back({size, {}, true});
    }
    return outcome == Outcome::done ? 0 : refuse(EIO);
}

int Disk::sync(File& file) {
    const Outcome outcome = step(false);
    if (outcome == Outcome::done || outcome == Outcome::killed_within) file.sync();
    return outcome == Outcome::done ? 0 : refuse(EIO);
}

int Disk::sync_folder(const std::string& folder) {
    const Outcome outcome = step(false);
    if (outcome == Outcome::done || outcome == Outcome::killed_within) keep_names(folder);
    return outcome == Outcome::done ? 0 : refuse(EIO);
}

int Disk::rename(const char* from, const char* to) {
    const Outcome outcome = step(false);
    if (outcome == Outcome::done || outcome == Outcome::killed_within) {
        if (real_rename(from, to) != 0) return -1;
        live_[to] = live_[from];
        live_.erase(from);
    }
    return outcome == Outcome::done ? 0 : refuse(EIO);
}

int Disk::unlink(const char* path) {
    const Outcome outcome = step(false);
    if (outcome == Outcome::done || outcome == Outcome::killed_within) {
        if (real_unlink(path) != 0) return -1;
        live_.erase(path);
    }
    return outcome == Outcome::done ? 0 : refuse(EIO);
}

void Disk::keep_names(const std::string& folder) {
    std::erase_if(kept_, [&](const auto& entry) {
        return parent(entry.first) == folder && !live_.contains(entry.first);
    });
    for (const auto& [name, file] : live_)
        if (parent(name) == folder) kept_[name] = file;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.is_directory()) kept_folders_.insert(entry.path().native());
}

std::string Disk::torn(const File& file) {
    std::string content = file.synced;
    bool whole = true;
    for (const File::Change& change : file.since) {
        const int fate = chance_.below(3);  // lost, torn, kept
        if (fate == 2 && change.cuts) content.resize(static_cast<size_t>(change.at));
        if (fate != 2) whole = false;
        if (fate == 0 || change.cuts) continue;
        const size_t sectors = (change.bytes.size() + kSector - 1) / kSector;
        for (size_t i = 0; i < sectors; ++i)
            if (fate == 2 || chance_.percent(50))
                put(content, change.at + static_cast<off_t>(i * kSector),
                    std::string_view(change.bytes).substr(i * kSector, kSector));
    }
    if (!whole) ++tally_.torn;
    return content;
}

std::shared_ptr<Disk::File> Disk::survivor(const std::string& name) {
    const auto find = [&](const auto& names) {
        const auto found = names.find(name);
        return found == names.end() ? nullptr : found->second;
    };
    const auto live = find(live_);
    const auto kept = find(kept_);
    if (live == kept) return live;
    const bool lost = chance_.percent(50);
    if (lost) ++tally_.names_lost;
    return lost ? kept : live;
}

void Disk::restart(bool power_cut) {
    dead_ = false;
    countdown_ = 0;
    trouble_ = Trouble::none;
    if (!power_cut) return;
    ++tally_.power_cuts;
    DiskImage image;
    std::set<std::string> names;
    for (const auto& [name, file] : live_) names.insert(name);
    for (const auto& [name, file] : kept_) names.insert(name);
    std::map<std::string, bool> stands;  // folders whose own name was never synced
    for (const std::string& name : names) {
        const auto file = survivor(name);
        const std::string folder = parent(name);
        if (!stands.contains(folder)) stands[folder] = kept_folders_.contains(folder) || chance_.percent(50);
        if (!file || !stands[folder]) continue;
        if (folder != folder_.native()) image.folders.insert(fs::relative(folder, folder_).generic_string());
        image.files[fs::relative(name, folder_).generic_string()] = torn(*file);
    }
    load(image);
}

}  // namespace yc::sim
