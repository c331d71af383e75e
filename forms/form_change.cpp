#include "forms/form_change.h"

#include <map>

namespace yc::forms {

using domain::ItemState;
using domain::ServiceItem;

namespace {

/// Fields with their paths, columns of tables too.
std::map<std::string, const Field*> fields_of(const Form& form) {
    std::map<std::string, const Field*> fields;
    for (const auto& section : form.sections)
        for (const auto& field : section.fields) {
            fields.emplace(field.id, &field);
            if (field.type != FieldType::table) continue;
            for (const auto& column : field.columns) fields.emplace(field.id + "." + column.id, &column);
        }
    return fields;
}

/// The same question; a table's columns are told by themselves.
bool asks_the_same(Field a, Field b) {
    a.columns.clear();
    b.columns.clear();
    return a == b;
}

void compare(const Form& before, const Form& after, FormChange& change) {
    const auto old_fields = fields_of(before), new_fields = fields_of(after);
    for (const auto& [path, field] : new_fields) {
        const auto old = old_fields.find(path);
        if (old == old_fields.end())
            change.added.push_back(path);
        else if (!asks_the_same(*old->second, *field))
            change.changed.push_back(path);
    }
    for (const auto& [path, field] : old_fields)
        if (!new_fields.contains(path)) change.removed.push_back(path);
}

}  // namespace

std::vector<const ServiceItem*> items_using(const CatalogueBundle& bundle, const std::string& form) {
    auto items = newest_items(bundle);
    std::erase_if(items, [&](const ServiceItem* item) {
        return !item->fully_defined || item->state == ItemState::cancelled || form_id_of(*item) != form;
    });
    return items;
}

base::Result<FormChange> with_form(CatalogueBundle bundle, Form form, const ChangeNote& note) {
    FormChange change;
    const int made_from = form.version;
    if (const Form* newest = newest_form(bundle, form.id)) {
        change.version = form.version = newest->version;
        change.same = form == *newest;
        if (!change.same && made_from != newest->version)
            return base::fail("catalogue.form_not_newest", {},
                              {{"form", form.id},
                               {"version", std::to_string(made_from)},
                               {"newest", std::to_string(newest->version)}});
        compare(*newest, form, change);
        ++form.version;
    } else {
        change.is_new = true;
        form.version = 1;
        compare({}, form, change);
    }
    if (!change.same) {
        change.version = form.version;
        std::vector<ServiceItem> users;
        for (const auto* item : items_using(bundle, form.id)) users.push_back(*item);
        bundle.forms.push_back(std::move(form));
        const size_t before = bundle.items.size();
        const int64_t version = bundle.version + 1;
        bundle = merge_items(std::move(bundle), users, note);
        bundle.version = version;
        change.items.assign(bundle.items.begin() + static_cast<ptrdiff_t>(before), bundle.items.end());
    }
    change.bundle = std::move(bundle);
    return change;
}

}  // namespace yc::forms
