#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace yc::forms {

/// Numbers for the sample data (SplitMix64): the same on every machine, which the standard distributions are
/// not.
class SampleRandom {
  public:
    explicit SampleRandom(uint64_t seed) : state_(seed) {}

    [[nodiscard]] uint64_t next() {
        uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    /// 0 … count-1.
    [[nodiscard]] int below(int count) { return static_cast<int>(next() % static_cast<uint64_t>(count)); }
    /// True `percent` times in a hundred.
    [[nodiscard]] bool chance(int percent) { return below(100) < percent; }
    template <class T, size_t N>
    [[nodiscard]] const T& pick(const std::array<T, N>& values) {
        return values[static_cast<size_t>(below(static_cast<int>(N)))];
    }
    [[nodiscard]] std::string digits(int count) {
        std::string out;
        while (static_cast<int>(out.size()) < count) out.push_back(static_cast<char>('0' + below(10)));
        return out;
    }

  private:
    uint64_t state_;
};

}  // namespace yc::forms
