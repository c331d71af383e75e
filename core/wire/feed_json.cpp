#include "core/wire/feed_json.h"

#include "core/wire/error_json.h"
#include "core/wire/event_json.h"
#include "core/wire/object_reader.h"
#include "core/wire/object_writer.h"
#include "core/wire/parts_json.h"

namespace yc::wire {
namespace {

nlohmann::json result_to_json(const PushResult& result) {
    ObjectWriter out;
    out.text("id", result.id);
    out.named("status", result.status);
    if (result.seq) out.put("seq", *result.seq);
    out.instant("arrived_at", result.arrived_at);
    if (result.error) out.put("error", to_json(*result.error));
    return out.done();
}

void read_result(ObjectReader& in, PushResult& result) {
    in.need_text("id", result.id);
    in.need_named("status", result.status);
    in.integer("seq", result.seq);
    in.instant("arrived_at", result.arrived_at);
    in.object("error", result.error, read_error);
}

nlohmann::json mark_to_json(const DossierMark& mark) {
    auto json = to_json(mark.key);
    json["version"] = mark.version;
    return json;
}

void read_mark(ObjectReader& in, DossierMark& mark) {
    read_party_key(in, mark.key);
    in.integer("version", mark.version);
}

void read_known(ObjectReader& in, Known& known) {
    in.text("epoch", known.epoch);
    in.integer("seq", known.seq);
    in.text("event", known.event);
    in.instant("arrived_at", known.arrived_at);
}

nlohmann::json known_to_json(const Known& known) {
    ObjectWriter out;
    out.text("epoch", known.epoch);
    out.put("seq", known.seq);
    out.text("event", known.event);
    out.instant("arrived_at", known.arrived_at);
    return out.done();
}

nlohmann::json event_list(const std::vector<domain::CaseEvent>& events) {
    return list_to_json(events, [](const domain::CaseEvent& event) { return to_json(event); });
}

}  // namespace

nlohmann::json push_to_json(const std::vector<domain::CaseEvent>& events, const Known& known) {
    nlohmann::json push{{"events", event_list(events)}};
    if (known != Known{}) push["known"] = known_to_json(known);
    return push;
}

base::Result<Known> push_known_from_json(const nlohmann::json& json) {
    Known known;
    ObjectReader in(json);
    in.object("known", known, read_known);
    YC_CHECK(in.finish());
    return known;
}

base::Result<std::vector<domain::CaseEvent>> push_from_json(const nlohmann::json& json) {
    std::vector<domain::CaseEvent> events;
    ObjectReader in(json);
    in.objects("events", events, read_event);
    YC_CHECK(in.finish());
    return events;
}

nlohmann::json push_answer_to_json(const std::vector<PushResult>& results) {
    return {{"results", list_to_json(results, result_to_json)}};
}

base::Result<std::vector<PushResult>> push_answer_from_json(const nlohmann::json& json) {
    std::vector<PushResult> results;
    ObjectReader in(json);
    in.objects("results", results, read_result);
    YC_CHECK(in.finish());
    return results;
}

nlohmann::json to_json(const ChangesPage& page) {
    ObjectWriter out;
    out.text("epoch", page.epoch);
    out.put("events", event_list(page.events));
    out.put("next", page.next);
    if (page.last.seq > 0) out.put("last", known_to_json(page.last));
    out.put("more", page.more);
    out.put("dossiers_changed", list_to_json(page.dossiers_changed, mark_to_json));
    out.put("catalogue_version", page.catalogue_version);
    return out.done();
}

base::Result<ChangesPage> changes_from_json(const nlohmann::json& json) {
    ChangesPage page;
    ObjectReader in(json);
    in.need_text("epoch", page.epoch);
    in.objects("events", page.events, read_event);
    in.integer("next", page.next);
    in.object("last", page.last, read_known);
    in.flag("more", page.more);
    in.objects("dossiers_changed", page.dossiers_changed, read_mark);
    in.integer("catalogue_version", page.catalogue_version);
    YC_CHECK(in.finish());
    return page;
}

}  // namespace yc::wire
