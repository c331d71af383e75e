#include "hub/store/policy_file.h"

#include <fstream>
#include <iterator>

#include "core/base/crypto.h"
#include "core/base/utf8.h"

namespace yc::hub::store {
namespace fs = std::filesystem;
namespace {

constexpr const char* kVersionInForce = "policy_version";
constexpr const char* kDigestInForce = "policy_digest";
/// Longer than any session lives.
constexpr std::chrono::hours kFarAhead{24 * 366};

/// What names the content apart from its number and its layout in the file.
std::string digest_of(wire::NumberedPolicy policy) {
    policy.version = 1;
    return base::sha256_hex(wire::policy_to_file(policy));
}

base::Result<int> version_in_force(HubStore& store) {
    YC_TRY(const auto text, store.meta(kVersionInForce));
    return text ? std::stoi(*text) : 0;
}

base::Result<void> check_number(const wire::NumberedPolicy& policy, int last,
                                const std::string& last_digest) {
    const bool same = policy.version == last && digest_of(policy) == last_digest;
    if (same || policy.version > last) return {};
    return base::fail("policy.version_not_raised", "changed without a higher version",
                      {{"version", std::to_string(policy.version)}, {"last", std::to_string(last)}});
}

base::Result<void> record(HubStore& store, const wire::NumberedPolicy& policy, base::Instant now) {
    YC_CHECK(store.set_meta(kDigestInForce, digest_of(policy)));
    YC_CHECK(store.set_meta(kVersionInForce, std::to_string(policy.version)));
    YC_CHECK(store.drop_sessions_before(now + kFarAhead));
    return store.audit({.at = now,
                        .user = "hub",
                        .action = "policy.in_force",
                        .purpose = std::to_string(policy.version) + " " + digest_of(policy)});
}

}  // namespace

base::Result<bool> write_default_policy(const fs::path& data_dir, HubStore& store) {
    std::error_code error;
    YC_TRY(const int last, version_in_force(store));
    if (last > 0 || fs::exists(data_dir / kPolicyFile, error)) return false;
    std::ofstream out(data_dir / kPolicyFile, std::ios::binary | std::ios::trunc);
    out << wire::policy_to_file({.version = 1, .policy = {}});
    out.close();
    if (out.fail()) return base::fail("hub.data_dir", "policy.json cannot be written");
    return true;
}

base::Result<wire::NumberedPolicy> read_policy(const fs::path& data_dir) {
    std::error_code error;
    const fs::path file = data_dir / kPolicyFile;
    if (!fs::exists(file, error)) return wire::NumberedPolicy{};
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in.is_open() || in.bad()) return base::fail("policy.unreadable", "cannot be read");
    return wire::policy_from_file(text);
}

base::Result<wire::NumberedPolicy> put_policy_in_force(const fs::path& data_dir, HubStore& store,
                                                       base::Instant now) {
    YC_TRY(const auto policy, read_policy(data_dir));
    YC_TRY(const int last, version_in_force(store));
    if (policy.version == 0 && last > 0)
        return base::fail("policy.missing", "no policy.json", {{"version", std::to_string(last)}});
    if (policy.version == 0) return policy;
    YC_TRY(const auto digest, store.meta(kDigestInForce));
    YC_CHECK(check_number(policy, last, digest.value_or("")));
    if (policy.version != last) YC_CHECK(record(store, policy, now));
    return policy;
}

}  // namespace yc::hub::store
