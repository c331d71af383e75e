#pragma once
#include <expat.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace yc::forms::exchange {

/// Attributes of an element by name, prefixes included.
using XmlAttributes = std::map<std::string, std::string>;

/// The value of an attribute; empty when it is absent.
[[nodiscard]] std::string attribute(const XmlAttributes& attributes, const char* name);

/// Reads an XML document piece by piece. A document that brings its own entities (DOCTYPE) or nests deeper
/// than 64 is refused. Handlers get names without prefixes.
class XmlReader {
  public:
    XmlReader();
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;
    virtual ~XmlReader() = default;

    /// Errors: catalogue.xlsx_broken, and what stop() was given.
    [[nodiscard]] base::Result<void> feed(std::string_view piece);
    [[nodiscard]] base::Result<void> end();

  protected:
    virtual void on_start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void on_end(std::string_view name) = 0;
    virtual void on_text(std::string_view text) = 0;
    /// Ends the reading with this error.
    void stop(base::Error reason);

  private:
    static void start_element(void* self, const char* name, const char** attributes);
    static void end_element(void* self, const char* name);
    static void character_data(void* self, const char* text, int length);
    static void doctype(void* self, const char*, const char*, const char*, int);
    base::Result<void> parse(std::string_view piece, bool last);

    std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser_;
    base::Result<void> state_;
    int depth_ = 0;
};

}  // namespace yc::forms::exchange
