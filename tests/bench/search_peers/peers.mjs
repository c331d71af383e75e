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
// Each peer: build() once, then search(field, query) → up to 20 ids; `sample` keystrokes at most for slow ones.
const peers = {
  'js-includes': async () => ({ search: (field, query) => bestOf(field, query).map((hit) => hit[2]) }),
  minisearch: async () => {
    const { default: MiniSearch } = await import('minisearch');
    const index = new MiniSearch({
      fields: ['name', 'initials', 'code'],
      tokenize: (text, field) => (field ? grams(text, field === 'name' ? 2 : 6) : [text]),
      searchOptions: { tokenize: (text) => (text.length <= 2 ? [text] : grams(text, 2).filter((g) => g.length === 2)),
        combineWith: 'AND', prefix: false },
    });
    index.addAll(items);
    return {
      search: (field, query) => index.search(query, {
        fields: [field],
        ...(field === 'name' ? {} : { tokenize: (text) => [text.slice(0, 6)] }),
      }).slice(0, 20).map((hit) => hit.id),
    };
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
    const of = (field) => {
      const index = new FlexSearch.Index({ tokenize: 'strict', cache: false,
        encode: (text) => grams(text, field === 'name' ? 2 : 6) });
      for (const item of items) index.add(item.id, item[field]);
      return index;
    };
    const indexes = { name: of('name'), initials: of('initials'), code: of('code') };
    const words = (field, query) => {
      const longest = field === 'name' ? 2 : 6;
      if (query.length <= longest) return [query];
      return Array.from({ length: query.length - longest + 1 }, (_, i) => query.slice(i, i + longest));
    };
    for (const [field, index] of Object.entries(indexes)) index.encoder = { encode: (text) => words(field, text) };
    return { search: (field, query) => indexes[field].search(query, { limit: 20 }) };
  },
};

const percentile = (values, part) => [...values].sort((a, b) => a - b)[Math.floor(part * (values.length - 1))];
const begin = performance.now();
const { search, sample } = await peers[peer]();
const build = (performance.now() - begin) / 1000;
const asked = sample ? keys.filter((_, i) => i % Math.ceil(keys.length / sample) === 0) : keys;
const times = {};
let same = 0;
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
  const right = new Set(bestOf(fieldOf[kind], text).map((hit) => hit[2]));
  if (found.length === right.size && found.every((id) => right.has(id))) same += 1;
}
const note = { build_s: +build.toFixed(2), rss_mb: Math.round(process.memoryUsage().rss / 1e6),
  same20: +(same / asked.length).toFixed(2) };
for (const [kind, values] of Object.entries(times))
  console.log(JSON.stringify({ peer, kind, p50: percentile(values, 0.5), p99: percentile(values, 0.99),
    n: values.length, note }));
