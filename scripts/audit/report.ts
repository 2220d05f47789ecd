import { stringify } from 'yaml';
import type { Scope } from './draw.ts';
import { oneLine, type Answer } from './answer.ts';

export type Verdict = 'agreed' | 'disagreed' | 'not opened' | 'withdrawn';

export interface ReportRow {
  number: number;
  slug: string;
  field: string;
  source: string;
  found?: Answer;
  /** The value as the catalog shows it; absent where it no longer makes the claim. */
  catalog?: string;
  verdict: Verdict;
  /** A person judged, where no rule could compare. */
  judged?: boolean;
}

export interface Report {
  /** The day on which the sheet was scored. */
  date: string;
  /** The hash of the content that the claims were drawn from. */
  contentHash: string;
  seed: string;
  /** The entries that were drawn from, where not all. */
  scope?: Scope;
  auditor: string;
  rows: ReportRow[];
  /** The hash of the content that the answers were compared with, where it is another. */
  comparedWith?: string;
}

export function countOf(rows: ReportRow[], verdict: Verdict): number {
  return rows.filter((row) => row.verdict === verdict).length;
}

/** The outcome in a sentence. */
export function outcome(rows: ReportRow[]): string {
  const agreed = countOf(rows, 'agreed');
  const opened = agreed + countOf(rows, 'disagreed');
  const share = opened > 0 ? ` (${((100 * agreed) / opened).toFixed(1)} %)` : '';
  const withdrawn = countOf(rows, 'withdrawn');
  return (
    `${agreed} of ${opened} opened claims agree${share}; ${countOf(rows, 'not opened')} of ${rows.length} could not be opened` +
    (withdrawn > 0 ? `; ${withdrawn} no longer stand in the catalog as checked.` : '.')
  );
}

function cell(text: string): string {
  return text.replace(/[\\`*_[\]<>|$]/g, '\\$&').replace(/\s+/g, ' ');
}

/** The record of an audit, as Markdown: its figures as front matter, its claims as a table. */
export function reportText({ date, contentHash, seed, scope, auditor, rows, comparedWith }: Report): string {
  const agreed = countOf(rows, 'agreed');
  const disagreed = countOf(rows, 'disagreed');
  const figures = {
    date,
    contentHash,
    ...(seed && { seed }),
    ...(scope && { scope }),
    sample: rows.length,
    opened: agreed + disagreed,
    agreed,
    disagreed,
    notOpened: countOf(rows, 'not opened'),
    ...(comparedWith && { withdrawn: countOf(rows, 'withdrawn'), contentChanged: true, comparedWith }),
    auditor,
  };
  const changed = comparedWith
    ? '\nThe content was changed between the draw and the comparison: the values below are those of the later content.\n'
    : '';
  const lines = rows.map(({ number, slug, field, source, found, catalog, verdict, judged }) => {
    const cells = [slug, field, found === undefined ? '' : oneLine(found), catalog ?? '', source].map(cell);
    return `| ${number} | ${cells.join(' | ')} | ${verdict}${judged ? ', judged by a person' : ''} |`;
  });
  return `---
${stringify(figures, { lineWidth: 0 })}---

${outcome(rows)}
${changed}
| # | model | fact | found by the auditor | in the catalog | source | verdict |
| --: | --- | --- | --- | --- | --- | --- |
${lines.join('\n')}
`;
}
