// Writes core/domain/festivals_table.cpp: the days of Spring Festival, Qingming, Dragon Boat and Mid-Autumn
// from 2000 to 2100 (GB/T 33661-2017). Independent calculations must agree, or nothing is written.
//
//   node tools/make_festivals.mjs FOLDER
//
// FOLDER/node_modules holds the npm packages lunar-javascript@1.7.7 (which gives the days) and astronomy-engine@2.1.19
// (which checks that each month begins on the day of the new moon, and Qingming is the day of solar longitude 15°,
// both in China time). ICU's Chinese calendar in node checks which month it is; it may be one day off.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const require = createRequire(join(resolve(process.argv[2] ?? "."), "x.js"));
const { Lunar } = require("lunar-javascript");
const { SearchMoonPhase, SearchSunLongitude } = require("astronomy-engine");
const icu = new Intl.DateTimeFormat("en-u-ca-chinese", { timeZone: "UTC", month: "numeric", day: "numeric" });

const dayMs = 86400000;
const chinaDay = (time) => new Date(time.date.getTime() + 8 * 3600000).toISOString().slice(0, 10);

function check(condition, text) {
    if (!condition) throw new Error(text);
}

function checkMonthDay(ymd, month, day) {
    const first = Date.parse(ymd) - (day - 1) * dayMs;
    const newMoon = chinaDay(SearchMoonPhase(0, new Date(first - 5 * dayMs), 10));
    check(newMoon === new Date(first).toISOString().slice(0, 10), `${ymd}: the new moon is on ${newMoon}`);
    const near = [-1, 0, 1].map((shift) => icu.format(Date.parse(ymd) + shift * dayMs));
    check(near.includes(`${month}/${day}`), `${ymd}: ICU has another month`);
}

const rows = [];
for (let year = 2000; year <= 2100; ++year) {
    const [spring, dragon, autumn] = [[1, 1], [5, 5], [8, 15]].map(([month, day]) => {
        const ymd = Lunar.fromYmd(year, month, day).getSolar().toYmd();
        checkMonthDay(ymd, month, day);
        return ymd;
    });
    const qingming = Lunar.fromYmd(year, 3, 1).getJieQiTable()["清明"].toYmd();
    const computed = chinaDay(SearchSunLongitude(15, new Date(Date.UTC(year, 2, 25)), 30));
    check(computed === qingming, `${qingming}: Qingming is computed as ${computed}`);
    const days = [spring, qingming, dragon, autumn].map((ymd) => Number(ymd.slice(5).replace("-", "")));
    rows.push(`    {${days.join(", ")}},  // ${year}`);
}
writeFileSync(
    join(root, "core/domain/festivals_table.cpp"),
    `// Written by tools/make_festivals.mjs.
// clang-format off
#include "core/domain/festivals_table.h"

namespace yc::domain {

const std::array<MovingFestivals, ${rows.length}> kMovingFestivals{{
${rows.join("\n")}
}};

}  // namespace yc::domain
`,
);
console.log(`${rows.length} years agree`);
