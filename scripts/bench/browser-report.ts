import { slowdown, turns, type InteractionMeasured } from './interactions.ts';

/** What Lighthouse says of a page, by the run with the middle score of speed. */
export interface PageMeasured {
  address: string;
  /** Speed, access, good practice and search engines, of 100 each. */
  scores: number[];
  /** The score of speed of every run. */
  speeds: number[];
  /** Milliseconds, on the phone and the network that Lighthouse simulates. */
  firstPaint: number;
  largestPaint: number;
  blocking: number;
  /** Cumulative layout shift. */
  shift: number;
  /** What was below 0.95 of what could be had, in Lighthouse's words. */
  short: string[];
}

interface Report {
  command: string;
  date: string;
  machine: string;
  seconds: number;
  browser: string;
  runs: number;
  pages: PageMeasured[];
  interactions: InteractionMeasured[];
}

const mark = 100;

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

function pageRow(page: PageMeasured): string {
  const { address, scores, speeds, firstPaint, largestPaint, blocking, shift } = page;
  const cells = [
    `/${address}`,
    ...scores.map((score) => (score < 95 ? `**${score}**` : String(score))),
    speeds.toSorted((a, b) => a - b).join(', '),
    seconds(firstPaint),
    seconds(largestPaint),
    `${Math.round(blocking)} ms`,
    shift.toFixed(3),
  ];
  return `| ${cells.join(' | ')} |`;
}

function interactionRow({ what, address, times, median }: InteractionMeasured): string {
  const middle = median > mark ? `**${median}**` : median <= 16 ? 'at most 16' : String(median);
  return `| ${what} | /${address} | ${middle} | ${times.join(', ')} |`;
}

/** The page `docs/bench-browser.md`. */
export function browserReport(report: Report): string {
  const short = report.pages.filter((page) => page.short.length > 0);
  return `# Speed in the browser

Written by \`${report.command}\` on ${report.date}, in ${Math.round(report.seconds)} seconds, ${report.machine}; ${report.browser}.

\`dist/\` is served by this machine with the headers of the site, texts compressed by gzip.

## Pages, on a phone

Lighthouse as it comes: a phone whose processor is four times slower, a network of 1.6 Mbit/s with 150 ms a round trip,
both simulated. Of ${report.runs} runs the one with the middle score of speed; below 95 is bold.

| page | speed | access | practice | search engines | speed in each run | first paint | largest paint | blocked | layout shift |
| --- | ---: | ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: |
${report.pages.map(pageRow).join('\n')}

${
  short.length > 0
    ? `What Lighthouse counts off:\n\n${short.map(({ address, short }) => `- \`/${address}\`: ${short.join('; ')}`).join('\n')}`
    : 'Lighthouse counts nothing off.'
}

## Interactions

A window of 1280 × 900 pixels, the processor slowed ${slowdown} times, real input. Milliseconds from the slowest event of
an interaction to the next paint (Event Timing, which counts in steps of 8 and reports from 16 up), ${turns} turns each.
The mark is ${mark} ms; above it is bold.

| interaction | page | median | each turn |
| --- | --- | ---: | --- |
${report.interactions.map(interactionRow).join('\n')}
`;
}
