#include "core/wire/package_json.h"

#include <nlohmann/json.hpp>

#include "core/wire/item_json.h"

namespace yc::wire {

using domain::ItemChange;
using domain::ItemPackage;
using nlohmann::json;

namespace {

json member_to_json(const ItemPackage::Member& member) {
    return {{"item", member.item},
            {"department", member.department},
            {"when", condition_to_json(member.when)},
            {"answers", member.answers}};
}

void read_member(ObjectReader& reader, ItemPackage::Member& member) {
    reader.need_text("item", member.item);
    reader.text("department", member.department);
    read_condition(reader, "when", member.when);
    reader.text_map("answers", member.answers);
}

}  // namespace

json package_to_json(const ItemPackage& package) {
    json questions = json::array();
    for (const auto& question : package.questions) questions.push_back(question_to_json(question));
    json members = json::array();
    for (const auto& member : package.members) members.push_back(member_to_json(member));
    return {{"code", package.code},
            {"version", package.version},
            {"name", package.name},
            {"state", base::to_name(package.state)},
            {"lead_department", package.lead_department},
            {"guide", package.guide},
            {"words", package.words},
            {"questions", std::move(questions)},
            {"members", std::move(members)}};
}

void read_package(ObjectReader& reader, ItemPackage& package) {
    reader.need_text("code", package.code);
    reader.integer("version", package.version);
    reader.need_text("name", package.name);
    reader.named("state", package.state);
    reader.text("lead_department", package.lead_department);
    reader.text("guide", package.guide);
    reader.texts("words", package.words);
    reader.objects("questions", package.questions, read_question);
    reader.objects("members", package.members, read_member);
    if (package.members.empty()) reader.wrong("members");
}

base::Result<ItemPackage> package_from_json(const json& source) {
    ItemPackage package;
    ObjectReader reader(source);
    read_package(reader, package);
    YC_CHECK(reader.finish());
    return package;
}

json item_change_to_json(const ItemChange& change) {
    return {{"kind", base::to_name(change.kind)},
            {"code", change.code},
            {"version", change.version},
            {"from", change.from},
            {"note", change.note},
            {"on", base::to_string(change.on)}};
}

void read_item_change(ObjectReader& reader, ItemChange& change) {
    reader.need_named("kind", change.kind);
    reader.need_text("code", change.code);
    reader.integer("version", change.version);
    reader.texts("from", change.from);
    reader.text("note", change.note);
    std::optional<base::Date> on;
    reader.date("on", on);
    if (on)
        change.on = *on;
    else
        reader.wrong("on");
}

}  // namespace yc::wire
