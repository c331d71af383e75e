#include "core/base/interned_text.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace yc::base {

struct InternedText::Entry {
    std::string text;
    std::atomic<size_t> holders{0};
};

namespace {

struct Pool {
    std::mutex mutex;
    std::unordered_map<std::string_view, std::unique_ptr<InternedText::Entry>> entries;
};

/// Never destroyed: texts in static objects may outlive every other.
Pool& pool() {
    static auto* const the_pool = new Pool;
    return *the_pool;
}

}  // namespace

InternedText::InternedText(std::string_view text) {
    if (text.empty()) return;
    auto& shared = pool();
    const std::lock_guard lock(shared.mutex);
    auto found = shared.entries.find(text);
    if (found == shared.entries.end()) {
        auto entry = std::make_unique<Entry>();
        entry->text = text;
        const std::string_view key = entry->text;
        found = shared.entries.emplace(key, std::move(entry)).first;
    }
    entry_ = found->second.get();
    entry_->holders.fetch_add(1, std::memory_order_relaxed);
}

InternedText::InternedText(const InternedText& other) noexcept : entry_(other.entry_) {
    if (entry_ != nullptr) entry_->holders.fetch_add(1, std::memory_order_relaxed);
}

InternedText::~InternedText() {
    if (entry_ == nullptr) return;
    // Only the pool's lock may take the last holder away, or another thread could find the entry meanwhile.
    auto holders = entry_->holders.load(std::memory_order_relaxed);
    while (holders > 1)
        if (entry_->holders.compare_exchange_weak(holders, holders - 1, std::memory_order_acq_rel)) return;
    auto& shared = pool();
    const std::lock_guard lock(shared.mutex);
    if (entry_->holders.fetch_sub(1, std::memory_order_acq_rel) == 1)
        shared.entries.erase(std::string_view(entry_->text));
}

const std::string& InternedText::text() const noexcept {
    static const std::string nothing;
    return entry_ == nullptr ? nothing : entry_->text;
}

size_t InternedText::count() {
    auto& shared = pool();
    const std::lock_guard lock(shared.mutex);
    return shared.entries.size();
}

}  // namespace yc::base
