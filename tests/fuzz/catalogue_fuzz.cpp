// Any bytes as a file of items: the first byte chooses format and profile. What was read must go out and come
// back.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "forms/exchange/catalogue_file.h"
#include "forms/exchange/definition_file.h"
#include "forms/exchange/national_file.h"
#include "forms/exchange/sheet.h"
#include "forms/exchange/sheet_items.h"

using namespace yc::forms;

namespace {

void must(bool holds) {
    if (!holds) std::abort();
}

constexpr exchange::Format formats[] = {exchange::Format::list, exchange::Format::national,
                                        exchange::Format::csv, exchange::Format::definition};

std::string written(const std::vector<const yc::domain::ServiceItem*>& items, exchange::Format format,
                    const CodeProfile& profile) {
    if (format == exchange::Format::definition) return exchange::write_definitions(items);
    return format == exchange::Format::list ? write_published_list(items, profile)
                                            : exchange::write_national(items, profile);
}

/// Identity of going out and coming in.
void round_trip(const ImportReport& report, exchange::Format format, const CodeProfile& profile) {
    std::vector<const yc::domain::ServiceItem*> items;
    for (const auto& item : report.items) items.push_back(&item);
    if (format == exchange::Format::csv) {
        const auto text = exchange::write_csv(exchange::sheet_of_items(items));
        const auto back = exchange::read_items(text, format, profile);
        must(back.ok() && back->items.size() == items.size());
    } else {
        const auto text = written(items, format, profile);
        const auto back = exchange::read_items(text, format, profile);
        must(back.ok() && back->items == report.items);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto& profile = code_profiles()[(data[0] >> 2U) % code_profiles().size()];
    const auto format = formats[data[0] % 4];
    const auto report = exchange::read_items(bytes, format, profile);
    (void)exchange::format_of(bytes);
    if (report) round_trip(*report, format, profile);
    return 0;
}
