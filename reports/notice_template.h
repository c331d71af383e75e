#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "reports/notices.h"

namespace yc::reports {

/// A part of a notice, from top to bottom.
struct NoticeBlock {
    enum class Kind { fields, salutation, paragraph, note, heading, materials, members, form, seal, sign };
    Kind kind = Kind::paragraph;
    std::string when;  ///< name of a fact that must hold ("!" before it: must not); empty = always
    std::string text;  ///< with {placeholders}; for materials the name of the list
    std::vector<std::pair<std::string, std::string>>
        rows;  ///< fields: label and text; a row left empty is dropped
    std::vector<std::string> signers;
    std::string seal_organ, seal_name, seal_date;
};

/// A notice as data: reports/templates/<kind>.json.
struct NoticeTemplate {
    NoticeKind kind = NoticeKind::receipt;
    std::string title;
    std::string letterhead;
    std::vector<std::string> legal_basis;
    std::vector<std::string> needs;  ///< facts without which the paper may not be printed
    bool codes = false;              ///< carries Code 128 and QR of the case
    std::vector<NoticeBlock> blocks;
};

/// Reads and checks a template: every placeholder, fact, material list and kind must be known, and a legal
/// basis be given. Errors: report.template_broken {file}.
[[nodiscard]] base::Result<NoticeTemplate> parse_template(std::string_view file, std::string_view json);

/// The template of a kind, from those built into the program, all of which are read at first use.
/// Errors: report.template_broken {file}. Safe from any thread.
[[nodiscard]] base::Result<const NoticeTemplate*> template_of(NoticeKind kind);

/// Replaces `{name}` by its value and, where that is empty, `{name|text}` by the text, which may hold
/// placeholders itself.
[[nodiscard]] std::string fill(std::string_view text, const std::map<std::string, std::string>& values);

/// The names that placeholders, conditions and material lists may use; notice_facts.cpp gives their values.
[[nodiscard]] const std::set<std::string>& known_values();
[[nodiscard]] const std::set<std::string>& known_facts();
[[nodiscard]] const std::set<std::string>& known_lists();

struct TemplateFile {
    std::string name;
    std::string content;
};
/// Those built in; the build writes this function.
[[nodiscard]] const std::vector<TemplateFile>& template_files();

}  // namespace yc::reports
