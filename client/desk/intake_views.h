#pragma once
#include <optional>
#include <string>
#include <vector>

#include "client/desk/printed.h"
#include "client/desk/text.h"
#include "core/base/date.h"
#include "core/domain/case_event.h"
#include "core/domain/dossier.h"

namespace yc::client::desk {

/// Something wrong or doubtful with one input.
struct Problem {
    Text text;
    bool warning = false;  ///< doubtful only: does not stop anything
    int position = -1;     ///< 0-based character of the input it is about; -1 = the whole
    friend bool operator==(const Problem&, const Problem&) = default;
};

/// The number in the applicant's column.
struct NumberView {
    std::string text;  ///< as kept: half width, upper case, no spaces
    std::optional<domain::DocumentKind> kind;
    std::vector<Problem> problems;
    bool complete = false;  ///< a whole valid number of `kind`
};

/// Where a prefilled value came from.
struct Provenance {
    std::string source_case;  ///< case number; "registry" = loaded by the district
    base::Instant at{};
    bool verified = false;
    Text text;  ///< "来自办件 4501…，2026-03-02 核验"
    friend bool operator==(const Provenance&, const Provenance&) = default;
};

/// One of the values of a fact that stands open in the dossier.
struct OpenValue {
    std::string value;
    std::string words;  ///< as people read it
    Provenance provenance;
    friend bool operator==(const OpenValue&, const OpenValue&) = default;
};

/// What the dossier knows, for the applicant's column.
struct DossierSummary {
    enum class State { none, looking, found, unknown_party, from_cache, not_reachable, refused };
    State state = State::none;
    int documents = 0;
    int expiring_soon = 0;  ///< within 30 days
    int expired = 0;
    int cases = 0;
    Text text;  ///< "12 份材料，1 份 30 天内到期；办过 8 件"
};

enum class PartyField { name, phone, address, legal_representative, contact_name };

struct PartyFieldView {
    PartyField field = PartyField::name;
    Text label;
    std::string value;
    bool required = false;
    std::optional<Problem> problem;
    std::optional<Provenance> provenance;
    std::vector<OpenValue> open_values;  ///< of an open fact: nothing was filled in, one of these may be taken
    bool changed = false;                ///< differs from the prefilled value
};

/// One hit of the item search: an item or a package.
struct ItemRow {
    std::string code;
    std::string name;
    std::string department;
    Text kind;  ///< 即办件, 承诺件 …; 一件事 with its number of items
    bool can_take = true;
    Text why_not;  ///< not this counter, not in use, list entry without form…; empty when it can be taken
    bool favourite = false;
    Text found;  ///< what was found in it: "俗称“退休金”，即“养老金”"; empty when nothing was asked for
    Text use;             ///< how often it was taken here lately; empty = not at all
    int marked_from = 0;  ///< characters of the name that were asked for
    int marked_length = 0;
};

/// The head line of a chosen item.
struct ItemHead {
    /// What the answers changed against the usual case, each with its reason: "因选择…，承诺 5 个工作日".
    std::vector<Text> changes;
    std::string code;
    std::string name;
    std::string department;
    domain::CaseKind case_kind = domain::CaseKind::promised;
    Text kind;             ///< 即办件 / 承诺件 …
    Text statutory_limit;  ///< "法定 20 个工作日"
    Text promised_limit;
    std::string fee;  ///< empty = free of charge
    Text scope;       ///< 通办范围
    std::string conditions;
    std::string legal_basis;
};

struct QuestionView {
    domain::Question question;
    std::string answer;  ///< id of the chosen answer
};

/// How a form field is filled in. `rows` is a table's own line: its value is the number of rows, and rows can
/// be added and taken away.
enum class FieldInput {
    text,
    lines,
    number,
    money,
    date,
    choice,
    choices,
    yes_no,
    phone,
    identity,
    division,
    rows,
};

/// The table and row a cell belongs to.
struct RowPlace {
    std::string table;  ///< id of the table's field; empty = no cell
    int row = -1;       ///< from 0
    std::string label;  ///< of the table
    friend bool operator==(const RowPlace&, const RowPlace&) = default;
};

struct FieldView {
    std::string id;
    std::string section;  ///< heading it stands under; fields of one section follow each other
    std::string group;    ///< the person or organisation it is a part of; empty = none
    std::string label;
    std::string short_label;  ///< where it stands under its group or in its row
    std::string hint;
    FieldInput input = FieldInput::text;
    std::vector<std::pair<std::string, std::string>> options;  ///< value → words
    std::string value;
    bool required = false;
    bool read_only = false;          ///< worked out; `words` shows it
    std::string words;               ///< the value as people read it
    int width = 3;                   ///< sixths of a row of the form
    int least_rows = 0;              ///< of `rows`
    int most_rows = 0;               ///< of `rows`
    std::optional<Problem> problem;  ///< shown once the field was left or an action was tried
    std::optional<Provenance> provenance;
    std::vector<OpenValue> open_values;  ///< of an open fact: nothing was filled in, one of these may be taken
    bool changed = false;
    RowPlace row_of;  ///< for a table's cell
    friend bool operator==(const FieldView&, const FieldView&) = default;
};

struct PageView {
    std::string sha256;
    std::string media_type;  ///< image/jpeg, image/png
    int width = 0;
    int height = 0;
    int rotation = 0;  ///< clockwise degrees at which it is shown and printed
    Text verdict;      ///< legibility
    Tone tone = Tone::plain;
};

struct MaterialRow {
    std::string code;
    std::string name;
    domain::Necessity necessity = domain::Necessity::required;
    domain::MaterialState state = domain::MaterialState::missing;
    Text necessity_text;  ///< 必要 / 非必要 / 可容缺
    Text state_text;      ///< 资料库已有 / 已扫描 2 页 / 容缺后补 / 缺
    Tone tone = Tone::plain;
    int originals = 0;
    int copies = 0;
    std::string acceptance_standard;
    Text why;  ///< why this paper is asked for, here and now
    std::vector<PageView> pages;
    std::optional<domain::Offer> offer;  ///< what the dossier has for it; not for unknown document types
    Text offer_text;  ///< "资料库已有：居民身份证，有效至 2031-05-02" or why it may not be taken
    bool may_defer = false;
    bool may_take_offer = false;
};

enum class IntakeAction { park, notify, decline, receive, accept, decide_on_spot };

struct IntakeActionView {
    IntakeAction action = IntakeAction::park;
    Text label;
    std::string key;  ///< "F8"
    bool enabled = false;
    bool primary = false;  ///< exactly one action of a page
    Text why_not;          ///< when not enabled
};

/// The bottom of the page: how far the intake is, and what may be done.
struct IntakeStanding {
    static constexpr size_t most_names = 3;
    bool untouched = true;      ///< nothing was typed, chosen or scanned yet
    std::vector<Text> missing;  ///< the sentence with at most `most_names` names of a kind … with one
    std::vector<Problem> missing_list;  ///< everything missing or wrong, one by one
    std::vector<IntakeActionView> actions;
};

/// What an action left behind.
struct IntakeOutcome {
    struct Case {
        std::string case_id;
        std::string case_no;
        std::string item_name;
        std::string query_code;
        Text done;  ///< "已受理，承诺 2026-12-08 前办结"
    };
    std::vector<Case> cases;
    std::vector<PrintedDocument> documents;
    Whereabouts whereabouts = Whereabouts::on_this_computer;
};

}  // namespace yc::client::desk
