#pragma once
#include <sys/wait.h>

#include <cstdlib>
#include <string>

#include "tests/support/files.h"
#include "tests/support/temp_dir.h"

namespace yc::tests {

/// What a program did.
struct ProgramRun {
    int exit_code = -1;
    std::string out;
    std::string err;
};

/// Runs a shell command to its end with the given standard input.
[[nodiscard]] inline ProgramRun run_program(const std::string& command, std::string_view input = {}) {
    const TempDir folder;
    write_file(folder / "in", input);
    const auto line = "{ " + command + " ; } < '" + (folder / "in").string() + "' > '" +
                      (folder / "out").string() + "' 2> '" + (folder / "err").string() + "'";
    const int status = std::system(line.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(folder / "out"),
            read_file(folder / "err")};
}

}  // namespace yc::tests
