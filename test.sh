#!/usr/bin/env bash
# Sets everything up, builds, and passes the tests. ./test.sh --long adds sanitizers, more seeds and drills.
# Anything else is handed to ctest: ./test.sh -R calendar
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
long=false
if [ "${1:-}" = --long ]; then long=true; shift; fi

tools/setup.sh
tools/build.sh release

# Every test sees the same world: no session bus, no desktop settings, Chinese text, its own X server for windows.
export LANG=C.UTF-8 NO_AT_BRIDGE=1 GDK_BACKEND=x11
unset DBUS_SESSION_BUS_ADDRESS WAYLAND_DISPLAY
echo "test: release"
ctest --test-dir build --output-on-failure --no-tests=error "$@"

if $long; then
    export YICHUANG_LONG=1
    echo "test: more seeds and rounds, as fast as the program is"
    ctest --test-dir build --output-on-failure --no-tests=error -R 'simulation|client_sync_tests|client_desk_tests'
    echo "test: address and undefined-behaviour sanitizers, more seeds"
    tools/build.sh asan
    ASAN_OPTIONS=detect_leaks=0 UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1 \
        ctest --test-dir build-asan --output-on-failure --no-tests=error "$@"
    echo "test: thread sanitizer"
    tools/build.sh tsan
    ctest --test-dir build-tsan --output-on-failure --no-tests=error "$@"
fi
