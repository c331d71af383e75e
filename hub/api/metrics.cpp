#include "hub/api/metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace yc::hub::api {
namespace {

void gauge(std::string& out, std::string_view name, std::string_view help, int64_t value) {
    fmt::format_to(std::back_inserter(out), "# HELP {0} {1}\n# TYPE {0} gauge\n{0} {2}\n", name, help, value);
}

void head(std::string& out, std::string_view name, std::string_view help) {
    fmt::format_to(std::back_inserter(out), "# HELP {0} {1}\n# TYPE {0} counter\n", name, help);
}

}  // namespace

void Metrics::answered(Endpoint endpoint, int status, std::chrono::microseconds took) {
    auto& counted = endpoints_[static_cast<size_t>(endpoint)];
    ++counted.by_class[static_cast<size_t>(std::clamp(status / 100, 0, 5))];
    counted.microseconds += took.count();
}

void Metrics::turned_away(int) {
    ++turned_away_;
}

void Metrics::event(wire::PushStatus status) {
    ++events_[static_cast<size_t>(status)];
}

std::string Metrics::text(const store::StoreFigures& figures) const {
    std::string out;
    head(out, "yichuang_requests_total", "Requests answered.");
    for (const auto& [endpoint, name] : names_of(Endpoint{}))
        for (size_t hundreds = 2; hundreds <= 5; ++hundreds)
            if (const int64_t count = endpoints_[static_cast<size_t>(endpoint)].by_class[hundreds])
                fmt::format_to(std::back_inserter(out),
                               "yichuang_requests_total{{endpoint=\"{}\",status=\"{}xx\"}} {}\n", name,
                               hundreds, count);
    head(out, "yichuang_request_seconds_total", "Time spent on answers.");
    for (const auto& [endpoint, name] : names_of(Endpoint{}))
        if (const int64_t micros = endpoints_[static_cast<size_t>(endpoint)].microseconds)
            fmt::format_to(std::back_inserter(out),
                           "yichuang_request_seconds_total{{endpoint=\"{}\"}} {:.6f}\n", name,
                           static_cast<double>(micros) / 1e6);
    head(out, "yichuang_turned_away_total", "Requests that no endpoint was found for.");
    fmt::format_to(std::back_inserter(out), "yichuang_turned_away_total {}\n", turned_away_.load());
    head(out, "yichuang_events_pushed_total", "Events sent by clients, by what became of them.");
    for (const auto& [status, name] : names_of(wire::PushStatus{}))
        fmt::format_to(std::back_inserter(out), "yichuang_events_pushed_total{{status=\"{}\"}} {}\n", name,
                       events_[static_cast<size_t>(status)].load());
    gauge(out, "yichuang_events", "Events in the record.", figures.events);
    gauge(out, "yichuang_cases", "Cases.", figures.cases);
    gauge(out, "yichuang_cases_open", "Cases not closed.", figures.cases_open);
    gauge(out, "yichuang_dossiers", "Dossiers.", figures.dossiers);
    gauge(out, "yichuang_pages", "Pages.", figures.pages);
    gauge(out, "yichuang_sessions", "Sessions that have not ended.", figures.sessions);
    return out;
}

}  // namespace yc::hub::api
