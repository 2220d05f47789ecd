import type { Content } from '../../src/catalog/content.ts';
import { countText, wholeText } from '../../src/catalog/number-text.ts';
import { oneLine } from './answer.ts';
import { compare } from './compare.ts';
import { claimsOf, draw, type Claim, within } from './draw.ts';
import type { OpenCase } from './judgement.ts';
import type { ReportRow } from './report.ts';
import type { AnsweredSheet } from './sheet.ts';

/** A claim's value as people read it. */
export function valueText({ figure, value }: Pick<Claim, 'figure' | 'value'>): string {
  if (figure === 'count') return countText(value as number);
  if (figure === 'tokens') return wholeText(value as number);
  return oneLine(value);
}

/** Why a sheet cannot be scored against this content, or undefined where it can. */
export function sheetRefusal(
  sheet: AnsweredSheet,
  content: Content,
  hash: string,
  mayHaveChanged: boolean,
): string | undefined {
  if (sheet.contentHash !== hash) {
    return mayHaveChanged
      ? undefined
      : 'The content has changed since this sheet was printed. Score it on the content of its draw, or with --content-changed, which the record will say.';
  }
  const drawn = draw(claimsOf(within(content.models, sheet.scope)), sheet.answers.length, hash, sheet.seed);
  const other = sheet.answers.find(
    ({ slug, field }, index) => drawn[index]?.slug !== slug || drawn[index].field !== field,
  );
  return (
    other &&
    `Claim ${other.number} (${other.slug}, ${other.field}) is not the one that was drawn: a sheet is scored as it was printed.`
  );
}

export interface Score {
  rows: ReportRow[];
  /** The answers that no rule can compare and nobody has judged yet. Their rows are not among `rows`. */
  open: OpenCase[];
}

/** Compares the answers of a sheet with the catalog. */
export function score(sheet: AnsweredSheet, content: Content, judged = new Map<number, boolean>()): Score {
  const claims = new Map(
    claimsOf(content.models).map((claim) => [JSON.stringify([claim.slug, claim.field]), claim]),
  );
  const rows: ReportRow[] = [];
  const open: OpenCase[] = [];
  for (const { number, slug, field, found } of sheet.answers) {
    const claim = claims.get(JSON.stringify([slug, field]));
    if (!claim) {
      rows.push({ number, slug, field, source: '', found, verdict: 'withdrawn' });
      continue;
    }
    const row = { number, slug, field, source: claim.source, found, catalog: valueText(claim) };
    if (found === undefined) {
      rows.push({ ...row, verdict: 'not opened' });
      continue;
    }
    const comparison = compare(claim, found, content);
    const judgement = judged.get(number);
    if (comparison !== 'judge') rows.push({ ...row, verdict: comparison });
    else if (judgement === undefined)
      open.push({ number, model: claim.model, field, found, catalog: row.catalog });
    else rows.push({ ...row, verdict: judgement ? 'agreed' : 'disagreed', judged: true });
  }
  return { rows, open };
}
