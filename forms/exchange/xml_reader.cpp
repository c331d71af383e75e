#include "forms/exchange/xml_reader.h"

namespace yc::forms::exchange {

namespace {

constexpr int deepest = 64;

std::string_view local_name(std::string_view name) {
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

std::string attribute(const XmlAttributes& attributes, const char* name) {
    const auto found = attributes.find(name);
    return found == attributes.end() ? std::string() : found->second;
}

XmlReader::XmlReader() : parser_(XML_ParserCreate(nullptr), XML_ParserFree) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), start_element, end_element);
    XML_SetCharacterDataHandler(parser_.get(), character_data);
    XML_SetStartDoctypeDeclHandler(parser_.get(), doctype);
}

void XmlReader::stop(base::Error reason) {
    if (state_) state_ = std::move(reason);
    XML_StopParser(parser_.get(), XML_FALSE);
}

base::Result<void> XmlReader::feed(std::string_view piece) {
    return parse(piece, false);
}

base::Result<void> XmlReader::end() {
    return parse({}, true);
}

base::Result<void> XmlReader::parse(std::string_view piece, bool last) {
    if (!state_) return state_;
    const auto done = XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), last);
    if (state_ && done != XML_STATUS_OK)
        state_ = base::fail("catalogue.xlsx_broken", XML_ErrorString(XML_GetErrorCode(parser_.get())));
    return state_;
}

void XmlReader::start_element(void* self, const char* name, const char** attributes) {
    auto& reader = *static_cast<XmlReader*>(self);
    if (++reader.depth_ > deepest) return reader.stop(base::fail("catalogue.xlsx_broken", "too deep"));
    XmlAttributes values;
    for (; attributes[0]; attributes += 2) values.emplace(attributes[0], attributes[1]);
    reader.on_start(local_name(name), values);
}

void XmlReader::end_element(void* self, const char* name) {
    auto& reader = *static_cast<XmlReader*>(self);
    --reader.depth_;
    reader.on_end(local_name(name));
}

void XmlReader::character_data(void* self, const char* text, int length) {
    static_cast<XmlReader*>(self)->on_text({text, static_cast<size_t>(length)});
}

void XmlReader::doctype(void* self, const char*, const char*, const char*, int) {
    static_cast<XmlReader*>(self)->stop(base::fail("catalogue.xlsx_broken", "document type"));
}

}  // namespace yc::forms::exchange
