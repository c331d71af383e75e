# The one SQLite of every program here: SQLite3MultipleCiphers' amalgamation, built as the static library sqlite3mc.
# Hidden symbols: another SQLite may come into the process with a system library. Never link -lsqlite3 beside it.
set(YICHUANG_SQLITE_DIR ${CMAKE_SOURCE_DIR}/.cache/sqlite3mc CACHE PATH "Where tools/fetch_sqlite.sh puts SQLite")

execute_process(COMMAND ${CMAKE_SOURCE_DIR}/tools/fetch_sqlite.sh ${YICHUANG_SQLITE_DIR} RESULT_VARIABLE fetched)
if(NOT fetched EQUAL 0)
    message(FATAL_ERROR "The sources of SQLite are missing and could not be fetched (see above). Run "
        "tools/fetch_sqlite.sh with a network, or name the downloaded package in SQLITE3MC_TARBALL.")
endif()

add_library(sqlite3mc STATIC ${YICHUANG_SQLITE_DIR}/sqlite3.c)
target_include_directories(sqlite3mc SYSTEM PUBLIC ${YICHUANG_SQLITE_DIR})
set_target_properties(sqlite3mc PROPERTIES C_VISIBILITY_PRESET hidden)
# -O2 in every preset: unoptimised, each page costs ten times as much. -w: not our code.
target_compile_options(sqlite3mc PRIVATE -O2 -w)
target_compile_definitions(sqlite3mc PRIVATE
    SQLITE_TEMP_STORE=2          # temporary tables in memory: never a plaintext file
    SQLITE_THREADSAFE=2          # a connection belongs to one thread at a time
    SQLITE_DQS=0                 # "text" is a name, not a string
    SQLITE_DEFAULT_MEMSTATUS=0
    SQLITE_DEFAULT_FOREIGN_KEYS=1
    SQLITE_LIKE_DOESNT_MATCH_BLOBS
    SQLITE_ENABLE_FTS5
    SQLITE_ENABLE_STAT4
    SQLITE_ENABLE_DBSTAT_VTAB
    SQLITE_OMIT_DEPRECATED
    SQLITE_OMIT_LOAD_EXTENSION
    SQLITE_OMIT_SHARED_CACHE
    SQLITE_USE_URI=0             # a key in a URI fails silently into plaintext; keys come by PRAGMA only
    HAVE_CIPHER_AES_128_CBC=0 HAVE_CIPHER_AES_256_CBC=0 HAVE_CIPHER_SQLCIPHER=0 HAVE_CIPHER_RC4=0
    HAVE_CIPHER_ASCON128=0 HAVE_CIPHER_AEGIS=0)
target_link_libraries(sqlite3mc PUBLIC Threads::Threads ${CMAKE_DL_LIBS} m)

# yichuang_embed_migrations(hub_store migrations/sqlite yc::hub::store): compiles the files NNN_name.sql of a folder
# into the target as `std::span<const yc::sqlite::Migration> <namespace>::migrations()`.
function(yichuang_embed_migrations target folder namespace)
    file(GLOB steps CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/[0-9][0-9][0-9]_*.sql)
    list(SORT steps)
    set(text "#include <array>\n#include <span>\n\n#include \"core/sqlite/migrator.h\"\n\n")
    string(APPEND text "namespace ${namespace} {\nstd::span<const yc::sqlite::Migration> migrations() {\n")
    string(APPEND text "    static constexpr auto steps = std::to_array<yc::sqlite::Migration>({\n")
    foreach(step ${steps})
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${step})
        get_filename_component(name ${step} NAME_WE)
        string(REGEX MATCH "^[0-9]+" number ${name})
        string(REGEX REPLACE "^0+" "" number ${number})
        file(READ ${step} sql)
        string(APPEND text "        {${number}, \"${name}\", R\"yc_sql(${sql})yc_sql\"},\n")
    endforeach()
    string(APPEND text "    });\n    return steps;\n}\n}  // namespace ${namespace}\n")
    set(file ${CMAKE_CURRENT_BINARY_DIR}/${target}_migrations.cpp)
    file(CONFIGURE OUTPUT ${file} CONTENT "@text@" @ONLY)
    target_sources(${target} PRIVATE ${file})
endfunction()
