import { z } from 'zod';
import { record, text } from './text.ts';

/** A word of the field, explained in a sentence or two. */
export const glossaryTerm = record(
  {
    label: text('the word as it is written', 80),
    description: text('what it means, in a sentence or two', 300),
    see: text('an address of the catalog', 200)
      .regex(
        /^\/[a-z0-9/.-]+\/(#[a-z0-9-]+)?$/,
        'is not an address of the catalog; expected one such as /learn/attention/#masks',
      )
      .optional()
      .describe('Where it is explained at length'),
  },
  'label and description',
);

export type GlossaryTerm = z.output<typeof glossaryTerm>;
