# Writes OUTPUT, a C++ source holding the files of LIST (paths under ROOT, separated by |) as string literals.
# Run at build time whenever one of them changes. A .json file that cannot be parsed stops the build by name.
string(REPLACE "|" ";" files "${LIST}")
set(entries "")
foreach(file IN LISTS files)
    file(READ "${file}" content)
    if(file MATCHES "[.]json$")
        string(JSON type ERROR_VARIABLE problem TYPE "${content}")
        if(NOT type MATCHES "OBJECT|ARRAY")
            message(FATAL_ERROR "${file} is not JSON: ${problem}")
        endif()
    endif()
    file(RELATIVE_PATH name "${ROOT}" "${file}")
    string(APPEND entries "        {\"${name}\", R\"yc_data(${content})yc_data\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Written by embed_data.cmake from the data files of forms/.
#include \"forms/embedded.h\"

namespace yc::forms {

const std::vector<EmbeddedFile>& embedded_files() {
    static const std::vector<EmbeddedFile> files{
${entries}    };
    return files;
}

}  // namespace yc::forms
")
