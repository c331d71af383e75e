#include "forms/lint/lint.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "core/wire/json_text.h"
#include "core/wire/object_reader.h"
#include "forms/catalogue_merge.h"
#include "forms/lint/item_rules.h"

namespace yc::forms::lint {

using domain::ItemState;
using domain::ServiceItem;

namespace {

const Rule duplicate_name{"duplicate_name", Severity::error, "GB/T 39554.1-2020"};
const Rule same_listed_name{"same_listed_name", Severity::info, "GB/T 39554.1-2020"};

const std::vector<ItemRule>& rules_of_defined() {
    static const auto rules_there = [] {
        std::vector<ItemRule> all;
        for (auto&& part : {limit_rules(), guide_rules(), material_rules()})
            all.insert(all.end(), part.begin(), part.end());
        return all;
    }();
    return rules_there;
}

/// Judges items one after the other, with the severities that hold.
class Judge {
  public:
    explicit Judge(const Policy& policy) : policy_(policy) {}

    void judge(const ServiceItem& item) {
        for (const auto& rule : code_rules()) apply(rule, item);
        if (!domain::is_listed_only(item))
            for (const auto& rule : rules_of_defined()) apply(rule, item);
        names(item);
    }
    std::vector<Finding> take() {
        std::stable_sort(findings_.begin(), findings_.end(),
                         [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
        return std::move(findings_);
    }

  private:
    [[nodiscard]] Severity severity_of(const Rule& rule) const {
        const auto said = policy_.find(rule.id);
        return said == policy_.end() ? rule.severity : said->second;
    }

    void apply(const ItemRule& rule, const ServiceItem& item) {
        if (severity_of(rule.rule) == Severity::off) return;
        rule.judge(item, [&](std::string field, std::map<std::string, std::string> args) {
            add(rule.rule, item, std::move(field), std::move(args));
        });
    }

    void add(const Rule& rule, const ServiceItem& item, std::string field,
             std::map<std::string, std::string> args) {
        args.emplace("item", item.name);
        findings_.push_back(
            {rule.id, severity_of(rule), item.code, item.name, std::move(field), std::move(args)});
    }

    /// The same name twice with one organ is an error where both are defined; lists often have one name for
    /// several handling items.
    void names(const ServiceItem& item) {
        const auto [first, is_new] = names_.try_emplace({item.name, item.department, item.area_code}, &item);
        if (is_new) return;
        const bool both = item.fully_defined && first->second->fully_defined;
        const auto& rule = both ? duplicate_name : same_listed_name;
        if (severity_of(rule) != Severity::off) add(rule, item, "name", {{"other", first->second->code}});
    }

    const Policy& policy_;
    std::vector<Finding> findings_;
    std::map<std::tuple<std::string, std::string, std::string>, const ServiceItem*> names_;
};

}  // namespace

const std::vector<Rule>& rules() {
    static const auto all = [] {
        std::vector<Rule> list;
        for (const auto& rule : code_rules()) list.push_back(rule.rule);
        for (const auto& rule : rules_of_defined()) list.push_back(rule.rule);
        list.push_back(duplicate_name);
        list.push_back(same_listed_name);
        return list;
    }();
    return all;
}

base::Result<Policy> parse_policy(std::string_view text) {
    YC_TRY(const nlohmann::json source, wire::parse_text(text));
    std::map<std::string, std::string> words;
    wire::ObjectReader reader(source);
    reader.text_map("severities", words);
    YC_CHECK(reader.finish());
    Policy policy;
    for (const auto& [id, word] : words) {
        const bool known = std::any_of(rules().begin(), rules().end(),
                                       [&, name = id](const Rule& rule) { return rule.id == name; });
        const auto severity = base::from_name<Severity>(word);
        if (!known || !severity) return base::fail("lint.policy", {}, {{"rule", id}, {"severity", word}});
        policy[id] = *severity;
    }
    return policy;
}

std::vector<Finding> judge(const CatalogueBundle& bundle, const Policy& policy) {
    Judge judge_all(policy);
    for (const auto* item : newest_items(bundle))
        if (item->state != ItemState::cancelled) judge_all.judge(*item);
    return judge_all.take();
}

}  // namespace yc::forms::lint
