import { z } from 'zod';
import type { EvidenceKind } from '../../src/schema/evidence.ts';
import { model } from '../../src/schema/model.ts';
import { wordLimits } from '../content/word-limits.ts';

/** What is known of a model when its entry is begun. Empty texts and lists are left for its author to fill in. */
export interface Answers {
  name: string;
  aliases: string[];
  summary: string;
  family: string;
  labs: string[];
  released: string;
  architecture?: string;
  /** Slugs of models, the main parent first, and what was taken over from each. */
  parents: { model: string; by: string[] }[];
  /** Sizes as people write them: 7B. */
  sizes: string[];
  weights?: string;
  license?: string;
  paper?: { title: string; authors: string[]; year: number };
  /** The original: arxiv:…, doi:… or an address. */
  source: string;
  kind: EvidenceKind;
  /** The day on which the entry is begun. */
  added: string;
}

/** Lines that a new entry offers as comments, for fields that have no answer. */
const examples: Record<string, string> = {
  architecture: 'architecture: decoder',
  traits: 'traits: [mixture-of-experts]',
  objectives: 'objectives: { pretraining: [clm], posttraining: [sft] }',
  modalities: 'modalities: [text]',
  applications: 'applications: [text generation]',
  corpus: 'corpus: ["English Wikipedia, 2.5 billion words"]',
  extends: 'extends: [{ model: bert, by: [architecture], note: "what exactly" }]',
  variants: 'variants: [{ name: 7B, parameters: 6.7B, context: 2048 }]',
  weights: 'weights: open',
  license: 'license: { code: MIT, weights: Apache-2.0 }',
  papers: 'papers: [{ role: main, title: "…", authors: [Ada Lovelace], year: 2024, arxiv: "2401.04088" }]',
  links: 'links: { code: "https://…", weights: "https://…" }',
  undisclosed: 'undisclosed: [parameters]',
};

/** Words that YAML takes for something else than text. */
const notText = /^(true|false|null|yes|no|on|off|y|n|nan|inf)$/i;

/** A text as YAML: bare where that is safe in any place, else in double quotes. */
export function yamlText(text: string): string {
  if (/^[A-Za-z]([\w .()/-]*[\w.)])?$/.test(text) && !notText.test(text)) return text;
  if (/^\d+(\.\d+)?[KMBT]$/.test(text)) return text;
  const hidden = /[\u007f-\u00a0\u00ad\u2028\u2029\ufeff\ufffe\uffff]/g;
  return JSON.stringify(text).replace(
    hidden,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Values on one line, as entries are written. Numbers and dates stand as they are. */
function yamlOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(yamlOf).join(', ')}]`;
  if (value instanceof Bare) return value.text;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([key, part]) => `${key}: ${yamlOf(part)}`);
    return `{ ${pairs.join(', ')} }`;
  }
  return typeof value === 'string' ? yamlText(value) : String(value);
}

/** A date, which stands without quotes. Anything else that was typed for one is put in quotes, for `check` to judge. */
class Bare {
  readonly text: string;
  constructor(date: string) {
    this.text = /^\d{4}(-\d{2}){0,2}$/.test(date) ? date : yamlText(date);
  }
}

function variantOf(size: string): object {
  return { name: size, parameters: size };
}

/** What of the answers goes into which field; fields without an answer are absent. */
function fieldsOf(answers: Answers): Record<string, unknown> {
  const { aliases, architecture, parents, sizes, weights, license, paper, source } = answers;
  const arxiv = /^arxiv:(.+)$/.exec(source)?.[1];
  const doi = /^doi:(.+)$/.exec(source)?.[1];
  return {
    name: answers.name,
    ...(aliases.length > 0 && { aliases }),
    summary: answers.summary,
    family: answers.family,
    labs: answers.labs,
    released: new Bare(answers.released),
    ...(architecture && { architecture }),
    ...(parents.length > 0 && { extends: parents }),
    ...(sizes.length > 0 && { variants: sizes.map(variantOf) }),
    ...(weights && { weights }),
    ...(license && { license }),
    ...(paper && { papers: [{ role: 'main', ...paper, ...(arxiv && { arxiv }), ...(doi && { doi }) }] }),
    evidence: [{ source, kind: answers.kind }],
    added: new Bare(answers.added),
  };
}

/** A field on one line, or a list of records on one line each. */
function fieldText(name: string, value: unknown): string {
  const isListOfRecords = Array.isArray(value) && typeof value[0] === 'object';
  if (!isListOfRecords) return `${name}: ${yamlOf(value)}`;
  return [`${name}:`, ...value.map((item) => `  - ${yamlOf(item)}`)].join('\n');
}

/**
 * The file of a new entry: the answers, and what else can be said as comments, with a text that is still to be
 * written.
 */
export function entryText(answers: Answers): string {
  const fields = fieldsOf(answers);
  const lines = Object.entries(model.shape).flatMap(([name, schema]) => {
    const field = fields[name] === undefined ? [] : [fieldText(name, fields[name])];
    if (name === 'evidence') return [...field, evidenceExample(answers)];
    if (field.length > 0) return field;
    const description = z.globalRegistry.get(schema)?.description;
    return examples[name] ? [`# ${description}\n# ${examples[name]}`] : [];
  });
  return `---
# Lines that begin with # are suggestions: take the mark away and put in what is right, or delete them.
${lines.join('\n')}
# Below the line that follows: ${wordLimits.models.least} to ${wordLimits.models.most} words of your own. What it is, what it changed, what came of it.
---

`;
}

function evidenceExample({ source, added }: Answers): string {
  return `  # What you opened and found there, with the figure as it stands: only that counts as checked.
  # - for: [released, variants.7B.parameters]
  #   source: ${yamlText(source)}
  #   kind: primary
  #   at: table 2
  #   read: "https://…"
  #   says: "…"
  #   checked: ${added}`;
}

/** The slug that a name suggests: "XLM-RoBERTa" is xlm-roberta, "GPT-3.5" is gpt-3-5. */
export function slugFrom(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll('+', '-plus-')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
