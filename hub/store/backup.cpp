#include "hub/store/backup.h"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "core/wire/json_text.h"
#include "core/wire/object_reader.h"
#include "hub/store/policy_file.h"

namespace yc::hub::store {
namespace fs = std::filesystem;
namespace {

constexpr const char* kManifest = "backup.json";

base::Error failed(const std::string& what) {
    return base::fail("hub.backup_failed", what);
}

base::Result<void> copy_if_there(const fs::path& from, const fs::path& to) {
    std::error_code error;
    if (!fs::exists(from, error)) return {};
    fs::copy_file(from, to, error);
    if (error) return failed(error.message());
    fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write, error);
    return {};
}

base::Result<void> write_manifest(const fs::path& folder, const StoreReport& report, base::Instant now) {
    const nlohmann::json manifest{{"made_at", base::to_string(now)}, {"events", report.events},
                                  {"event_head", report.event_head}, {"audit_lines", report.audit_lines},
                                  {"audit_head", report.audit_head}, {"pages", report.pages}};
    std::ofstream out(folder / kManifest, std::ios::binary | std::ios::trunc);
    out << manifest.dump(2) << "\n";
    out.close();
    return out.fail() ? base::Result<void>{failed("backup.json cannot be written")} : base::Result<void>{};
}

base::Result<StoreReport> read_manifest(const fs::path& folder) {
    std::ifstream in(folder / kManifest, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in.is_open()) return base::fail("hub.backup_differs", "no manifest", {{"what", kManifest}});
    YC_TRY(const auto json, wire::parse_text(text));
    StoreReport report;
    wire::ObjectReader reader(json);
    reader.integer("events", report.events);
    reader.text("event_head", report.event_head);
    reader.integer("audit_lines", report.audit_lines);
    reader.text("audit_head", report.audit_head);
    reader.integer("pages", report.pages);
    YC_CHECK(reader.finish());
    return report;
}

base::Result<void> compare(const StoreReport& found, const StoreReport& said) {
    const auto differs = [](const char* what) {
        return base::fail("hub.backup_differs", "not what backup.json says", {{"what", what}});
    };
    if (found.events != said.events || found.event_head != said.event_head) return differs("hub.db: events");
    if (found.audit_lines != said.audit_lines || found.audit_head != said.audit_head)
        return differs("hub.db: audit");
    if (found.pages != said.pages) return differs("pages.db: pages");
    return {};
}

base::Result<StoreReport> inspect_copy(const fs::path& folder, const fs::path& key_file) {
    YC_TRY(const auto copy, open_copy(folder, key_file));
    return copy->inspect();
}

base::Result<StoreReport> fill(HubStore& store, const BackupOptions& options, const fs::path& folder,
                               base::Instant now) {
    std::error_code error;
    if (!fs::create_directories(folder, error)) return failed(error.message());
    fs::permissions(folder, fs::perms::owner_all, fs::perm_options::replace, error);
    YC_CHECK(store.copy_to(folder));
    YC_TRY(const auto report, inspect_copy(folder, options.data_dir / "hub.key"));
    YC_CHECK(copy_if_there(options.data_dir / kPolicyFile, folder / kPolicyFile));
    if (options.with_key) YC_CHECK(copy_if_there(options.data_dir / "hub.key", folder / "hub.key"));
    YC_CHECK(write_manifest(folder, report, now));
    return report;
}

}  // namespace

base::Result<StoreReport> back_up(HubStore& store, const BackupOptions& options, base::Instant now) {
    std::error_code error;
    if (fs::exists(options.to, error))
        return base::fail("hub.backup_exists", "the target exists", {{"to", options.to.string()}});
    const fs::path unfinished = options.to.string() + ".unfinished";
    fs::remove_all(unfinished, error);
    auto report = fill(store, options, unfinished, now);
    if (report) {
        fs::rename(unfinished, options.to, error);
        if (error) report = failed(error.message());
    }
    if (!report) fs::remove_all(unfinished, error);
    return report;
}

base::Result<StoreReport> check_backup(const fs::path& folder, const fs::path& key_file) {
    YC_TRY(const auto said, read_manifest(folder));
    YC_TRY(const auto found, inspect_copy(folder, key_file));
    YC_CHECK(compare(found, said));
    return found;
}

}  // namespace yc::hub::store
