#include "client/carry/letter_file.h"

#include <array>

#include "core/base/durable_file.h"

namespace yc::client::carry {

namespace {

constexpr size_t longest_letter = 40 << 20;
constexpr std::string_view parcel_line = "yichuang parcel 1\n";
constexpr std::string_view receipt_line = "yichuang receipt 1\n";

std::string_view line_of(LetterFileKind kind) {
    return kind == LetterFileKind::parcel ? parcel_line : receipt_line;
}

std::string length_bytes(size_t length) {
    std::string bytes;
    for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>(length >> shift & 0xFFU);
    return bytes;
}

}  // namespace

LetterFileWriter::LetterFileWriter(std::filesystem::path file, LetterFileKind kind)
    : file_(std::move(file)),
      part_(file_.string() + ".part"),
      out_(part_, std::ios::binary | std::ios::trunc) {
    out_ << line_of(kind);
}

LetterFileWriter::~LetterFileWriter() {
    if (!out_.is_open()) return;
    out_.close();
    std::error_code ignored;
    std::filesystem::remove(part_, ignored);
}

void LetterFileWriter::add(std::string_view letter) {
    out_ << length_bytes(letter.size()) << letter;
}

base::Result<void> LetterFileWriter::finish() {
    out_ << length_bytes(0) << std::flush;
    base::Result<void> done;
    if (!out_) done = base::fail("store.io", "write");
    out_.close();
    if (done) done = base::sync_file(part_);
    std::error_code error;
    if (done) std::filesystem::rename(part_, file_, error);
    if (done && !error) done = base::sync_folder(file_.parent_path());
    if (done && !error) return {};
    std::error_code ignored;
    std::filesystem::remove(part_, ignored);
    return base::fail("file.unwritable", error ? error.message() : done.error().detail,
                      {{"file", file_.string()}});
}

base::Result<LetterFileReader> LetterFileReader::open(const std::filesystem::path& file,
                                                      LetterFileKind kind) {
    LetterFileReader reader(file);
    reader.in_.open(file, std::ios::binary);
    if (!reader.in_) return base::fail("parcel.unreadable", {}, {{"file", file.string()}});
    std::string line;
    for (char c = 0; line.size() < receipt_line.size() && c != '\n' && reader.in_.get(c);) line += c;
    if (line == line_of(kind)) return reader;
    if (line == receipt_line) return base::fail("parcel.is_receipts");
    if (line == parcel_line) return base::fail("parcel.is_parcel");
    return base::fail("parcel.not_a_parcel");
}

base::Result<std::optional<std::string>> LetterFileReader::next() {
    const auto cut_off = [this] { return base::fail("parcel.cut_off", {}, {{"file", file_.string()}}); };
    std::array<char, 4> bytes{};
    if (!in_.read(bytes.data(), bytes.size())) return cut_off();
    size_t length = 0;
    for (const char byte : bytes) length = length << 8U | static_cast<unsigned char>(byte);
    if (length == 0) return std::optional<std::string>();
    if (length > longest_letter) return cut_off();
    std::string letter(length, '\0');
    if (!in_.read(letter.data(), static_cast<std::streamsize>(length))) return cut_off();
    return std::optional(std::move(letter));
}

}  // namespace yc::client::carry
