#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "client/desk/case_view.h"
#include "client/desk/text.h"
#include "core/domain/dossier_file.h"

namespace yc::forms {
class Catalogue;
}

namespace yc::client::desk {

/// A page image and how it stands.
struct DossierImage {
    std::string sha256;
    int rotation = 0;
};

/// A value said of a field.
struct SaidValue {
    std::string statement;  ///< FactStatement::id; empty when only the cached dossier is here
    std::string value;      ///< as people read it
    Text source;            ///< who, when and in which case
    std::string valid_until;
    /// The paper that shows it; where that is not known, the papers that lay on the counter then.
    std::vector<DossierImage> pages;
};

/// A field of the dossier: one value that holds, several that were all kept, or several that stand open.
struct DossierFactView {
    std::string field;
    std::string label;
    std::vector<SaidValue> values;
};

struct DossierFactGroup {
    Text title;
    std::vector<DossierFactView> facts;
};

struct DossierDocumentView {
    std::string id;
    std::string name;
    std::string grade;  ///< "A" … "D" (国办函〔2016〕108号)
    Text validity;      ///< 有效至 … / 已过期 / 已被取代
    Tone tone = Tone::plain;
    Text source;
    bool superseded = false;
    std::vector<DossierImage> pages;
};

/// What was done by hand and has effect; a supervisor's acts only a supervisor takes back.
struct DossierActView {
    std::string id;
    Text text;           ///< 张丽 选定 联系电话
    std::string detail;  ///< when, and the reason
    bool may_undo = false;
};

struct DossierCaseView {
    std::string case_id;
    std::string case_no;
    std::string item_name;
    Text state;
    Tone tone = Tone::plain;
    bool here = false;  ///< kept on this computer, so that it can be opened
};

struct DossierRelatedView {
    Text relation;
    std::string name;
    std::string number;  ///< masked; empty where only the name is known
    std::optional<domain::PartyKey> key;
    std::string case_no;  ///< the newest case that says so
};

struct DossierNote {
    Text text;
    Tone tone = Tone::plain;
};

/// The dossier page in words.
struct DossierView {
    std::string name;
    Text kind;                          ///< 居民身份证
    std::string number;                 ///< masked
    std::vector<std::string> others;    ///< masked numbers merged in
    std::vector<DossierNote> notes;     ///< what needs attention; then what there is
    std::vector<DossierFactView> open;  ///< conflicts, first of all
    std::vector<DossierActView> acts;   ///< those that may be taken back, the newest first
    std::vector<DossierFactGroup> groups;
    std::vector<DossierDocumentView> documents;
    std::vector<TimelineEntry> timeline;  ///< the newest first
    std::vector<DossierCaseView> cases;
    std::vector<DossierRelatedView> related;
    bool may_choose = false;   ///< the hub is there to take a choice
    bool may_correct = false;  ///< and this person may correct, delete and merge
    Text why_not;              ///< why nothing may be changed now; empty = it may
};

/// What the words depend on beside the file.
struct DossierReader {
    const forms::Catalogue& catalogue;  ///< labels of facts and words of values
    std::string_view language;
    base::Date today;
    bool from_cache = false;  ///< the hub could not be asked: no history, nothing can be changed
    bool supervisor = false;
    std::function<bool(const std::string& case_id)> is_here;
};

/// Pure but for `is_here`: the file in words.
[[nodiscard]] DossierView dossier_view(const domain::DossierFile& file, const DossierReader& reader);

}  // namespace yc::client::desk
