#pragma once
#include <string>
#include <vector>

#include "client/desk/text.h"
#include "reports/display_list.h"

namespace yc::client::desk {

/// A document ready to print or save.
struct PrintedDocument {
    std::string kind;       ///< "receipt", "acceptance", "supplement", "declined", "tolerant", "decision",
                            ///< "proof_of_service", "daily_report"
    Text title;             ///< 收件凭证 …
    std::string file_name;  ///< suggestion, by case number; never an identity number or a person's name
    std::string pdf;        ///< the bytes of the PDF
    std::vector<reports::Page> pages;  ///< the very pages of the PDF, to be shown or printed
};

/// How far what was done has come. The two facts are always told apart.
enum class Whereabouts {
    on_this_computer,  ///< 已存本机
    at_the_hub,        ///< 中心已收
    refused,           ///< the hub said no: see the outbox
};
/// 已存本机 / 中心已收 / 中心未予接收.
[[nodiscard]] Text words_of(Whereabouts whereabouts);

}  // namespace yc::client::desk
