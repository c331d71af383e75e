#include "core/wire/parts_json.h"

#include "core/wire/object_writer.h"

namespace yc::wire {

nlohmann::json to_json(const domain::PartyKey& key) {
    ObjectWriter out;
    out.named("kind", key.kind);
    out.text("number", key.number);
    return out.done();
}

void read_party_key(ObjectReader& in, domain::PartyKey& key) {
    in.need_named("kind", key.kind);
    in.text("number", key.number);
}

nlohmann::json to_json(const domain::Party& party) {
    ObjectWriter out;
    out.put("key", to_json(party.key));
    out.text("name", party.name);
    out.text("phone", party.phone);
    out.text("address", party.address);
    out.text("legal_representative", party.legal_representative);
    out.text("contact_name", party.contact_name);
    return out.done();
}

void read_party(ObjectReader& in, domain::Party& party) {
    in.need_object("key", party.key, read_party_key);
    in.text("name", party.name);
    in.text("phone", party.phone);
    in.text("address", party.address);
    in.text("legal_representative", party.legal_representative);
    in.text("contact_name", party.contact_name);
}

nlohmann::json to_json(const domain::Limit& limit) {
    return {{"amount", limit.amount}, {"unit", base::to_name(limit.unit)}};
}

void read_limit(ObjectReader& in, domain::Limit& limit) {
    in.integer("amount", limit.amount);
    in.named("unit", limit.unit);
}

nlohmann::json to_json(const domain::FlowStep& step) {
    ObjectWriter out;
    out.text("id", step.id);
    out.text("name", step.name);
    out.text("department", step.department);
    out.named("role", step.role);
    out.integer("limit_days", step.limit_days);
    return out.done();
}

void read_flow_step(ObjectReader& in, domain::FlowStep& step) {
    in.text("id", step.id);
    in.text("name", step.name);
    in.text("department", step.department);
    in.named("role", step.role);
    in.integer("limit_days", step.limit_days);
}

nlohmann::json to_json(const domain::Actor& actor) {
    ObjectWriter out;
    out.text("user", actor.user);
    out.text("name", actor.name);
    out.put("roles", list_to_json(actor.roles, [](domain::Role role) { return base::to_name(role); }));
    out.text("hall", actor.hall);
    out.text("counter", actor.counter);
    out.text("department", actor.department);
    out.instant("authority_until", actor.authority_until);
    return out.done();
}

void read_actor(ObjectReader& in, domain::Actor& actor) {
    in.need_text("user", actor.user);
    in.text("name", actor.name);
    in.named_list("roles", actor.roles);
    in.text("hall", actor.hall);
    in.text("counter", actor.counter);
    in.text("department", actor.department);
    in.instant("authority_until", actor.authority_until);
}

void write_turns(ObjectWriter& out, const domain::PageTurns& turns) {
    out.integer_map("turned", turns);
}

void read_turns(ObjectReader& in, domain::PageTurns& turns) {
    in.integer_map("turned", turns);
    for (const auto& [page, degrees] : turns)
        if (!domain::is_turn(degrees)) return in.wrong("turned");
}

}  // namespace yc::wire
