#!/usr/bin/env python3
"""Writes core/domain/holiday_notices_table.cpp, the yearly holiday notices of the State Council's General Office.

    tools/make_work_calendar.py CALENDAR.json

CALENDAR.json: {"2026": {"source": [addresses], "off": [days off], "work": [weekend days worked]}, ...}.
Add the new year's notice there (about November), run this, and run the tests.
"""
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def packed(days):
    return " ".join(day.replace("-", "") for day in sorted(days))


def main():
    calendar = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    rows = []
    for year, notice in sorted(calendar.items()):
        if not notice["off"]:
            continue  # not published yet
        rows.append(f'    {{{year}, "{" ".join(notice["source"])}",\n'
                    f'     "{packed(notice["off"])}",\n     "{packed(notice["work"])}"}},')
    text = f"""// Written by tools/make_work_calendar.py from the notices named in each entry.
// clang-format off
#include "core/domain/holiday_notices_table.h"

namespace yc::domain {{

const std::array<PackedNotice, {len(rows)}> kHolidayNotices{{{{
{chr(10).join(rows)}
}}}};

}}  // namespace yc::domain
"""
    (ROOT / "core/domain/holiday_notices_table.cpp").write_text(text, encoding="utf-8")
    header = ROOT / "core/domain/holiday_notices_table.h"
    lines = header.read_text(encoding="utf-8").splitlines(keepends=True)
    header.write_text("".join(f"extern const std::array<PackedNotice, {len(rows)}> kHolidayNotices;\n"
                              if line.startswith("extern const") else line for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
