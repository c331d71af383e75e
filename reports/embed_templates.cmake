# Writes OUTPUT, a C++ source holding the notice templates of LIST (paths separated by |) as string literals.
# Run at build time whenever one of them changes.
string(REPLACE "|" ";" files "${LIST}")
set(entries "")
foreach(file IN LISTS files)
    file(READ "${file}" content)
    get_filename_component(name "${file}" NAME)
    string(APPEND entries "        {\"${name}\", R\"yc_json(${content})yc_json\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Written by embed_templates.cmake from the JSON files of reports/templates/.
#include \"reports/notice_template.h\"

namespace yc::reports {

const std::vector<TemplateFile>& template_files() {
    static const std::vector<TemplateFile> files{
${entries}    };
    return files;
}

}  // namespace yc::reports
")
