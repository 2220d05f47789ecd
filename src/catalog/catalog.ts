import type { Branch, Hue } from '../schema/branch.ts';
import type { CollectionName } from '../schema/collections.ts';
import type { DescentKind } from '../schema/descent.ts';
import type { License } from '../schema/license.ts';
import type { ModelEntry } from '../schema/model.ts';
import type { Content, Entry, EntryData } from './content.ts';
import { mentionsOf, type Explainer } from './explainers.ts';

/** A model with its place among the others. */
export interface Model extends ModelEntry {
  slug: string;
  /** The Markdown text. */
  body: string;
  /** The branch of its family. */
  branch: string;
  hue: Hue;
}

/** A term of a vocabulary with its slug. */
export type TermOf<Name extends CollectionName> = EntryData<Name> & { slug: string; body: string };

/** A line of descent seen from the parent. */
export interface Child {
  model: Model;
  by: readonly DescentKind[];
}

type Vocabulary = { [Name in Exclude<CollectionName, 'models' | 'pages'>]: Map<string, TermOf<Name>> };

/** The whole catalog, linked. */
export interface Catalog extends Vocabulary {
  /** By name, as in a dictionary. */
  models: Model[];
  bySlug: Map<string, Model>;
  /** Direct descendants of a model, the oldest first. */
  children: Map<string, Child[]>;
  /** Models that name a concept as parent, the oldest first. */
  conceptChildren: Map<string, Child[]>;
  /** The explainers that lead to a page of the catalog, by its address. */
  mentions: Map<string, Explainer[]>;
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Orders names as a dictionary does: case and accents aside, numbers by value. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

function termMap<Name extends CollectionName>(entries: Entry<EntryData<Name>>[]): Map<string, TermOf<Name>> {
  const terms = entries.map(({ slug, data, body }) => ({ ...data, slug, body }));
  return new Map(terms.map((term) => [term.slug, term as TermOf<Name>]));
}

function required<Value>(map: Map<string, Value>, slug: string, where: string): Value {
  const value = map.get(slug);
  if (value === undefined) throw new Error(`content/${where} has no "${slug}"; run npm run check`);
  return value;
}

function byRelease(a: Child, b: Child): number {
  return a.model.released < b.model.released
    ? -1
    : a.model.released > b.model.released
      ? 1
      : compareNames(a.model.name, b.model.name);
}

/** Links valid content. Throws where a term is missing, which `npm run check` would have said. */
export function linkCatalog(content: Content): Catalog {
  const families = termMap<'families'>(content.families);
  const branches: Map<string, Branch & { slug: string; body: string }> = termMap<'branches'>(
    content.branches,
  );
  const models = content.models
    .map(({ slug, data, body }): Model => {
      const { branch } = required(families, data.family, 'families');
      return { ...data, slug, body, branch, hue: required(branches, branch, 'branches').hue };
    })
    .sort((a, b) => compareNames(a.name, b.name));

  const children = new Map<string, Child[]>();
  const conceptChildren = new Map<string, Child[]>();
  for (const model of models) {
    for (const { model: parent, concept, by } of model.extends) {
      const [map, key] = parent ? [children, parent] : [conceptChildren, concept];
      if (key) map.set(key, [...(map.get(key) ?? []), { model, by }]);
    }
  }
  for (const list of [...children.values(), ...conceptChildren.values()]) list.sort(byRelease);

  const explainers = termMap<'explainers'>(content.explainers);
  return {
    models,
    mentions: mentionsOf(explainers.values()),
    bySlug: new Map(models.map((model) => [model.slug, model])),
    children,
    conceptChildren,
    families,
    branches,
    explainers,
    glossary: termMap<'glossary'>(content.glossary),
    architectures: termMap<'architectures'>(content.architectures),
    audits: termMap<'audits'>(content.audits),
    concepts: termMap<'concepts'>(content.concepts),
    corrections: termMap<'corrections'>(content.corrections),
    labs: termMap<'labs'>(content.labs),
    licenses: termMap<'licenses'>(content.licenses),
    modalities: termMap<'modalities'>(content.modalities),
    objectives: termMap<'objectives'>(content.objectives),
    traits: termMap<'traits'>(content.traits),
    years: termMap<'years'>(content.years),
  };
}

/**
 * Whether a model may be used commercially, by the licence of its weights or, where it has none, of its code.
 * Undefined where no licence is recorded, and where nothing was released that one could use.
 */
export function commercialUse(catalog: Catalog, model: Model): License['commercial'] | undefined {
  const term = catalog.licenses.get(model.license.weights ?? model.license.code ?? '');
  if (!term || (term.proprietary && model.weights === 'none')) return undefined;
  return term.commercial;
}

/** The largest and smallest number of parameters among a model's variants; undefined where none has a number. */
export function sizeRange(model: ModelEntry): { least: number; most: number } | undefined {
  const sizes = model.variants.flatMap(({ parameters }) => (parameters === undefined ? [] : [parameters]));
  return sizes.length > 0 ? { least: Math.min(...sizes), most: Math.max(...sizes) } : undefined;
}

/** The longest context among a model's variants, in tokens. */
export function longestContext(model: ModelEntry): number | undefined {
  const contexts = model.variants.flatMap(({ context }) => (context === undefined ? [] : [context]));
  return contexts.length > 0 ? Math.max(...contexts) : undefined;
}
