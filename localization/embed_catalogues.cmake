# Writes OUTPUT, a C++ source holding the catalogue files of LIST (paths separated by |) as string literals.
# Run at build time whenever one of them changes. A file that is not a JSON object stops the build by name.
string(REPLACE "|" ";" files "${LIST}")
set(entries "")
foreach(file IN LISTS files)
    file(READ "${file}" content)
    string(JSON type ERROR_VARIABLE problem TYPE "${content}")
    if(NOT type STREQUAL "OBJECT")
        message(FATAL_ERROR "${file} is not a JSON object: ${problem}")
    endif()
    get_filename_component(name "${file}" NAME)
    get_filename_component(folder "${file}" DIRECTORY)
    get_filename_component(language "${folder}" NAME)
    string(APPEND entries "        {Language::${language}, \"${name}\", R\"yc_json(${content})yc_json\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Written by embed_catalogues.cmake from the JSON files of localization/.
#include \"localization/catalogues.h\"

namespace yc::localization {

const std::vector<CatalogueFile>& catalogue_files() {
    static const std::vector<CatalogueFile> files{
${entries}    };
    return files;
}

}  // namespace yc::localization
")
