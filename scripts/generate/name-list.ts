import { parse } from 'yaml';
import { compareNames } from '../../src/catalog/catalog.ts';
import type { Content } from '../../src/catalog/content.ts';
import { generatedFiles } from './content.ts';

/** How a model can be called. */
export interface NamedModel {
  slug: string;
  name: string;
  aliases: readonly string[];
}

/** The names of `count` models, the real ones and made-up ones beside them, in the order of the catalog. */
export function nameList(content: Content, count: number, seed: number): NamedModel[] {
  const real = content.models.map(({ slug, data: { name, aliases } }) => ({ slug, name, aliases }));
  const made = generatedFiles(content, count, seed).flatMap(({ path, text }) => {
    const slug = /^models\/(.*)\.md$/.exec(path)?.[1];
    if (slug === undefined) return [];
    // The names stand first, and the rest of the front matter is long.
    const { name, aliases = [] } = parse(text.slice(4, text.indexOf('\nsummary:'))) as {
      name: string;
      aliases?: string[];
    };
    return [{ slug, name, aliases }];
  });
  return [...real, ...made].sort((a, b) => compareNames(a.name, b.name));
}
