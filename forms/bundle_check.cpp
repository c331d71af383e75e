#include "forms/bundle_check.h"

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>
#include <utility>

#include "forms/catalogue_merge.h"
#include "forms/form_check.h"
#include "forms/form_json.h"

namespace yc::forms {

using base::Error;
using base::fail;
using domain::ItemPackage;
using domain::ItemState;
using domain::Question;
using domain::ServiceItem;

namespace {

using Errors = std::vector<Error>;
using Questions = std::vector<Question>;

void check_condition(const domain::Condition& condition, const Questions& questions, const std::string& of,
                     Errors& errors) {
    for (const auto& id : domain::unknown_questions(condition, questions))
        errors.push_back(fail("catalogue.unknown_question", {}, {{"item", of}, {"field", id}}));
}

/// Each question has an id of its own and is asked for answers to earlier ones.
void check_questions(const Questions& questions, const std::string& of, Errors& errors) {
    Questions earlier;
    for (const auto& question : questions) {
        if (domain::find_question(earlier, question.id))
            errors.push_back(
                fail("catalogue.duplicate_question", {}, {{"item", of}, {"field", question.id}}));
        check_condition(question.when, earlier, of, errors);
        earlier.push_back(question);
    }
}

std::map<std::string, std::string> about(const ServiceItem& item, const std::string& field) {
    return {{"item", item.name}, {"field", field}};
}

/// An item against the bundle and the directory.
class ItemCheck {
  public:
    ItemCheck(const CatalogueBundle& bundle, const domain::Directory& directory, Errors& errors)
        : directory_(directory), errors_(errors) {
        for (const auto& form : bundle.forms) forms_.try_emplace({form.id, form.version}, &form);
        for (const auto* item : newest_items(bundle)) newest_.insert(item);
    }

    void check(const ServiceItem& item) {
        if (!codes_.emplace(item.code, item.version).second)
            errors_.push_back(fail("catalogue.duplicate_item", {}, about(item, item.code)));
        const auto form = forms_.find({form_id_of(item), item.definition().form_version});
        if (form == forms_.end()) {
            errors_.push_back(fail("catalogue.unknown_form", {}, about(item, form_id_of(item))));
            return;
        }
        if (!item.fully_defined) return;
        for (auto& fault : check_against(*form->second, item)) errors_.push_back(std::move(fault.error));
        check_questions(item.definition().questions, item.name, errors_);
        check_materials(item);
        for (const auto& adjustment : item.definition().adjustments) check_adjustment(item, adjustment);
        if (newest_.contains(&item) && item.state != ItemState::cancelled) check_departments(item);
    }

  private:
    void check_materials(const ServiceItem& item) {
        std::set<std::string> codes;
        for (const auto& material : item.definition().materials) {
            if (!codes.insert(material.code).second)
                errors_.push_back(fail("catalogue.duplicate_material", {}, about(item, material.code)));
            check_condition(material.when, item.definition().questions, item.name, errors_);
        }
    }

    void check_adjustment(const ServiceItem& item, const domain::Adjustment& adjustment) {
        check_condition(adjustment.when, item.definition().questions, item.name, errors_);
        for (const auto& [code, necessity] : adjustment.necessities)
            if (!item.definition().material(code))
                errors_.push_back(fail("catalogue.unknown_material", {}, about(item, code)));
    }

    void check_departments(const ServiceItem& item) {
        const auto check = [&](const std::string& department) {
            if (!directory_.department(department))
                errors_.push_back(fail("catalogue.unknown_department", {}, about(item, department)));
        };
        check(item.department);
        for (const auto& department : item.definition().assisting_departments) check(department);
        for (const auto& step : item.definition().flow) check(step.department);
        for (const auto& adjustment : item.definition().adjustments)
            if (adjustment.department) check(*adjustment.department);
    }

    const domain::Directory& directory_;
    Errors& errors_;
    std::map<std::pair<std::string, int>, const Form*> forms_;  ///< by id and version
    std::set<const ServiceItem*> newest_;
    std::set<std::pair<std::string_view, int>> codes_;
};

/// The packages in use, whatever the answers.
class PackageCheck {
  public:
    PackageCheck(const CatalogueBundle& bundle, Errors& errors) : errors_(errors) {
        for (const auto& item : bundle.items) items_.insert(item.code);
        for (const auto& [code, place] : newest_of(bundle.packages))
            if (const auto& package = bundle.packages[place]; package.state == ItemState::in_use)
                packages_.emplace(code, &package);
    }

    void check_all() {
        for (const auto& [code, package] : packages_) {
            check_questions(package->questions, package->name, errors_);
            for (const auto& member : package->members) check_member(*package, member);
            std::set<std::string> seen;
            if (reaches(*package, code, seen))
                errors_.push_back(fail("package.cycle", code, {{"package", package->name}}));
        }
    }

  private:
    void check_member(const ItemPackage& package, const ItemPackage::Member& member) {
        check_condition(member.when, package.questions, package.name, errors_);
        if (!items_.contains(member.item) && !packages_.contains(member.item))
            errors_.push_back(fail("package.unknown_member", member.item,
                                   {{"package", package.name}, {"member", member.item}}));
    }

    /// Whether a package stands in this one, at any depth; `seen` are those looked into already.
    bool reaches(const ItemPackage& package, const std::string& code, std::set<std::string>& seen) const {
        for (const auto& member : package.members) {
            if (member.item == code) return true;
            const auto inner = packages_.find(member.item);
            if (inner != packages_.end() && seen.insert(member.item).second &&
                reaches(*inner->second, code, seen))
                return true;
        }
        return false;
    }

    Errors& errors_;
    std::set<std::string_view> items_;
    std::map<std::string, const ItemPackage*> packages_;
};

void check_forms(const std::vector<Form>& forms, base::Date today, Errors& errors) {
    std::set<std::pair<std::string_view, int>> versions;
    for (const auto& form : forms) {
        if (!versions.emplace(form.id, form.version).second)
            errors.push_back(fail("catalogue.duplicate_form", {}, {{"form", form.id}}));
        for (const auto& fault : check_meaning(form_to_json(form), form, today))
            errors.push_back(
                fail("catalogue.form_faulty", fault.error.code, {{"form", form.id}, {"path", fault.path}}));
    }
}

}  // namespace

std::vector<Error> check_bundle(const CatalogueBundle& bundle, const domain::Directory& directory,
                                base::Date today) {
    Errors errors;
    check_forms(bundle.forms, today, errors);
    ItemCheck items(bundle, directory, errors);
    for (const auto& item : bundle.items) items.check(item);
    PackageCheck(bundle, errors).check_all();
    return errors;
}

}  // namespace yc::forms
