#include "core/domain/case_event.h"

namespace yc::domain {

ItemTerms terms_of(const ServiceItem& item) {
    return {.code = item.code,
            .version = item.version,
            .name = item.name,
            .case_kind = item.case_kind,
            .statutory = item.statutory,
            .promised = item.promised,
            .number_limited = item.number_limited,
            .site_check = item.site_check,
            .counter_accepts = item.counter_accepts,
            .counter_decides = item.counter_decides,
            .flow = item.flow,
            .result_name = item.result_name,
            .result_document_type = item.result_document_type,
            .result_valid_months = item.result_valid_months};
}

}  // namespace yc::domain
