#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/enum_names.h"
#include "core/base/result.h"

namespace yc::wire {

/// Reads the members of a JSON object from outside. A member that is absent or null leaves the target as it
/// is, unless the method says `need`. The first thing wrong is kept with its path ("events.3.actor.roles")
/// and reading goes on without it, so a reading function is a plain list of members followed by `finish()`.
/// Members nobody asks for are passed over: a newer peer may send more. Not for use by several threads.
class ObjectReader {
  public:
    /// `path` names the object in errors; empty for the outermost.
    explicit ObjectReader(const nlohmann::json& object, std::string path = {});

    void text(const char* name, std::string& out);
    void need_text(const char* name, std::string& out);  ///< must be there and not empty
    void integer(const char* name, int64_t& out);
    void integer(const char* name, int& out);
    void integer(const char* name, std::optional<int64_t>& out);
    void flag(const char* name, bool& out);
    void instant(const char* name, base::Instant& out);
    void need_instant(const char* name, base::Instant& out);
    void instant(const char* name, std::optional<base::Instant>& out);
    void date(const char* name, std::optional<base::Date>& out);
    void texts(const char* name, std::vector<std::string>& out);
    void text_map(const char* name, std::map<std::string, std::string>& out);
    void integer_map(const char* name, std::map<std::string, int>& out);

    /// An enum by its name.
    template <class E>
    void named(const char* name, E& out) {
        std::string word;
        text(name, word);
        if (word.empty()) return;
        if (const auto value = base::from_name<E>(word))
            out = *value;
        else
            wrong(name);
    }
    template <class E>
    void need_named(const char* name, E& out) {
        std::string word;
        need_text(name, word);
        if (word.empty()) return;
        if (const auto value = base::from_name<E>(word))
            out = *value;
        else
            wrong(name);
    }
    /// A list of enum names.
    template <class E>
    void named_list(const char* name, std::vector<E>& out) {
        std::vector<std::string> words;
        texts(name, words);
        for (const auto& word : words) {
            if (const auto value = base::from_name<E>(word))
                out.push_back(*value);
            else
                wrong(name);
        }
    }
    /// A nested object, read by `read(ObjectReader&, T&)`.
    template <class T>
    void object(const char* name, T& out, void (*read)(ObjectReader&, T&)) {
        nested(name, [&](ObjectReader& inner) { read(inner, out); });
    }
    template <class T>
    void need_object(const char* name, T& out, void (*read)(ObjectReader&, T&)) {
        if (!nested(name, [&](ObjectReader& inner) { read(inner, out); })) wrong(name);
    }
    template <class T>
    void object(const char* name, std::optional<T>& out, void (*read)(ObjectReader&, T&)) {
        nested(name, [&](ObjectReader& inner) { read(inner, out.emplace()); });
    }
    /// A list of objects.
    template <class T>
    void objects(const char* name, std::vector<T>& out, void (*read)(ObjectReader&, T&)) {
        each(name, [&](ObjectReader& inner) { read(inner, out.emplace_back()); });
    }

    /// Marks a member as wrong for a reason of the caller's own.
    void wrong(const char* name);
    /// Errors: wire.invalid with the first wrong member's path in args "field".
    [[nodiscard]] base::Result<void> finish() const;

  private:
    [[nodiscard]] const nlohmann::json* find(const char* name) const;
    [[nodiscard]] std::string path_of(const std::string& name) const;
    bool nested(const char* name, const std::function<void(ObjectReader&)>& read);
    void each(const char* name, const std::function<void(ObjectReader&)>& read);
    void take_over(const ObjectReader& inner);

    const nlohmann::json& object_;
    std::string path_;
    std::optional<std::string> wrong_;
};

}  // namespace yc::wire
