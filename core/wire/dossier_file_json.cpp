#include "core/wire/dossier_file_json.h"

#include "core/wire/json_text.h"
#include "core/wire/object_reader.h"
#include "core/wire/object_writer.h"
#include "core/wire/parts_json.h"

namespace yc::wire {
namespace {

nlohmann::json statement_to_json(const domain::FactStatement& statement) {
    ObjectWriter out;
    out.text("id", statement.id);
    out.text("field", statement.field);
    out.text("value", statement.value);
    out.named("origin", statement.origin);
    out.text("source_case", statement.source_case);
    out.text("case", statement.case_id);
    out.text("said_by", statement.said_by);
    out.text("said_by_name", statement.said_by_name);
    out.instant("at", statement.at);
    out.date("valid_until", statement.valid_until);
    out.texts("pages", statement.pages);
    out.text("device", statement.device);
    out.integer("device_seq", statement.device_seq);
    if (statement.base) out.put("base", *statement.base);
    out.integer("seq", statement.seq);
    out.integer("part", statement.part);
    out.flag("erased", statement.erased);
    return out.done();
}

void read_statement(ObjectReader& in, domain::FactStatement& statement) {
    in.need_text("id", statement.id);
    in.need_text("field", statement.field);
    in.text("value", statement.value);
    in.named("origin", statement.origin);
    in.text("source_case", statement.source_case);
    in.text("case", statement.case_id);
    in.text("said_by", statement.said_by);
    in.text("said_by_name", statement.said_by_name);
    in.instant("at", statement.at);
    in.date("valid_until", statement.valid_until);
    in.texts("pages", statement.pages);
    in.text("device", statement.device);
    in.integer("device_seq", statement.device_seq);
    in.integer("base", statement.base);
    in.integer("seq", statement.seq);
    in.integer("part", statement.part);
    in.flag("erased", statement.erased);
}

void read_act(ObjectReader& in, domain::DossierAct& act) {
    in.need_text("id", act.id);
    in.need_named("kind", act.kind);
    in.text("field", act.field);
    in.text("document", act.document);
    in.texts("among", act.among);
    in.texts("keep", act.keep);
    in.text("value", act.value);
    in.date("valid_until", act.valid_until);
    in.texts("pages", act.pages);
    read_turns(in, act.turned);
    in.text("concerns", act.concerns);
    in.object("other", act.other, read_party_key);
    in.text("ground", act.ground);
    in.text("reason", act.reason);
    in.text("by", act.by);
    in.text("by_name", act.by_name);
    in.instant("at", act.at);
    in.integer("seq", act.seq);
    in.integer("part", act.part);
}

nlohmann::json acts_to_json(const std::vector<domain::DossierAct>& acts) {
    return list_to_json(acts, [](const domain::DossierAct& act) { return to_json(act); });
}

nlohmann::json part_to_json(const domain::DossierPart& part) {
    ObjectWriter out;
    out.put("key", to_json(part.key));
    out.integer("case_count", part.case_count);
    out.integer("version", part.version);
    out.instant("merged_at", part.merged_at);
    out.integer("joined", part.joined);
    return out.done();
}

void read_part(ObjectReader& in, domain::DossierPart& part) {
    in.need_object("key", part.key, read_party_key);
    in.integer("case_count", part.case_count);
    in.integer("version", part.version);
    in.instant("merged_at", part.merged_at);
    in.integer("joined", part.joined);
}

nlohmann::json case_to_json(const domain::CaseReference& one) {
    ObjectWriter out;
    out.text("case", one.case_id);
    out.text("case_no", one.case_no);
    out.text("item_code", one.item_code);
    out.text("item_name", one.item_name);
    out.text("department_name", one.department_name);
    out.named("life", one.life);
    if (one.result) out.named("result", *one.result);
    out.instant("registered_at", one.registered_at);
    out.integer("part", one.part);
    return out.done();
}

void read_result(ObjectReader& in, std::optional<domain::CaseResult>& result) {
    std::string word;
    in.text("result", word);
    if (!word.empty()) in.named("result", result.emplace());
}

void read_case(ObjectReader& in, domain::CaseReference& one) {
    in.need_text("case", one.case_id);
    in.text("case_no", one.case_no);
    in.text("item_code", one.item_code);
    in.text("item_name", one.item_name);
    in.text("department_name", one.department_name);
    in.named("life", one.life);
    read_result(in, one.result);
    in.instant("registered_at", one.registered_at);
    in.integer("part", one.part);
}

nlohmann::json related_to_json(const domain::RelatedParty& related) {
    ObjectWriter out;
    out.named("relation", related.relation);
    out.text("name", related.name);
    if (related.key) out.put("key", to_json(*related.key));
    out.texts("cases", related.cases);
    return out.done();
}

void read_related(ObjectReader& in, domain::RelatedParty& related) {
    in.need_named("relation", related.relation);
    in.text("name", related.name);
    in.object("key", related.key, read_party_key);
    in.texts("cases", related.cases);
}

void read_record(ObjectReader& in, domain::DossierRecord& record) {
    in.need_object("key", record.key, read_party_key);
    in.objects("statements", record.statements, read_statement);
    in.objects("documents", record.documents, read_document);
    in.objects("acts", record.acts, read_act);
    in.integer("case_count", record.case_count);
    in.integer("version", record.version);
}

void read_file(ObjectReader& in, domain::DossierFile& file) {
    in.need_object("dossier", file.dossier, read_dossier);
    in.objects("statements", file.statements, read_statement);
    in.objects("acts", file.acts, read_act);
    in.objects("parts", file.parts, read_part);
    in.objects("cases", file.cases, read_case);
    in.objects("related", file.related, read_related);
}

}  // namespace

nlohmann::json to_json(const domain::DossierAct& act) {
    ObjectWriter out;
    out.text("id", act.id);
    out.named("kind", act.kind);
    out.text("field", act.field);
    out.text("document", act.document);
    out.texts("among", act.among);
    out.texts("keep", act.keep);
    out.text("value", act.value);
    out.date("valid_until", act.valid_until);
    out.texts("pages", act.pages);
    write_turns(out, act.turned);
    out.text("concerns", act.concerns);
    if (act.other) out.put("other", to_json(*act.other));
    out.text("ground", act.ground);
    out.text("reason", act.reason);
    out.text("by", act.by);
    out.text("by_name", act.by_name);
    if (act.at != base::Instant{}) out.instant("at", act.at);
    out.integer("seq", act.seq);
    out.integer("part", act.part);
    return out.done();
}

std::string record_to_text(const domain::DossierRecord& record) {
    ObjectWriter out;
    out.put("key", to_json(record.key));
    out.put("statements", list_to_json(record.statements, statement_to_json));
    out.put("documents",
            list_to_json(record.documents, [](const domain::DossierDocument& one) { return to_json(one); }));
    out.put("acts", acts_to_json(record.acts));
    out.integer("case_count", record.case_count);
    out.integer("version", record.version);
    return to_text(out.done());
}

base::Result<domain::DossierRecord> record_from_text(std::string_view text) {
    YC_TRY(const auto json, parse_text(text));
    domain::DossierRecord record;
    ObjectReader in(json);
    read_record(in, record);
    YC_CHECK(in.finish());
    return record;
}

nlohmann::json to_json(const domain::DossierFile& file) {
    ObjectWriter out;
    out.put("dossier", to_json(file.dossier));
    out.put("statements", list_to_json(file.statements, statement_to_json));
    out.put("acts", acts_to_json(file.acts));
    out.put("parts", list_to_json(file.parts, part_to_json));
    out.put("cases", list_to_json(file.cases, case_to_json));
    out.put("related", list_to_json(file.related, related_to_json));
    return out.done();
}

nlohmann::json file_answer_to_json(const std::optional<domain::DossierFile>& file) {
    return {{"file", file ? to_json(*file) : nlohmann::json()}};
}

base::Result<std::optional<domain::DossierFile>> file_answer_from_json(const nlohmann::json& json) {
    std::optional<domain::DossierFile> file;
    ObjectReader in(json);
    in.object("file", file, read_file);
    YC_CHECK(in.finish());
    return file;
}

nlohmann::json to_json(const DossierActRequest& request) {
    auto json = to_json(request.on);
    json["act"] = to_json(request.act);
    return json;
}

base::Result<DossierActRequest> act_request_from_json(const nlohmann::json& json) {
    DossierActRequest request;
    YC_TRY(request.on, dossier_lookup_from_json(json));
    ObjectReader in(json);
    in.need_object("act", request.act, read_act);
    YC_CHECK(in.finish());
    return request;
}

}  // namespace yc::wire
