#include "client/desk/forms_now.h"

#include "client/desk/intake_form.h"

namespace yc::client::desk {

void FormsNow::look(std::shared_ptr<const forms::Catalogue> catalogue, const std::vector<Errand>& errands,
                    base::Date today, localization::Language language) {
    if (catalogue == catalogue_ && errands == errands_ && today == today_ && language == language_) return;
    catalogue_ = std::move(catalogue);
    errands_ = errands;
    today_ = today;
    language_ = language;
    views_.reset();
    states_.clear();
    for (const Errand& errand : errands_) {
        const forms::Form* form = form_of(errand);
        states_.push_back(form == nullptr ? forms::FormState()
                                          : forms::state_of(*form, errand.form, errand.answers, today_));
    }
    before_ = asked_before(states_);
}

const forms::Form* FormsNow::form_of(const Errand& errand) const {
    const domain::ServiceItem* item = catalogue_->find(errand.item, errand.item_version);
    return item == nullptr ? nullptr : &catalogue_->form_of(*item);
}

const std::vector<std::vector<FieldView>>& FormsNow::views() {
    if (views_) return *views_;
    views_.emplace(errands_.size());
    for (size_t i = 0; i < errands_.size(); ++i)
        if (const forms::Form* form = form_of(errands_[i]))
            (*views_)[i] = field_views(*form, states_[i], errands_[i], today_, language_);
    ask_once(*views_, before_);
    return *views_;
}

}  // namespace yc::client::desk
