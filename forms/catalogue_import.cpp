#include "forms/catalogue_import.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "core/base/utf8.h"
#include "core/wire/json_text.h"
#include "forms/list_scanner.h"

namespace yc::forms {

using base::Error;
using base::fail;
using base::Result;
using domain::ServiceItem;
using nlohmann::json;

namespace {

constexpr size_t longest_name = 200;  // GB/T 39046-2020: an..200
constexpr size_t longest_code = 200;

/// Words that published lists write where there is nothing.
bool means_nothing(const std::string& value) {
    static const std::set<std::string> words{"无", "暂无", "没有", "空",   "未分类", "-",
                                             "--", "/",    "null", "NULL", "N/A"};
    return words.contains(value);
}

/// Inner runs of white space (line breaks, tabs, U+3000 among them) as one space; none next to hanzi ends.
std::string collapse_space(std::string_view text) {
    std::u32string out;
    for (const char32_t point : base::decode_utf8(text)) {
        const bool space = point == U' ' || point == U'\t' || point == U'\n' || point == U'\r' ||
                           point == 0x3000 || point == 0xA0 || point == 0xFEFF || point == 0x200B;
        if (!space)
            out.push_back(point);
        else if (!out.empty() && out.back() != U' ')
            out.push_back(U' ');
    }
    return base::trim(base::encode_utf8(out));
}

/// A member as tidy text; numbers are taken as they are written.
std::optional<std::string> text_of(const json& entry, const char* name) {
    const auto found = entry.find(name);
    if (found == entry.end() || found->is_null()) return std::string();
    if (found->is_number_integer()) return std::to_string(found->get<int64_t>());
    if (!found->is_string()) return std::nullopt;
    auto text = collapse_space(found->get_ref<const std::string&>());
    return means_nothing(text) ? std::string() : text;
}

/// Codes are opaque, but never hold full-width characters or spaces.
std::string tidy_code(const std::string& text) {
    auto code = base::to_half_width(text);
    std::erase_if(code, [](char c) { return c == ' '; });
    return code;
}

/// Reads the entries of one list, one after the other.
class ListReader {
  public:
    explicit ListReader(const CodeProfile& profile) : profile_(profile) {}

    void read(const ListEntry& entry) {
        ++report_.entries;
        entry_ = &entry;
        auto item = item_of(entry);
        if (item)
            report_.items.push_back(*std::move(item));
        else
            note(true, item.error());
    }
    [[nodiscard]] ImportReport take() { return std::move(report_); }

  private:
    void note(bool left_out, Error reason) {
        report_.problems.push_back({report_.entries, entry_->line, left_out, std::move(reason)});
    }

    /// A required text member.
    Result<std::string> need(const json& source, const char* name) {
        const auto text = text_of(source, name);
        if (!text) return fail("catalogue.entry_member", {}, {{"field", name}});
        return *text;
    }

    Result<ServiceItem> item_of(const ListEntry& entry) {
        const auto parsed = wire::parse_text(entry.text);
        if (!parsed || !parsed->is_object()) return fail("catalogue.entry_broken");
        ServiceItem item;
        YC_TRY(item.name, need(*parsed, "name"));
        if (item.name.empty()) return fail("catalogue.entry_no_name");
        if (base::length_utf8(item.name) > longest_name)
            return fail("catalogue.entry_too_long", {}, {{"field", "name"}});
        YC_TRY(item.code, need(*parsed, "task_code"));
        item.code = tidy_code(item.code);
        if (item.code.empty()) return fail("catalogue.entry_no_code", {}, {{"name", item.name}});
        if (item.code.size() > longest_code)
            return fail("catalogue.entry_too_long", {}, {{"field", "task_code"}});
        YC_TRY(item.department_name, need(*parsed, "department"));
        YC_TRY(item.department, need(*parsed, "dept_code"));
        YC_TRY(item.main_item, need(*parsed, "main_item"));
        YC_TRY(item.area_code, need(*parsed, "area_code"));
        item.department = tidy_code(item.department);
        YC_CHECK(check_new(item));
        YC_CHECK(set_type(item, *parsed));
        return item;
    }

    /// Code by code, the first entry stays; the same name again is taken but said.
    Result<void> check_new(const ServiceItem& item) {
        if (const auto [first, is_new] = lines_of_codes_.try_emplace(item.code, entry_->line); !is_new)
            return fail("catalogue.entry_duplicate", {},
                        {{"name", item.name}, {"first_line", std::to_string(first->second)}});
        if (item.department_name.empty())
            note(false, fail("catalogue.entry_no_department", {}, {{"name", item.name}}));
        return {};
    }

    Result<void> set_type(ServiceItem& item, const json& source) {
        YC_TRY(auto code, need(source, "task_type"));
        code = tidy_code(code);
        code.erase(0, std::min(code.find_first_not_of('0'), code.size()));
        const auto type = profile_.item_types.find(code);
        if (type != profile_.item_types.end())
            item.type = type->second;
        else {
            item.type = domain::ItemType::other;
            note(false, fail("catalogue.entry_type_unknown", {}, {{"name", item.name}, {"type", code}}));
        }
        return {};
    }

    const CodeProfile& profile_;
    ImportReport report_;
    const ListEntry* entry_ = nullptr;
    std::map<std::string, size_t> lines_of_codes_;
};

/// The same entry of the list, whatever version it has become here.
bool same_content(ServiceItem a, const ServiceItem& b) {
    a.version = b.version;
    return a == b;
}

}  // namespace

Result<ImportReport> read_published_list(std::string_view text, const CodeProfile& profile) {
    YC_TRY(const auto entries, scan_list(text));
    ListReader reader(profile);
    for (const auto& entry : entries) reader.read(entry);
    auto report = reader.take();
    if (report.items.empty()) {
        const auto count = std::to_string(report.entries);
        return fail("catalogue.nothing_usable", {}, {{"entries", count}});
    }
    return report;
}

CatalogueBundle merge_items(const CatalogueBundle& bundle, const std::vector<ServiceItem>& items,
                            MergeCounts* counts) {
    MergeCounts done;
    auto merged = bundle;
    std::map<std::string, size_t> newest;
    for (size_t i = 0; i < merged.items.size(); ++i) {
        const auto [place, is_new] = newest.try_emplace(merged.items[i].code, i);
        if (!is_new && merged.items[place->second].version < merged.items[i].version) place->second = i;
    }
    for (auto item : items) {
        const auto known = newest.find(item.code);
        if (known == newest.end()) {
            ++done.added;
        } else if (const auto& present = merged.items[known->second];
                   present.fully_defined && !item.fully_defined) {
            ++done.kept_defined;
            continue;
        } else if (same_content(item, present)) {
            ++done.unchanged;
            continue;
        } else {
            item.version = present.version + 1;
            ++done.changed;
        }
        newest[item.code] = merged.items.size();
        merged.items.push_back(std::move(item));
    }
    if (done.added + done.changed > 0) ++merged.version;
    if (counts) *counts = done;
    return merged;
}

}  // namespace yc::forms
