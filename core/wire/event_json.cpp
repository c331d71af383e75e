#include "core/wire/event_json.h"

#include "core/wire/json_text.h"
#include "core/wire/object_writer.h"
#include "core/wire/parts_json.h"
#include "core/wire/registration_json.h"

namespace yc::wire {
namespace {

nlohmann::json body_to_json(const domain::EventBody& body) {
    ObjectWriter out;
    if (body.registration) out.put("registration", to_json(*body.registration));
    out.text_map("form", body.form);
    if (!body.materials.empty())
        out.put("materials",
                list_to_json(body.materials, [](const domain::SubmittedMaterial& m) { return to_json(m); }));
    out.texts("material_codes", body.material_codes);
    out.text("query_code", body.query_code);
    out.text("notice_no", body.notice_no);
    out.date("deadline", body.deadline);
    out.text("reason_code", body.reason_code);
    out.text("reason", body.reason);
    out.text("legal_basis", body.legal_basis);
    out.text("right_organ", body.right_organ);
    out.text("opinion", body.opinion);
    out.text("department", body.department);
    out.text("department_name", body.department_name);
    out.text("step", body.step);
    out.texts("officers", body.officers);
    out.text("special_kind", body.special_kind);
    out.integer("days", body.days);
    out.text("commitment", body.commitment);
    out.text("licence_no", body.licence_no);
    out.date("valid_until", body.valid_until);
    out.texts("pages", body.pages);
    write_turns(out, body.turned);
    if (body.proof) out.put("proof", to_json(*body.proof));
    out.text("second_person", body.second_person);
    out.integer("grade", body.grade);
    out.text("document", body.document);
    out.text("concerns", body.concerns);
    return out.done();
}

void read_body(ObjectReader& in, domain::EventBody& body) {
    in.object("registration", body.registration, read_registration);
    in.text_map("form", body.form);
    in.objects("materials", body.materials, read_material);
    in.texts("material_codes", body.material_codes);
    in.text("query_code", body.query_code);
    in.text("notice_no", body.notice_no);
    in.date("deadline", body.deadline);
    in.text("reason_code", body.reason_code);
    in.text("reason", body.reason);
    in.text("legal_basis", body.legal_basis);
    in.text("right_organ", body.right_organ);
    in.text("opinion", body.opinion);
    in.text("department", body.department);
    in.text("department_name", body.department_name);
    in.text("step", body.step);
    in.texts("officers", body.officers);
    in.text("special_kind", body.special_kind);
    in.integer("days", body.days);
    in.text("commitment", body.commitment);
    in.text("licence_no", body.licence_no);
    in.date("valid_until", body.valid_until);
    in.texts("pages", body.pages);
    read_turns(in, body.turned);
    in.object("proof", body.proof, read_proof);
    in.text("second_person", body.second_person);
    in.integer("grade", body.grade);
    in.text("document", body.document);
    in.text("concerns", body.concerns);
}

}  // namespace

nlohmann::json to_json(const domain::CaseEvent& event) {
    ObjectWriter out;
    out.text("id", event.id);
    out.text("case", event.case_id);
    out.text("device", event.device);
    out.integer("device_seq", event.device_seq);
    out.named("kind", event.kind);
    out.instant("at", event.at);
    out.put("actor", to_json(event.actor));
    out.integer("saw", event.saw);
    out.flag("offline", event.offline);
    out.put("payload", body_to_json(event.body));
    if (event.seq) out.put("seq", *event.seq);
    out.instant("arrived_at", event.arrived_at);
    return out.done();
}

void read_event(ObjectReader& in, domain::CaseEvent& event) {
    in.need_text("id", event.id);
    in.need_text("case", event.case_id);
    in.text("device", event.device);
    in.integer("device_seq", event.device_seq);
    in.need_named("kind", event.kind);
    in.need_instant("at", event.at);
    in.need_object("actor", event.actor, read_actor);
    in.integer("saw", event.saw);
    in.flag("offline", event.offline);
    in.object("payload", event.body, read_body);
    in.integer("seq", event.seq);
    in.instant("arrived_at", event.arrived_at);
}

base::Result<domain::CaseEvent> event_from_json(const nlohmann::json& json) {
    domain::CaseEvent event;
    ObjectReader in(json);
    read_event(in, event);
    YC_CHECK(in.finish());
    return event;
}

std::string event_to_text(const domain::CaseEvent& event) {
    return to_text(to_json(event));
}

base::Result<domain::CaseEvent> event_from_text(std::string_view text) {
    YC_TRY(const auto json, parse_text(text));
    return event_from_json(json);
}

std::string claim_text(const domain::CaseEvent& event) {
    auto json = to_json(event);
    json.erase("seq");
    json.erase("arrived_at");
    return to_text(json);
}

}  // namespace yc::wire
