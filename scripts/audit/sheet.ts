import { stringify } from 'yaml';
import { weightsAccess } from '../../src/schema/model.ts';
import { notStated, type Answer } from './answer.ts';
import { isScope, type Claim, type Scope } from './draw.ts';
import { readStrictly, SheetError } from './strict-yaml.ts';

/** What an auditor gets for a claim: everything but the value. */
export type Question = Omit<Claim, 'value' | 'figure'>;

export interface AnsweredQuestion {
  number: number;
  slug: string;
  field: string;
  /** Absent where the source could not be opened. */
  found?: Answer;
}

export interface AnsweredSheet {
  contentHash: string;
  seed: string;
  /** The entries that were drawn from, where not all. */
  scope?: Scope;
  answers: AnsweredQuestion[];
}

const questions: Record<string, string> = {
  labs: 'the organisations under whose name it was made and released (not the university of a single guest author), as a list',
  architecture: 'encoder, decoder, encoder-decoder or other',
  traits: 'what is unusual about the network, as a list',
  modalities: 'what it reads and writes (text, image, …), as a list',
  applications: 'what it is for, as a list',
  corpus: 'the data it was trained on, as a list',
  extends: 'the models and ideas it builds on, and what it took over from each',
  weights: `who can have the weights: ${weightsAccess.join(', ')}`,
  papers: 'its papers: title, authors, year',
  released: 'the date of the earliest paper, weights or usable service',
  'objectives.pretraining': 'the objectives of its pretraining, as a list',
  'objectives.posttraining': 'the objectives of its training after that, as a list',
};

const questionsOfVariant: Record<string, string> = {
  parameters: 'number of parameters, such as 125M',
  active: 'parameters used for one token, such as 13B',
  context:
    'context window in tokens (longest sequence), such as 4096, without an extension that has to be switched on',
  released: 'date of release',
  config: 'its dimensions, such as { layers: 12, width: 768, heads: 12 }',
};

/** What is asked for, in words that give no value away. */
export function questionOf({ field }: Pick<Claim, 'field'>): string {
  if (questions[field]) return questions[field];
  const [first, ...rest] = field.split('.');
  if (first === 'dates') return `date of the ${rest.join('.')}`;
  if (first === 'links') return `address of the ${rest.join('.')}`;
  if (first === 'license') return `licence of the ${rest.join('.')}`;
  if (field.includes('.parts.')) return 'number of parameters of this part, such as 125M';
  return questionsOfVariant[rest.at(-1) ?? ''] ?? field;
}

const instructions = `# Blind audit. For each claim, open what stands under "read", find the fact there, and fill in two lines:
#   opened: yes, or no where it cannot be opened (then leave found empty)
#   found:  what the source gives, in its own notation: 110 million, 11 Oct 2018, [text, code];
#           a number with its unit (12M, where a column of millions gives 12);
#           "${notStated}" where it does not say. Put a text with a colon or a # in quotes.
# Don't look at the catalog or its files meanwhile, and change no other line.
# Then: npm run audit -- --score FILE
`;

function line(indent: string, key: string, value: string): string {
  return `${indent}${key}: ${stringify(value, { lineWidth: 0 })}`;
}

/** The work sheet of a draw: questions, and room for answers. */
export function sheetText(claims: Question[], contentHash: string, seed = '', scope?: Scope): string {
  const rows = claims.map((claim, index) => {
    const { slug, model, field, source, at, read } = claim;
    const told = { model, slug, field, asked: questionOf(claim), source, ...(at && { at }), read };
    const lines = Object.entries(told).map(([key, value]) => line('    ', key, value));
    return `\n  - number: ${index + 1}\n${lines.join('')}    opened:\n    found:\n`;
  });
  const top =
    line('', 'contentHash', contentHash) + line('', 'seed', seed) + (scope ? line('', 'scope', scope) : '');
  return `${instructions}${top}claims:${rows.join('')}`;
}

function answerOf(value: unknown): Answer | undefined {
  const isText = (item: unknown): item is string => typeof item === 'string' && item.trim() !== '';
  if (Array.isArray(value)) return value.length > 0 && value.every(isText) ? value : undefined;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    return entries.length > 0 && entries.every(([, item]) => isText(item))
      ? (value as Record<string, string>)
      : undefined;
  }
  return isText(value) ? value.trim() : undefined;
}

/** The answers of a filled-in sheet. Throws a SheetError that names every line that is not as it should be. */
export function readSheet(file: string, text: string): AnsweredSheet {
  const { top, items } = readStrictly(file, text, {
    top: ['contentHash', 'seed', 'scope?'],
    list: 'claims',
    item: ['number', 'model', 'slug', 'field', 'asked', 'source', 'at?', 'read', 'opened', 'found'],
  });
  const problems: string[] = [];
  const hash = String(top.values['contentHash']);
  if (!/^[0-9a-f]{64}$/.test(hash))
    problems.push(`${file}:${top.line}  contentHash is not a hash; it was printed with the sheet`);
  const scope = top.values['scope'];
  if (scope !== undefined && !(typeof scope === 'string' && isScope(scope)))
    problems.push(`${file}:${top.line}  scope is not one; it was printed with the sheet`);
  const answers = items.map(({ line, values }, index): AnsweredQuestion => {
    const number = index + 1;
    const report = (message: string): void =>
      void problems.push(`${file}:${line}  claim ${number}: ${message}`);
    if (values['number'] !== String(number))
      report(`number is "${String(values['number'])}"; expected ${number}, as it was printed`);
    const opened = String(values['opened']).trim();
    const found = answerOf(values['found']);
    if (opened !== 'yes' && opened !== 'no')
      report(`opened is ${opened ? `"${opened}"` : 'empty'}; expected yes or no`);
    if (opened === 'yes' && found === undefined)
      report(`found is empty; expected what the source gives, or "${notStated}"`);
    if (opened === 'no' && values['found'] !== '') report('found is filled in, but opened is no');
    const { slug, field } = values;
    return { number, slug: String(slug), field: String(field), ...(opened === 'yes' && { found }) };
  });
  if (problems.length > 0) throw new SheetError(problems);
  return {
    contentHash: hash,
    seed: String(top.values['seed']),
    ...(scope !== undefined && { scope: scope as Scope }),
    answers,
  };
}
