#pragma once
#include <ostream>
#include <string>
#include <string_view>

namespace yc::base {

/// Text that many records hold alike (a department's name in ten thousand items): kept once in the process
/// and shared, so that a holder costs one pointer. Reads like a std::string; changing it means assigning
/// another. What nobody holds any more is dropped. Safe from any thread, as an int is.
class InternedText {
  public:
    InternedText() = default;
    InternedText(std::string_view text);
    InternedText(const std::string& text) : InternedText(std::string_view(text)) {}
    InternedText(const char* text) : InternedText(std::string_view(text)) {}
    InternedText(const InternedText& other) noexcept;
    InternedText(InternedText&& other) noexcept : entry_(other.entry_) { other.entry_ = nullptr; }
    InternedText& operator=(InternedText other) noexcept {
        std::swap(entry_, other.entry_);
        return *this;
    }
    ~InternedText();

    [[nodiscard]] const std::string& text() const noexcept;
    operator const std::string&() const noexcept { return text(); }
    operator std::string_view() const noexcept { return text(); }
    [[nodiscard]] bool empty() const noexcept { return entry_ == nullptr; }
    [[nodiscard]] size_t size() const noexcept { return text().size(); }

    /// Equal texts are the same entry, so this compares no characters.
    friend bool operator==(const InternedText& a, const InternedText& b) noexcept {
        return a.entry_ == b.entry_;
    }
    friend bool operator==(const InternedText& a, std::string_view b) noexcept { return a.text() == b; }
    friend bool operator==(const InternedText& a, const std::string& b) noexcept { return a.text() == b; }
    friend bool operator==(const InternedText& a, const char* b) noexcept { return a.text() == b; }
    friend std::ostream& operator<<(std::ostream& out, const InternedText& text) {
        return out << text.text();
    }

    /// How many different texts the process holds now.
    [[nodiscard]] static size_t count();

    struct Entry;

  private:
    Entry* entry_ = nullptr;  ///< null for the empty text
};

}  // namespace yc::base
