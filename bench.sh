#!/usr/bin/env bash
# Builds the benchmarks and runs them one after another, ours beside what a user would take instead, in one run.
# One JSON object a line goes to out/bench.jsonl; ratios matter, single figures depend on the machine.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
tools/setup.sh
tools/build.sh release benches yichuang yichuang-hub yichuangctl
mkdir -p out
: > out/bench.jsonl
for bench in build/bench/*; do
    [ -x "$bench" ] && [ -f "$bench" ] || continue
    [ "$(basename "$bench")" = search_bench ] && continue
    echo "bench: $(basename "$bench")"
    "$bench" | tee -a out/bench.jsonl
done
echo "bench: search"
tests/bench/search_peers/run.sh build/bench/search_bench | tee -a out/bench.jsonl
echo "bench: journey"
python3 tests/bench/journey_bench.py build/bin | tee -a out/bench.jsonl
echo "bench: start"
tests/bench/start_bench.sh build/bin | tee -a out/bench.jsonl
echo "bench: figures are in out/bench.jsonl"
