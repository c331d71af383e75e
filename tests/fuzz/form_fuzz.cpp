// Any text as the definition of a form; one that is taken must be taken again as it was written.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "core/wire/json_text.h"
#include "forms/form_json.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const auto json = yc::wire::parse_text({reinterpret_cast<const char*>(data), size});
    if (!json) return 0;
    const auto form = yc::forms::form_from_json(*json);
    if (!form) return 0;
    const auto again = yc::forms::form_from_json(yc::forms::form_to_json(*form));
    if (!again || !(*again == *form)) std::abort();
    return 0;
}
