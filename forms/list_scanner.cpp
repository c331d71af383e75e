#include "forms/list_scanner.h"

#include <nlohmann/json.hpp>

namespace yc::forms {

namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Walks over the text once, keeping the line.
class Scanner {
  public:
    Scanner(std::string_view text, OpenElement open) : text_(text), open_(open) {}

    void skip_to_list() {
        if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
        skip_space();
    }
    [[nodiscard]] bool done() const { return at_ >= text_.size(); }
    [[nodiscard]] char here() const { return text_[at_]; }
    void step() {
        if (text_[at_] == '\n') ++line_;
        ++at_;
    }
    void skip_space() {
        while (!done() && is_space(here())) step();
    }

    /// The element that begins here.
    ListEntry element() {
        const auto begin = at_;
        const auto line = line_;
        int depth = 0;
        bool in_text = false;
        while (!done()) {
            const char c = here();
            if (open_ == OpenElement::ends_at_next_object && depth > 0 && c == '\n' &&
                object_begins_after(at_)) {
                const auto whole = text_.substr(begin, at_ - begin);
                if (in_text || !nlohmann::json::accept(whole)) {
                    step();
                    return {without_comma(whole), line};
                }
            }
            if (in_text) {
                if (c == '\\' && at_ + 1 < text_.size())
                    step();
                else if (c == '"')
                    in_text = false;
            } else if (c == '"') {
                in_text = true;
            } else if (c == '{' || c == '[') {
                ++depth;
            } else if ((c == '}' || c == ']') && depth-- == 0) {
                break;
            } else if (c == ',' && depth == 0) {
                break;
            }
            step();
        }
        return {without_comma(text_.substr(begin, at_ - begin)), line};
    }

  private:
    /// Whether the line after this line end begins, at its margin, an object of the list again. Nested
    /// objects stand deeper or behind something else in lists as they are published.
    [[nodiscard]] bool object_begins_after(size_t line_end) const {
        size_t next = line_end + 1;
        size_t margin = 0;
        while (next < text_.size() && (text_[next] == ' ' || text_[next] == '\t')) ++next, ++margin;
        return next < text_.size() && text_[next] == '{' && margin <= 2;
    }

    static std::string_view without_comma(std::string_view text) {
        while (!text.empty() && (is_space(text.back()) || text.back() == ',')) text.remove_suffix(1);
        return text;
    }

    std::string_view text_;
    OpenElement open_;
    size_t at_ = 0;
    size_t line_ = 1;
};

}  // namespace

base::Result<std::vector<ListEntry>> scan_list(std::string_view text, OpenElement open) {
    Scanner scanner(text, open);
    scanner.skip_to_list();
    if (scanner.done() || (scanner.here() != '[' && scanner.here() != '{'))
        return base::fail("catalogue.not_json", "neither [ nor { at the beginning");
    if (scanner.here() == '{') return base::fail("catalogue.not_a_list", "an object, not an array");
    scanner.step();
    std::vector<ListEntry> entries;
    for (;;) {
        scanner.skip_space();
        if (scanner.done() || scanner.here() == ']') break;
        if (scanner.here() == ',' || scanner.here() == '}') {
            scanner.step();
            continue;
        }
        if (auto entry = scanner.element(); !entry.text.empty()) entries.push_back(entry);
    }
    return entries;
}

}  // namespace yc::forms
