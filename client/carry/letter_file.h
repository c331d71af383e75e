#pragma once
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace yc::client::carry {

/// What a file of letters holds: a parcel on its way to the hub, or the hub's receipts on their way back.
enum class LetterFileKind { parcel, receipts };

/// Writes letters into a file one after the other; the file stands under its name once it is finished and on
/// the disk. A file that was not finished is removed.
///
/// Layout: a line that names the kind, then for each letter its length (32 bits, most significant byte first)
/// and its bytes, then a length of 0.
class LetterFileWriter {
  public:
    LetterFileWriter(std::filesystem::path file, LetterFileKind kind);
    ~LetterFileWriter();
    LetterFileWriter(const LetterFileWriter&) = delete;
    LetterFileWriter& operator=(const LetterFileWriter&) = delete;

    void add(std::string_view letter);
    /// Errors: file.unwritable {file}.
    base::Result<void> finish();

  private:
    std::filesystem::path file_;
    std::filesystem::path part_;
    std::ofstream out_;
};

/// Reads letters one after the other; a letter is at most 40 MB.
class LetterFileReader {
  public:
    /// Errors: parcel.unreadable {file}, parcel.not_a_parcel, parcel.is_receipts, parcel.is_parcel (the
    /// other kind).
    static base::Result<LetterFileReader> open(const std::filesystem::path& file, LetterFileKind kind);

    /// Nothing after the last. Errors: parcel.cut_off {file}.
    base::Result<std::optional<std::string>> next();

  private:
    explicit LetterFileReader(std::filesystem::path file) : file_(std::move(file)) {}
    std::filesystem::path file_;
    std::ifstream in_;
};

}  // namespace yc::client::carry
