#include "core/domain/directory.h"

namespace yc::domain {

namespace {

template <class Entries>
const typename Entries::value_type* find_by_id(const Entries& entries, const std::string& id) {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const auto& entry) { return entry.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

}  // namespace

const Department* Directory::department(const std::string& id) const {
    return find_by_id(departments, id);
}

std::string Directory::department_name(const std::string& id, const std::string& otherwise) const {
    const Department* known = department(id);
    return known == nullptr ? otherwise : known->name;
}
const Hall* Directory::hall(const std::string& id) const {
    return find_by_id(halls, id);
}
const Counter* Directory::counter(const std::string& id) const {
    return find_by_id(counters, id);
}

}  // namespace yc::domain
