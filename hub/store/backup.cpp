#include "hub/store/backup.h"

#include <nlohmann/json.hpp>

#include "core/base/crypto.h"
#include "core/base/durable_file.h"
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

base::Result<void> in_backup_words(base::Result<void> done) {
    if (done) return done;
    if (done.error().code == "store.full") return base::fail("hub.backup_full", done.error().detail);
    return failed(done.error().detail);
}

base::Result<void> copy_if_there(const fs::path& from, const fs::path& to) {
    std::error_code error;
    if (!fs::exists(from, error)) return {};
    auto bytes = base::read_whole(from);
    if (!bytes) return failed(bytes.error().detail);
    auto written = base::write_durably(to, *bytes);
    base::wipe(*bytes);
    return in_backup_words(std::move(written));
}

base::Result<void> write_manifest(const fs::path& folder, const StoreReport& report, base::Instant now) {
    const nlohmann::json manifest{{"made_at", base::to_string(now)}, {"events", report.events},
                                  {"event_head", report.event_head}, {"audit_lines", report.audit_lines},
                                  {"audit_head", report.audit_head}, {"pages", report.pages}};
    return in_backup_words(base::write_durably(folder / kManifest, manifest.dump(2) + "\n"));
}

base::Result<StoreReport> read_manifest(const fs::path& folder) {
    const auto text = base::read_whole(folder / kManifest);
    if (!text) return base::fail("hub.backup_differs", "no manifest", {{"what", kManifest}});
    YC_TRY(const auto json, wire::parse_text(*text));
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
    if (error) return failed(error.message());
    YC_CHECK(store.copy_to(folder));
    YC_TRY(const auto report, inspect_copy(folder, options.data_dir / "hub.key"));
    YC_CHECK(copy_if_there(options.data_dir / kPolicyFile, folder / kPolicyFile));
    if (options.with_key) YC_CHECK(copy_if_there(options.data_dir / "hub.key", folder / "hub.key"));
    YC_CHECK(write_manifest(folder, report, now));
    for (const char* file : {"hub.db", "pages.db"}) YC_CHECK(in_backup_words(base::sync_file(folder / file)));
    YC_CHECK(in_backup_words(base::sync_folder(folder)));
    return report;
}

/// Without a slash at the end, which would name the inside of the folder.
fs::path named(const fs::path& to) {
    const fs::path plain = fs::absolute(to).lexically_normal();
    return plain.has_filename() ? plain : plain.parent_path();
}

}  // namespace

base::Result<StoreReport> back_up(HubStore& store, const BackupOptions& options, base::Instant now) {
    std::error_code error;
    const fs::path to = named(options.to);
    if (fs::exists(to, error))
        return base::fail("hub.backup_exists", "the target exists", {{"to", options.to.string()}});
    const fs::path unfinished = to.string() + ".unfinished";
    fs::remove_all(unfinished, error);
    auto report = fill(store, options, unfinished, now);
    if (report) {
        fs::rename(unfinished, to, error);
        if (error) report = failed(error.message());
    }
    if (report)
        if (const auto synced = base::sync_folder(to.parent_path()); !synced)
            return failed(synced.error().detail);
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
