#include "forms/catalogue_import.h"

#include <nlohmann/json.hpp>
#include <optional>

#include "core/base/utf8.h"
#include "core/wire/json_text.h"
#include "forms/record_patch.h"
#include "forms/tidy_text.h"

namespace yc::forms {

using base::fail;
using base::Result;
using domain::ServiceItem;
using nlohmann::json;

namespace {

/// What a published list writes where an item belongs to no main item.
constexpr const char* no_main_item = "未分类";

/// A member as tidy text; numbers are taken as they are written.
Result<std::string> text_of(const json& entry, const char* name) {
    const auto found = entry.find(name);
    if (found == entry.end() || found->is_null()) return std::string();
    if (found->is_number_integer()) return std::to_string(found->get<int64_t>());
    if (!found->is_string()) return fail("catalogue.entry_member", {}, {{"field", name}});
    return tidy_line(found->get_ref<const std::string&>());
}

std::string code_in_list(const CodeProfile& profile, domain::ItemType type) {
    auto code = profile.write("item_type", type);
    code.erase(0, std::min(code.find_first_not_of('0'), code.size()));
    return code;
}

json list_entry(const ServiceItem& item, const CodeProfile& profile) {
    return {{"department", item.department_name},
            {"main_item", item.main_item.empty() ? no_main_item : item.main_item},
            {"name", item.name},
            {"task_code", item.code},
            {"task_type", code_in_list(profile, item.type)},
            {"area_code", item.area_code},
            {"dept_code", item.department}};
}

/// Reads the members of an entry over the item; what is doubtful goes to the collector.
Result<void> read_entry(const json& source, const CodeProfile& profile, ServiceItem& item,
                        ImportCollector& collector) {
    YC_TRY(item.department_name, text_of(source, "department"));
    YC_TRY(item.department, text_of(source, "dept_code"));
    YC_TRY(item.main_item, text_of(source, "main_item"));
    YC_TRY(item.area_code, text_of(source, "area_code"));
    item.department = tidy_code(item.department);
    if (item.department_name.empty())
        collector.doubt(fail("catalogue.entry_no_department", {}, {{"name", item.name}}));
    YC_TRY(auto type, text_of(source, "task_type"));
    type = tidy_code(type);
    const auto known = profile.read<domain::ItemType>("item_type", type);
    item.type = known.value_or(domain::ItemType::other);
    if (!known)
        collector.doubt(fail("catalogue.entry_type_unknown", {}, {{"name", item.name}, {"type", type}}));
    return {};
}

/// What a list does not tell of an item stays as it is in the catalogue.
void take_over(const ServiceItem& known, ServiceItem& item) {
    if (domain::is_listed_only(known)) {
        item.state = known.state;
        item.case_kind = known.case_kind;
        return;
    }
    auto name = std::move(item.name);
    item = known;
    item.name = std::move(name);
}

Result<ServiceItem> item_of(const json& entry, const CodeProfile& profile, const PresentItem& present,
                            ImportCollector& collector) {
    ServiceItem item;
    YC_TRY(item.name, text_of(entry, "name"));
    YC_TRY(item.code, text_of(entry, "task_code"));
    item.code = tidy_code(item.code);
    YC_CHECK(check_names(item));
    if (const auto* known = present(item.code); known && !known->fully_defined) take_over(*known, item);
    YC_CHECK(read_entry(entry, profile, item, collector));
    if (domain::is_listed_only(item) && list_entry(item, profile) != entry) {
        domain::ItemDefinition definition;
        definition.published = wire::to_text(entry);
        item.define(std::move(definition));
    }
    return item;
}

/// The entry as it was published, with what changed since written over.
json entry_for(const ServiceItem& item, const CodeProfile& profile) {
    auto now = list_entry(item, profile);
    const auto published = wire::parse_text(item.definition().published);
    if (!published || !published->is_object() || !published->contains("task_code")) return now;
    ImportCollector ignored;
    const auto then = item_of(*published, profile, nothing_present(), ignored);
    return then ? patch_record(*published, list_entry(*then, profile), now) : now;
}

}  // namespace

PresentItem nothing_present() {
    return [](const std::string&) { return nullptr; };
}

void ImportCollector::begin(size_t line) {
    ++report_.entries;
    line_ = line;
}

void ImportCollector::doubt(base::Error reason) {
    report_.problems.push_back({report_.entries, line_, false, std::move(reason)});
}

void ImportCollector::add(Result<ServiceItem> item) {
    if (item) {
        const auto [first, is_new] = lines_of_codes_.try_emplace(item->code, line_);
        if (is_new) {
            report_.items.push_back(*std::move(item));
            report_.lines.push_back(line_);
            return;
        }
        item = fail("catalogue.entry_duplicate", {},
                    {{"name", item->name}, {"first_line", std::to_string(first->second)}});
    }
    // What was doubtful about an entry left out does not matter any more.
    while (!report_.problems.empty() && report_.problems.back().entry == report_.entries)
        report_.problems.pop_back();
    report_.problems.push_back({report_.entries, line_, true, item.error()});
}

Result<ImportReport> ImportCollector::take() {
    if (report_.items.empty())
        return fail("catalogue.nothing_usable", {}, {{"entries", std::to_string(report_.entries)}});
    return std::move(report_);
}

Result<ImportReport> read_entries(
    const std::vector<ListEntry>& entries,
    const std::function<Result<ServiceItem>(const json& entry, ImportCollector&)>& read) {
    ImportCollector collector;
    for (const auto& entry : entries) {
        collector.begin(entry.line);
        const auto parsed = wire::parse_text(entry.text);
        collector.add(parsed && parsed->is_object() ? read(*parsed, collector)
                                                    : fail("catalogue.entry_broken"));
    }
    return collector.take();
}

Result<void> check_names(const ServiceItem& item) {
    if (item.name.empty()) return fail("catalogue.entry_no_name");
    if (item.code.empty()) return fail("catalogue.entry_no_code", {}, {{"name", item.name}});
    if (base::length_utf8(item.name) > longest_item_name)
        return fail("catalogue.entry_too_long", {}, {{"field", "name"}});
    if (item.code.size() > longest_item_code)
        return fail("catalogue.entry_too_long", {}, {{"field", "task_code"}});
    return {};
}

Result<ImportReport> read_published_list(std::string_view text, const CodeProfile& profile,
                                         const PresentItem& present) {
    YC_TRY(const auto entries, scan_list(text));
    return read_entries(entries, [&](const json& entry, ImportCollector& collector) {
        return item_of(entry, profile, present, collector);
    });
}

std::string write_published_list(const std::vector<const ServiceItem*>& items, const CodeProfile& profile) {
    std::string text = "[";
    for (const auto* item : items) {
        text += text.size() > 1 ? ",\n" : "";
        text += wire::to_text(entry_for(*item, profile));
    }
    return text + "]\n";
}

}  // namespace yc::forms
