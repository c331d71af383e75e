// Any bytes as a workbook.
#include <cstddef>
#include <cstdint>

#include "forms/exchange/sheet.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    (void)yc::forms::exchange::read_xlsx({reinterpret_cast<const char*>(data), size});
    return 0;
}
