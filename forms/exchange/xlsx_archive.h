#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "forms/exchange/xml_reader.h"

namespace yc::forms::exchange {

/// The parts of an .xlsx file (a zip archive in memory). Hands out at most `most_unpacked` bytes in all,
/// whatever the archive claims, so that a zip bomb costs time but no memory.
class XlsxArchive {
  public:
    static constexpr size_t most_unpacked = 512UL << 20;

    /// The bytes must outlive the archive. Errors: catalogue.xlsx_broken.
    [[nodiscard]] static base::Result<XlsxArchive> open(std::string_view bytes);
    XlsxArchive(XlsxArchive&&) noexcept;
    XlsxArchive& operator=(XlsxArchive&&) noexcept;
    ~XlsxArchive();

    [[nodiscard]] bool has(const std::string& part);
    /// Gives the part piece by piece to `take`, which ends the reading by an error. Errors:
    /// catalogue.xlsx_broken, catalogue.sheet_too_big.
    [[nodiscard]] base::Result<void> read(const std::string& part,
                                          const std::function<base::Result<void>(std::string_view)>& take);
    /// Gives the whole part to a reader of XML. Errors: the same, and those of the reader.
    [[nodiscard]] base::Result<void> parse(const std::string& part, XmlReader& reader);

  private:
    struct Impl;
    explicit XlsxArchive(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace yc::forms::exchange
