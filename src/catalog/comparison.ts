import type { ArchitectureSlug } from '../schema/architecture.ts';
import type { Hue } from '../schema/branch.ts';
import type { AncestryNode } from './common-ancestor.ts';
import type { Knowledge } from './facts.ts';

/** The fields of a comparison under their headings, in order. */
export const comparedFields = {
  summary: { label: 'In short', group: 'What it is' },
  aliases: { label: 'Also called', group: 'What it is' },
  family: { label: 'Family', group: 'What it is' },
  labs: { label: 'Labs', group: 'What it is' },
  released: { label: 'Released', group: 'What it is' },
  papers: { label: 'Papers', group: 'What it is' },
  architecture: { label: 'Architecture', group: 'How it is built' },
  traits: { label: 'Traits', group: 'How it is built' },
  parameters: { label: 'Parameters', group: 'How it is built' },
  context: { label: 'Context', group: 'How it is built' },
  config: { label: 'Configuration', group: 'How it is built' },
  layers: { label: 'Layers', group: 'How it is built' },
  width: { label: 'Width', group: 'How it is built' },
  heads: { label: 'Heads', group: 'How it is built' },
  keyValueHeads: { label: 'Key-value heads', group: 'How it is built' },
  headSize: { label: 'Size of a head', group: 'How it is built' },
  feedForward: { label: 'Feed-forward', group: 'How it is built' },
  gatedFeedForward: { label: 'Gated feed-forward', group: 'How it is built' },
  experts: { label: 'Experts', group: 'How it is built' },
  activeExperts: { label: 'Active experts', group: 'How it is built' },
  vocabulary: { label: 'Vocabulary', group: 'How it is built' },
  tiedEmbeddings: { label: 'Tied embeddings', group: 'How it is built' },
  pretraining: { label: 'Pretraining', group: 'How it is trained' },
  posttraining: { label: 'Post-training', group: 'How it is trained' },
  modalities: { label: 'Modalities', group: 'How it is trained' },
  corpus: { label: 'Trained on', group: 'How it is trained' },
  applications: { label: 'Used for', group: 'Use' },
  weights: { label: 'Weights', group: 'Use' },
  license: { label: 'Licence', group: 'Use' },
  commercial: { label: 'Commercial use', group: 'Use' },
  extends: { label: 'Extends', group: 'Kin' },
  children: { label: 'Extended by', group: 'Kin' },
  successor: { label: 'Succeeded by', group: 'Kin' },
} as const;

export type ComparedField = keyof typeof comparedFields;

export const comparedFieldNames = Object.keys(comparedFields) as ComparedField[];

/** The numbers of a configuration, each a field of its own. */
export const configFields = [
  'layers',
  'width',
  'heads',
  'keyValueHeads',
  'headSize',
  'feedForward',
  'gatedFeedForward',
  'experts',
  'activeExperts',
  'vocabulary',
  'tiedEmbeddings',
] as const satisfies readonly ComparedField[];

/** What is told beside the others but makes no two models alike or different. */
const told: ReadonlySet<ComparedField> = new Set(['summary', 'aliases', 'children', 'successor', 'papers']);

/** Fields with a row even where no model has anything to say. */
const essential: ReadonlySet<ComparedField> = new Set([
  'architecture',
  'parameters',
  'context',
  'pretraining',
  'modalities',
  'corpus',
  'weights',
  'license',
  'commercial',
  'extends',
]);

/** Fields whose values are the same where their text is; what stands after it only says of which variant. */
const comparedByText: ReadonlySet<ComparedField> = new Set(['parameters', 'context', ...configFields]);

/** One value: text, perhaps a link, perhaps a quiet word after it. */
export interface ComparedValue {
  text: string;
  address?: string;
  after?: string;
}

/** What one model has in one field. What does not hold is left out. */
export interface ComparedCell {
  values: ComparedValue[];
  /** How well it is known, by its weakest part. */
  knowledge?: Knowledge;
  /** Numbers of the sources on the model’s page. */
  sources?: number[];
  /** The lab never said; beside values: nothing beyond these. */
  undisclosed?: true;
  /** Taken for granted, never published. */
  assumed?: true;
  /** Why it could not be settled. */
  unresolved?: string[];
  /** There is nothing, and that is known: a model that is described in full and has no special trait. */
  none?: true;
}

/** The sizes of a model, for drawing them to scale. */
export interface ComparedSizes {
  /** Numbers of parameters, the smallest first. */
  parameters: number[];
  /** Parameters of the largest variant that one token uses, where they are fewer. */
  active?: number;
}

