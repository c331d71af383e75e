#pragma once
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/domain/directory.h"
#include "core/domain/dossier.h"
#include "forms/catalogue.h"

namespace yc::forms {

/// Somebody of the sample district and the password to sign in with.
struct SampleUser {
    domain::User user;
    std::string password;
};

/// A district for demonstration and training: 450103 with a district hall and a street hall. Everybody and
/// every dossier in it is invented; every screen says that it is a sample.
struct SampleDistrict {
    std::string division;
    std::string name;
    domain::Directory directory;
    std::vector<SampleUser> users;
    CatalogueBundle catalogue;
    std::vector<domain::Dossier> dossiers;  ///< 300: persons and organisations, valid check digits
};

/// The day the sample's documents are dated around when none is given.
inline constexpr base::Date sample_day{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};

/// The district; the same for the same `today`, around which documents run out or are still good. The persons
/// and their numbers do not depend on it. Takes some tens of milliseconds: keep the result.
[[nodiscard]] SampleDistrict sample_district(base::Date today = sample_day);

/// The items and forms of the sample alone, and the directory alone.
[[nodiscard]] CatalogueBundle sample_catalogue();
[[nodiscard]] domain::Directory sample_directory();

}  // namespace yc::forms
