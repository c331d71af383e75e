#include <sane/sane.h>

#include <array>
#include <atomic>

#include "client/devices/sane_options.h"
#include "client/devices/sane_page.h"
#include "client/devices/sane_status.h"
#include "client/devices/sane_thread.h"
#include "client/devices/scanner.h"

namespace yc::client::devices {
namespace {

using base::fail;
using base::Result;

constexpr size_t kReadBytes = 64 * 1024;

/// What a scanner is doing; only a running scan can be cancelled.
enum class Activity { idle, scanning, cancelling };

/// An open device. Cancels before it closes: closing with a page unread crashes some backends.
class Device {
  public:
    Device() = default;
    ~Device() { close(); }
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;

    Result<void> open(const std::string& name) {
        close();
        const auto status = sane_open(name.c_str(), &handle_);
        if (status == SANE_STATUS_GOOD) return {};
        handle_ = nullptr;
        // Backends say "invalid" of a device that is not there.
        if (status == SANE_STATUS_INVAL) return fail("scanner.not_found", "sane_open");
        return scanner_error(status);
    }
    void close() {
        if (handle_ == nullptr) return;
        sane_cancel(handle_);
        sane_close(handle_);
        handle_ = nullptr;
    }
    [[nodiscard]] SANE_Handle get() const { return handle_; }

  private:
    SANE_Handle handle_ = nullptr;
};

/// One scan, from opening the device to closing it; on the SANE thread.
class Batch {
  public:
    Batch(const ScanRequest& request, const PageSink& on_page, const std::atomic<Activity>& activity)
        : request_(request), on_page_(on_page), activity_(activity) {}

    Result<ScanSummary> run() {
        YC_CHECK(prepare());
        ScanSummary summary;
        while (!cancelled()) {
            const auto status = start();
            if (status == SANE_STATUS_NO_DOCS && summary.pages > 0) break;
            if (status == SANE_STATUS_CANCELLED || cancelled()) break;
            if (status != SANE_STATUS_GOOD) return scanner_error(status);
            SanePage page;
            YC_TRY(const bool whole, read_page(page));
            if (!whole) break;
            YC_CHECK(deliver(page));
            ++summary.pages;
            if (request_.source == ScanSource::flatbed) break;
        }
        summary.cancelled = cancelled();
        return summary;
    }

  private:
    [[nodiscard]] bool cancelled() const { return activity_ == Activity::cancelling; }

    Result<void> prepare() {
        YC_CHECK(device_.open(request_.scanner));
        SaneOptions options(device_.get());
        YC_CHECK(options.apply(request_));
        dpi_ = options.resolution();
        return {};
    }

    /// Some devices refuse a start after an earlier scan until they are opened anew.
    SANE_Status start() {
        const auto status = sane_start(device_.get());
        if (status != SANE_STATUS_INVAL || reopened_) return status;
        reopened_ = true;
        return prepare() ? sane_start(device_.get()) : status;
    }

    /// False when it was cancelled on the way.
    Result<bool> read_page(SanePage& page) {
        while (true) {
            SANE_Parameters parameters{};
            if (const auto status = sane_get_parameters(device_.get(), &parameters);
                status != SANE_STATUS_GOOD)
                return scanner_error(status);
            YC_CHECK(page.begin_frame(parameters));
            YC_TRY(const bool whole, read_frame(page));
            if (!whole) return false;
            YC_CHECK(page.end_frame());
            if (parameters.last_frame) return true;
            if (const auto status = sane_start(device_.get()); status != SANE_STATUS_GOOD)
                return scanner_error(status);
        }
    }

    /// A cancelled scan may end like a whole one (EOF), so the own flag decides.
    Result<bool> read_frame(SanePage& page) {
        while (true) {
            SANE_Int count = 0;
            const auto status =
                sane_read(device_.get(), buffer_.data(), static_cast<SANE_Int>(buffer_.size()), &count);
            if (cancelled() || status == SANE_STATUS_CANCELLED) return false;
            if (status == SANE_STATUS_EOF) return true;
            if (status != SANE_STATUS_GOOD) return scanner_error(status);
            YC_CHECK(page.add({reinterpret_cast<const char*>(buffer_.data()), static_cast<size_t>(count)}));
        }
    }

    Result<void> deliver(SanePage& page) {
        const auto image = page.take(dpi_);
        YC_TRY(auto bytes, capture::encode_jpeg(image, request_.jpeg_quality));
        on_page_({std::move(bytes), image.width, image.height, dpi_});
        return {};
    }

    const ScanRequest& request_;
    const PageSink& on_page_;
    const std::atomic<Activity>& activity_;
    Device device_;
    int dpi_ = 0;
    bool reopened_ = false;
    std::array<SANE_Byte, kReadBytes> buffer_{};
};

std::vector<ScannerInfo> list_devices() {
    const SANE_Device** devices = nullptr;
    std::vector<ScannerInfo> scanners;
    if (sane_get_devices(&devices, SANE_FALSE) != SANE_STATUS_GOOD) return scanners;
    for (; *devices != nullptr; ++devices)
        scanners.push_back({(*devices)->name, std::string((*devices)->vendor) + " " + (*devices)->model});
    return scanners;
}

class SaneScanner final : public Scanner {
  public:
    Result<std::vector<ScannerInfo>> list() override {
        return thread_->run([this]() -> Result<std::vector<ScannerInfo>> {
            if (!thread_->usable()) return fail("scanner.unavailable", "sane_init");
            return list_devices();
        });
    }

    Result<ScanSummary> scan(const ScanRequest& request, const PageSink& on_page) override {
        auto idle = Activity::idle;
        if (!activity_.compare_exchange_strong(idle, Activity::scanning))
            return fail("scanner.busy", "a scan is running");
        auto result = thread_->run([&]() -> Result<ScanSummary> {
            if (!thread_->usable()) return fail("scanner.unavailable", "sane_init");
            return std::make_unique<Batch>(request, on_page, activity_)->run();
        });
        activity_ = Activity::idle;
        return result;
    }

    void cancel() override {
        auto scanning = Activity::scanning;
        activity_.compare_exchange_strong(scanning, Activity::cancelling);
    }

  private:
    std::shared_ptr<SaneThread> thread_ = SaneThread::shared();
    std::atomic<Activity> activity_{Activity::idle};
};

}  // namespace

std::unique_ptr<Scanner> make_sane_scanner() {
    return std::make_unique<SaneScanner>();
}

}  // namespace yc::client::devices
