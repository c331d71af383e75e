#include "core/wire/registration_json.h"

#include "core/wire/object_writer.h"
#include "core/wire/parts_json.h"

namespace yc::wire {

nlohmann::json to_json(const domain::ItemTerms& terms) {
    ObjectWriter out;
    out.text("code", terms.code);
    out.integer("version", terms.version);
    out.text("name", terms.name);
    out.named("case_kind", terms.case_kind);
    out.put("statutory", to_json(terms.statutory));
    out.put("promised", to_json(terms.promised));
    out.flag("number_limited", terms.number_limited);
    out.flag("site_check", terms.site_check);
    out.flag("counter_accepts", terms.counter_accepts);
    out.flag("counter_decides", terms.counter_decides);
    if (!terms.flow.empty())
        out.put("flow", list_to_json(terms.flow, [](const domain::FlowStep& step) { return to_json(step); }));
    out.text("result_name", terms.result_name);
    out.text("result_document_type", terms.result_document_type);
    out.integer("result_valid_months", terms.result_valid_months);
    return out.done();
}

void read_terms(ObjectReader& in, domain::ItemTerms& terms) {
    terms.version = 0;
    in.need_text("code", terms.code);
    in.integer("version", terms.version);
    in.text("name", terms.name);
    in.named("case_kind", terms.case_kind);
    in.object("statutory", terms.statutory, read_limit);
    in.object("promised", terms.promised, read_limit);
    in.flag("number_limited", terms.number_limited);
    in.flag("site_check", terms.site_check);
    in.flag("counter_accepts", terms.counter_accepts);
    in.flag("counter_decides", terms.counter_decides);
    in.objects("flow", terms.flow, read_flow_step);
    in.text("result_name", terms.result_name);
    in.text("result_document_type", terms.result_document_type);
    in.integer("result_valid_months", terms.result_valid_months);
}

namespace {

nlohmann::json to_json(const domain::PackageMembership& package) {
    ObjectWriter out;
    out.text("group", package.group);
    out.text("code", package.code);
    out.integer("version", package.version);
    out.text("name", package.name);
    out.text("lead_department", package.lead_department);
    out.text("lead_department_name", package.lead_department_name);
    out.put("members", list_to_json(package.members, [](const domain::PackageMembership::Member& member) {
                ObjectWriter one;
                one.text("case_no", member.case_no);
                one.text("item_name", member.item_name);
                one.text("department", member.department);
                one.text("department_name", member.department_name);
                return one.done();
            }));
    return out.done();
}

void read_member(ObjectReader& in, domain::PackageMembership::Member& member) {
    in.need_text("case_no", member.case_no);
    in.text("item_name", member.item_name);
    in.text("department", member.department);
    in.text("department_name", member.department_name);
}

void read_package(ObjectReader& in, domain::PackageMembership& package) {
    in.need_text("group", package.group);
    in.need_text("code", package.code);
    in.integer("version", package.version);
    in.text("name", package.name);
    in.text("lead_department", package.lead_department);
    in.text("lead_department_name", package.lead_department_name);
    in.objects("members", package.members, read_member);
}

}  // namespace

nlohmann::json to_json(const domain::Registration& registration) {
    ObjectWriter out;
    out.text("case_no", registration.case_no);
    out.put("item", to_json(registration.item));
    out.put("applicant", to_json(registration.applicant));
    if (registration.agent) out.put("agent", to_json(*registration.agent));
    out.text_map("circumstances", registration.circumstances);
    out.text("division", registration.division);
    out.text("hall", registration.hall);
    out.text("counter", registration.counter);
    out.text("department", registration.department);
    out.text("department_name", registration.department_name);
    out.flag("green_channel", registration.green_channel);
    if (registration.package) out.put("package", to_json(*registration.package));
    if (registration.dossier_base) out.put("dossier_base", *registration.dossier_base);
    return out.done();
}

void read_registration(ObjectReader& in, domain::Registration& registration) {
    in.text("case_no", registration.case_no);
    in.need_object("item", registration.item, read_terms);
    in.need_object("applicant", registration.applicant, read_party);
    in.object("agent", registration.agent, read_party);
    in.text_map("circumstances", registration.circumstances);
    in.text("division", registration.division);
    in.text("hall", registration.hall);
    in.text("counter", registration.counter);
    in.text("department", registration.department);
    in.text("department_name", registration.department_name);
    in.flag("green_channel", registration.green_channel);
    in.object("package", registration.package, read_package);
    in.integer("dossier_base", registration.dossier_base);
}

nlohmann::json to_json(const domain::SubmittedMaterial& material) {
    ObjectWriter out;
    out.text("code", material.code);
    out.text("name", material.name);
    out.named("necessity", material.necessity);
    out.named("state", material.state);
    out.text("document_type", material.document_type);
    out.integer("originals", material.originals);
    out.integer("copies", material.copies);
    out.texts("pages", material.pages);
    write_turns(out, material.turned);
    out.text("reused_document", material.reused_document);
    return out.done();
}

void read_material(ObjectReader& in, domain::SubmittedMaterial& material) {
    in.need_text("code", material.code);
    in.text("name", material.name);
    in.named("necessity", material.necessity);
    in.named("state", material.state);
    in.text("document_type", material.document_type);
    in.integer("originals", material.originals);
    in.integer("copies", material.copies);
    in.texts("pages", material.pages);
    read_turns(in, material.turned);
    in.text("reused_document", material.reused_document);
}

nlohmann::json to_json(const domain::ProofOfService& proof) {
    ObjectWriter out;
    out.named("way", proof.way);
    out.text("receiver_name", proof.receiver_name);
    out.put("receiver_key", to_json(proof.receiver_key));
    out.text("relation", proof.relation);
    out.text("place", proof.place);
    out.text("waybill", proof.waybill);
    out.instant("signed_at", proof.signed_at);
    return out.done();
}

void read_proof(ObjectReader& in, domain::ProofOfService& proof) {
    in.named("way", proof.way);
    in.text("receiver_name", proof.receiver_name);
    in.object("receiver_key", proof.receiver_key, read_party_key);
    in.text("relation", proof.relation);
    in.text("place", proof.place);
    in.text("waybill", proof.waybill);
    in.instant("signed_at", proof.signed_at);
}

}  // namespace yc::wire
