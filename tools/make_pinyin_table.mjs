// Writes forms/data/pinyin.txt from npm pinyin-pro (MIT), all readings of every character it knows, without tones:
// one line for each syllable, "yi 一以已…"; forms/data/pinyin_additions.txt holds what it lacks. Run only when the table is to be renewed; the result is committed:
//   npm install --prefix /tmp/pinyin pinyin-pro@3.29.4
//   NODE_PATH=/tmp/pinyin/node_modules node tools/make_pinyin_table.mjs > forms/data/pinyin.txt
import { createRequire } from 'node:module';
const { pinyin } = createRequire(import.meta.url)(
  process.env.NODE_PATH ? `${process.env.NODE_PATH}/pinyin-pro` : 'pinyin-pro');

const ranges = [[0x3007, 0x3007], [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xf900, 0xfaff], [0x20000, 0x323af]];
const syllables = new Map();
const add = (syllable, character) => {
  const plain = syllable.normalize('NFD').replace(/u\u0308/g, 'v').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  if (!/^[a-z]+$/.test(plain)) return;
  if (!syllables.has(plain)) syllables.set(plain, new Set());
  syllables.get(plain).add(character);
};
for (const [first, last] of ranges)
  for (let point = first; point <= last; point += 1) {
    const character = String.fromCodePoint(point);
    const readings = pinyin(character, { multiple: true, type: 'array', toneType: 'none', v: true });
    for (const reading of readings) if (reading !== character) add(reading, character);
  }
for (const syllable of [...syllables.keys()].sort())
  process.stdout.write(`${syllable} ${[...syllables.get(syllable)].sort().join('')}\n`);
