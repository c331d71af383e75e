#pragma once
#include <string>

#include "client/desk/intake.h"
#include "core/base/date.h"

namespace yc::cli {

/// Somebody who does not exist, with a number whose check digit is right.
struct InventedPerson {
    std::string number;
    std::string name;
    std::string phone;
    std::string address;
};

/// `sequence` 1–999 tells people born on one day apart.
[[nodiscard]] InventedPerson invent_person(base::Date birth, int sequence, std::string name);

/// Types the person's particulars and every required field of the shown form that is still empty, as a clerk
/// would.
void fill_in(client::desk::Intake& intake, const InventedPerson& person);

}  // namespace yc::cli
