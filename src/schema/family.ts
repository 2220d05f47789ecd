import type { z } from 'zod';
import { readingList } from './reading.ts';
import { slugOf } from './slug.ts';
import { description, label } from './term.ts';
import { record } from './text.ts';

/** A family of models. It belongs to one branch. The body tells its story in 100 to 300 words. */
export const family = record(
  { label, description, branch: slugOf('a branch'), sources: readingList.default([]) },
  'label, description and branch',
);

export type Family = z.output<typeof family>;
