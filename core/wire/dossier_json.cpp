#include "core/wire/dossier_json.h"

#include "core/wire/json_text.h"
#include "core/wire/object_writer.h"
#include "core/wire/parts_json.h"

namespace yc::wire {
namespace {

nlohmann::json fact_to_json(const domain::Fact& fact) {
    ObjectWriter out;
    out.text("field", fact.field);
    out.text("value", fact.value);
    out.text("source_case", fact.source_case);
    out.text("verified_by", fact.verified_by);
    out.instant("at", fact.at);
    out.date("valid_until", fact.valid_until);
    return out.done();
}

void read_fact(ObjectReader& in, domain::Fact& fact) {
    in.need_text("field", fact.field);
    in.text("value", fact.value);
    in.text("source_case", fact.source_case);
    in.text("verified_by", fact.verified_by);
    in.instant("at", fact.at);
    in.date("valid_until", fact.valid_until);
}

nlohmann::json open_to_json(const domain::OpenFact& open) {
    ObjectWriter out;
    out.text("field", open.field);
    out.put("values", list_to_json(open.values, fact_to_json));
    return out.done();
}

void read_open(ObjectReader& in, domain::OpenFact& open) {
    in.need_text("field", open.field);
    in.objects("values", open.values, read_fact);
}

}  // namespace

nlohmann::json to_json(const domain::DossierDocument& document) {
    ObjectWriter out;
    out.text("id", document.id);
    out.text("type", document.type);
    out.text("name", document.name);
    out.named("grade", document.grade);
    out.text("issuer", document.issuer);
    out.text("number", document.number);
    out.date("valid_until", document.valid_until);
    out.texts("pages", document.pages);
    write_turns(out, document.turned);
    out.text("source_case", document.source_case);
    out.instant("at", document.at);
    out.flag("superseded", document.superseded);
    return out.done();
}

void read_document(ObjectReader& in, domain::DossierDocument& document) {
    in.need_text("id", document.id);
    in.text("type", document.type);
    in.text("name", document.name);
    in.named("grade", document.grade);
    in.text("issuer", document.issuer);
    in.text("number", document.number);
    in.date("valid_until", document.valid_until);
    in.texts("pages", document.pages);
    read_turns(in, document.turned);
    in.text("source_case", document.source_case);
    in.instant("at", document.at);
    in.flag("superseded", document.superseded);
}

void read_dossier(ObjectReader& in, domain::Dossier& dossier) {
    in.need_object("party", dossier.party, read_party);
    in.objects("facts", dossier.facts, read_fact);
    in.objects("open", dossier.open, read_open);
    in.objects("documents", dossier.documents, read_document);
    in.integer("case_count", dossier.case_count);
    in.integer("version", dossier.version);
    in.objects("other_keys", dossier.other_keys, read_party_key);
}

namespace {

void read_look(ObjectReader& reader, LocalLook& look) {
    reader.need_text("id", look.id);
    read_party_key(reader, look.key);
    reader.need_text("number", look.key.number);
    reader.need_text("purpose", look.purpose);
    reader.text("case", look.case_id);
    reader.text("ticket", look.ticket);
    reader.need_text("user", look.user);
    reader.need_instant("at", look.at);
}

}  // namespace

nlohmann::json to_json(const domain::Dossier& dossier) {
    ObjectWriter out;
    out.put("party", to_json(dossier.party));
    out.put("facts", list_to_json(dossier.facts, fact_to_json));
    if (!dossier.open.empty()) out.put("open", list_to_json(dossier.open, open_to_json));
    out.put("documents",
            list_to_json(dossier.documents, [](const domain::DossierDocument& one) { return to_json(one); }));
    out.integer("case_count", dossier.case_count);
    out.integer("version", dossier.version);
    if (!dossier.other_keys.empty())
        out.put("other_keys",
                list_to_json(dossier.other_keys, [](const domain::PartyKey& key) { return to_json(key); }));
    return out.done();
}

base::Result<domain::Dossier> dossier_from_json(const nlohmann::json& json) {
    domain::Dossier dossier;
    ObjectReader in(json);
    read_dossier(in, dossier);
    YC_CHECK(in.finish());
    return dossier;
}

std::string dossier_to_text(const domain::Dossier& dossier) {
    return to_text(to_json(dossier));
}

base::Result<domain::Dossier> dossier_from_text(std::string_view text) {
    YC_TRY(const auto json, parse_text(text));
    return dossier_from_json(json);
}

nlohmann::json to_json(const DossierLookup& lookup) {
    auto json = to_json(lookup.key);
    json["purpose"] = lookup.purpose;
    if (!lookup.case_id.empty()) json["case"] = lookup.case_id;
    if (!lookup.ticket.empty()) json["ticket"] = lookup.ticket;
    if (!lookup.reason.empty()) json["reason"] = lookup.reason;
    return json;
}

base::Result<DossierLookup> dossier_lookup_from_json(const nlohmann::json& json) {
    DossierLookup lookup;
    ObjectReader in(json);
    read_party_key(in, lookup.key);
    if (lookup.key.number.empty()) in.wrong("number");
    in.need_text("purpose", lookup.purpose);
    in.text("case", lookup.case_id);
    in.text("ticket", lookup.ticket);
    in.text("reason", lookup.reason);
    YC_CHECK(in.finish());
    return lookup;
}

nlohmann::json looks_to_json(const std::vector<LocalLook>& looks) {
    auto list = nlohmann::json::array();
    for (const LocalLook& look : looks) {
        auto json = to_json(DossierLookup{look.key, look.purpose, look.case_id, look.ticket, {}});
        json["id"] = look.id;
        json["user"] = look.user;
        json["at"] = base::to_string(look.at);
        list.push_back(std::move(json));
    }
    return {{"looks", std::move(list)}};
}

base::Result<std::vector<LocalLook>> looks_from_json(const nlohmann::json& json) {
    std::vector<LocalLook> looks;
    ObjectReader in(json);
    in.objects("looks", looks, read_look);
    YC_CHECK(in.finish());
    return looks;
}

nlohmann::json lookup_answer_to_json(const std::optional<domain::Dossier>& dossier) {
    return {{"dossier", dossier ? to_json(*dossier) : nlohmann::json()}};
}

base::Result<std::optional<domain::Dossier>> lookup_answer_from_json(const nlohmann::json& json) {
    std::optional<domain::Dossier> dossier;
    ObjectReader in(json);
    in.object("dossier", dossier, read_dossier);
    YC_CHECK(in.finish());
    return dossier;
}

}  // namespace yc::wire
