#include "client/desk/intake_materials.h"

#include "client/desk/circumstance_words.h"
#include "client/desk/page_intake.h"

namespace yc::client::desk {

using domain::MaterialState;
using domain::Necessity;

namespace {

Tone tone_of(Necessity necessity, MaterialState state) {
    switch (state) {
        case MaterialState::missing:
            return necessity == Necessity::optional ? Tone::plain : Tone::bad;
        case MaterialState::deferred:
            return Tone::warn;
        case MaterialState::provided:
        case MaterialState::reused:
            return Tone::good;
        case MaterialState::not_needed:
            return Tone::plain;
    }
    return Tone::plain;
}

PageView stored_page(const std::string& sha256, const domain::PageTurns& turned) {
    return {.sha256 = sha256, .rotation = domain::turn_of(turned, sha256)};
}

const DraftMaterial& draft_of(const Errand& errand, const std::string& code) {
    static const DraftMaterial none;
    const auto it = errand.materials.find(code);
    return it == errand.materials.end() ? none : it->second;
}

/// The pages as they were put in order, each with its turn.
void put_pages(domain::SubmittedMaterial& out, const DraftMaterial& draft) {
    if (out.state == MaterialState::reused) {
        out.pages = draft.reused_pages;
        out.turned = draft.reused_turned;
        return;
    }
    for (const DraftPage& page : draft.pages) {
        out.pages.push_back(page.sha256);
        if (domain::is_turn(page.rotation)) out.turned[page.sha256] = page.rotation;
    }
}

}  // namespace

MaterialState state_of(const domain::Material& material, const DraftMaterial& draft) {
    if (!draft.reused_document.empty()) return MaterialState::reused;
    if (!draft.pages.empty() || draft.paper_only) return MaterialState::provided;
    if (draft.deferred) return MaterialState::deferred;
    return material.necessity == Necessity::optional ? MaterialState::not_needed : MaterialState::missing;
}

Text words_of(Necessity necessity) {
    return {"desk.necessity." + std::string(base::to_name(necessity)), {}};
}

Text state_words(Necessity necessity, MaterialState state, size_t pages, bool paper_only) {
    switch (state) {
        case MaterialState::reused:
            return {"desk.material.reused", {}};
        case MaterialState::deferred:
            return {"desk.material.deferred", {}};
        case MaterialState::provided:
            if (pages > 0) return {"desk.material.scanned", {{"pages", std::to_string(pages)}}};
            return {paper_only ? "desk.material.paper" : "desk.material.provided", {}};
        case MaterialState::not_needed:
            return {"desk.material.not_brought", {}};
        case MaterialState::missing:
            break;
    }
    return {necessity == Necessity::optional ? "desk.material.not_brought" : "desk.material.missing", {}};
}

Text offer_words(const domain::Offer& offer) {
    if (!offer.document) return {};
    Text text{"desk.offer." + std::string(base::to_name(offer.verdict)), {{"name", offer.document->name}}};
    if (offer.document->valid_until) {
        text.args["date"] = base::to_string(*offer.document->valid_until);
        if (offer.verdict == domain::OfferVerdict::good) text.key = "desk.offer.good_until";
    }
    text.args["grade"] = base::to_name(offer.document->grade);
    return text;
}

MaterialRow material_row(const domain::Material& material, const DraftMaterial& draft,
                         const domain::Offer& offer) {
    MaterialRow row{.code = material.code, .name = material.name, .necessity = material.necessity};
    row.state = state_of(material, draft);
    row.necessity_text = words_of(material.necessity);
    row.tone = tone_of(material.necessity, row.state);
    row.originals = material.originals;
    row.copies = material.copies;
    row.acceptance_standard = material.acceptance_standard;
    for (const DraftPage& page : draft.pages) row.pages.push_back(page_view(page));
    if (row.state == MaterialState::reused)
        for (const std::string& page : draft.reused_pages)
            row.pages.push_back(stored_page(page, draft.reused_turned));
    row.state_text = state_words(material.necessity, row.state, draft.pages.size(), draft.paper_only);
    const bool open = row.state == MaterialState::missing || row.state == MaterialState::not_needed ||
                      row.state == MaterialState::deferred;
    if (offer.document) row.offer = offer;
    row.offer_text = offer_words(offer);
    row.may_take_offer = open && offer.verdict == domain::OfferVerdict::good;
    row.may_defer = material.necessity == Necessity::deferrable && open;
    return row;
}

std::vector<MaterialRow> material_rows(const domain::ServiceItem& item, const Errand& errand,
                                       const domain::Dossier& dossier, base::Date today) {
    const std::vector<domain::Material> materials = domain::materials_for(item, errand.answers);
    const std::vector<domain::Offer> offers = domain::offers_for(materials, dossier, today);
    std::vector<MaterialRow> rows;
    for (size_t i = 0; i < materials.size(); ++i) {
        rows.push_back(material_row(materials[i], draft_of(errand, materials[i].code), offers[i]));
        rows.back().why = why_asked(item, materials[i], errand.answers);
    }
    return rows;
}

std::vector<domain::SubmittedMaterial> submitted_materials(const domain::ServiceItem& item,
                                                           const Errand& errand) {
    std::vector<domain::SubmittedMaterial> submitted;
    for (const domain::Material& material : domain::materials_for(item, errand.answers)) {
        const DraftMaterial& draft = draft_of(errand, material.code);
        domain::SubmittedMaterial out{.code = material.code,
                                      .name = material.name,
                                      .necessity = material.necessity,
                                      .state = state_of(material, draft),
                                      .document_type = material.document_type,
                                      .originals = material.originals,
                                      .copies = material.copies,
                                      .reused_document = draft.reused_document};
        put_pages(out, draft);
        submitted.push_back(std::move(out));
    }
    return submitted;
}

std::vector<MaterialRow> material_rows(const std::vector<domain::SubmittedMaterial>& materials) {
    std::vector<MaterialRow> rows;
    for (const domain::SubmittedMaterial& material : materials) {
        MaterialRow row{.code = material.code, .name = material.name, .necessity = material.necessity};
        row.state = material.state;
        row.necessity_text = words_of(material.necessity);
        row.tone = tone_of(material.necessity, material.state);
        row.originals = material.originals;
        row.copies = material.copies;
        for (const std::string& page : material.pages)
            row.pages.push_back(stored_page(page, material.turned));
        row.state_text = state_words(material.necessity, material.state, material.pages.size(), true);
        rows.push_back(std::move(row));
    }
    return rows;
}

bool is_missing(const MaterialRow& row) {
    return row.state == MaterialState::missing;
}

}  // namespace yc::client::desk
