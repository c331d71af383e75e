# The two ways a target is made here, so that warnings, include root and sanitizers are the same everywhere.

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

add_library(yichuang_flags INTERFACE)
target_include_directories(yichuang_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(yichuang_flags INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Werror=return-type
        -Wno-missing-field-initializers>
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)  # g++ 12 warns falsely on std::string, GCC bug 105329
if(YICHUANG_SANITIZE)
    add_compile_options(-fsanitize=${YICHUANG_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${YICHUANG_SANITIZE})
endif()

# yichuang_library(core_base SOURCES a.cpp … PUBLIC libs… PRIVATE libs…): one folder, one static library,
# linked as yichuang::core_base.
function(yichuang_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    add_library(yichuang::${name} ALIAS ${name})
    target_link_libraries(${name} PUBLIC yichuang_flags ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
endfunction()

# yichuang_program(yichuang-hub SOURCES main.cpp LIBRARIES libs…): a program in build/bin.
function(yichuang_program name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LIBRARIES" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE yichuang_flags ${ARG_LIBRARIES})
endfunction()

# yichuang_test(core_base_tests SOURCES x_tests.cpp … LIBRARIES libs… [LABELS gui]): a Boost.Test program.
# Each source holds the suite named like the file. Data folders reach tests by the environment below.
function(yichuang_test name)
    cmake_parse_arguments(ARG "NO_MAIN" "TIMEOUT" "SOURCES;LIBRARIES;LABELS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE yichuang_flags ${ARG_LIBRARIES} Boost::unit_test_framework)
    target_compile_definitions(${name} PRIVATE BOOST_TEST_DYN_LINK
        YICHUANG_SOURCE_DIR="${CMAKE_SOURCE_DIR}" YICHUANG_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
    if(NOT ARG_NO_MAIN)
        target_sources(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests/support/test_main.cpp)
    endif()
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    add_test(NAME ${name} COMMAND ${name} --log_level=message)
    set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT})
endfunction()
