#include "client/desk/handout.h"
#include "client/desk/number_view.h"
#include "core/base/utf8.h"

namespace yc::client::desk {

namespace {

CollectorCheck matched(CollectorCheck check, const domain::Party& party, const std::string& name,
                       const char* relation, const char* key) {
    check.relation = relation;
    if (base::tidy_name(name) != base::tidy_name(party.name)) {
        check.problems.push_back({{"desk.collector.other_name", {{"expected", party.name}}}});
        check.text = check.problems.back().text;
        return check;
    }
    check.may_collect = true;
    check.text = {key, {}};
    return check;
}

}  // namespace

CollectorCheck check_collector(const domain::CaseState& state, const Collector& collector, base::Date today) {
    CollectorCheck check;
    const NumberView number = read_number(collector.number, today, true);
    check.problems = number.problems;
    if (base::trim(collector.name).empty() || !number.complete) {
        check.text =
            number.complete || number.text.empty() ? Text{"desk.collector.who", {}} : number.problems[0].text;
        return check;
    }
    check.key = {*number.kind, number.text};
    const domain::Registration& registration = state.registration;
    if (check.key == registration.applicant.key)
        return matched(std::move(check), registration.applicant, collector.name, "self",
                       "desk.collector.self");
    if (registration.agent && check.key == registration.agent->key)
        return matched(std::move(check), *registration.agent, collector.name, "agent",
                       "desk.collector.agent");
    check.relation = base::trim(collector.relation);
    check.may_collect = !check.relation.empty();
    check.text = {check.may_collect ? "desk.collector.other_with_relation" : "desk.collector.other",
                  {{"relation", check.relation}}};
    return check;
}

}  // namespace yc::client::desk
