#include "hub/store/seeding.h"

#include <map>

#include "core/base/crypto.h"
#include "forms/sample_district.h"
#include "hub/store/publishing.h"

namespace yc::hub::store {
namespace {

/// Sample users share one password, so that it need be hashed (slow on purpose) only once.
base::Result<void> seed_users(HubStore& store, const std::vector<forms::SampleUser>& users) {
    std::map<std::string, std::string> hashes;
    for (const auto& sample : users) {
        auto& hash = hashes[sample.password];
        if (hash.empty()) hash = base::hash_password(sample.password);
        YC_CHECK(store.put_user({.user = sample.user, .password_hash = hash}));
    }
    return {};
}

base::Result<void> seed_dossiers(HubStore& store, const std::vector<domain::Dossier>& dossiers) {
    return store.write([&](CaseWriter& writer) -> base::Result<void> {
        for (const auto& dossier : dossiers) YC_CHECK(writer.put_dossier(dossier));
        return {};
    });
}

}  // namespace

base::Result<bool> is_sample(HubStore& store) {
    YC_TRY(const auto sample, store.meta("sample"));
    return sample.has_value();
}

base::Result<void> seed_sample(HubStore& store, base::Instant now) {
    YC_TRY(const bool done, is_sample(store));
    if (done) return {};
    YC_TRY(const auto figures, store.figures(now));
    YC_TRY(const int64_t catalogue, store.catalogue_version());
    if (figures.events > 0 || (figures.dossiers > 0 && catalogue > 0))
        return base::fail("hub.not_empty", "the store holds something else than the sample");
    const auto district = forms::sample_district(base::date_of(now));
    YC_CHECK(store.set_directory(district.directory));
    YC_CHECK(store.set_meta("district", district.name));
    YC_CHECK(seed_users(store, district.users));
    YC_CHECK(seed_dossiers(store, district.dossiers));
    if (catalogue == 0) YC_CHECK(publish(store, district.catalogue, now));
    return store.set_meta("sample", "1");
}

}  // namespace yc::hub::store
