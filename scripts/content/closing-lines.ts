import type { Problem } from './problem.ts';

/** So many files are named; more are counted. */
const mostNamed = 5;

function unseenLine(files: readonly string[]): string {
  const names = files.map((file) => file.split('/').at(-1)!);
  const last = names.at(-1)!;
  const named = names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
  const what = names.length > mostNamed ? `${names.length} files` : named;
  const [was, whose] = names.length === 1 ? ['was', 'its'] : ['were', 'their'];
  return `${what} ${was} not compared with the other entries yet; that follows when ${whose} errors are gone`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/**
 * What `check` says below the problems it shows; the count comes last.
 * @param unseen files that the rules between entries have not seen
 * @param unlisted number of pages that are not listed as published
 */
export function closingLines(
  shown: readonly Problem[],
  { unseen, unlisted, models }: { unseen: readonly string[]; unlisted: number; models: number },
): string[] {
  const errors = shown.filter(({ severity }) => severity === 'error').length;
  return [
    ...(unseen.length > 0 ? [unseenLine(unseen)] : []),
    ...(unlisted > 0
      ? [
          `${unlisted} ${unlisted === 1 ? 'page is' : 'pages are'} not listed as published yet; ` +
            'whoever publishes the site adds them by npm run published',
        ]
      : []),
    `${models} models and their vocabulary: ${count(errors, 'error')}, ${count(shown.length - errors, 'warning')}`,
  ];
}
