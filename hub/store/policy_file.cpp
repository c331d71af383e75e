#include "hub/store/policy_file.h"

#include <nlohmann/json.hpp>

#include "core/base/crypto.h"
#include "core/base/durable_file.h"
#include "core/base/utf8.h"
#include "core/wire/json_text.h"

namespace yc::hub::store {
namespace fs = std::filesystem;
namespace {

constexpr const char* kVersionInForce = "policy_version";
constexpr const char* kDigestInForce = "policy_digest";
constexpr const char* kFileInForce = "policy_file_digest";
/// Longer than any session lives.
constexpr std::chrono::hours kFarAhead{24 * 366};

/// policy.json as it was read.
struct PolicyFile {
    wire::NumberedPolicy policy;
    std::string digest;  ///< of the keys that stand in it, apart from the number and the layout
};

/// What names the policy apart from its number: all values, also those the file leaves to their defaults.
std::string digest_of(wire::NumberedPolicy policy) {
    policy.version = 1;
    return base::sha256_hex(wire::policy_to_file(policy));
}

base::Result<PolicyFile> read_file(const fs::path& data_dir) {
    std::error_code error;
    const fs::path file = data_dir / kPolicyFile;
    if (!fs::exists(file, error)) return PolicyFile{};
    const auto text = base::read_whole(file);
    if (!text) return base::fail("policy.unreadable", text.error().detail);
    YC_TRY(const auto policy, wire::policy_from_file(*text));
    YC_TRY(auto keys, wire::parse_text(*text));
    keys.erase("version");
    return PolicyFile{policy, base::sha256_hex(wire::to_text(keys))};
}

base::Result<int> version_in_force(HubStore& store) {
    YC_TRY(const auto text, store.meta(kVersionInForce));
    return text ? std::stoi(*text) : 0;
}

/// What the store has run under.
struct InForce {
    int version = 0;
    std::string digest;
    std::string file;  ///< PolicyFile::digest
};

base::Result<InForce> in_force(HubStore& store) {
    InForce last;
    YC_TRY(last.version, version_in_force(store));
    YC_TRY(const auto digest, store.meta(kDigestInForce));
    YC_TRY(const auto file, store.meta(kFileInForce));
    last.digest = digest.value_or("");
    last.file = file.value_or("");
    return last;
}

/// Only people answer for the file: defaults that a newer program brings need no higher number.
base::Result<void> check_number(const PolicyFile& file, const InForce& last) {
    const int version = file.policy.version;
    const bool same_file =
        last.file.empty() ? digest_of(file.policy) == last.digest : file.digest == last.file;
    if (version > last.version || (version == last.version && same_file)) return {};
    return base::fail("policy.version_not_raised", "changed without a higher version",
                      {{"version", std::to_string(version)}, {"last", std::to_string(last.version)}});
}

/// The number last: cut off anywhere before, all of it is done again at the next start.
base::Result<void> record(HubStore& store, const PolicyFile& file, base::Instant now) {
    const std::string digest = digest_of(file.policy);
    YC_CHECK(store.drop_sessions_before(now + kFarAhead));
    YC_CHECK(store.audit({.at = now,
                          .user = "hub",
                          .action = "policy.in_force",
                          .purpose = std::to_string(file.policy.version) + " " + digest}));
    YC_CHECK(store.set_meta(kFileInForce, file.digest));
    YC_CHECK(store.set_meta(kDigestInForce, digest));
    return store.set_meta(kVersionInForce, std::to_string(file.policy.version));
}

}  // namespace

base::Result<bool> write_default_policy(const fs::path& data_dir, HubStore& store) {
    std::error_code error;
    YC_TRY(const int last, version_in_force(store));
    if (last > 0 || fs::exists(data_dir / kPolicyFile, error)) return false;
    if (const auto written =
            base::write_durably(data_dir / kPolicyFile, wire::policy_to_file({.version = 1, .policy = {}}));
        !written)
        return base::fail("hub.data_dir", "policy.json: " + written.error().detail);
    return true;
}

base::Result<wire::NumberedPolicy> read_policy(const fs::path& data_dir) {
    YC_TRY(const auto file, read_file(data_dir));
    return file.policy;
}

base::Result<wire::NumberedPolicy> put_policy_in_force(const fs::path& data_dir, HubStore& store,
                                                       base::Instant now) {
    YC_TRY(const auto file, read_file(data_dir));
    YC_TRY(const auto last, in_force(store));
    if (file.policy.version == 0 && last.version > 0)
        return base::fail("policy.missing", "no policy.json", {{"version", std::to_string(last.version)}});
    if (file.policy.version == 0) return file.policy;
    YC_CHECK(check_number(file, last));
    if (file.policy.version != last.version || digest_of(file.policy) != last.digest ||
        file.digest != last.file)
        YC_CHECK(record(store, file, now));
    return file.policy;
}

}  // namespace yc::hub::store
