#include "forms/catalogue_bundle.h"

#include <nlohmann/json.hpp>

#include "core/wire/item_json.h"
#include "core/wire/json_text.h"
#include "core/wire/object_reader.h"
#include "core/wire/package_json.h"
#include "forms/empty_members.h"
#include "forms/form_json.h"
#include "forms/unknown_member.h"

namespace yc::forms {

using nlohmann::json;

const Form* newest_form(const CatalogueBundle& bundle, const std::string& id) {
    const Form* newest = nullptr;
    for (const auto& form : bundle.forms)
        if (form.id == id && (!newest || newest->version < form.version)) newest = &form;
    return newest;
}

std::string form_id_of(const domain::ServiceItem& item) {
    return item.definition().form.empty() ? std::string(common_form_id) : item.definition().form;
}

namespace {

base::Result<CatalogueBundle> bundle_from(const json& source) {
    CatalogueBundle bundle;
    wire::ObjectReader reader(source);
    reader.integer("version", bundle.version);
    reader.objects("items", bundle.items, wire::read_item);
    reader.objects("forms", bundle.forms, read_form);
    reader.objects("packages", bundle.packages, wire::read_package);
    reader.objects("history", bundle.history, wire::read_item_change);
    if (bundle.version < 1) reader.wrong("version");
    YC_CHECK(reader.finish());
    return bundle;
}

}  // namespace

base::Result<CatalogueBundle> parse_bundle(std::string_view text) {
    YC_TRY(const json source, wire::parse_text(text));
    return bundle_from(source);
}

base::Result<CatalogueBundle> parse_new_bundle(std::string_view text) {
    YC_TRY(const json source, wire::parse_text(text));
    YC_TRY(CatalogueBundle bundle, bundle_from(source));
    for (size_t i = 0; i < bundle.forms.size(); ++i)
        if (const auto member = unknown_member(source["forms"][i], form_to_json(bundle.forms[i])))
            return base::fail("form.unknown_member", {}, {{"form", bundle.forms[i].id}, {"field", *member}});
    return bundle;
}

std::string serialise_bundle(const CatalogueBundle& bundle) {
    json items = json::array();
    for (const auto& item : bundle.items) items.push_back(wire::item_to_json(item));
    json forms = json::array();
    for (const auto& form : bundle.forms) forms.push_back(form_to_json(form));
    json packages = json::array();
    for (const auto& package : bundle.packages) packages.push_back(wire::package_to_json(package));
    json history = json::array();
    for (const auto& change : bundle.history) history.push_back(wire::item_change_to_json(change));
    json whole{{"items", std::move(items)},
               {"forms", std::move(forms)},
               {"packages", std::move(packages)},
               {"history", std::move(history)}};
    drop_empty(whole);
    whole["version"] = bundle.version;
    return wire::to_text(whole);
}

}  // namespace yc::forms
