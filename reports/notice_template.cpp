#include "reports/notice_template.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

namespace yc::reports {

namespace {

using nlohmann::json;

base::Error broken(std::string_view file, const std::string& detail) {
    return base::fail("report.template_broken", std::string(file) + ": " + detail,
                      {{"file", std::string(file)}});
}

/// The end of the placeholder that opens at `open`, counting braces inside it; npos when it is not closed.
size_t closing_brace(std::string_view text, size_t open) {
    int depth = 0;
    for (size_t i = open; i < text.size(); ++i) {
        if (text[i] == '{') ++depth;
        if (text[i] == '}' && --depth == 0) return i;
    }
    return std::string_view::npos;
}

std::optional<std::string> unknown_placeholder(std::string_view text) {
    for (size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open)) {
        const size_t close = closing_brace(text, open);
        if (close == std::string_view::npos) return "a { is not closed";
        const std::string_view inside = text.substr(open + 1, close - open - 1);
        const size_t bar = inside.find('|');
        const std::string name(inside.substr(0, bar));
        if (!known_values().contains(name)) return "unknown placeholder {" + name + "}";
        if (bar != std::string_view::npos)
            if (auto inner = unknown_placeholder(inside.substr(bar + 1))) return inner;
        open = close + 1;
    }
    return std::nullopt;
}

NoticeBlock read_block(const json& from) {
    using enum NoticeBlock::Kind;
    NoticeBlock block;
    block.when = from.value("when", "");
    const auto text_block = [&](const char* name, NoticeBlock::Kind kind) {
        if (!from.contains(name)) return false;
        block.kind = kind;
        block.text = from.at(name).get<std::string>();
        return true;
    };
    if (text_block("salutation", salutation) || text_block("paragraph", paragraph) ||
        text_block("note", note) || text_block("heading", heading) || text_block("materials", materials))
        return block;
    if (from.contains("fields")) {
        block.kind = fields;
        for (const json& row : from.at("fields"))
            block.rows.emplace_back(row.at(0).get<std::string>(), row.at(1).get<std::string>());
    } else if (from.contains("sign")) {
        block.kind = sign;
        block.signers = from.at("sign").get<std::vector<std::string>>();
    } else if (from.contains("seal")) {
        block.kind = seal;
        block.seal_organ = from.at("seal").at("organ").get<std::string>();
        block.seal_name = from.at("seal").at("name").get<std::string>();
        block.seal_date = from.at("seal").at("date").get<std::string>();
    } else if (from.contains("members")) {
        block.kind = members;
    } else if (from.contains("form")) {
        block.kind = form;
    } else {
        throw json::other_error::create(501, "a block of no known kind", &from);
    }
    return block;
}

NoticeTemplate read_template(const json& from) {
    NoticeTemplate made;
    const auto kind = base::from_name<NoticeKind>(from.at("kind").get<std::string>());
    if (!kind) throw json::other_error::create(501, "unknown kind", &from);
    made.kind = *kind;
    made.title = from.at("title").get<std::string>();
    made.letterhead = from.at("letterhead").get<std::string>();
    made.legal_basis = from.at("legal_basis").get<std::vector<std::string>>();
    made.needs = from.at("needs").get<std::vector<std::string>>();
    made.codes = from.value("codes", false);
    for (const json& block : from.at("blocks")) made.blocks.push_back(read_block(block));
    return made;
}

std::optional<std::string> unknown_fact(const std::string& when) {
    const std::string name = when.starts_with('!') ? when.substr(1) : when;
    if (name.empty() || known_facts().contains(name)) return std::nullopt;
    return "unknown condition " + name;
}

std::optional<std::string> problem_of(const NoticeBlock& block) {
    if (auto problem = unknown_fact(block.when)) return problem;
    if (block.kind == NoticeBlock::Kind::materials)
        return known_lists().contains(block.text) ? std::nullopt
                                                  : std::optional("unknown list " + block.text);
    for (const auto* text : {&block.text, &block.seal_organ, &block.seal_name, &block.seal_date})
        if (auto problem = unknown_placeholder(*text)) return problem;
    for (const auto& [label, text] : block.rows)
        if (auto problem = unknown_placeholder(text)) return problem;
    return std::nullopt;
}

std::optional<std::string> problem_of(const NoticeTemplate& made) {
    if (made.title.empty()) return "no title";
    if (made.blocks.empty()) return "no blocks";
    if (made.legal_basis.empty() || std::any_of(made.legal_basis.begin(), made.legal_basis.end(),
                                                [](const auto& text) { return text.empty(); }))
        return "no legal basis";
    if (auto problem = unknown_placeholder(made.letterhead)) return problem;
    for (const auto& need : made.needs)
        if (auto problem = unknown_fact(need)) return problem;
    for (const NoticeBlock& block : made.blocks)
        if (auto problem = problem_of(block)) return problem;
    return std::nullopt;
}

using Templates = std::map<NoticeKind, NoticeTemplate>;

base::Result<Templates> read_all() {
    Templates all;
    for (const TemplateFile& file : template_files()) {
        YC_TRY(NoticeTemplate made, parse_template(file.name, file.content));
        const NoticeKind kind = made.kind;
        all[kind] = std::move(made);
    }
    return all;
}

}  // namespace

base::Result<NoticeTemplate> parse_template(std::string_view file, std::string_view text) {
    try {
        NoticeTemplate made = read_template(json::parse(text));
        if (const auto problem = problem_of(made)) return broken(file, *problem);
        return made;
    } catch (const json::exception& error) {
        return broken(file, error.what());
    }
}

base::Result<const NoticeTemplate*> template_of(NoticeKind kind) {
    static const base::Result<Templates> all = read_all();
    if (!all) return all.error();
    const auto found = all->find(kind);
    if (found == all->end()) return broken(base::to_name(kind), "there is no template of this kind");
    return &found->second;
}

std::string fill(std::string_view text, const std::map<std::string, std::string>& values) {
    std::string out;
    size_t at = 0;
    for (size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', at)) {
        const size_t close = closing_brace(text, open);
        if (close == std::string_view::npos) break;
        out += text.substr(at, open - at);
        const std::string_view inside = text.substr(open + 1, close - open - 1);
        const size_t bar = inside.find('|');
        const auto value = values.find(std::string(inside.substr(0, bar)));
        if (value != values.end() && !value->second.empty())
            out += value->second;
        else if (bar != std::string_view::npos)
            out += fill(inside.substr(bar + 1), values);
        at = close + 1;
    }
    return out += text.substr(at);
}

}  // namespace yc::reports
