#include "core/domain/case_event.h"

namespace yc::domain {

ItemTerms terms_of(const ServiceItem& item) {
    return {.code = item.code,
            .version = item.version,
            .name = item.name,
            .case_kind = item.case_kind,
            .statutory = item.definition().statutory,
            .promised = item.definition().promised,
            .number_limited = item.definition().number_limited,
            .site_check = item.definition().site_check,
            .counter_accepts = item.definition().counter_accepts,
            .counter_decides = item.definition().counter_decides,
            .flow = item.definition().flow,
            .result_name = item.definition().result_name,
            .result_document_type = item.definition().result_document_type,
            .result_valid_months = item.definition().result_valid_months};
}

}  // namespace yc::domain
