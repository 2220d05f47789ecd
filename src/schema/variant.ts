import { z } from 'zod';
import { count, tokens } from './count.ts';
import { partialDate } from './partial-date.ts';
import { listOf, record, text, wholeNumber, wrongKind } from './text.ts';

const dimension = wholeNumber()
  .positive('is not positive; expected a whole number')
  .max(100_000_000, 'is more than a hundred million; is that right?');

/** The numbers from which a count of parameters follows. */
export const config = record(
  {
    layers: dimension
      .optional()
      .describe('Blocks; of the encoder and of the decoder alike where there are both'),
    width: dimension.optional().describe('Size of the residual stream, d_model'),
    heads: dimension.optional().describe('Query heads of a layer'),
    keyValueHeads: dimension.optional().describe('Key and value heads of a layer, where they are fewer'),
    feedForward: dimension
      .optional()
      .describe('Inner size of the feed-forward layer, of one expert where there are several'),
    headSize: dimension.optional().describe('Size of one head, where it is not width divided by heads'),
    gatedFeedForward: z
      .boolean({ error: wrongKind('true or false') })
      .optional()
      .describe('The feed-forward layer has a third matrix that gates (GLU, SwiGLU)'),
    tiedEmbeddings: z
      .boolean({ error: wrongKind('true or false') })
      .optional()
      .describe('Input and output embeddings share one matrix'),
    vocabulary: dimension.optional().describe('Tokens of the vocabulary'),
    experts: dimension.optional().describe('Experts of a layer'),
    activeExperts: dimension.optional().describe('Experts that a token passes through in a layer'),
  },
  'the numbers of a configuration',
);

/** A part of a model that has no published total. */
export const part = record(
  {
    name: text('the name of a part').describe('Such as `U-Net`'),
    parameters: count.describe('Number of its parameters'),
  },
  'a part with name and parameters',
);

/** One size or release of a model. */
export const variant = record(
  {
    name: text('the name of a variant, such as "7B" or "large"', 60).describe('Such as `7B` or `Large`'),
    aliases: listOf(text('another name'), 'names')
      .optional()
      .describe('Its other names, such as those of its checkpoints'),
    parameters: count
      .optional()
      .describe('Total number of parameters as people write it; K, M, B, T mean thousand to trillion'),
    active: count.optional().describe('Parameters used for one token, where they are fewer than the total'),
    approx: z
      .boolean({ error: wrongKind('true or false') })
      .optional()
      .describe('The source itself says "about"'),
    parts: listOf(part, 'parts').optional().describe('Sizes of parts, where no total is known'),
    context: tokens
      .optional()
      .describe(
        'Longest sequence in whole tokens (the context window, output included where its makers count it in) as released, without an extension that has to be switched on, such as YaRN (K is 1,000 to some and 1,024 to others, so it is refused)',
      ),
    released: partialDate.optional().describe('Where it differs from the model’s own date'),
    config: config.optional().describe('The numbers from which the count of parameters follows'),
  },
  'a variant',
);

export type Variant = z.output<typeof variant>;
