#include "core/wire/policy_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

namespace yc::wire {
namespace {

using domain::CaseResult;
using domain::ClockKind;
using domain::EventKind;
using nlohmann::json;
using nlohmann::ordered_json;

/// A key of the policy: what it may hold, and where it lies.
struct Key {
    std::string name;
    std::string allowed;  ///< in words of the file, for the error
    std::function<ordered_json(const NumberedPolicy&)> write;
    std::function<bool(const json&, NumberedPolicy&)> read;
};

template <class T>
using Place = T& (*)(NumberedPolicy&);

/// Reads through a Place of a constant policy.
template <class T>
T value_at(Place<T> place, const NumberedPolicy& policy) {
    NumberedPolicy copy = policy;
    return place(copy);
}

std::optional<int> whole_number(const json& value, int least, int most) {
    if (!value.is_number_integer()) return std::nullopt;
    const auto number = value.get<int64_t>();
    if (number < least || number > most) return std::nullopt;
    return static_cast<int>(number);
}

Key number(const char* name, int least, int most, Place<int> place) {
    return {name, fmt::format("{}–{}", least, most),
            [=](const NumberedPolicy& policy) { return ordered_json(value_at(place, policy)); },
            [=](const json& value, NumberedPolicy& policy) {
                const auto read = whole_number(value, least, most);
                if (read) place(policy) = *read;
                return read.has_value();
            }};
}

Key flag(const char* name, Place<bool> place) {
    return {name, "true, false",
            [=](const NumberedPolicy& policy) { return ordered_json(value_at(place, policy)); },
            [=](const json& value, NumberedPolicy& policy) {
                if (value.is_boolean()) place(policy) = value.get<bool>();
                return value.is_boolean();
            }};
}

std::optional<base::TimeOfDay> time_from(const json& value) {
    if (!value.is_string()) return std::nullopt;
    const auto text = value.get<std::string>();
    const auto digit = [&](size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4))
        return std::nullopt;
    const int hours = (text[0] - '0') * 10 + text[1] - '0';
    const int minutes = (text[3] - '0') * 10 + text[4] - '0';
    if (hours > 23 || minutes > 59) return std::nullopt;
    return base::TimeOfDay{hours * 60 + minutes};
}

Key time(const char* name, Place<base::TimeOfDay> place) {
    return {name, "00:00–23:59",
            [=](const NumberedPolicy& policy) {
                const auto minutes = value_at(place, policy).count();
                return ordered_json(fmt::format("{:02}:{:02}", minutes / 60, minutes % 60));
            },
            [=](const json& value, NumberedPolicy& policy) {
                const auto read = time_from(value);
                if (read) place(policy) = *read;
                return read.has_value();
            }};
}

template <class E>
std::optional<E> name_from(const json& value, const std::vector<E>& allowed) {
    if (!value.is_string()) return std::nullopt;
    const auto read = base::from_name<E>(value.get_ref<const std::string&>());
    if (!read || std::find(allowed.begin(), allowed.end(), *read) == allowed.end()) return std::nullopt;
    return read;
}

Key outcome(const char* name, std::vector<CaseResult> allowed, Place<CaseResult> place) {
    std::string words;
    for (const auto result : allowed)
        words += (words.empty() ? "" : ", ") + std::string(base::to_name(result));
    return {
        name, words,
        [=](const NumberedPolicy& policy) { return ordered_json(base::to_name(value_at(place, policy))); },
        [=](const json& value, NumberedPolicy& policy) {
            const auto read = name_from(value, allowed);
            if (read) place(policy) = *read;
            return read.has_value();
        }};
}

std::optional<domain::CardRule> card_from(const json& value) {
    static const std::vector<EventKind> cards{EventKind::prewarn, EventKind::yellow_card,
                                              EventKind::red_card};
    static const std::vector<ClockKind> clocks{ClockKind::reply, ClockKind::promise, ClockKind::statutory,
                                               ClockKind::delivery};
    if (!value.is_object() || value.size() != 3 || !value.contains("card") || !value.contains("clock") ||
        !value.contains("working_days_past"))
        return std::nullopt;
    const auto kind = name_from(value["card"], cards);
    const auto clock = name_from(value["clock"], clocks);
    const auto days = whole_number(value["working_days_past"], -60, 60);
    if (!kind || !clock || !days) return std::nullopt;
    return domain::CardRule{*kind, *clock, *days};
}

ordered_json cards_to_json(const NumberedPolicy& policy) {
    auto list = ordered_json::array();
    for (const auto& rule : policy.policy.card_rules)
        list.push_back({{"card", base::to_name(rule.kind)},
                        {"clock", base::to_name(rule.clock)},
                        {"working_days_past", rule.working_days_past}});
    return list;
}

bool cards_from_json(const json& value, NumberedPolicy& policy) {
    if (!value.is_array()) return false;
    std::vector<domain::CardRule> rules;
    for (const auto& entry : value) {
        const auto rule = card_from(entry);
        if (!rule) return false;
        rules.push_back(*rule);
    }
    policy.policy.card_rules = std::move(rules);
    return true;
}

Key skew() {
    return {"skew_tolerance_minutes", "0–1440",
            [](const NumberedPolicy& policy) { return ordered_json(policy.policy.skew_tolerance.count()); },
            [](const json& value, NumberedPolicy& policy) {
                const auto read = whole_number(value, 0, 1440);
                if (read) policy.policy.skew_tolerance = std::chrono::minutes{*read};
                return read.has_value();
            }};
}

using P = NumberedPolicy;

std::vector<Key> make_keys() {
    return {
        number("version", 1, 1'000'000'000, [](P& p) -> int& { return p.version; }),
        flag("count_start_day", [](P& p) -> bool& { return p.policy.counting.count_start_day; }),
        time("office_opens", [](P& p) -> base::TimeOfDay& { return p.policy.counting.hours.opens; }),
        time("lunch_from", [](P& p) -> base::TimeOfDay& { return p.policy.counting.hours.lunch_from; }),
        time("lunch_to", [](P& p) -> base::TimeOfDay& { return p.policy.counting.hours.lunch_to; }),
        time("office_closes", [](P& p) -> base::TimeOfDay& { return p.policy.counting.hours.closes; }),
        number("reply_days", 1, 5, [](P& p) -> int& { return p.policy.reply_days; }),
        number("delivery_days", 1, 10, [](P& p) -> int& { return p.policy.delivery_days; }),
        number("supplement_days", 1, 180, [](P& p) -> int& { return p.policy.supplement_days; }),
        outcome("supplement_overdue_outcome", {CaseResult::lapsed, CaseResult::declined},
                [](P& p) -> CaseResult& { return p.policy.supplement_overdue_outcome; }),
        number("tolerant_days", 1, 180, [](P& p) -> int& { return p.policy.tolerant_days; }),
        outcome("tolerant_overdue_outcome",
                {CaseResult::acceptance_revoked, CaseResult::lapsed, CaseResult::refused},
                [](P& p) -> CaseResult& { return p.policy.tolerant_overdue_outcome; }),
        flag("may_supplement_in_review", [](P& p) -> bool& { return p.policy.may_supplement_in_review; }),
        flag("in_review_supplement_pauses",
             [](P& p) -> bool& { return p.policy.in_review_supplement_pauses; }),
        number("extension_days", 0, 60, [](P& p) -> int& { return p.policy.extension_days; }),
        number("joint_extension_days", 0, 60, [](P& p) -> int& { return p.policy.joint_extension_days; }),
        number("extension_ask_days_before", 0, 60,
               [](P& p) -> int& { return p.policy.extension_ask_days_before; }),
        {"card_rules",
         "[{card: prewarn | yellow_card | red_card, clock: reply | promise | statutory | delivery, "
         "working_days_past: -60–60}]",
         cards_to_json, cards_from_json},
        skew(),
    };
}

const std::vector<Key>& keys() {
    static const std::vector<Key> all = make_keys();
    return all;
}

bool in_order(const domain::OfficeHours& hours) {
    return hours.opens < hours.lunch_from && hours.lunch_from <= hours.lunch_to &&
           hours.lunch_to < hours.closes;
}

base::Error bad_value(const std::string& key, const std::string& allowed) {
    return base::fail("policy.bad_value", "value of " + key, {{"key", key}, {"allowed", allowed}});
}

base::Result<void> check_names(const json& object) {
    for (const auto& [name, value] : object.items()) {
        const bool known =
            std::any_of(keys().begin(), keys().end(), [&](const Key& key) { return key.name == name; });
        if (!known) return base::fail("policy.unknown_key", "unknown key", {{"key", name}});
    }
    return {};
}

ordered_json to_ordered(const NumberedPolicy& policy) {
    auto object = ordered_json::object();
    for (const Key& key : keys()) object[key.name] = key.write(policy);
    return object;
}

}  // namespace

json policy_to_json(const NumberedPolicy& policy) {
    return json::parse(to_ordered(policy).dump());
}

base::Result<NumberedPolicy> policy_from_json(const json& object, UnknownKeys unknown) {
    if (!object.is_object()) return base::fail("policy.not_an_object", "not a JSON object");
    if (unknown == UnknownKeys::refuse) YC_CHECK(check_names(object));
    NumberedPolicy policy;
    for (const Key& key : keys()) {
        const auto found = object.find(key.name);
        // A message says 0 for the defaults; a file must number itself.
        if (key.name == "version" && unknown == UnknownKeys::pass && found != object.end() && *found == 0)
            continue;
        if (found != object.end() && !key.read(*found, policy)) return bad_value(key.name, key.allowed);
    }
    if (unknown == UnknownKeys::refuse && policy.version == 0) return bad_value("version", "1–1000000000");
    if (!in_order(policy.policy.counting.hours))
        return bad_value("office_closes", "office_opens < lunch_from <= lunch_to < office_closes");
    return policy;
}

std::string policy_to_file(const NumberedPolicy& policy) {
    return to_ordered(policy).dump(2) + "\n";
}

base::Result<NumberedPolicy> policy_from_file(std::string_view text) {
    try {
        return policy_from_json(json::parse(text), UnknownKeys::refuse);
    } catch (const json::parse_error& problem) {
        const auto end = std::min(text.size(), problem.byte);
        const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '\n');
        return base::fail("policy.not_json", problem.what(), {{"line", std::to_string(line)}});
    }
}

}  // namespace yc::wire
