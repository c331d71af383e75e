#pragma once
#include <nlohmann/json_fwd.hpp>

namespace yc::forms {

/// A published record brought up to date without disturbing what did not change: `then` and `now` are the
/// record as we write it for the item as it was read and as it is today. Where they agree the published
/// value stays, original codes, placeholders and unknown columns included; where they differ it is written
/// over. Rows of a list are matched by the columns that name them (materialid, rowguid, condition_id,
/// special_id …), in the published list too; by place only where they have none. Numbers stay numbers.
[[nodiscard]] nlohmann::json patch_record(const nlohmann::json& published, const nlohmann::json& then,
                                          const nlohmann::json& now);

}  // namespace yc::forms
