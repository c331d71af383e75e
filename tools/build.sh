#!/usr/bin/env bash
# Configures and builds a preset (release unless named otherwise): tools/build.sh [preset] [target…]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
preset=${1:-release}
[ $# -gt 0 ] && shift
# Clones in different folders share what ccache keeps.
export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1
echo "build: preset $preset"
cmake --preset "$preset" >/dev/null
if [ $# -gt 0 ]; then cmake --build --preset "$preset" --target "$@"; else cmake --build --preset "$preset"; fi
