#pragma once
#include <string>
#include <vector>

#include "forms/catalogue_bundle.h"
#include "forms/form_check.h"

namespace CLI {
class App;
}

namespace yc::cli {

class Session;

/// A definition with what is wrong with it.
struct CheckedFile {
    std::string name;
    forms::CheckedForm checked;
};

/// The definition against the schema, its own meaning, and every item of the catalogue that uses it.
[[nodiscard]] CheckedFile check_form_text(std::string name, std::string_view text,
                                          const forms::CatalogueBundle& catalogue, base::Date today);
/// Tells what is wrong with the definitions; the exit code.
int tell_faults(Session& session, const std::vector<CheckedFile>& files);

/// form list, export and publish: how a district changes its forms.
void add_form_publishing(CLI::App& form, Session& session);

}  // namespace yc::cli
