"""FTS5 with the trigram tokenizer, and LIKE where a query is too short for it: the same names and keystrokes as ours.

  python3 sqlite_peer.py FOLDER     prints the same lines as peers.mjs
"""

import json
import sqlite3
import sys
import time

folder = sys.argv[1]
items = [json.loads(line) for line in open(f"{folder}/items.jsonl", encoding="utf-8")]
field_of = {"initials": "initials", "han2": "name", "han4": "name", "code": "code"}
keys = [json.loads(line) for line in open(f"{folder}/keys.jsonl", encoding="utf-8")]
keys = [key for key in keys if key["kind"] in field_of]

db = sqlite3.connect(":memory:")
begin = time.perf_counter()
db.execute("CREATE VIRTUAL TABLE item USING fts5(name, initials, code, tokenize='trigram')")
db.executemany("INSERT INTO item VALUES (?, ?, ?)", [(i["name"], i["initials"], i["code"]) for i in items])
build = time.perf_counter() - begin


def search(field, query):
    place = f"ORDER BY instr(lower({field}), ?2), length(name) LIMIT 20"
    if len(query) >= 3:
        phrase = '{}:"{}"'.format(field, query.replace('"', '""'))
        return db.execute(f"SELECT rowid FROM item WHERE item MATCH ?1 {place}", (phrase, query.lower())).fetchall()
    return db.execute(f"SELECT rowid FROM item WHERE {field} LIKE ?1 {place}", (f"%{query}%", query.lower())).fetchall()


def percentile(values, part):
    return sorted(values)[int(part * (len(values) - 1))]


times = {}
for key in keys:
    passes = []
    for _ in range(3):
        start = time.perf_counter()
        search(field_of[key["kind"]], key["text"])
        passes.append((time.perf_counter() - start) * 1000)
    took = sorted(passes)[1]
    for kind in (key["kind"], "all"):
        times.setdefault(kind, []).append(took)
for kind, values in times.items():
    line = {"peer": f"sqlite {sqlite3.sqlite_version} fts5 trigram + like", "kind": kind, "p50": percentile(values, 0.5)}
    print(json.dumps({**line, "p99": percentile(values, 0.99), "n": len(values), "note": {"build_s": round(build, 2)}}))
