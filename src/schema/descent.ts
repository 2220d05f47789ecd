import { z } from 'zod';
import { webAddress } from './reference.ts';
import { slugOf } from './slug.ts';
import { evenIfInvalid, listOf, oneOf, text, wrongKind } from './text.ts';

/** What was taken over from a parent. */
export const descentKinds = [
  'weights',
  'architecture',
  'objective',
  'data',
  'distillation',
  'inspiration',
] as const;

export type DescentKind = (typeof descentKinds)[number];

/** One line of descent: to a model of the catalog, to a concept, or to a model that the catalog lacks. */
export const descent = z
  .strictObject(
    {
      model: slugOf('a model').optional().describe('A model of the catalog'),
      concept: slugOf('a concept').optional().describe('An idea that has a page, such as diffusion'),
      external: text('the name of a model that the catalog lacks', 120)
        .optional()
        .describe('The name of a model that the catalog lacks'),
      url: webAddress.optional().describe('Where to read about an external parent'),
      by: listOf(oneOf(descentKinds), 'kinds of descent')
        .min(1, `is empty; expected one or more of ${descentKinds.join(', ')}`)
        .describe('What was taken over'),
      note: text('a note', 200).optional().describe('What exactly, in a few words'),
      older: text('why a child can be older than its parent', 200)
        .optional()
        .describe('Why the child is dated before its parent, where it is'),
    },
    {
      error: (issue) =>
        issue.code === 'unrecognized_keys'
          ? undefined
          : wrongKind('a line of descent, such as { model: bert, by: [architecture] }')(issue),
    },
  )
  .superRefine((value, context) => {
    const named = [value.model, value.concept, value.external].filter((name) => name !== undefined);
    if (named.length !== 1) {
      context.addIssue({
        code: 'custom',
        message:
          'names ' +
          (named.length === 0 ? 'no parent' : 'several parents in one line') +
          '; expected one of model, concept, external',
      });
    }
    if (value.url && !value.external) {
      context.addIssue({
        code: 'custom',
        path: ['url'],
        message: 'belongs to an external parent only; models and concepts have pages of their own',
      });
    }
  }, evenIfInvalid);

export type Descent = z.output<typeof descent>;
