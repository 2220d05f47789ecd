import { z } from 'zod';
import { canBeOpened, evidenceKinds } from './evidence.ts';
import { fullDate } from './partial-date.ts';
import { source } from './reference.ts';
import { slugOf } from './slug.ts';
import { evenIfInvalid, listOf, oneOf, record, text, wholeNumber } from './text.ts';

/** A work that an explainer cites. `kind`, `read` and `checked` mean what they mean in an entry's evidence. */
export const citedSource = record(
  {
    id: slugOf('a source'),
    title: text('the title of a work', 300),
    authors: listOf(text('an author', 120), 'authors').min(1, 'is empty; expected at least one author'),
    year: wholeNumber('a year').min(1900, 'is before 1900').max(2100, 'is after 2100'),
    venue: text('where it appeared', 160).optional(),
    source,
    kind: oneOf(evidenceKinds).optional(),
    read: text('what was really opened', 500).optional(),
    checked: fullDate.optional(),
    note: text('a note', 300).optional(),
  },
  'a source',
).superRefine((value, context) => {
  const complain = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message });
  if (value.checked && !value.read)
    complain('checked', 'stands without `read`; say what was opened, or leave `checked` out');
  if (value.read && !value.kind)
    complain('read', 'stands without `kind`; say whether it is primary, a mirror or secondary');
  if (value.checked && typeof value.read === 'string' && !canBeOpened(value.read))
    complain(
      'read',
      'names nothing that can be opened again; expected an address, or repository, path and commit (or no `checked`)',
    );
}, evenIfInvalid);

/** Where a numbered equation comes from: a place in a source that was compared, or what it follows from. */
export const equationOrigin = record(
  {
    id: slugOf('an equation'),
    source: slugOf('a source').optional(),
    at: text('a place in the source, such as "equation 1"', 160).optional(),
    follows: text('what it follows from', 300).optional(),
    note: text('what differs from the source', 300).optional(),
  },
  'an equation',
).superRefine((value, context) => {
  if ((value.source === undefined) === (value.follows === undefined))
    context.addIssue({
      code: 'custom',
      path: ['id'],
      message: 'needs either `source` with `at`, or `follows`, and not both',
    });
  if (value.source !== undefined && value.at === undefined)
    context.addIssue({
      code: 'custom',
      path: ['source'],
      message: 'stands without `at`; say where in the source the equation is',
    });
}, evenIfInvalid);

/** A chapter of the course under /learn/. */
export const explainer = record(
  {
    title: text('a title', 80),
    summary: text('a sentence that says what the chapter is about', 200),
    order: wholeNumber('the place in the course, from 1').min(1, 'is below 1; chapters count from 1'),
    outcomes: listOf(text('what the reader can do at the end', 160), 'outcomes').min(
      1,
      'is empty; say what the reader can do at the end',
    ),
    before: listOf(slugOf('an explainer'), 'explainers').default([]),
    sources: listOf(citedSource, 'sources').default([]),
    equations: listOf(equationOrigin, 'equations').default([]),
  },
  'title, summary, order and outcomes',
);

export type ExplainerEntry = z.output<typeof explainer>;
export type CitedSource = z.output<typeof citedSource>;
export type EquationOrigin = z.output<typeof equationOrigin>;
