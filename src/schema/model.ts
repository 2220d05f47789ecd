import { z } from 'zod';
import { architectures } from './architecture.ts';
import { correction } from './correction.ts';
import { descent } from './descent.ts';
import { evidence, unresolved } from './evidence.ts';
import { paper } from './paper.ts';
import { fullDate, partialDate } from './partial-date.ts';
import { webAddress } from './reference.ts';
import { licenseSlug, slugOf } from './slug.ts';
import { listOf, oneOf, record, text } from './text.ts';
import { variant } from './variant.ts';

/** open: anyone may download. gated: on request or after agreeing. api: a service only. none: never released. */
export const weightsAccess = ['open', 'gated', 'api', 'none'] as const;

/** Fields that a lab may keep to itself, or that people assume without a source. */
export const disclosableFields = [
  'parameters',
  'active',
  'context',
  'config',
  'architecture',
  'traits',
  'objectives',
  'objectives.pretraining',
  'objectives.posttraining',
  'corpus',
  'extends',
  'modalities',
  'license',
] as const;

const disclosable = oneOf(disclosableFields);

const licenseByPart = record(
  {
    code: licenseSlug.optional().describe('Licence of the code'),
    weights: licenseSlug.optional().describe('Licence of the weights'),
    data: licenseSlug.optional().describe('Licence of the training data, where they were published'),
  },
  'a licence, or licences of code, weights and data',
);

const { $schema, ...writtenByPart } = z.toJSONSchema(licenseByPart, { io: 'input' });

/** One term stands for code and weights alike. What editors are told is said here, since a transform says nothing. */
const licenseTerms = z
  .unknown()
  .meta({ anyOf: [{ type: 'string' }, writtenByPart] })
  .transform((value) => (typeof value === 'string' ? { code: value, weights: value } : value))
  .pipe(licenseByPart);

