#include "core/wire/letter.h"

#include "core/base/crypto.h"

namespace yc::wire {

namespace {

constexpr std::string_view mark = "YCL1";
constexpr size_t longest_device = 64;

/// What is bound to a letter without standing in its sealed part.
std::string context_of(LetterTo to, std::string_view device) {
    return std::string(to == LetterTo::hub ? "letter to the hub from " : "letter from the hub to ") +
           std::string(device);
}

}  // namespace

base::Result<std::string> letter_key(std::string_view device_key) {
    YC_TRY(std::string key, base::from_hex(device_key));
    std::string digest = base::keyed_digest(key, "letters");
    base::wipe(key);
    return base::from_hex(digest);
}

std::string seal_letter(std::string_view key, LetterTo to, std::string_view device, std::string_view plain) {
    return std::string(mark) + static_cast<char>(device.size()) + std::string(device) +
           base::seal(key, plain, context_of(to, device));
}

base::Result<std::string> device_of_letter(std::string_view letter) {
    const size_t before = mark.size() + 1;
    if (letter.size() > before && letter.starts_with(mark)) {
        const auto length = static_cast<unsigned char>(letter[mark.size()]);
        if (length > 0 && length <= longest_device && letter.size() > before + length)
            return std::string(letter.substr(before, length));
    }
    return base::fail("letter.not_a_letter");
}

base::Result<std::string> open_letter(std::string_view key, LetterTo to, std::string_view letter) {
    YC_TRY(const std::string device, device_of_letter(letter));
    auto plain = base::unseal(key, letter.substr(mark.size() + 1 + device.size()), context_of(to, device));
    if (!plain) return base::fail("letter.not_authentic", plain.error().code);
    return plain;
}

}  // namespace yc::wire
