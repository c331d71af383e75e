#pragma once
#include <string>
#include <variant>

#include "client/desk/printed.h"

namespace yc::tests {

/// All that is written on a paper, in the order in which it was put there.
inline std::string text_of(const client::desk::PrintedDocument& paper) {
    std::string all;
    for (const auto& page : paper.pages)
        for (const auto& operation : page.operations)
            if (const auto* run = std::get_if<reports::TextRun>(&operation)) all += run->text;
    return all;
}

/// Whether a paper says that.
inline bool says(const client::desk::PrintedDocument& paper, const std::string& text) {
    return text_of(paper).find(text) != std::string::npos;
}

}  // namespace yc::tests
