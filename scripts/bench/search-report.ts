import { ours, packages, type Setting } from './engines.ts';

/** What was measured of an engine at one number of models. */
export interface Measured {
  engine: string;
  setting: string;
  /** Up to the first result, compressed by brotli. */
  bytes: number;
  /** What the index takes of the heap of scripts, in bytes; undefined where it lies elsewhere. */
  memory: number | undefined;
  /** Milliseconds a key. */
  median: number;
  p95: number;
  /** The shares of queries with the right model first, and among the first five. */
  first: number;
  within: number;
  /** The share of beginnings of three letters with the right model among the first five. */
  prefixes: number | undefined;
}

export interface SizeMeasured {
  models: number;
  queries: number;
  prefixes: number;
  dropped: number;
  measured: Measured[];
  /** What the site sends before the first name, in bytes; undefined where it was not built. */
  onSite: number | undefined;
}

/** A setting with the share of queries it has right first, at each number of models at which it was tried. */
export interface Tried {
  engine: string;
  setting: string;
  rates: number[];
}

interface Report {
  command: string;
  date: string;
  machine: string;
  seconds: number;
  tried: Tried[];
  triedAt: number[];
  best: Pick<Setting, 'engine' | 'setting'>[];
  sizes: SizeMeasured[];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

function grouped(count: number): string {
  return count.toLocaleString('en-GB');
}

/** A time and how many times ours it is. */
function time(milliseconds: number, own: number): string {
  const digits = (number: number) => (number < 1 ? 2 : number < 10 ? 1 : 0);
  const ratio = milliseconds / own;
  return `${milliseconds.toFixed(digits(milliseconds))} ms (${ratio.toFixed(digits(ratio))})`;
}

function sizeTable({ models, queries, prefixes, dropped, measured, onSite }: SizeMeasured): string[] {
  const own = measured.find(({ engine }) => engine === ours)!;
  return [
    `## ${grouped(models)} models`,
    '',
    `${queries} queries (${dropped} dropped by rule), ${prefixes} beginnings of three letters.` +
      (onSite === undefined
        ? ''
        : ` With combobox and style the site sends ${kilobytes(onSite)} before the first name.`),
    '',
    '| search | right first | within five | three letters, within five | bytes to the first result | heap of the index | median key | 95th percentile |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...measured.map(({ engine, first, within, prefixes: three, bytes, memory, median, p95 }) => {
      const cells = [
        engine,
        percent(first),
        percent(within),
        three === undefined ? '—' : percent(three),
        kilobytes(bytes),
        memory === undefined ? '—' : kilobytes(Math.max(0, memory)),
        time(median, own.median),
        time(p95, own.p95),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
    '',
  ];
}

/** The page on the search beside other engines. */
export function searchReport({
  command,
  date,
  machine,
  seconds,
  tried,
  triedAt,
  best,
  sizes,
}: Report): string {
  const versions = Object.entries(packages)
    .filter(([name]) => name !== 'esbuild')
    .map(([name, version]) => `${name} ${version}`);
  const isBest = (one: Tried) =>
    best.some(({ engine, setting }) => engine === one.engine && setting === one.setting);
  return [
    '# The name search beside others',
    '',
    `Written by \`${command}\` on ${date}, in ${Math.round(seconds)} seconds, ${machine}.`,
    '',
    `The same names and aliases for all: ${versions.join(', ')}, and the Pagefind of this project over the names alone.`,
    'Names beyond the real ones are made up, with seed 1.',
    '',
    '- Right: queries of `tests/query-set`, at most 700 (100 above 2,000 models); above 200 models they ask for 100',
    '  models drawn with a seed. Beginnings that more than five models share are left out; fewer than 20 are no figure.',
    '- Bytes: brotli, the bundled engine with the data from which it answers first; ours answers first from the names',
    '  and reads aliases after; Pagefind counts what one query and one result load.',
    '- Heap: what it grows by when the index is made and first asked, names included. Pagefind’s lies in a worker.',
    '- Time per key: as queries are typed letter by letter, five results each, in Chromium with the processor slowed',
    '  four times; in brackets as a multiple of ours. Pagefind loads parts of its index meanwhile. Times of a machine',
    '  that does other work as well are rough.',
    '- Each engine has the setting that is right most often, of those below.',
    '',
    ...sizes.flatMap(sizeTable),
    '## Settings tried',
    '',
    `Right first of 300 queries each at ${triedAt.map(grouped).join(', ')} models; the one in bold is used above. \`scripts/bench/engines.ts\` has them.`,
    '',
    '| engine | setting | right first |',
    '| --- | --- | ---: |',
    ...tried.map((one) => {
      const setting = isBest(one) ? `**${one.setting}**` : one.setting;
      return `| ${one.engine} | ${setting} | ${one.rates.map(percent).join(', ')} |`;
    }),
    '',
  ].join('\n');
}
