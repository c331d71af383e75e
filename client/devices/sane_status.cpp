#include "client/devices/sane_status.h"

namespace yc::client::devices {

using base::fail;

base::Error scanner_error(SANE_Status status) {
    const std::string detail = sane_strstatus(status);
    switch (status) {
        case SANE_STATUS_NO_DOCS:
            return fail("scanner.feeder_empty", detail);
        case SANE_STATUS_JAMMED:
            return fail("scanner.jammed", detail);
        case SANE_STATUS_COVER_OPEN:
            return fail("scanner.cover_open", detail);
        case SANE_STATUS_DEVICE_BUSY:
            return fail("scanner.busy", detail);
        case SANE_STATUS_IO_ERROR:
            return fail("scanner.gone", detail);
        case SANE_STATUS_ACCESS_DENIED:
            return fail("scanner.access_denied", detail);
        case SANE_STATUS_NO_MEM:
            return fail("scanner.out_of_memory", detail);
        case SANE_STATUS_UNSUPPORTED:
            return fail("scanner.unsupported", detail);
        default:
            return fail("scanner.failed", detail, {{"status", detail}});
    }
}

}  // namespace yc::client::devices
