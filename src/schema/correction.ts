import { z } from 'zod';
import { webAddress, source } from './reference.ts';
import { evenIfInvalid, oneOf, record, text } from './text.ts';

/** The properties that the 2023 paper lists for a model. */
export const printedFields = [
  'name',
  'family',
  'architecture',
  'tasks',
  'extension',
  'extends',
  'application',
  'date',
  'parameters',
  'corpus',
  'license',
  'lab',
  'link',
  'figure',
] as const;

/** wrong, missing: a source was opened that shows it. definition: both readings can be defended. stands: the printed value is right after all. */
export const verdicts = ['wrong', 'missing', 'definition', 'unresolved', 'stands'] as const;

const claim = {
  printed: text('what the paper prints', 400).describe('What the paper prints'),
  right: text('what is right', 400).optional().describe('What is right'),
  verdict: oneOf(verdicts).describe(
    'A value is `wrong` or `missing` only where a source was opened; `definition`: both readings can be defended; `stands`: it is right after all',
  ),
  why: text('why', 500).describe('Why'),
  source: source.optional().describe('The original that shows it'),
  read: text('what was really opened', 500).optional().describe('What was really opened'),
};

interface Claim {
  verdict: (typeof verdicts)[number];
  source?: string | undefined;
  read?: string | undefined;
}

/** A value is called wrong only where a source was opened. */
function needsReading(value: Claim, context: z.RefinementCtx): void {
  if ((value.verdict === 'wrong' || value.verdict === 'missing') && !(value.source && value.read)) {
    context.addIssue({
      code: 'custom',
      path: ['verdict'],
      message: `is "${value.verdict}" without source and read; a value is called wrong only where a source was opened`,
    });
  }
}

/** What the 2023 paper prints for a model, and what is right. */
export const correction = record(
  {
    field: oneOf(printedFields).describe('The property of the paper’s list'),
    ...claim,
    url: webAddress.optional().describe('An address that belongs to it'),
  },
  'a correction',
).superRefine(needsReading, evenIfInvalid);

/** What the 2023 paper says in its introduction, and what is right: an entry of content/corrections. */
export const introductionCorrection = record(
  { topic: text('the topic', 60), ...claim },
  'topic, printed, verdict and why',
).superRefine(needsReading, evenIfInvalid);

export type PrintedField = (typeof printedFields)[number];
export type Correction = z.output<typeof correction>;
