#!/usr/bin/env bash
# Our search and its peers over the same names and keystrokes, one after another: run.sh SEARCH_BENCH. The peers'
# packages (pinned in package.json) are fetched into .cache/search_peers without running anything of theirs; where
# node or the registry is missing, only ours and SQLite are measured and it says so.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
bench=$(realpath "$1")
cache=$root/.cache/search_peers
mkdir -p "$cache"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/package.json" "$here/peers.mjs" "$cache/"
"$bench" --write "$work"
: > "$work/peers.jsonl"
if command -v node >/dev/null && { [ -d "$cache/node_modules/flexsearch" ] ||
    (cd "$cache" && npm install --ignore-scripts --no-audit --no-fund --silent >&2); }; then
    for peer in js-includes minisearch fuse pinyin-pro flexsearch; do
        node --max-old-space-size=8192 "$cache/peers.mjs" "$peer" "$work" >> "$work/peers.jsonl"
    done
else
    echo "search_peers: node or its packages cannot be had: without the JavaScript peers" >&2
fi
python3 "$here/sqlite_peer.py" "$work" >> "$work/peers.jsonl"
sed 's/^{/{"bench":"search_peer",/' "$work/peers.jsonl"
"$bench" --compare "$work"
