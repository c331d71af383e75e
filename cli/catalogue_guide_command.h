#pragma once

namespace CLI {
class App;
}

namespace yc::cli {

class Session;

/// `catalogue guide CODE --out FILE.pdf [--answer question=answer]…`: the guide (办事指南) of an item or a
/// package as a PDF.
void add_catalogue_guide(CLI::App& catalogue, Session& session);

}  // namespace yc::cli
