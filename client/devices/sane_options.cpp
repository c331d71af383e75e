#include "client/devices/sane_options.h"

#include <sane/saneopts.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/utf8.h"

namespace yc::client::devices {
namespace {

constexpr double kA4WidthMm = 210;
constexpr double kA4HeightMm = 297;

double to_number(const SANE_Option_Descriptor& descriptor, SANE_Word word) {
    return descriptor.type == SANE_TYPE_FIXED ? SANE_UNFIX(word) : word;
}

bool is_number(const SANE_Option_Descriptor& descriptor) {
    return (descriptor.type == SANE_TYPE_INT || descriptor.type == SANE_TYPE_FIXED) &&
           descriptor.size == static_cast<SANE_Int>(sizeof(SANE_Word));
}

double nearest_in_list(const SANE_Option_Descriptor& descriptor, double wanted) {
    const SANE_Word* list = descriptor.constraint.word_list;
    double best = wanted;
    double distance = std::numeric_limits<double>::max();
    for (SANE_Word i = 1; i <= list[0]; ++i) {
        const double value = to_number(descriptor, list[i]);
        if (std::abs(value - wanted) >= distance) continue;
        distance = std::abs(value - wanted);
        best = value;
    }
    return best;
}

double nearest_in_range(const SANE_Option_Descriptor& descriptor, double wanted) {
    const double least = to_number(descriptor, descriptor.constraint.range->min);
    const double most = to_number(descriptor, descriptor.constraint.range->max);
    const double step = to_number(descriptor, descriptor.constraint.range->quant);
    if (step > 0) wanted = least + std::round((wanted - least) / step) * step;
    return std::clamp(wanted, least, std::max(least, most));
}

}  // namespace

double nearest_allowed(const SANE_Option_Descriptor& descriptor, double wanted) {
    if (descriptor.constraint_type == SANE_CONSTRAINT_WORD_LIST) return nearest_in_list(descriptor, wanted);
    if (descriptor.constraint_type == SANE_CONSTRAINT_RANGE) return nearest_in_range(descriptor, wanted);
    return wanted;
}

std::optional<SaneOptions::Option> SaneOptions::find(std::string_view name) const {
    SANE_Int count = 0;
    if (sane_control_option(device_, 0, SANE_ACTION_GET_VALUE, &count, nullptr) != SANE_STATUS_GOOD)
        return std::nullopt;
    for (SANE_Int index = 1; index < count; ++index) {
        const auto* descriptor = sane_get_option_descriptor(device_, index);
        if (descriptor == nullptr || descriptor->name == nullptr || name != descriptor->name) continue;
        if (!SANE_OPTION_IS_ACTIVE(descriptor->cap) || !SANE_OPTION_IS_SETTABLE(descriptor->cap)) continue;
        return Option{index, descriptor};
    }
    return std::nullopt;
}

bool SaneOptions::choose(std::string_view name, const std::vector<std::string_view>& words) {
    const auto option = find(name);
    if (!option || option->descriptor->constraint_type != SANE_CONSTRAINT_STRING_LIST) return false;
    for (const auto word : words) {
        for (const SANE_String_Const* choice = option->descriptor->constraint.string_list; *choice != nullptr;
             ++choice) {
            if (base::to_lower_ascii(*choice).find(word) == std::string::npos) continue;
            std::string value(*choice);
            value.resize(std::max(value.size() + 1, static_cast<size_t>(option->descriptor->size)));
            return sane_control_option(device_, option->index, SANE_ACTION_SET_VALUE, value.data(),
                                       nullptr) == SANE_STATUS_GOOD;
        }
    }
    return false;
}

void SaneOptions::set_number(std::string_view name, double value) {
    const auto option = find(name);
    if (!option || !is_number(*option->descriptor)) return;
    const double allowed = nearest_allowed(*option->descriptor, value);
    SANE_Word word = option->descriptor->type == SANE_TYPE_FIXED
                         ? SANE_FIX(allowed)
                         : static_cast<SANE_Word>(std::lround(allowed));
    sane_control_option(device_, option->index, SANE_ACTION_SET_VALUE, &word, nullptr);
}

void SaneOptions::set_area() {
    const auto right = find(SANE_NAME_SCAN_BR_X);
    if (!right || right->descriptor->unit != SANE_UNIT_MM) return;
    set_number(SANE_NAME_SCAN_TL_X, 0);
    set_number(SANE_NAME_SCAN_TL_Y, 0);
    set_number(SANE_NAME_SCAN_BR_X, kA4WidthMm);
    set_number(SANE_NAME_SCAN_BR_Y, kA4HeightMm);
}

base::Result<void> SaneOptions::apply(const ScanRequest& request) {
    const bool feeder = request.source == ScanSource::feeder;
    const bool found = feeder ? choose(SANE_NAME_SCAN_SOURCE, {"document feeder", "adf", "feeder"})
                              : choose(SANE_NAME_SCAN_SOURCE, {"flatbed", "platen", "glass"});
    if (feeder && !found) return base::fail("scanner.unsupported", "no feeder");
    const bool colour = request.colour == ScanColour::colour;
    const bool set = colour ? choose(SANE_NAME_SCAN_MODE, {"color", "colour"})
                            : choose(SANE_NAME_SCAN_MODE, {"gray", "grey"});
    if (!set && find(SANE_NAME_SCAN_MODE)) return base::fail("scanner.unsupported", "no such colour mode");
    set_number(SANE_NAME_BIT_DEPTH, 8);
    set_number(SANE_NAME_SCAN_RESOLUTION, request.dpi);
    set_area();
    return {};
}

int SaneOptions::resolution() const {
    const auto option = find(SANE_NAME_SCAN_RESOLUTION);
    if (!option || !is_number(*option->descriptor)) return 0;
    SANE_Word word = 0;
    if (sane_control_option(device_, option->index, SANE_ACTION_GET_VALUE, &word, nullptr) !=
        SANE_STATUS_GOOD)
        return 0;
    return static_cast<int>(std::lround(to_number(*option->descriptor, word)));
}

}  // namespace yc::client::devices
