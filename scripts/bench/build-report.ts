import type { EditTimes } from './edit.ts';
import type { Run } from './measured-run.ts';
import { starlightPackages } from './starlight.ts';

/** What was measured of one builder at one number of models. */
export interface BuildMeasured {
  what: 'ours' | 'Starlight' | 'Starlight, no sidebar';
  cold: Run[];
  warm: Run[];
}

export interface SizeBuilt {
  models: number;
  /** Whether Starlight was also built as it comes, with a list of all pages on each. */
  hasSidebar: boolean;
  rounds: number;
  measured: BuildMeasured[];
  /** Seconds of a warm build with share cards, where it was tried. */
  withCards: number | undefined;
}

interface Report {
  command: string;
  date: string;
  machine: string;
  seconds: number;
  sizes: SizeBuilt[];
  edit: EditTimes | undefined;
}

/** The middle one of some numbers, or the mean of the two in the middle. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

const grouped = (count: number) => count.toLocaleString('en-GB');
const secondsOf = (runs: readonly Run[]) => medianOf(runs.map(({ seconds }) => seconds));
const memoryOf = (runs: readonly Run[]) => Math.max(...runs.map(({ memory }) => memory));

function nameOf({ what }: BuildMeasured, hasSidebar: boolean): string {
  return what === 'ours' ? 'this site' : !hasSidebar ? 'Starlight, no sidebar' : what;
}

function sizeRows(size: SizeBuilt): string[] {
  const own = size.measured.find(({ what }) => what === 'ours')!;
  return size.measured.map((one) => {
    if (one.cold.length === 0 || one.warm.length === 0)
      return `| ${grouped(size.models)} | ${nameOf(one, size.hasSidebar)} | failed |  |  |  |  |`;
    const cells = [
      grouped(size.models),
      nameOf(one, size.hasSidebar),
      ...(['cold', 'warm'] as const).flatMap((start) => [
        `${secondsOf(one[start]).toFixed(1)} s`,
        one === own ? '' : (secondsOf(own[start]) / secondsOf(one[start])).toFixed(2),
      ]),
      `${(Math.max(memoryOf(one.cold), memoryOf(one.warm)) / 1e9).toFixed(2)} GB`,
    ];
    return `| ${cells.join(' | ')} |`;
  });
}

/** How the time of this site's build grows from one number of models to the next. */
function growth(sizes: readonly SizeBuilt[]): string[] {
  return sizes.slice(1).map((size, index) => {
    const before = sizes[index]!;
    const cold = ({ measured }: SizeBuilt) => secondsOf(measured.find(({ what }) => what === 'ours')!.cold);
    const times = (cold(size) / cold(before)).toFixed(1);
    const more = (size.models / before.models).toFixed(1);
    return `- From ${grouped(before.models)} to ${grouped(size.models)} models, ${more} times as many, this site takes ${times} times as long (cold).`;
  });
}

/** The page on the build beside Starlight's. */
export function buildReport({ command, date, machine, seconds, sizes, edit }: Report): string {
  const versions = Object.entries(starlightPackages).map(([name, version]) => `${name} ${version}`);
  const cards = sizes.filter(({ withCards }) => withCards !== undefined);
  return [
    '# The build beside Starlight’s',
    '',
    `Written by \`${command}\` on ${date}, in ${Math.round(seconds)} seconds, ${machine}.`,
    '',
    `Starlight (${versions.join(', ')}) is installed into a temporary folder and given the same models: of each the page in Markdown that this site publishes beside its own, with all facts and sources. It writes a page a model and Pagefind’s index; this site writes a page, JSON, BibTeX, Markdown and a file for comparison a model, the chapters with their figures, tree, timelines and table, and Pagefind’s index.`,
    '',
    '- Cold: nothing is left of an earlier build. Warm: what it keeps is there; the content has not changed.',
    `- Builds take turns; seconds are medians of ${sizes[0]?.rounds ?? 0} rounds, at more than 2,000 models of one. The ratio is this site’s time to the other’s: below 1 this site is faster.`,
    '- Memory is the most that the build and all it begins held at one time, summed over processes.',
    '- Failed: the build ended with an error, such as that of a program that runs out of memory.',
    '- Starlight’s list of all pages, which it shows on each, makes its size grow with the square of their number: above 2,000 models it is built without.',
    '- Models beyond the real ones are made up, with seed 1. Share cards are left out of these figures.',
    '',
    '![Seconds of a cold build](bench-build.svg)',
    '',
    '| models | built by | cold | ratio | warm | ratio | memory |',
    '| ---: | --- | ---: | ---: | ---: | ---: | ---: |',
    ...sizes.flatMap(sizeRows),
    '',
    ...growth(sizes),
    ...cards.map(
      ({ models, withCards }) =>
        `- With share cards, a warm build of ${grouped(models)} models takes ${withCards!.toFixed(1)} s.`,
    ),
    ...(edit
      ? [
          `- At ${grouped(edit.models)} models a changed entry shows in the development server after ${edit.edit.toFixed(2)} s, and \`npm run check\` takes ${edit.check.toFixed(1)} s once all is installed (medians of five).`,
        ]
      : []),
    '',
  ].join('\n');
}

const rowHeight = 22;
const left = 230;
const width = 760;

/** Bars of the cold builds, in seconds; one scale for each number of models. */
export function buildChart(sizes: readonly SizeBuilt[]): string {
  let y = 8;
  const parts: string[] = [];
  for (const size of sizes) {
    y += 20;
    parts.push(`<text x="0" y="${y}" class="head">${grouped(size.models)} models</text>`);
    const done = size.measured.filter(({ cold }) => cold.length > 0);
    const most = Math.max(...done.map(({ cold }) => secondsOf(cold)));
    for (const one of done) {
      y += rowHeight;
      const seconds = secondsOf(one.cold);
      const length = Math.round(((width - left - 80) * seconds) / most);
      const isOwn = one.what === 'ours' ? ' class="own"' : '';
      parts.push(
        `<text x="${left - 8}" y="${y}" text-anchor="end">${nameOf(one, size.hasSidebar)}</text>`,
        `<rect${isOwn} x="${left}" y="${y - 12}" width="${length}" height="14"/>`,
        `<text x="${left + length + 6}" y="${y}">${seconds.toFixed(1)} s</text>`,
      );
    }
    y += 12;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y + 4}" width="${width}" height="${y + 4}" role="img" aria-label="Seconds of a cold build of this site and of Starlight">
<style>text{font:14px sans-serif;fill:#333}.head{font-weight:600}rect{fill:#b9b4a8}.own{fill:#356}@media (prefers-color-scheme:dark){text{fill:#ccc}rect{fill:#666}.own{fill:#8ac}}</style>
${parts.join('\n')}
</svg>
`;
}
