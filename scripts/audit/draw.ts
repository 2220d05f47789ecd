import { createHash } from 'node:crypto';
import type { Entry } from '../../src/catalog/content.ts';
import { basisOf, covers, factsOf, type Fact } from '../../src/catalog/facts.ts';
import type { ModelEntry } from '../../src/schema/model.ts';

/** A value that the catalog says somebody has checked, and where it was checked. */
export interface Claim {
  slug: string;
  /** The model's name. */
  model: string;
  /** The fact's name in evidence, such as `variants.7B.context`. */
  field: string;
  figure: Fact['figure'];
  value: unknown;
  source: string;
  at?: string;
  read: string;
}

function isHeldOpen(entry: ModelEntry, fact: string): boolean {
  return (
    entry.unresolved.some((row) => covers(row.for, fact)) ||
    entry.assumed.some((field) => covers(field, fact))
  );
}

/**
 * The facts whose evidence is marked checked, model by model. Where several rows make up a fact, all of them
 * are to be read. What is assumed or unresolved claims nothing.
 */
export function claimsOf(models: Entry<ModelEntry>[]): Claim[] {
  return models.flatMap(({ slug, data }) =>
    factsOf(data).flatMap((fact): Claim[] => {
      const basis = basisOf(data, fact.path);
      const [first] = basis;
      if (!first || basis.some(({ checked, read }) => !checked || !read) || isHeldOpen(data, fact.path))
        return [];
      const { source, at } = first;
      const { path: field, figure, value } = fact;
      const read = basis.map((row) => row.read).join('; and ');
      const where = basis.length === 1 && at ? { at } : {};
      return [{ slug, model: data.name, field, figure, value, source, ...where, read }];
    }),
  );
}

/** Which entries a draw is made from, by the day on which they were added; undefined for all. */
export type Scope = `added ${'since' | 'until'} ${string}`;

export function isScope(text: string): text is Scope {
  return /^added (since|until) \d{4}-\d\d-\d\d$/.test(text);
}

/** The entries of a scope. A day belongs to both what came since and what came until it. */
export function within(models: Entry<ModelEntry>[], scope: Scope | undefined): Entry<ModelEntry>[] {
  if (scope === undefined) return models;
  const [, side, day] = scope.split(' ') as [string, 'since' | 'until', string];
  return models.filter(({ data }) => (side === 'since' ? data.added >= day : data.added <= day));
}

/** A file of content: its path below content/, with forward slashes, and its bytes. */
export interface ContentFile {
  path: string;
  bytes: Uint8Array;
}

/** One hash of all content. How a check-out ends its lines does not change it. */
export function contentHash(files: ContentFile[]): string {
  const hash = createHash('sha256');
  for (const { path, bytes } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const text = Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');
    hash.update(`${path}\n${text.length}\n`).update(text, 'latin1');
  }
  return hash.digest('hex');
}

/**
 * As many claims as asked for, or all where there are fewer. Each claim gets a place in line from the hash of
 * the content, so that the same content gives the same draw to everyone and nobody can choose it. A seed
 * gives another draw of the same content.
 */
export function draw(claims: Claim[], size: number, hash: string, seed = ''): Claim[] {
  const placeOf = ({ slug, field }: Claim): string =>
    createHash('sha256')
      .update(JSON.stringify([hash, seed, slug, field]))
      .digest('hex');
  return claims
    .map((claim) => ({ claim, place: placeOf(claim) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .slice(0, size)
    .map(({ claim }) => claim);
}
