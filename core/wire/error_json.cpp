#include "core/wire/error_json.h"

#include "core/wire/object_reader.h"
#include "core/wire/object_writer.h"

namespace yc::wire {

nlohmann::json to_json(const base::Error& error) {
    ObjectWriter out;
    out.text("code", error.code);
    out.text("detail", error.detail);
    out.text_map("args", error.args);
    return out.done();
}

void read_error(ObjectReader& in, base::Error& error) {
    in.need_text("code", error.code);
    in.text("detail", error.detail);
    in.text_map("args", error.args);
}

nlohmann::json error_body(const base::Error& error) {
    return {{"error", to_json(error)}};
}

base::Error error_from_body(const nlohmann::json& body) {
    base::Error error;
    ObjectReader in(body);
    in.need_object("error", error, read_error);
    const auto read = in.finish();
    return read ? error : read.error();
}

}  // namespace yc::wire
