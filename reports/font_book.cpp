#include "reports/font_book.h"

#include <array>
#include <atomic>
#include <map>
#include <mutex>
#include <optional>

#include "core/base/log.h"
#include "core/base/utf8.h"
#include "reports/font_file.h"
#include "reports/font_search.h"

namespace yc::reports {

namespace {

constexpr size_t block_size = 256;
constexpr size_t block_count = 0x110000 / block_size;
using Block = std::array<DrawnGlyph, block_size>;

}  // namespace

/// Characters are looked up once, 256 at a time, and then read without a lock; rare ones are kept one by one.
class FontBook::State {
  public:
    struct FaceTable {
        std::vector<FontPlace> choices;
        std::array<std::atomic<const Block*>, block_count> blocks{};
    };

    std::mutex lock;
    std::map<FontPlace, std::unique_ptr<FontFile>> files;  ///< null = tried and unreadable
    std::array<FaceTable, face_count> faces;
    std::vector<std::unique_ptr<Block>> owned;

    const FontFile* file(const FontPlace& place) {
        const auto known = files.find(place);
        if (known != files.end()) return known->second.get();
        auto opened = FontFile::open(place.path, place.index);
        if (!opened)
            base::log(base::LogLevel::warning,
                      "font skipped: " + place.path.string() + ": " + opened.error().detail);
        auto& slot = files[place];
        if (opened) slot = *std::move(opened);
        return slot.get();
    }

    DrawnGlyph find(char32_t point, const FaceTable& table) {
        for (const FontPlace& place : table.choices) {
            const FontFile* font = file(place);
            const uint32_t glyph = font ? font->glyph(point) : 0;
            if (glyph != 0) return {font, glyph, font->advance(glyph)};
        }
        return {};
    }

    /// A block of what the face's first choice can draw.
    const Block& block(size_t number, FaceTable& table) {
        const std::scoped_lock hold(lock);
        if (const Block* made = table.blocks[number].load()) return *made;
        auto fresh = std::make_unique<Block>();
        const FontFile* first = nullptr;
        for (const FontPlace& place : table.choices)
            if ((first = file(place))) break;
        for (size_t i = 0; first && i < block_size; ++i) {
            const uint32_t glyph = first->glyph(char32_t(number * block_size + i));
            if (glyph != 0) (*fresh)[i] = DrawnGlyph{first, glyph, first->advance(glyph)};
        }
        owned.push_back(std::move(fresh));
        table.blocks[number].store(owned.back().get());
        return *owned.back();
    }

    /// A character that the first choice lacks; only these open further fonts.
    const DrawnGlyph& rare(char32_t point, Face face) {
        const std::scoped_lock hold(lock);
        const auto [entry, fresh] = rare_.try_emplace({face, point});
        if (fresh) entry->second = find(point, faces[size_t(face)]);
        return entry->second;
    }

  private:
    std::map<std::pair<Face, char32_t>, DrawnGlyph> rare_;
};

FontBook::FontBook(std::unique_ptr<State> state) : state_(std::move(state)) {}
FontBook::FontBook(FontBook&&) noexcept = default;
FontBook& FontBook::operator=(FontBook&&) noexcept = default;
FontBook::~FontBook() = default;

base::Result<FontBook> FontBook::open(const FontOptions& options) {
    auto state = std::make_unique<State>();
    for (const auto& path : options.preferred_files) {
        YC_TRY(auto opened, FontFile::open(path, 0));
        state->files[{path, 0}] = std::move(opened);
    }
    std::optional<FontSearch> search;
    if (options.use_system) search.emplace();
    for (int i = 0; i < face_count; ++i) {
        auto& choices = state->faces[size_t(i)].choices;
        const auto face = Face(i);
        if (!is_bold(face))
            for (const auto& path : options.preferred_files) choices.push_back({path, 0});
        if (!search) continue;
        auto families = families_for(face);
        for (const auto family : families_of_last_resort()) families.push_back(family);
        for (const auto family : families)
            if (const auto places = search->find(family, is_bold(face)); !places.empty())
                choices.push_back(places.front());
    }
    FontBook book(std::move(state));
    if (!book.glyph(U'国', Face::body).font || !book.glyph(U'国', Face::title).font)
        return base::fail("report.font_missing", "no font with U+56FD");
    return book;
}

const DrawnGlyph& FontBook::glyph(char32_t point, Face face) const {
    static const DrawnGlyph none{};
    const size_t number = point / block_size;
    if (number >= block_count) return none;
    auto& table = state_->faces[size_t(face)];
    const Block* block = table.blocks[number].load(std::memory_order_acquire);
    const DrawnGlyph& usual = (block ? *block : state_->block(number, table))[point % block_size];
    return usual.font ? usual : state_->rare(point, face);
}

double FontBook::width(std::u32string_view text, Face face, double size) const {
    double sum = 0;
    for (const char32_t point : text) sum += glyph(point, face).advance;
    return sum * size;
}

double FontBook::width(std::string_view text, Face face, double size) const {
    return width(base::decode_utf8(text), face, size);
}

std::u32string FontBook::undrawable(std::string_view text) const {
    std::u32string missing;
    for (const char32_t point : base::decode_utf8(text))
        if (!glyph(point, Face::body).font) missing += point;
    return missing;
}

std::string FontBook::family(Face face) const {
    const DrawnGlyph& sample = glyph(U'国', face);
    return sample.font ? sample.font->family() : std::string();
}

}  // namespace yc::reports