/** All that a comparison shows of one model, with labels in place of slugs: plain data, as the browser gets it. */
export interface ComparedModel {
  slug: string;
  name: string;
  hue: Hue;
  architecture?: ArchitectureSlug;
  family: string;
  /** The date of release as written in the entry. */
  released: string;
  sizes: ComparedSizes;
  cells: Partial<Record<ComparedField, ComparedCell>>;
  /** The model, its parents, their parents and so on. */
  ancestry: AncestryNode[];
}

/** Whether the models that state a field agree; `open` where fewer than two state it, `told` where it is not compared. */
export type Standing = 'differs' | 'same' | 'open' | 'told';

/** A field across the models. `own[model][value]`: none of the others that state the field has this value too. */
export interface ComparedRow {
  field: ComparedField;
  label: string;
  group: string;
  cells: ComparedCell[];
  own: boolean[][];
  standing: Standing;
}

const nothing: ComparedCell = { values: [] };

function isStated({ values, none }: ComparedCell): boolean {
  return values.length > 0 || none === true;
}

/** Whether there is anything to show: a value, or why there is none. */
export function saysSomething(cell: ComparedCell): boolean {
  return isStated(cell) || cell.undisclosed === true || cell.unresolved !== undefined;
}

/** By what two values of a field are told to be the same. */
export function valueKey(field: ComparedField, { text, after }: ComparedValue): string {
  return comparedByText.has(field) || !after ? text : `${text}\n${after}`;
}

function comparedRow(models: readonly ComparedModel[], field: ComparedField): ComparedRow {
  const cells = models.map((model) => model.cells[field] ?? nothing);
  const keys = cells.map(({ values }) => values.map((value) => valueKey(field, value)));
  const stated = keys.filter((_, at) => isStated(cells[at]!)).map((those) => new Set(those));
  const isCompared = !told.has(field) && stated.length > 1;
  const holders = (key: string) => stated.filter((set) => set.has(key)).length;
  const own = keys.map((those) => those.map((key) => isCompared && holders(key) === 1));
  const standing = told.has(field)
    ? 'told'
    : !isCompared
      ? 'open'
      : stated.every((set) => set.size === stated[0]!.size && [...set].every((key) => stated[0]!.has(key)))
        ? 'same'
        : 'differs';
  return { field, ...comparedFields[field], cells, own, standing };
}

function isShown({ field, cells }: ComparedRow, configurations: number): boolean {
  // One configuration alone stands in one row; its numbers have rows where there are others to compare them with.
  if (field === 'config') return configurations < 2 && cells.some(saysSomething);
  if ((configFields as readonly string[]).includes(field)) return configurations > 1 && cells.some(isStated);
  if (field === 'traits') return cells.some(({ values, undisclosed }) => values.length > 0 || undisclosed);
  return essential.has(field) || cells.some(saysSomething);
}

/**
 * Models side by side, field by field. Two models differ in a field where both state it and not the same values:
 * of a field that a model does not state nothing is known, so it is no difference.
 */
export function comparedRows(models: readonly ComparedModel[]): ComparedRow[] {
  const configurations = models.filter(({ cells }) => cells.config && isStated(cells.config)).length;
  return comparedFieldNames
    .map((field) => comparedRow(models, field))
    .filter((row) => isShown(row, configurations));
}

/** The words for what a cell lacks or is unsure of, in the order in which they are said; empty where all is well. */
export function cellRemarks(cell: ComparedCell): string[] {
  const remarks: string[] = [];
  if (cell.none) remarks.push('none');
  if (cell.undisclosed) remarks.push(cell.values.length > 0 ? 'beyond this undisclosed' : 'undisclosed');
  if (cell.assumed) remarks.push('assumed, never published');
  if (cell.unresolved) remarks.push('unresolved');
  return remarks;
}

/** A field in which a model differs from another, for the page of that model. */
export interface Difference {
  field: ComparedField;
  label: string;
  left: { value: ComparedValue; isGone: boolean }[];
  right: { value: ComparedValue; isNew: boolean }[];
}

/** What the page of a model need not say of its parent: of the child it says so itself, or a child always differs. */
const untoldDifferences: ReadonlySet<ComparedField> = new Set([
  'family',
  'released',
  'extends',
  'config',
  ...configFields,
]);

/** The fields in which `right` differs from `left`. The difference of a model with itself is empty. */
export function differencesOf(left: ComparedModel, right: ComparedModel): Difference[] {
  return comparedRows([left, right])
    .filter(({ field, standing }) => standing === 'differs' && !untoldDifferences.has(field))
    .map(({ field, label, cells, own }) => ({
      field,
      label,
      left: cells[0]!.values.map((value, at) => ({ value, isGone: own[0]![at]! })),
      right: cells[1]!.values.map((value, at) => ({ value, isNew: own[1]![at]! })),
    }));
}
