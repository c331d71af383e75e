#!/bin/sh
# Fuzzes one program from its seeds: run.sh PROGRAM SEEDS. What it finds new stays in a temporary folder.
set -eu
seconds=20
[ -n "${YICHUANG_LONG:-}" ] && seconds=600
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/found"
cd "$scratch"
if ! "$1" -max_total_time=$seconds -timeout=10 -rss_limit_mb=2500 -malloc_limit_mb=1500 -max_len=65536 -print_final_stats=1 \
    "$scratch/found" "$2" >"$scratch/log" 2>&1; then
    tail -60 "$scratch/log"
    for case in crash-* timeout-* oom-* leak-*; do
        [ -f "$case" ] && { echo "input $case in base64:"; base64 "$case" | head -40; }
    done
    exit 1
fi
tail -12 "$scratch/log"
