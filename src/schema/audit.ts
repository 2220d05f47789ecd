import { z } from 'zod';
import { fullDate } from './partial-date.ts';
import { record, text, wholeNumber } from './text.ts';

const claims = wholeNumber('a number of claims').min(0, 'is negative; expected a number of claims');

/** The record of a blind audit, as scripts/audit.ts writes it; the body is the table of its claims. */
export const audit = record(
  {
    date: fullDate,
    contentHash: text('the hash of the content that was drawn from', 80),
    seed: text('a seed', 80).optional(),
    scope: text('which entries were drawn from', 80).optional(),
    sample: claims,
    opened: claims,
    agreed: claims,
    disagreed: claims,
    notOpened: claims,
    withdrawn: claims.optional(),
    contentChanged: z.boolean().optional(),
    comparedWith: text('the hash of the content that was compared with', 80).optional(),
    auditor: text('who looked the claims up', 120),
    note: text('a note', 300).optional(),
  },
  'the figures of an audit',
);
