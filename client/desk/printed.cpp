#include "client/desk/printed.h"

namespace yc::client::desk {

Text words_of(Whereabouts whereabouts) {
    switch (whereabouts) {
        case Whereabouts::on_this_computer:
            return {"desk.where.on_this_computer", {}};
        case Whereabouts::at_the_hub:
            return {"desk.where.at_the_hub", {}};
        case Whereabouts::refused:
            return {"desk.where.refused", {}};
    }
    return {};
}

}  // namespace yc::client::desk
