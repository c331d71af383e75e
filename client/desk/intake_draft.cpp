#include "client/desk/intake_draft.h"

#include <nlohmann/json.hpp>

namespace yc::client::desk {

using nlohmann::json;

namespace {

base::Instant instant_of(const json& value) {
    return base::Instant(std::chrono::milliseconds(value.get<int64_t>()));
}

json to_json(const Prefill& prefill) {
    json value{{"value", prefill.value},
               {"source_case", prefill.source_case},
               {"at", prefill.at.time_since_epoch().count()},
               {"verified", prefill.verified}};
    for (const Prefill& one : prefill.open) value["open"].push_back(to_json(one));
    return value;
}

Prefill prefill_from(const json& value) {
    Prefill prefill{
        value.at("value"), value.at("source_case"), instant_of(value.at("at")), value.at("verified"), {}};
    for (const json& one : value.value("open", json::array())) prefill.open.push_back(prefill_from(one));
    return prefill;
}

json to_json(const DraftPage& page) {
    return {{"sha256", page.sha256}, {"media_type", page.media_type}, {"width", page.width},
            {"height", page.height}, {"rotation", page.rotation},     {"verdict", page.verdict}};
}

DraftPage page_from(const json& value) {
    return {value.at("sha256"), value.at("media_type"), value.at("width"),
            value.at("height"), value.at("rotation"),   value.at("verdict")};
}

json to_json(const DraftMaterial& material) {
    json pages = json::array();
    for (const DraftPage& page : material.pages) pages.push_back(to_json(page));
    return {{"pages", pages},
            {"paper_only", material.paper_only},
            {"deferred", material.deferred},
            {"reused_document", material.reused_document},
            {"reused_name", material.reused_name},
            {"reused_pages", material.reused_pages},
            {"reused_turned", material.reused_turned}};
}

DraftMaterial material_from(const json& value) {
    DraftMaterial material;
    for (const json& page : value.at("pages")) material.pages.push_back(page_from(page));
    material.paper_only = value.at("paper_only");
    material.deferred = value.at("deferred");
    material.reused_document = value.at("reused_document");
    material.reused_name = value.at("reused_name");
    material.reused_pages = value.at("reused_pages");
    material.reused_turned = value.value("reused_turned", domain::PageTurns());
    return material;
}

json to_json(const domain::Party& party) {
    return {{"kind", base::to_name(party.key.kind)},
            {"number", party.key.number},
            {"name", party.name},
            {"phone", party.phone},
            {"address", party.address},
            {"legal_representative", party.legal_representative},
            {"contact_name", party.contact_name}};
}

domain::Party party_from(const json& value) {
    domain::Party party;
    party.key.kind = base::from_name<domain::DocumentKind>(value.at("kind").get<std::string>())
                         .value_or(domain::DocumentKind::citizen_id);
    party.key.number = value.at("number");
    party.name = value.at("name");
    party.phone = value.at("phone");
    party.address = value.at("address");
    party.legal_representative = value.at("legal_representative");
    party.contact_name = value.at("contact_name");
    return party;
}

template <class Map>
json map_to_json(const Map& map) {
    json object = json::object();
    for (const auto& [key, value] : map) object[key] = to_json(value);
    return object;
}

json to_json(const Errand& errand) {
    return {{"item", errand.item},
            {"item_version", errand.item_version},
            {"answers", errand.answers},
            {"form", errand.form},
            {"prefills", map_to_json(errand.prefills)},
            {"materials", map_to_json(errand.materials)},
            {"left", errand.left},
            {"shared", errand.shared}};
}

json list_to_json(const std::vector<Errand>& errands) {
    json list = json::array();
    for (const Errand& errand : errands) list.push_back(to_json(errand));
    return list;
}

Errand errand_from(const json& value) {
    Errand errand;
    errand.item = value.at("item");
    errand.item_version = value.at("item_version");
    errand.answers = value.at("answers").get<domain::Circumstances>();
    errand.form = value.at("form").get<std::map<std::string, std::string>>();
    for (const auto& [key, prefill] : value.at("prefills").items())
        errand.prefills[key] = prefill_from(prefill);
    for (const auto& [key, material] : value.at("materials").items())
        errand.materials[key] = material_from(material);
    errand.left = value.at("left").get<std::set<std::string>>();
    errand.shared = value.value("shared", std::set<std::string>());
    return errand;
}

}  // namespace

bool IntakeDraft::empty() const {
    return number.empty() && party == domain::Party{} && agent_number.empty() && errands.empty() &&
           set_aside.empty();
}

int IntakeDraft::page_count() const {
    int count = 0;
    for (const Errand& errand : errands)
        for (const auto& [code, material] : errand.materials)
            count += static_cast<int>(material.pages.size());
    return count;
}

std::string to_text(const IntakeDraft& draft) {
    json prefills = json::object();
    for (const auto& [field, prefill] : draft.party_prefills)
        prefills[std::to_string(static_cast<int>(field))] = to_json(prefill);
    json value{{"id", draft.id},
               {"organisation", draft.organisation},
               {"number", draft.number},
               {"party", to_json(draft.party)},
               {"party_prefills", prefills},
               {"agent_number", draft.agent_number},
               {"agent", to_json(draft.agent)},
               {"green_channel", draft.green_channel},
               {"package", draft.package},
               {"package_answers", draft.package_answers},
               {"errands", list_to_json(draft.errands)},
               {"set_aside", list_to_json(draft.set_aside)},
               {"current", draft.current},
               {"parked", draft.parked},
               {"saved_at", draft.saved_at.time_since_epoch().count()}};
    if (draft.dossier_base) value["dossier_base"] = *draft.dossier_base;
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

base::Result<IntakeDraft> draft_from_text(std::string_view text) try {
    const json value = json::parse(text);
    IntakeDraft draft;
    draft.id = value.at("id");
    draft.organisation = value.at("organisation");
    draft.number = value.at("number");
    draft.party = party_from(value.at("party"));
    for (const auto& [field, prefill] : value.at("party_prefills").items())
        draft.party_prefills[static_cast<PartyField>(std::stoi(field))] = prefill_from(prefill);
    if (value.contains("dossier_base")) draft.dossier_base = value.at("dossier_base").get<int64_t>();
    draft.agent_number = value.at("agent_number");
    draft.agent = party_from(value.at("agent"));
    draft.green_channel = value.at("green_channel");
    draft.package = value.value("package", std::string());
    draft.package_answers = value.value("package_answers", domain::Circumstances());
    for (const json& errand : value.at("errands")) draft.errands.push_back(errand_from(errand));
    for (const json& errand : value.value("set_aside", json::array()))
        draft.set_aside.push_back(errand_from(errand));
    draft.current = std::min(value.at("current").get<size_t>(), draft.errands.size());
    draft.parked = value.at("parked");
    draft.saved_at = instant_of(value.at("saved_at"));
    return draft;
} catch (const std::exception& problem) {
    return base::fail("intake.draft_unreadable", problem.what());
}

}  // namespace yc::client::desk
