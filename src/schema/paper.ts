import { z } from 'zod';
import { arxivId, webAddress } from './reference.ts';
import { listOf, oneOf, record, text, wholeNumber, wrongKind } from './text.ts';

export const paperRoles = ['main', 'report', 'background', 'follow-up'] as const;

/** A publication about a model. */
export const paper = record(
  {
    role: oneOf(paperRoles).describe(
      'What it is to the model: its own paper (`main`), a technical report, what it builds on, what its makers added later',
    ),
    title: text('the title of a paper', 300).describe('As printed'),
    authors: listOf(text('an author', 120), 'authors')
      .min(1, 'is empty; expected at least one author')
      .refine((authors) => authors.length !== 1 || authors[0] !== 'others', {
        error: 'names nobody; look the authors up, or leave the paper out',
      })
      .describe('As printed, given name first; "others" at the end stands for the rest'),
    year: wholeNumber('a year')
      .min(1950, 'is before 1950')
      .max(2100, 'is after 2100')
      .describe('Year of publication, at the venue where there is one'),
    venue: text('where it appeared', 160).optional().describe('Conference or journal, with its year'),
    arxiv: arxivId
      .optional()
      .describe('Its number there, always in quotes: YAML would read a number and lose digits'),
    doi: z
      .string({ error: wrongKind('a DOI in quotes') })
      .regex(/^10\.\d{4,9}\/\S+$/, 'is not a DOI; expected one such as "10.1038/s41586-021-03819-2"')
      .optional()
      .describe('Without `doi:` and without an address before it'),
    url: webAddress.optional().describe('Where it can be read, if it has neither'),
  },
  'a paper',
);

export type Paper = z.output<typeof paper>;
