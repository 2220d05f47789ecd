import { z } from 'zod';
import { fullDate } from './partial-date.ts';
import { source } from './reference.ts';
import { evenIfInvalid, listOf, oneOf, record, text } from './text.ts';

/**
 * Names a fact of an entry: `architecture`, `license.weights`, `variants.8x22B.context`.
 * A path covers everything below it. `parameters`, `context` and `config` cover that part of every variant.
 */
export const factPath = text('the name of a fact, such as architecture or variants.7B.context', 120);

/** primary: the authors' own paper, repository, card, announcement. mirror: a copy of that. secondary: someone else's report. */
export const evidenceKinds = ['primary', 'mirror', 'secondary'] as const;

const kind = oneOf(evidenceKinds);

/** True where someone else can open again what was read: an address, or a repository at a host. */
export function canBeOpened(read: string): boolean {
  return (
    /https?:\/\/[^\s/]+\.[^\s/]+/.test(read) || /\b[a-z0-9-]+(\.[a-z0-9-]+)+\/[^\s/,]+\/[^\s/,]+/i.test(read)
  );
}

/** One statement of how facts are known. */
export const evidence = record(
  {
    for: listOf(factPath, 'facts')
      .min(1, 'is empty; name the facts, or leave `for` out')
      .optional()
      .describe(
        'The facts this covers. Left out: all that no other evidence covers, and then it cannot be marked checked',
      ),
    part: listOf(factPath, 'facts')
      .min(1, 'is empty; name the facts, or leave `part` out')
      .optional()
      .describe(
        'Those of the facts of which this shows a part only, so that other evidence must show the rest',
      ),
    source: source.describe('The original: arxiv:…, doi:… or an address'),
    kind: kind.describe(
      'What was really opened: primary (by the authors), mirror (a copy of that), secondary (someone else’s report)',
    ),
    at: text('a place in the source, such as "section 3.2"', 120)
      .optional()
      .describe('Where in the source it stands'),
    read: text('what was really opened', 500)
      .optional()
      .describe('What was really opened: an address, or repository, path and commit'),
    says: text('the figure in the source’s own notation', 400)
      .optional()
      .describe(
        'The source’s figure in its own notation; required for sizes, dates and licences that are marked checked',
      ),
    checked: fullDate.optional().describe('The day on which `read` was opened and seen to say so'),
    note: text('a note', 300).optional().describe('What a reader has to know to weigh it'),
  },
  'a statement of evidence',
).superRefine((value, context) => {
  if (!value.checked) return;
  if (!value.for) {
    context.addIssue({
      code: 'custom',
      path: ['checked'],
      message: 'stands without `for`; only evidence that names its facts can be marked checked',
    });
  }
  if (!value.read) {
    context.addIssue({
      code: 'custom',
      path: ['checked'],
      message: 'stands without `read`; say what was opened, or leave `checked` out',
    });
  } else if (typeof value.read === 'string' && !canBeOpened(value.read)) {
    context.addIssue({
      code: 'custom',
      path: ['read'],
      message:
        'names nothing that can be opened again; expected an address, or repository, path and commit (or no `checked`)',
    });
  }
}, evenIfInvalid);

/** A fact that was looked for and could not be settled. */
export const unresolved = record(
  {
    for: factPath.describe('The fact, by its path'),
    why: text('what speaks for which value, and why that does not settle it', 400).describe(
      'What speaks for which value, and why that does not settle it',
    ),
  },
  'a fact and why it is unresolved',
);

export type Evidence = z.output<typeof evidence>;
export type EvidenceKind = (typeof evidenceKinds)[number];
