#!/usr/bin/env bash
# Installs what is missing of tools/packages.txt, and Node with npm if there is none; fetches the pinned SQLite.
# Safe to run again: with everything there it only looks, and asks no server.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

wanted() {
    grep -vE '^[[:space:]]*(#|$)' "$root/tools/packages.txt"
    command -v node >/dev/null 2>&1 || echo nodejs
    command -v npm >/dev/null 2>&1 || echo npm
}

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

missing=()
for package in $(wanted); do installed "$package" || missing+=("$package"); done
if [ ${#missing[@]} -gt 0 ]; then
    echo "setup: installing ${#missing[@]} packages: ${missing[*]}"
    as_root=()
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || { echo "setup: run this as root, or install sudo" >&2; exit 1; }
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        "${missing[@]}" >/dev/null
else
    echo "setup: every package is there"
fi
"$root/tools/fetch_sqlite.sh"
