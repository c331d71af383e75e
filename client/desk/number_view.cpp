#include "client/desk/number_view.h"

#include "core/base/utf8.h"
#include "core/domain/identity_number.h"

namespace yc::client::desk {

namespace {

int position_of(const base::Error& error) {
    const auto it = error.args.find("position");
    if (it == error.args.end() || it->second.empty()) return -1;
    return std::stoi(it->second) - 1;
}

std::string without_spaces(std::string_view typed) {
    std::string text;
    for (char c : base::to_upper_ascii(base::to_half_width(base::trim(typed))))
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n') text += c;
    return text;
}

}  // namespace

NumberView read_number(std::string_view typed, base::Date today, bool finished) {
    NumberView view;
    view.text = without_spaces(typed);
    if (view.text.empty()) return view;
    const auto identity = domain::parse_identity(view.text, today);
    if (!identity) {
        const base::Error& error = identity.error();
        const bool unfinished = error.code == "identity.length" || error.code == "identity.unrecognised";
        if (finished || !unfinished) view.problems.push_back({text_of(error), false, position_of(error)});
        return view;
    }
    view.text = identity->number;
    view.kind = identity->kind;
    view.complete = true;
    for (const base::Error& warning : identity->warnings)
        view.problems.push_back({text_of(warning), true, position_of(warning)});
    return view;
}

}  // namespace yc::client::desk
