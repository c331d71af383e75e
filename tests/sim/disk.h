#pragma once
#include <sys/types.h>

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/sim/chance.h"
#include "tests/sim/tally.h"

namespace yc::sim {

/// A folder with all it holds; paths from the folder.
struct DiskImage {
    std::set<std::string> folders;
    std::map<std::string, std::string> files;
    [[nodiscard]] static DiskImage of(const std::filesystem::path& folder);
};

/// The disk of one node: a folder in memory (tmpfs) that knows what would be left of it after a power cut.
///
/// SQLite's own unix file layer and core/base/durable_file run unchanged; their system calls are wrapped when
/// the program is linked (disk_calls.cpp) and come here for files below the folder. What was written stays
/// volatile until fsync of the file, a name until fsync of its folder. Every writing call is a step at which
/// the node may be killed; from then on all calls fail until restart(). One thread.
class Disk {
  public:
    enum class Trouble { none, full, failing };

    Disk(std::filesystem::path folder, Chance& chance, Tally& tally);
    ~Disk();
    Disk(const Disk&) = delete;
    Disk& operator=(const Disk&) = delete;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    /// Everything on it becomes this, and durable.
    void load(const DiskImage& image);
    void trouble(Trouble kind) { trouble_ = kind; }

    /// The node is killed at the n-th step from now; 0 = not.
    void kill_in(int steps) { countdown_ = steps; }
    void kill();
    /// A step of the node that is none of the disk's: between question and answer.
    void pass();
    [[nodiscard]] bool dead() const { return dead_; }
    /// After a kill: the disk as the next start finds it. A power cut loses what was not synced, as torn as
    /// disks do it; else only the process was gone.
    void restart(bool power_cut);

    // What the wrapped calls do; as the call, with errno.
    struct File;
    [[nodiscard]] static Disk* of(std::string_view path);
    int open(const char* path, int flags, mode_t mode);
    ssize_t write(int fd, File& file, const void* bytes, size_t size, off_t at);
    int truncate(int fd, File& file, off_t size);
    int sync(File& file);
    int sync_folder(const std::string& folder);
    int rename(const char* from, const char* to);
    int unlink(const char* path);

    /// What stands behind an open descriptor.
    struct Handle {
        Disk* disk = nullptr;
        std::shared_ptr<File> file;  ///< null for a folder
        std::string folder;
    };
    [[nodiscard]] static Handle* handle(int fd);
    static void forget(int fd);

    /// A file as the disk has it, and what was done since the last sync.
    struct File {
        struct Change {
            off_t at = 0;
            std::string bytes;
            bool cuts = false;  ///< the file ends at `at` from now on
        };
        std::string synced;
        std::vector<Change> since;
        void sync();
    };

  private:
    enum class Outcome { done, killed_before, killed_within, fails, full };
    Outcome step(bool grows);
    void keep_names(const std::string& folder);
    [[nodiscard]] std::string torn(const File& file);
    /// What a name stands for after a power cut; null = nothing.
    std::shared_ptr<File> survivor(const std::string& name);
    std::shared_ptr<File> adopt(const std::string& path);

    std::filesystem::path folder_;
    Chance& chance_;
    Tally& tally_;
    std::map<std::string, std::shared_ptr<File>> live_;  ///< names as programs see them
    std::map<std::string, std::shared_ptr<File>> kept_;  ///< names as they are on the disk
    std::set<std::string> kept_folders_;
    Trouble trouble_ = Trouble::none;
    int countdown_ = 0;
    bool dead_ = false;
};

}  // namespace yc::sim