/** A model of the catalog: the front matter of content/models/<slug>.md. */
export const model = record(
  {
    name: text('the model’s name', 80).describe('The name people use'),
    aliases: listOf(text('another name', 120), 'names')
      .default([])
      .describe(
        'Other names people use, spelled out; the name itself in other capitals or with other hyphens is not one. Two models share one only where people confuse them, and then both say so in `confusedWith`',
      ),
    confusedWith: listOf(slugOf('a model'), 'models')
      .default([])
      .describe('Models with which it shares an alias because people confuse them; both say so'),
    summary: text('a sentence that says what it is', 200).describe(
      'One sentence of at most 200 characters that says what it is',
    ),
    family: slugOf('a family').describe(
      'A shelf of `content/families`, an editorial choice; the family belongs to a branch and takes its hue',
    ),
    labs: listOf(slugOf('a lab'), 'labs')
      .min(1, 'is empty; expected at least one lab')
      .describe(
        'Terms of `content/labs`: the organisations under whose name it was made and released, not the university of a single guest author',
      ),
    released: partialDate.describe(
      'The earliest public paper, weights or usable service; an announcement alone does not count',
    ),
    dates: record(
      {
        announcement: partialDate.optional().describe('Its makers spoke of it'),
        paper: partialDate.optional().describe('The first version of the paper could be read'),
        code: partialDate.optional().describe('The code could be read'),
        weights: partialDate.optional().describe('The weights could be had'),
        service: partialDate.optional().describe('Others could use it as a service'),
      },
      'dates of announcement, paper, code, weights, service',
    )
      .default({})
      .describe('When its parts became public, as far as known'),
    architecture: oneOf(architectures).optional().describe('Which positions its attention may see'),
    traits: listOf(slugOf('a trait'), 'traits')
      .default([])
      .describe(
        'Terms of `content/traits`, such as `mixture-of-experts`; what only one of several variants has stays out',
      ),
    objectives: record(
      {
        pretraining: listOf(slugOf('an objective'), 'objectives')
          .default([])
          .describe('Terms of `content/objectives`, such as `mlm` or `clm`'),
        posttraining: listOf(slugOf('an objective'), 'objectives')
          .default([])
          .describe('What followed pretraining, such as `sft`, `rlhf` or `dpo`'),
      },
      'objectives of pretraining and posttraining',
    )
      .default({ pretraining: [], posttraining: [] })
      .describe('What it was trained to do'),
    modalities: listOf(slugOf('a modality'), 'modalities')
      .default([])
      .describe('Terms of `content/modalities`: what it takes in or gives out'),
    applications: listOf(text('an application', 80), 'applications')
      .default([])
      .describe('What it was shown to do, in short phrases'),
    corpus: listOf(text('a body of training data', 160), 'training data')
      .default([])
      .describe('What it was trained on, in short phrases, with sizes where the source gives them'),
    extends: listOf(descent, 'lines of descent')
      .default([])
      .describe('Parents, the main one first: the model hangs from it in the tree'),
    variants: listOf(variant, 'variants').default([]).describe('Its sizes, and releases under the same name'),
    weights: oneOf(weightsAccess)
      .optional()
      .describe(
        'Who can have them: anyone (`open`), whoever asks or agrees (`gated`), users of a service (`api`), nobody (`none`)',
      ),
    license: licenseTerms
      .default({})
      .describe(
        'A term of `content/licenses` or its SPDX identifier for code and weights alike, or one for each part',
      ),
    papers: listOf(paper, 'papers').default([]).describe('Publications about it, the main one first'),
    links: record(
      {
        announcement: webAddress.optional().describe('Where its makers announced it'),
        code: webAddress.optional().describe('Their repository'),
        weights: webAddress.optional().describe('Where they offer the weights'),
        huggingface: webAddress.optional().describe('Their page at Hugging Face'),
        data: webAddress.optional().describe('The training data'),
        card: webAddress.optional().describe('The model card or system card'),
        documentation: webAddress.optional().describe('How to use it'),
        demo: webAddress.optional().describe('Where it can be tried'),
        service: webAddress.optional().describe('Where it is offered as a service'),
      },
      'addresses of announcement, code, weights, huggingface, data, card, documentation, demo, service',
    )
      .default({})
      .describe('Addresses where it can be had or read about'),
    undisclosed: listOf(disclosable, 'fields')
      .default([])
      .describe('What the lab never said; for lists such as corpus, beyond what is stated'),
    assumed: listOf(disclosable, 'fields')
      .default([])
      .describe('What everyone takes for granted but nobody published'),
    unresolved: listOf(unresolved, 'facts')
      .default([])
      .describe('What was looked for and could not be settled'),
    evidence: listOf(evidence, 'statements of evidence')
      .min(1, 'is empty; expected at least one source')
      .describe('How each fact is known; see below'),
    supersededBy: slugOf('a model')
      .nullable()
      .default(null)
      .describe('The model that its makers brought out in its place'),
    added: fullDate.describe('The day on which the entry was written'),
    changes: listOf(
      record(
        {
          date: fullDate.describe('The day of the change'),
          what: text('what was changed', 200).describe('What was changed, in a few words'),
        },
        'a date and what was changed',
      ),
      'changes',
    )
      .default([])
      .describe('What was corrected or added after that day, the oldest first'),
    paperCatalog: record(
      {
        entry: text('the heading of the paper’s entry', 80)
          .optional()
          .describe('Heading of its entry in the list'),
        figure: text('the label in the paper’s figures', 80)
          .optional()
          .describe('Its label in the figures, where only they have it'),
      },
      'the heading of the paper’s entry, or its label in the figures',
    )
      .refine(
        (value) => value.entry !== undefined || value.figure !== undefined,
        'names nothing; expected entry or figure',
      )
      .optional()
      .describe('Where the 2023 paper has this model'),
    corrections: listOf(correction, 'corrections')
      .default([])
      .describe('What the 2023 paper prints for this model and what is right'),
  },
  'front matter',
);

export type ModelEntry = z.output<typeof model>;
