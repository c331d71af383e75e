#pragma once
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace yc::client::desk {

/// Keeps an observer told; ends with this object. Move-only.
class Subscription {
  public:
    Subscription() = default;
    explicit Subscription(std::function<void()> end) : end_(new End{std::move(end)}) {}

  private:
    struct End {
        std::function<void()> call;
        ~End() {
            if (call) call();
        }
    };
    std::unique_ptr<End> end_;
};

/// Observers of one thing. They are told that something changed and then read it. One thread only.
template <class... Args>
class Observers {
  public:
    using Call = std::function<void(Args...)>;

    [[nodiscard]] Subscription add(Call call) {
        const int id = ++calls_->last;
        calls_->all.emplace(id, std::move(call));
        return Subscription([calls = std::weak_ptr(calls_), id] {
            if (auto alive = calls.lock()) alive->all.erase(id);
        });
    }
    /// An observer may end its own or another's subscription while it is told.
    void tell(Args... args) const {
        const auto keep = calls_;
        std::vector<int> ids;
        for (const auto& [id, call] : keep->all) ids.push_back(id);
        for (int id : ids)
            if (auto it = keep->all.find(id); it != keep->all.end()) Call(it->second)(args...);
    }

  private:
    struct Calls {
        int last = 0;
        std::map<int, Call> all;
    };
    std::shared_ptr<Calls> calls_ = std::make_shared<Calls>();
};

}  // namespace yc::client::desk
