#pragma once
#include <filesystem>

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/wire/policy_json.h"
#include "hub/store/hub_store.h"

namespace yc::hub::store {

/// The file in the data directory that says what this place decides differently (docs/administration.md).
inline constexpr const char* kPolicyFile = "policy.json";

/// Writes policy.json with the defaults as version 1, unless there is one or the store has run under one
/// before. True when it was written. Errors: hub.data_dir; those of the store.
base::Result<bool> write_default_policy(const std::filesystem::path& data_dir, HubStore& store);

/// Reads and checks policy.json without putting it in force; the defaults (version 0) when there is none.
/// Errors: policy.unreadable, policy.not_json {line}, policy.unknown_key {key}, policy.bad_value {key,
/// allowed}.
base::Result<wire::NumberedPolicy> read_policy(const std::filesystem::path& data_dir);

/// Puts policy.json in force. Another version than the last is recorded in the audit and ends all sessions,
/// so that every client signs in anew and receives it; so do other defaults of a newer program. Errors: those
/// of read_policy; policy.missing {version} when the store has run under a policy and the file is gone;
/// policy.version_not_raised {version, last} when the content changed but not the number, or the number went
/// back.
base::Result<wire::NumberedPolicy> put_policy_in_force(const std::filesystem::path& data_dir, HubStore& store,
                                                       base::Instant now);

}  // namespace yc::hub::store
