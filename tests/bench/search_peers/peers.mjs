// The searches a user would otherwise have, over the same names and keystrokes as ours:
//   node peers.mjs PEER FOLDER      FOLDER holds items.jsonl and keys.jsonl (search_bench --write)
// Takes the median of five passes for each keystroke (slow peers: one pass of a few keystrokes).
// Prints {"peer", "kind", "p50", "p99", "n"} a line in milliseconds, kind "all" too, and to "note" the seconds of
// building, resident MB and same20: the share of keystrokes answered with the best 20 by (place, length).
import { readFileSync } from 'node:fs';

const [peer, folder] = process.argv.slice(2);
const fieldOf = { initials: 'initials', han2: 'name', han4: 'name', code: 'code' };
const lines = (name) => readFileSync(`${folder}/${name}`, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const items = lines('items.jsonl').map((item, id) => ({ ...item, id, code: item.code.toLowerCase() }));
const keys = lines('keys.jsonl').filter((key) => key.kind in fieldOf)
  .map((key) => ({ ...key, text: key.text.toLowerCase() }));

function bestOf(field, query) {
  const hits = [];
  for (const item of items) {
    const place = item[field].indexOf(query);
    if (place >= 0) hits.push([place, item.name.length, item.id]);
  }
  hits.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  return hits.slice(0, 20);
}

const grams = (text, longest) => {
  const out = new Set();
  for (let i = 0; i < text.length; i += 1)
    for (let n = 1; n <= longest && i + n <= text.length; n += 1) out.add(text.slice(i, i + n));
  return [...out];
};
// What indexes hold: pieces of up to so many characters, and a longer query as all its longest pieces.
const longest = { name: 2, initials: 6, code: 2 };
function pieces(field, query) {
  const size = longest[field];
  if (query.length <= size) return [query];
  return Array.from({ length: query.length - size + 1 }, (_, i) => query.slice(i, i + size));
}
// Each peer: build() once, then search(field, query) → up to 20 ids; `sample` keystrokes at most, or
// `every` so many, for slow ones.
const peers = {
  'js-includes': async () => ({ every: 5, search: (field, query) => bestOf(field, query).map((hit) => hit[2]) }),
  minisearch: async () => {
    const { default: MiniSearch } = await import('minisearch');
    const index = new MiniSearch({ fields: Object.keys(longest), tokenize: (text, field) => grams(text, longest[field]) });
    index.addAll(items);
    return { sample: 64, search: (field, query) => index.search(query, {
        fields: [field], combineWith: 'AND', prefix: false, tokenize: (text) => pieces(field, text),
      }).slice(0, 20).map((hit) => hit.id) };
  },
  fuse: async () => {
    const { default: Fuse } = await import('fuse.js');
    const of = (field) => new Fuse(items, { keys: [field], threshold: 0, ignoreLocation: true });
    const indexes = { name: of('name'), initials: of('initials'), code: of('code') };
    return { sample: 24, search: (field, query) =>
      indexes[field].search(query, { limit: 20 }).map((hit) => hit.item.id) };
  },
  'pinyin-pro': async () => {
    const { match } = await import('pinyin-pro');
    return { sample: 4, search: (field, query) => {
      const hits = [];
      for (const item of items) {
        const places = match(field === 'code' ? item.code : item.name, query);
        if (places) hits.push([places[0], item.name.length, item.id]);
      }
      hits.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
      return hits.slice(0, 20).map((hit) => hit[2]);
    } };
  },
  flexsearch: async () => {
    const { default: FlexSearch } = await import('flexsearch');
    let asking = false; // the same encoder is asked for texts and for queries
    const of = (field) => {
      const encode = (text) => (asking ? pieces(field, text) : grams(text, longest[field]));
      const index = new FlexSearch.Index({ tokenize: 'strict', encode });
      for (const item of items) index.add(item.id, item[field]);
      return index;
    };
    const indexes = { name: of('name'), initials: of('initials'), code: of('code') };
    asking = true;
    return { search: (field, query) => indexes[field].search(query, { limit: 20 }) };
  },
};

const percentile = (values, part) => [...values].sort((a, b) => a - b)[Math.floor(part * (values.length - 1))];
const begin = performance.now();
const { search, sample, every } = await peers[peer]();
const build = (performance.now() - begin) / 1000;
const step = sample ? Math.ceil(keys.length / sample) : every ?? 1;
const asked = keys.filter((_, i) => i % step === 0);
const times = {};
let same = 0, checked = 0, count = 0;
for (const { kind, text } of asked) {
  const passes = [];
  let found;
  for (let pass = 0; pass < (sample ? 1 : 5); pass += 1) {
    const start = performance.now();
    found = search(fieldOf[kind], text);
    passes.push(performance.now() - start);
  }
  const took = percentile(passes, 0.5);
  for (const name of [kind, 'all']) (times[name] ??= []).push(took);
  if (asked.length > 100 && count++ % 8 !== 0) continue; // looking at every name takes its time
  checked += 1;
  const right = new Set(bestOf(fieldOf[kind], text).map((hit) => hit[2]));
  if (found.length === right.size && found.every((id) => right.has(id))) same += 1;
}
const note = { build_s: +build.toFixed(2), rss_mb: Math.round(process.memoryUsage().rss / 1e6),
  same20: +(same / checked).toFixed(2) };
for (const [kind, values] of Object.entries(times))
  console.log(JSON.stringify({ peer, kind, p50: percentile(values, 0.5), p99: percentile(values, 0.99),
    n: values.length, note }));
