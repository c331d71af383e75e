#include <algorithm>

#include "client/store/store_impl.h"

namespace yc::client::store {

void LocalStore::Observer::Impl::add(unsigned changed) {
    std::function<void()> call;
    {
        const std::lock_guard lock(mutex);
        if (topics == 0) call = told;
        topics |= changed;
    }
    if (call) call();
}

LocalStore::Observer::Observer() : impl_(std::make_shared<Impl>()) {}
LocalStore::Observer::~Observer() {
    const std::lock_guard lock(impl_->mutex);
    impl_->told = nullptr;
}

unsigned LocalStore::Observer::take() {
    const std::lock_guard lock(impl_->mutex);
    return std::exchange(impl_->topics, 0U);
}

std::unique_ptr<LocalStore::Observer> LocalStore::observe(std::function<void()> told) {
    std::unique_ptr<Observer> observer(new Observer());
    observer->impl_->told = std::move(told);
    const std::lock_guard lock(impl_->observers_mutex);
    std::erase_if(impl_->observers, [](const auto& weak) { return weak.expired(); });
    impl_->observers.push_back(observer->impl_);
    return observer;
}

void LocalStore::Impl::notify(unsigned topics) {
    std::vector<std::shared_ptr<Observer::Impl>> living;
    {
        const std::lock_guard lock(observers_mutex);
        for (const auto& weak : observers)
            if (auto observer = weak.lock()) living.push_back(std::move(observer));
    }
    for (const auto& observer : living) observer->add(topics);
}

}  // namespace yc::client::store
