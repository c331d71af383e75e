#include "cli/hub_hand.h"

#include <pwd.h>
#include <termios.h>
#include <unistd.h>

#include <iostream>

#include "cli/catalogue_source.h"
#include "core/base/crypto.h"
#include "core/base/utf8.h"
#include "core/domain/identity_number.h"
#include "localization/localization.h"

namespace yc::cli {
namespace {

std::string operator_name() {
    const passwd* entry = ::getpwuid(::geteuid());
    return "os:" + (entry ? std::string(entry->pw_name) : std::to_string(::geteuid()));
}

/// Shows nothing of what is typed while it lives, when standard input is a terminal.
class EchoOff {
  public:
    EchoOff() : terminal_(::isatty(STDIN_FILENO) && ::tcgetattr(STDIN_FILENO, &before_) == 0) {
        if (!terminal_) return;
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~EchoOff() {
        if (terminal_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }
    EchoOff(const EchoOff&) = delete;
    EchoOff& operator=(const EchoOff&) = delete;

  private:
    termios before_{};
    bool terminal_;
};

}  // namespace

hub::store::AuditEntry audit_line(const Session& session, const char* action, const std::string& purpose) {
    return {.at = session.clock().now(), .user = operator_name(), .action = action, .purpose = purpose};
}

base::Result<std::unique_ptr<hub::store::HubStore>> open_hub(const std::string& data) {
    const auto dir = hub_data_dir(data);
    if (!has_hub(dir)) return base::fail("hub.no_store", "no hub.db", {{"folder", dir.string()}});
    return hub::store::open_sqlite_store(dir.string());
}

base::Result<domain::PartyKey> read_party(const std::string& kind_name, const Session& session,
                                          const char* prompt) {
    if (::isatty(STDIN_FILENO)) std::cerr << localization::tr(prompt) << std::endl;
    std::string text;
    {
        const EchoOff quiet;
        std::getline(std::cin, text);
    }
    const auto kind = base::from_name<domain::DocumentKind>(kind_name);
    if (base::trim(text).empty() || !kind) return base::fail("hub.no_number", "nothing on standard input");
    YC_TRY(const auto identity, domain::parse_identity_as(*kind, text, session.clock().today()));
    base::wipe(text);
    return identity.key();
}

std::vector<std::string> document_kinds() {
    std::vector<std::string> names;
    for (const auto& entry : names_of(domain::DocumentKind{})) names.emplace_back(entry.name);
    return names;
}

}  // namespace yc::cli
