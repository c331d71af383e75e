// Any text as an expression, evaluated over fields of every kind of value.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "forms/expression.h"

using namespace yc;
using forms::Value;

namespace {

Value value_of(const std::string& name) {
    using namespace std::chrono;
    switch (name.size() % 5) {
        case 0:
            return {};
        case 1:
            return *base::Decimal::parse("12.5");
        case 2:
            return base::Date{year{2026} / 2 / 28};
        case 3:
            return name.starts_with('i') ? "45010319900101901X" : "words";
        default:
            return true;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto expression = forms::Expression::parse(text);
    if (!expression) return 0;
    const domain::Circumstances answers{{"agent", "yes"}};
    using namespace std::chrono;
    const forms::Scope scope{
        value_of, [](const std::string& name) { return std::vector<Value>(3, value_of(name)); },
        [](const std::string& name) { return name.size(); }, answers, base::Date{year{2026} / 11 / 22}};
    const auto value = expression->evaluate(scope);
    (void)forms::text_of(value);
    (void)expression->names();
    (void)expression->questions();
    if (!forms::Expression::parse(expression->text())) std::abort();
    return 0;
}
