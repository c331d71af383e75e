#include "tests/support/random_event.h"

#include <vector>

#include "core/base/id.h"

namespace yc::tests {
namespace {

base::Instant random_instant(Random& random) {
    return base::Instant{std::chrono::milliseconds{random_int(random, 0, 2'000'000'000) * 1000LL +
                                                   random_int(random, 0, 999)}};
}

std::optional<base::Date> random_date(Random& random) {
    if (coin(random)) return std::nullopt;
    return base::add_days(base::make_date(2000, 1, 1), random_int(random, 0, 20000));
}

std::vector<std::string> random_texts(Random& random) {
    std::vector<std::string> out(static_cast<size_t>(random_int(random, 0, 3)));
    for (auto& text : out) text = random_text(random);
    return out;
}

domain::PageTurns random_turns(Random& random, const std::vector<std::string>& pages) {
    domain::PageTurns turned;
    for (const auto& page : pages)
        if (coin(random)) turned[page] = 90 * random_int(random, 1, 3);
    return turned;
}

domain::Limit random_limit(Random& random) {
    return {random_int(random, 0, 90), random_enum<domain::LimitUnit>(random)};
}

domain::PackageMembership random_package(Random& random) {
    domain::PackageMembership out{.group = "g" + random_text(random),
                                  .code = "p" + random_text(random),
                                  .version = random_int(random, 1, 9),
                                  .name = random_text(random),
                                  .lead_department = random_text(random),
                                  .lead_department_name = random_text(random)};
    for (int i = random_int(random, 0, 3); i > 0; --i)
        out.members.push_back(
            {"n" + random_text(random), random_text(random), random_text(random), random_text(random)});
    return out;
}

domain::Registration random_registration(Random& random) {
    domain::Registration out;
    out.case_no = random_text(random);
    out.item = {
        .code = "c" + random_text(random), .version = random_int(random, 1, 9), .name = random_text(random)};
    out.item.case_kind = random_enum<domain::CaseKind>(random);
    out.item.statutory = random_limit(random);
    out.item.promised = random_limit(random);
    out.item.number_limited = coin(random);
    out.item.counter_decides = coin(random);
    if (coin(random))
        out.item.flow.push_back({"s1", random_text(random), "d1", random_enum<domain::Role>(random), 3});
    out.applicant = random_party(random);
    if (coin(random)) out.agent = random_party(random);
    if (coin(random)) out.circumstances[random_text(random)] = random_text(random);
    out.division = "450103";
    out.hall = random_text(random);
    out.department = random_text(random);
    out.green_channel = coin(random);
    if (coin(random)) out.package = random_package(random);
    if (coin(random)) out.dossier_base = random_int(random, 0, 99);
    return out;
}

domain::SubmittedMaterial random_material(Random& random) {
    domain::SubmittedMaterial out;
    out.code = "m" + random_text(random);
    out.name = random_text(random);
    out.necessity = random_enum<domain::Necessity>(random);
    out.state = random_enum<domain::MaterialState>(random);
    out.originals = random_int(random, 0, 3);
    out.copies = random_int(random, 0, 3);
    out.pages = random_texts(random);
    out.turned = random_turns(random, out.pages);
    return out;
}

domain::EventBody random_body(Random& random) {
    domain::EventBody out;
    if (coin(random)) out.registration = random_registration(random);
    for (int i = random_int(random, 0, 4); i > 0; --i)
        out.form["f" + random_text(random)] = random_text(random);
    for (int i = random_int(random, 0, 3); i > 0; --i) out.materials.push_back(random_material(random));
    out.material_codes = random_texts(random);
    out.query_code = random_text(random);
    out.deadline = random_date(random);
    out.reason = random_text(random);
    out.opinion = random_text(random);
    out.department_name = random_text(random);
    out.officers = random_texts(random);
    out.days = random_int(random, -1, 30);
    out.valid_until = random_date(random);
    out.pages = random_texts(random);
    out.turned = random_turns(random, out.pages);
    if (coin(random))
        out.proof = domain::ProofOfService{random_enum<domain::ServiceWay>(random),
                                           random_text(random),
                                           random_party(random).key,
                                           "self",
                                           random_text(random),
                                           "",
                                           random_instant(random)};
    out.grade = random_int(random, 0, 5);
    out.concerns = random_text(random);
    return out;
}

}  // namespace

std::string random_text(Random& random) {
    static const std::vector<std::string> pieces{"",   "陈",   "𠮷", "𬭎", "㛃",    "阿卜杜·拉", "a",
                                                 "Z9", "\"",   "\\", "\n\t", "é",     "🀄",         "' --",
                                                 "0",  "\x01", " ",  "{",    "\u2028"};
    std::string out;
    for (int i = random_int(random, 0, 6); i > 0; --i)
        out += pieces[static_cast<size_t>(random_int(random, 0, static_cast<int>(pieces.size()) - 1))];
    return out;
}

domain::Party random_party(Random& random) {
    domain::Party out;
    out.key = {random_enum<domain::DocumentKind>(random), random_text(random)};
    out.name = random_text(random);
    out.phone = random_text(random);
    out.address = random_text(random);
    out.contact_name = random_text(random);
    return out;
}

domain::CaseEvent random_event(Random& random) {
    domain::CaseEvent out;
    out.at = random_instant(random);
    out.id = base::new_uuid(out.at);
    out.case_id = base::new_uuid(out.at);
    out.device = random_text(random);
    out.device_seq = random_int(random, 0, 1'000'000);
    out.kind = random_enum<domain::EventKind>(random);
    out.actor = {.user = "u" + random_text(random), .name = random_text(random)};
    for (int i = random_int(random, 0, 3); i > 0; --i)
        out.actor.roles.push_back(random_enum<domain::Role>(random));
    out.actor.hall = random_text(random);
    if (coin(random)) out.actor.authority_until = random_instant(random);
    out.offline = coin(random);
    out.saw = random_int(random, 0, 1'000'000);
    out.body = random_body(random);
    if (coin(random)) out.seq = random_int(random, 0, 1'000'000);
    if (coin(random)) out.arrived_at = random_instant(random);
    return out;
}

}  // namespace yc::tests
