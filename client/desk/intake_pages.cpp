#include <algorithm>

#include "client/capture/page.h"
#include "client/desk/intake.h"
#include "client/desk/intake_materials.h"
#include "client/desk/intake_state.h"
#include "client/desk/page_intake.h"
#include "client/desk/page_source.h"
#include "client/store/local_store.h"

namespace yc::client::desk {

namespace {

const domain::Material* find_material(const domain::ServiceItem* item, const std::string& code) {
    if (item == nullptr) return nullptr;
    const auto it = std::find_if(item->definition().materials.begin(), item->definition().materials.end(),
                                 [&](const domain::Material& material) { return material.code == code; });
    return it == item->definition().materials.end() ? nullptr : &*it;
}

void take(DraftMaterial& material, const domain::DossierDocument& document) {
    material.reused_document = document.id;
    material.reused_name = document.name;
    material.reused_pages = document.pages;
    material.reused_turned = document.turned;
    material.deferred = false;
}

}  // namespace

void Intake::Impl::bring_here(const std::string& page) {
    fetch_page(desk, page, [this, alive = std::weak_ptr(lookup)](base::Result<std::string> image) {
        if (image && !alive.expired()) observers.tell(IntakeChange::materials);
    });
}

/// Does the same to this paper in every errand that asks for the same document: one pile serves all errands.
template <class Do>
void Intake::Impl::each_same_paper(const std::string& code, Do work) {
    const domain::Material* shown = find_material(item(), code);
    if (shown == nullptr) return;
    for (Errand& each : draft.errands) {
        const domain::ServiceItem* of = item_of(each);
        if (of == nullptr) continue;
        for (const domain::Material& material : of->definition().materials) {
            const bool same = &material == shown || (!shown->document_type.empty() &&
                                                     material.document_type == shown->document_type);
            if (same) work(each.materials[material.code], material);
        }
    }
    changed(IntakeChange::materials);
}

std::vector<MaterialRow> Intake::materials() const {
    const domain::ServiceItem* item = impl_->item();
    if (item == nullptr) return {};
    return material_rows(*item, *impl_->errand(), impl_->dossier, impl_->desk.clock.today());
}

base::Result<void> Intake::take_offer(const std::string& material) {
    for (const MaterialRow& row : materials()) {
        if (row.code != material || !row.may_take_offer) continue;
        impl_->each_same_paper(material, [&](DraftMaterial& draft, const domain::Material& asked) {
            const bool open = draft.reused_document.empty() && draft.pages.empty() && !draft.paper_only;
            if (open && row.offer->document->grade <= asked.least_grade) take(draft, *row.offer->document);
        });
        for (const std::string& page : row.offer->document->pages) impl_->bring_here(page);
        return {};
    }
    return base::fail("intake.no_offer");
}

int Intake::take_all_good_offers() {
    int taken = 0;
    for (const MaterialRow& row : materials())
        if (row.may_take_offer && take_offer(row.code)) ++taken;
    return taken;
}

int Intake::good_offers_open() const {
    const std::vector<MaterialRow> rows = materials();
    return static_cast<int>(
        std::count_if(rows.begin(), rows.end(), [](const MaterialRow& row) { return row.may_take_offer; }));
}

void Intake::give_back_offer(const std::string& material) {
    impl_->each_same_paper(material, [](DraftMaterial& draft, const domain::Material&) {
        draft.reused_document.clear();
        draft.reused_name.clear();
        draft.reused_pages.clear();
        draft.reused_turned.clear();
    });
}

base::Result<PageView> Intake::add_page(const std::string& material, std::string_view image) {
    if (find_material(impl_->item(), material) == nullptr) return base::fail("intake.unknown_material");
    YC_TRY(const DraftPage page, take_in_page(impl_->desk, image));
    impl_->each_same_paper(material, [&](DraftMaterial& draft, const domain::Material&) {
        draft.pages.push_back(page);
        draft.deferred = false;
        draft.reused_document.clear();
        draft.reused_pages.clear();
        draft.reused_turned.clear();
    });
    return page_view(page);
}

void Intake::remove_page(const std::string& material, size_t page) {
    Errand* errand = impl_->errand();
    if (errand == nullptr || page >= errand->materials[material].pages.size()) return;
    const std::string sha256 = errand->materials[material].pages[page].sha256;
    impl_->each_same_paper(material, [&](DraftMaterial& draft, const domain::Material&) {
        const auto it = std::find_if(draft.pages.begin(), draft.pages.end(),
                                     [&](const DraftPage& each) { return each.sha256 == sha256; });
        if (it != draft.pages.end()) draft.pages.erase(it);
    });
}

void Intake::move_page(const std::string& material, size_t from, size_t to) {
    impl_->each_same_paper(material, [&](DraftMaterial& draft, const domain::Material&) {
        if (from >= draft.pages.size() || to >= draft.pages.size()) return;
        DraftPage page = draft.pages[from];
        draft.pages.erase(draft.pages.begin() + static_cast<std::ptrdiff_t>(from));
        draft.pages.insert(draft.pages.begin() + static_cast<std::ptrdiff_t>(to), std::move(page));
    });
}

void Intake::rotate_page(const std::string& material, size_t page) {
    const auto turned = [](int degrees) { return (degrees + 90) % 360; };
    impl_->each_same_paper(material, [&](DraftMaterial& draft, const domain::Material&) {
        if (page < draft.pages.size()) draft.pages[page].rotation = turned(draft.pages[page].rotation);
        if (draft.reused_document.empty() || page >= draft.reused_pages.size()) return;
        const std::string& sha256 = draft.reused_pages[page];
        const int degrees = turned(domain::turn_of(draft.reused_turned, sha256));
        if (degrees == 0)
            draft.reused_turned.erase(sha256);
        else
            draft.reused_turned[sha256] = degrees;
    });
}

std::function<base::Result<std::string>()> Intake::page_reader(const std::string& sha256) const {
    return [&store = impl_->desk.store, kept = impl_->desk.kept, sha256] { return store.page(sha256); };
}

void Intake::set_paper_only(const std::string& material, bool on) {
    impl_->each_same_paper(material, [&](DraftMaterial& draft, const domain::Material&) {
        draft.paper_only = on;
        if (on) draft.deferred = false;
    });
}

base::Result<void> Intake::set_deferred(const std::string& material, bool on) {
    const domain::Material* asked = find_material(impl_->item(), material);
    if (asked == nullptr) return base::fail("intake.unknown_material");
    if (on && asked->necessity != domain::Necessity::deferrable) return base::fail("intake.not_deferrable");
    impl_->errand()->materials[material].deferred = on;
    impl_->changed(IntakeChange::materials);
    return {};
}

}  // namespace yc::client::desk
