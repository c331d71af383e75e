#pragma once
#include <utility>

#include "core/domain/item.h"

namespace yc::tests {

/// Changes the definition of an item.
template <class Change>
void redefine(domain::ServiceItem& item, Change change) {
    auto definition = item.definition();
    change(definition);
    item.define(std::move(definition));
}

}  // namespace yc::tests
