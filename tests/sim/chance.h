#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

namespace yc::sim {

/// The one source of chance of a run (SplitMix64): the same seed gives the same run on every machine.
class Chance {
  public:
    explicit Chance(uint64_t seed) : state_(seed) {}

    uint64_t next() {
        uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }
    /// 0 … n-1.
    int below(int n) { return static_cast<int>(next() % static_cast<uint64_t>(n)); }
    [[nodiscard]] bool percent(int p) { return below(100) < p; }
    template <class List>
    auto& one_of(List& list) {
        return list[static_cast<size_t>(below(static_cast<int>(list.size())))];
    }
    std::string bytes(size_t count) {
        std::string out(count, '\0');
        for (char& c : out) c = static_cast<char>(next());
        return out;
    }

  private:
    uint64_t state_;
};

}  // namespace yc::sim
