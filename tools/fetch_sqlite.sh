#!/usr/bin/env bash
# Puts the sources of SQLite with SQLite3MultipleCiphers into a folder (default .cache/sqlite3mc): the amalgamation
# that the npm package below carries (MIT and public domain). Version and content are pinned; nothing of the package
# is run. Does nothing when the right files are there.
# SQLITE3MC_TARBALL=file.tgz takes the package from a file instead of the registry, for machines without a network.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
target=${1:-$root/.cache/sqlite3mc}

package=better-sqlite3-multiple-ciphers@13.0.3
integrity='UYabM82r1J84TLWc/SszoHs6XopWpl/2HCg3Nui1JUaFXg/VLswzkPowYiRhK/4CftI8dgtikwyZQecMldrGxQ=='  # sha512, base64
sums='ad84d2c24540cf62ea27ee414911a32963390769bd031f39a50aec0ad90614a0  sqlite3.c
eae796d67d1a8236ed47b3fff858beb2d2a34f3b7ca0d8b6ea97e21729967374  sqlite3.h'

right() { (cd "$1" 2>/dev/null && sha256sum --status -c - <<<"$sums") }
die() { echo "fetch_sqlite: $1" >&2; exit 1; }

if right "$target"; then exit 0; fi

mkdir -p "$(dirname "$target")"
work=$(mktemp -d "$(dirname "$target")/.sqlite3mc.XXXXXX")
trap 'rm -rf "$work"' EXIT

if [ -n "${SQLITE3MC_TARBALL:-}" ]; then
    cp "$SQLITE3MC_TARBALL" "$work/package.tgz"
else
    command -v npm >/dev/null || die "npm is needed to fetch $package; run tools/setup.sh, or name the file in SQLITE3MC_TARBALL"
    (cd "$work" && npm pack "$package" --ignore-scripts --silent >npm.log 2>&1) ||
        { cat "$work/npm.log" >&2; die "npm could not fetch $package: is the registry reachable?"; }
    mv "$work"/*.tgz "$work/package.tgz"
fi
found=$(openssl dgst -sha512 -binary "$work/package.tgz" | base64 -w0)
[ "$found" = "$integrity" ] || die "$package is not what was pinned (sha512 $found): nothing was unpacked"

mkdir "$work/new"
tar -xzf "$work/package.tgz" -C "$work/new" --strip-components=3 \
    package/deps/sqlite3/sqlite3.c package/deps/sqlite3/sqlite3.h
right "$work/new" || die "the files in $package are not what was pinned"
rm -rf "$target"
mv -T "$work/new" "$target" 2>/dev/null || right "$target" || die "cannot write $target"
echo "fetch_sqlite: $package is in $target"
