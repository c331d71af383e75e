#!/usr/bin/env python3
"""Figures of the whole line, headless: yichuangctl journey several times against a fresh hub and stores.

usage: journey_bench.py BIN_DIR; prints one JSON object a line, medians first.
"""
import json
import statistics
import subprocess
import sys
import tempfile

RUNS = 5


def run(program: str) -> dict:
    with tempfile.TemporaryDirectory() as out:
        answer = subprocess.run([program, "journey", "--out", out, "--json"], check=True, capture_output=True)
        return json.loads(answer.stdout)["figures"]


def main() -> None:
    figures = [run(f"{sys.argv[1]}/yichuangctl") for _ in range(RUNS)]
    for name in figures[0]:
        values = [figure[name] for figure in figures]
        if not isinstance(values[0], (int, float)):
            continue
        print(json.dumps({"bench": "journey", "metric": name, "value": round(statistics.median(values), 3),
                          "least": round(min(values), 3), "most": round(max(values), 3),
                          "unit": "ms" if name.endswith("_ms") else "", "n": RUNS}))


main()
