#pragma once
#include <array>
#include <string>

#include "core/base/enum_names.h"

namespace yc::domain {

/// What kind of document a person or organisation is known by (GA/T 2000.156 in profiles; symbolic here).
enum class DocumentKind {
    citizen_id,          ///< 居民身份证, GB 11643
    residence_permit,    ///< 港澳台居民居住证, prefixes 81/82/83
    foreign_permanent,   ///< 外国人永久居留身份证, 18 digits with a leading 9 or 3 letters + 12 digits
    hk_macao_pass,       ///< 港澳居民来往内地通行证
    taiwan_pass,         ///< 台湾居民来往大陆通行证
    passport,            ///< 护照
    credit_code,         ///< 统一社会信用代码, GB 32100
};

constexpr auto names_of(DocumentKind) {
    using enum DocumentKind;
    return std::to_array<base::EnumName<DocumentKind>>({{citizen_id, "citizen_id"},
                                                        {residence_permit, "residence_permit"},
                                                        {foreign_permanent, "foreign_permanent"},
                                                        {hk_macao_pass, "hk_macao_pass"},
                                                        {taiwan_pass, "taiwan_pass"},
                                                        {passport, "passport"},
                                                        {credit_code, "credit_code"}});
}

/// What a dossier is kept under.
struct PartyKey {
    DocumentKind kind = DocumentKind::citizen_id;
    std::string number;  ///< upper case, without spaces
    friend auto operator<=>(const PartyKey&, const PartyKey&) = default;
};

/// An applicant, agent or receiver: a natural person, or an organisation (kind credit_code).
struct Party {
    PartyKey key;
    std::string name;
    std::string phone;
    std::string address;
    std::string legal_representative;  ///< organisations only
    std::string contact_name;          ///< organisations only
    [[nodiscard]] bool is_organisation() const { return key.kind == DocumentKind::credit_code; }
    friend bool operator==(const Party&, const Party&) = default;
};

}  // namespace yc::domain
